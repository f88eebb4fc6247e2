package io.jenkins.plugins.mlci.shared.history.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LosslessTextTest {
    @Property
    void keepsAnyString(@ForAll("hostile") String text) {
        String escaped = LosslessText.escape(text);
        assertThat(escaped).doesNotContain("\0");
        String stored = new String(escaped.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(stored).isEqualTo(escaped);
        assertThat(LosslessText.unescape(stored)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folder/job", "tests/test_a.py::test[1-\u00e4]", "\ud83d\ude00", "a\nb"})
    void leavesOrdinaryTextAsItIs(String text) {
        assertThat(LosslessText.escape(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\n", "\\u12", "\\uGGGG", "\\u+123"})
    void refusesBrokenEscapes(String escaped) {
        assertThatExceptionOfType(CorruptPayloadException.class).isThrownBy(() -> LosslessText.unescape(escaped));
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.chars()
                .with('\0', '\\', 'u', '0', '\ud83d', '\ude00', '\uffff', '\n')
                .array(char[].class)
                .ofMaxSize(40)
                .map(String::new);
    }
}
