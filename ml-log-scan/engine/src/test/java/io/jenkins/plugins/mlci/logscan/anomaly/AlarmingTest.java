package io.jenkins.plugins.mlci.logscan.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmingTest {
    private static boolean alarming(String wording) {
        return Alarming.is(wording.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error",
                "[ERROR] <*>",
                "Could Not resolve <*>",
                "Tests run: <*>, Failures: <*>",
                "no such file",
                "it can't be",
                "disk: No Space",
                "<*> segmentation fault"
            })
    void wordsOfTroubleAlarmInAnyCase(String wording) {
        assertThat(alarming(wording)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "erro", "Building <*>", "could now go on", "err<*>or"})
    void otherWordsDoNot(String wording) {
        assertThat(alarming(wording)).isFalse();
    }

    @Property
    void wordsAreFoundAnywhere(@ForAll String before, @ForAll String after) {
        assertThat(alarming(before + "timed out" + after)).isTrue();
    }

    @Test
    void aWordThatTheEndCutsOffIsNone() {
        assertThat(alarming("it was not foun")).isFalse();
    }
}
