package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    private static long key(String line) {
        byte[] bytes = LineShapes.bytes(line);
        return new LineScanner().scan(bytes, 0, bytes.length).wordsHash;
    }

    @Test
    void aVoteHoldsForLinesThatDifferInNumbers() {
        Feedback feedback = Feedback.none().cause("connection to 10.0.0.1 lost after 5 s");
        assertThat(feedback.applied(0.5, key("connection to 10.0.0.9 lost after 77 s")))
                .isGreaterThan(0.8);
        assertThat(feedback.applied(0.5, key("something else"))).isEqualTo(0.5);
    }

    @Test
    void causeAndNoiseCancelOut() {
        Feedback feedback = Feedback.none().cause("it broke").noise("it broke");
        assertThat(feedback.votes()).isEmpty();
    }

    @Test
    void linesThatBelongTogetherHaveOneVoteForEachWording() {
        List<String> lines = List.of("warning 1 of the linter", "warning 2 of the linter", "see the report");
        Feedback noise = Feedback.none().all(lines, -1);
        assertThat(noise.votes().values()).containsExactly(-1, -1);
        assertThat(noise.all(lines, 1)).isEqualTo(Feedback.none());
        assertThat(noise.all(lines, 2).votes().values()).containsExactly(1, 1);
        assertThat(noise.all(List.of(), 1)).isEqualTo(noise);
    }

    @Test
    void oneLineHasALimitedWeight() {
        Feedback feedback = Feedback.none();
        for (int i = 0; i < 50; i++) {
            feedback = feedback.noise("it broke");
        }
        assertThat(feedback.votes().values()).containsExactly(-Feedback.STRONGEST);
        assertThat(feedback.applied(0.9, key("it broke"))).isBetween(0.001, 0.5);
    }

    @Test
    void theOldestVotesGoWhenThereAreTooMany() {
        Feedback feedback = Feedback.none().cause("the first line");
        for (int i = 0; i < Feedback.MOST; i++) {
            feedback = feedback.cause("line " + "abcdefghij".charAt(i % 10) + word(i));
        }
        assertThat(feedback.votes()).hasSize(Feedback.MOST).doesNotContainKey(key("the first line"));
    }

    private static String word(int i) {
        return Integer.toString(i + 1000)
                .chars()
                .mapToObj(c -> "" + (char) ('a' + c - '0'))
                .reduce("", String::concat);
    }
}
