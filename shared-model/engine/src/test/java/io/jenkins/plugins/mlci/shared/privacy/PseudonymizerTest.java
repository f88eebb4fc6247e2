package io.jenkins.plugins.mlci.shared.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymizerTest {
    private final Pseudonymizer pseudonymizer = new Pseudonymizer(List.of(key(1, 1), key(5, 2)));

    /** RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?". */
    @Test
    void isHmacSha256() {
        Pseudonymizer rfc = new Pseudonymizer(List.of(new PseudonymKey(1, "Jefe".getBytes(StandardCharsets.US_ASCII))));
        assertThat(rfc.pseudonym("what do ya want for nothing?")).isEqualTo("5bdcc146bf60754e");
    }

    @Property
    void hasSixteenHexDigits(@ForAll @AlphaChars @StringLength(min = 1) String person) {
        assertThat(pseudonymizer.pseudonym(person)).matches("[0-9a-f]{16}").isEqualTo(pseudonymizer.pseudonym(person));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ren\u00e9e@example.org", " Ren\u00e9e@Example.ORG\n", "rene\u0301e@example.org"})
    void doesNotMindHowAPersonIsWritten(String person) {
        assertThat(pseudonymizer.pseudonym(person)).isEqualTo(pseudonymizer.pseudonym("ren\u00e9e@example.org"));
    }

    @Test
    void dependsOnPersonAndKey() {
        Pseudonymizer other = new Pseudonymizer(List.of(key(5, 3)));
        assertThat(pseudonymizer.pseudonym("a@x")).isNotEqualTo(pseudonymizer.pseudonym("b@x"));
        assertThat(pseudonymizer.pseudonym("a@x")).isNotEqualTo(other.pseudonym("a@x"));
    }

    @Test
    void knowsAPersonUnderAllKeys() {
        assertThat(pseudonymizer.keys()).containsExactly(1, 5);
        assertThat(pseudonymizer.currentKey()).isEqualTo(5);
        assertThat(pseudonymizer.allPseudonyms("a@x"))
                .hasSize(2)
                .doesNotHaveDuplicates()
                .endsWith(pseudonymizer.pseudonym("a@x"))
                .startsWith(new Pseudonymizer(List.of(key(1, 1))).pseudonym("a@x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void refusesNobody(String nobody) {
        assertThatIllegalArgumentException().isThrownBy(() -> pseudonymizer.pseudonym(nobody));
    }

    @Test
    void keepsItsSecret() {
        assertThat(key(3, 0xAB).toString())
                .isEqualTo("key 3")
                .doesNotContain(HexFormat.of().formatHex(key(3, 0xAB).secret()));
    }

    private static PseudonymKey key(int id, int content) {
        byte[] secret = new byte[PseudonymKey.BYTES];
        Arrays.fill(secret, (byte) content);
        return new PseudonymKey(id, secret);
    }
}
