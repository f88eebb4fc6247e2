package io.jenkins.plugins.mlci.deploygate.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.deploygate.Deployments;
import io.jenkins.plugins.mlci.deploygate.Deployments.Sample;
import io.jenkins.plugins.mlci.deploygate.feature.DeploymentMemory;
import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorModelTest {
    private static final PriorModel TRAINED = train();

    /** From two made-up sources. */
    static PriorModel trained() {
        return TRAINED;
    }

    private static PriorModel train() {
        return new PriorTrainer().with(source("one", 1)).with(source("two", 2)).train(7, "test");
    }

    private static PriorTrainer.Source source(String name, long seed) {
        PriorTrainer.Source source = new PriorTrainer.Source(name);
        DeploymentMemory memory = new DeploymentMemory();
        for (Sample sample : Deployments.history(1_500, -2, seed)) {
            source.add(memory.row(sample.facts()), sample.failed() ? 1 : 0);
            memory.started(sample.facts());
        }
        return source;
    }

    @Test
    void learnsWhatSourcesHaveInCommon() {
        List<String> names = TRAINED.portable().schema().features().stream()
                .map(f -> f.name())
                .toList();
        assertThat(names).contains("word:network").noneMatch(name -> name.contains("@") || name.contains("/"));
        assertThat(weight("word:network")).isGreaterThan(0.3);
        assertThat(weight("word:dashboard")).isLessThan(weight("word:network"));
        assertThat(TRAINED.portable().provenance().parameters()).containsEntry("sources", "one, two");
    }

    private static double weight(String feature) {
        int index = TRAINED.portable().schema().indexOf(feature);
        double[] row = new double[TRAINED.portable().schema().size()];
        row[index] = 1;
        double[] without = new double[row.length];
        return score(TRAINED.portable(), row) - score(TRAINED.portable(), without);
    }

    private static double score(PortableModel model, double[] row) {
        double[][] columns = new double[row.length][];
        for (int f = 0; f < row.length; f++) {
            columns[f] = new double[] {row[f]};
        }
        return model.scores(FeatureTable.of(model.schema(), columns))[0];
    }

    @Test
    void survivesJson() {
        PriorModel read = PriorModel.of(ModelJson.read(ModelJson.write(TRAINED.portable())));
        Sample sample = Deployments.history(1, 0, 4).get(0);
        assertThat(new RiskModel(read, 7).assess(sample.facts()))
                .isEqualTo(new RiskModel(TRAINED, 7).assess(sample.facts()));
    }

    @Test
    void theShippedOneKnowsItsSourcesAndTheirLicences() {
        PriorModel shipped = PriorModel.shipped();
        String sources = shipped.portable().provenance().parameters().get("sources");
        assertThat(List.of(
                        "2i2c-infrastructure",
                        "govuk-puppet",
                        "kubernetes-management",
                        "mybinder.org-deploy",
                        "project-config"))
                .containsAll(List.of(sources.split(", ")));
        assertThat(shipped.portable().provenance().positives()).isGreaterThan(100);
        double quiet = new RiskModel(shipped, 7)
                .assess(Deployments.facts(1, "update the version", 3))
                .probability();
        assertThat(quiet).isBetween(0.001, 0.1);
    }

    @Test
    void refusesModelsOfSomethingElse() {
        PortableModel other = TRAINED.portable();
        var features = new java.util.ArrayList<>(other.schema().features());
        features.set(0, io.jenkins.plugins.mlci.shared.feature.Feature.of("moon", "phase", "the moon"));
        PortableModel wrong = new PortableModel(
                new io.jenkins.plugins.mlci.shared.feature.FeatureSchema("x", 1, features),
                other.predictor(),
                other.calibration(),
                other.provenance());
        assertThatThrownBy(() -> PriorModel.of(wrong))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("moon");
        assertThat(RiskFeature.values()[0].key()).isEqualTo("commits");
    }

    @Test
    void saysWhenNothingCanBeLearned() {
        PriorTrainer.Source source = new PriorTrainer.Source("good");
        DeploymentMemory memory = new DeploymentMemory();
        Deployments.history(300, -2, 1).forEach(s -> source.add(memory.row(s.facts()), 0));
        PriorTrainer trainer = new PriorTrainer().with(source);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.train(1, "test"))
                .withMessageContaining("0 of 200 failed");
    }
}
