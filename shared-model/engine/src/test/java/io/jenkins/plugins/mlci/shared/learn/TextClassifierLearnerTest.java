package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.TextClassifier;
import io.jenkins.plugins.mlci.shared.model.TextClassifierJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextClassifierLearnerTest {
    private static final List<String> NETWORK = List.of("timeout", "dns", "proxy", "connection", "refused");
    private static final List<String> DISK = List.of("disk", "full", "volume", "quota", "inode");
    private static final List<String> ANY = List.of("the", "service", "is", "slow", "please", "help", "today");

    private final TextClassifierLearner learner = new TextClassifierLearner(
            new HashedText(12, 2, 0.6f, 4, 0, 0),
            new SparseLinearLearner(SparseLoss.SQUARED_HINGE, 0.5, 10),
            0.5,
            2,
            Integer.MAX_VALUE);
    private final List<String> texts = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    @BeforeEach
    void drawTexts() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            boolean network = random.nextInt(3) > 0;
            // One in ten is labelled wrongly, so that a probability of 1 would be a lie.
            boolean wrong = random.nextInt(10) == 0;
            List<String> kind = network ? NETWORK : DISK;
            texts.add(
                    pick(ANY, random) + " " + pick(kind, random) + " " + pick(ANY, random) + " " + pick(kind, random));
            labels.add(network != wrong ? "network" : "disk");
        }
    }

    @Test
    void knowsTheLabelAndSaysWhy() {
        TextClassifier model = learner.fit(texts, labels, TrainingContext.seeded(1));
        assertThat(model.labels()).containsExactly("disk", "network");
        double[] probabilities = model.probabilities("connection refused by the proxy");
        assertThat(probabilities[1]).isBetween(0.8, 0.99);
        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
        assertThat(model.reasons("please: disk full today", 0, 2)).hasSize(2).containsKey("disk");
        assertThat(model.provenance().rows()).isEqualTo(300);
    }

    @Test
    void wordsItNeverSawSayNothing() {
        TextClassifier model = learner.fit(texts, labels, TrainingContext.seeded(1));
        assertThat(model.row("zzz yyy").size()).isZero();
        assertThat(model.probabilities("")).containsExactly(model.probabilities("zzz yyy"));
        assertThat(model.reasons("zzz", 0, 3)).isEmpty();
    }

    @Test
    void survivesJson() {
        TextClassifier model = learner.fit(texts, labels, TrainingContext.seeded(1));
        byte[] json = TextClassifierJson.write(model);
        TextClassifier read = TextClassifierJson.read(json);
        assertThat(read.probabilities("disk full")).containsExactly(model.probabilities("disk full"));
        assertThat(read.provenance()).isEqualTo(model.provenance());
        assertThat(new String(json, StandardCharsets.UTF_8))
                .doesNotContain("proxy")
                .startsWith("{\"format\":");
    }

    @Test
    void refusesDamagedJson() {
        String json = new String(
                TextClassifierJson.write(learner.fit(texts, labels, TrainingContext.seeded(1))),
                StandardCharsets.UTF_8);
        for (String damaged : List.of(
                json.replace("\"kind\":\"text\"", "\"kind\":\"trees\""),
                json.replace("\"bits\":12", "\"bits\":99"),
                json.replaceFirst("\"buckets\":\\[(\\d+),", "\"buckets\":[9999999,"),
                json.replaceFirst("\"weights\":\\[[^,]+,", "\"weights\":["),
                json.replace("\"label\":\"disk\"", "\"label\":\"network\""),
                json.substring(0, json.length() / 2))) {
            assertThatThrownBy(() -> TextClassifierJson.read(damaged.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining(" ");
        }
    }

    @Test
    void keepsOnlyTheBucketsThatCountMost() {
        TextClassifierLearner small = new TextClassifierLearner(learner.text(), learner.linear(), 0.5, 2, 12);
        TextClassifier model = small.fit(texts, labels, TrainingContext.seeded(1));
        int used = 0;
        for (float rarity : model.rarity()) {
            used += rarity > 0 ? 1 : 0;
        }
        assertThat(used).isEqualTo(12);
        assertThat(model.probabilities("disk full volume")[0]).isGreaterThan(0.7);
    }

    @Test
    void fewTextsAreEnoughToBegin() {
        TextClassifier model =
                learner.fit(List.of("disk full", "dns timeout"), List.of("disk", "network"), TrainingContext.seeded(1));
        assertThat(model.scores(model.row("disk full"))[0]).isPositive();
    }

    @Test
    void oneLabelCannotBeLearned() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.fit(List.of("a", "b"), List.of("x", "x"), TrainingContext.seeded(1)))
                .withMessageContaining("same label");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> learner.fit(List.of("a"), List.of(), TrainingContext.seeded(1)));
    }

    private static String pick(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
