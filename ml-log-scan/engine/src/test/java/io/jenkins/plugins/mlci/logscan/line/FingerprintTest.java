package io.jenkins.plugins.mlci.logscan.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String CHARACTERS = "ab09:/%";

    private static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(bytes, 0, bytes.length);
    }

    private static long withoutDigits(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Fingerprint.withoutDigits(bytes, 0, bytes.length);
    }

    @Property(tries = 300)
    void isThatOfTheBytesWhereverTheyStand(@ForAll String before, @ForAll String text) {
        byte[] whole = (before + text + "x").getBytes(StandardCharsets.UTF_16LE);
        int from = 2 * before.length();
        int to = from + 2 * text.length();
        byte[] alone = text.getBytes(StandardCharsets.UTF_16LE);
        assertThat(Fingerprint.of(whole, from, to)).isEqualTo(Fingerprint.of(alone, 0, alone.length));
        assertThat(Fingerprint.withoutDigits(whole, from, to))
                .isEqualTo(Fingerprint.withoutDigits(alone, 0, alone.length));
    }

    @Property(tries = 1000)
    void tellsTextsApart(
            @ForAll @AlphaChars @NumericChars @StringLength(max = 20) String one,
            @ForAll @AlphaChars @NumericChars @StringLength(max = 20) String other) {
        assertThat(of(one) == of(other)).isEqualTo(one.equals(other));
        String ones = one.replaceAll("[0-9]", "0");
        String others = other.replaceAll("[0-9]", "0");
        assertThat(withoutDigits(one) == withoutDigits(other)).isEqualTo(ones.equals(others));
    }

    @Test
    void knowsDigitsOnlyAsDigits() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            StringBuilder other = new StringBuilder();
            int length = random.nextInt(24);
            for (int at = 0; at < length; at++) {
                char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
                boolean digit = c >= '0' && c <= '9';
                text.append(c);
                other.append(digit ? (char) ('0' + random.nextInt(10)) : c);
            }
            assertThat(withoutDigits(text.toString())).isEqualTo(withoutDigits(other.toString()));
        }
        // The neighbours of the digits among the characters are none.
        assertThat(withoutDigits("a/b")).isNotEqualTo(withoutDigits("a0b"));
        assertThat(withoutDigits("a:b")).isNotEqualTo(withoutDigits("a9b"));
        assertThat(withoutDigits("\u00b1 metre")).isNotEqualTo(withoutDigits("\u00b2 metre"));
    }

    @Test
    void isNeverZero() {
        assertThat(of("")).isNotZero();
        assertThat(withoutDigits("")).isNotZero();
    }
}
