package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.SyntheticData;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelJsonTest {
    private static final byte[] BOOSTED = ModelJson.write(Models.boosted(1));

    private static String text(PortableModel model) {
        return new String(ModelJson.write(model), StandardCharsets.UTF_8);
    }

    private static void refuses(String json, String... message) {
        assertThatThrownBy(() -> ModelJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContainingAll(message);
    }

    @Test
    void readsBackTreesThatScoreTheSame() {
        PortableModel model = Models.boosted(1);
        FeatureTable rows = SyntheticData.rows(200, 5, 2).table();

        PortableModel back = ModelJson.read(BOOSTED);

        assertThat(back.probabilities(rows)).containsExactly(model.probabilities(rows));
        assertThat(back.provenance()).isEqualTo(model.provenance());
        assertThat(back.schema()).isEqualTo(model.schema());
        assertThat(ModelJson.write(back)).isEqualTo(BOOSTED);
    }

    @Test
    void readsBackALinearModel() {
        PortableModel back = ModelJson.read(ModelJson.write(Models.linear()));

        assertThat(back.predictor()).isEqualTo(Models.linear().predictor());
        assertThat(back.provenance().from()).isNull();
        assertThat(back.calibration().calibrate(0.5)).isEqualTo(0.5, org.assertj.core.data.Offset.offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\":1|\"format\":2|format version 2",
                "\"kind\":\"linear\"|\"kind\":\"trees\"|only its own part",
                "\"scale\":2.0|\"scale\":0|out of range",
                "\"scale\":2.0|\"scale\":\"NaN\"|out of range",
                "\"scale\":2.0|\"scale\":1e999|out of range",
                "\"scale\":2.0|\"scale\":null|not valid",
                "\"rows\":10|\"rows\":-10|cannot have learned",
                "\"rows\":10|\"rows\":10.5|not valid",
                "\"rows\":10|\"rows\":10,\"rows\":11|Duplicate field",
                "\"rows\":10|\"@class\":\"java.lang.Runtime\",\"rows\":10|Unrecognized field",
                "\"learner\":\"by-hand\"|\"learner\":[\"x.Y\",{}]|not valid",
                "\"kind\":\"isotonic\"|\"kind\":\"magic\"|magic is not known",
                "\"name\":\"x1\"|\"name\":\"x0\"|x0 twice",
                "\"provenance\"|\"other\"|Unrecognized field",
                "\"id\":\"synthetic\"|\"id\":null|needs an id"
            })
    void refusesWhatDoesNotFit(String part, String replacement, String message) {
        String good = text(Models.linear());

        assertThat(good).contains(part);
        refuses(good.replaceFirst(java.util.regex.Pattern.quote(part), replacement), message);
    }

    @Test
    void refusesWhatIsNoModel() {
        refuses("", "not a model");
        refuses("[]", "not a model");
        refuses("\u0000\u0001", "not valid");
        refuses("{\"schema\":{}}", "does not begin with its format version");
        refuses("{\"format\":1}", "not complete");
        refuses(text(Models.linear()) + "{}", "not valid");
    }

    @Test
    void refusesDeepNestingLongTextAndTooManyBytes() {
        refuses("{\"format\":1,\"kind\":" + "[".repeat(100_000), "not valid");
        refuses("{\"format\":1,\"kind\":\"" + "x".repeat(20_000) + "\"}", "not valid");
        assertThatThrownBy(() -> ModelJson.read(new byte[ModelJson.MAX_BYTES + 1]))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("more than");
    }

    @Property(tries = 60)
    void aTruncatedModelIsRefused(@ForAll double share) {
        int length = (int) (Math.abs(share % 1) * (BOOSTED.length - 1));
        byte[] part = java.util.Arrays.copyOf(BOOSTED, length);

        assertThatThrownBy(() -> ModelJson.read(part)).isInstanceOf(ModelFormatException.class);
    }

    @Property(tries = 300)
    void aDamagedModelIsRefusedOrStillScoresFiniteNumbers(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] damaged = BOOSTED.clone();
        for (int i = 0; i < 3; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) " 0123456789-,.[]{}\"eENaf".charAt(random.nextInt(24));
        }
        PortableModel model;
        try {
            model = ModelJson.read(damaged);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        FeatureTable rows = SyntheticData.rows(20, model.schema().size(), 3).table();
        for (double score : model.predictor().score(rows)) {
            assertThat(score).isFinite();
        }
    }
}
