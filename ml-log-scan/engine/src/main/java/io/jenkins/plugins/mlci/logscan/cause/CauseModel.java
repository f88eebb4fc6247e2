package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.Learner;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What was learned about causes, see docs/model-card-log-cause.md.
 *
 * @param lines how probable it is that a line belongs to what states the cause
 * @param headline how probable it is that a line is the one to read first
 */
public record CauseModel(PortableModel lines, PortableModel headline) {
    /** The file names of the shipped models, beside this class. */
    public static final String LINES = "cause-lines.json";

    public static final String HEADLINE = "cause-headline.json";

    public CauseModel {
        lines = Objects.requireNonNull(lines, "lines").over(CauseFeatures.SCHEMA);
        headline = Objects.requireNonNull(headline, "headline").over(CauseFeatures.SCHEMA);
    }

    /** Learns from examples. The same examples and seed give the same model. */
    public static CauseModel learn(CauseExamples examples, TrainingContext context) {
        return new CauseModel(
                linesLearner().fit(examples.lines(), context), headlineLearner().fit(examples.headlines(), context));
    }

    private static Learner linesLearner() {
        return new GradientBoosting(common().trees(80)
                .learningRate(0.08)
                .maxDepth(5)
                .rowShare(0.8)
                .featureShare(0.4)
                .build());
    }

    /** A log has few lines to read first, so these trees are small, many and each of another part of what is known. */
    private static Learner headlineLearner() {
        return new GradientBoosting(common().trees(160)
                .learningRate(0.05)
                .maxDepth(3)
                .rowShare(0.5)
                .featureShare(0.15)
                .build());
    }

    private static BoostingParameters.Builder common() {
        return BoostingParameters.builder()
                .minChildWeight(3)
                .minChildRows(10)
                .l2(5)
                .maxBins(32)
                .monotone("severity", 1)
                .monotone("novelty", 1);
    }

    /** The model that ships with this version. */
    public static CauseModel shipped() {
        return Shipped.MODEL;
    }

    /** Read once, when first needed. */
    private static final class Shipped {
        static final CauseModel MODEL = new CauseModel(read(LINES), read(HEADLINE));

        private static PortableModel read(String name) {
            try (InputStream in = CauseModel.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("The resource " + name + " is missing.");
                }
                return ModelJson.read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("The resource " + name + " cannot be read.", e);
            }
        }
    }
}
