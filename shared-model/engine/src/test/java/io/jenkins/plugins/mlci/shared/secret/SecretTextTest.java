package io.jenkins.plugins.mlci.shared.secret;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect to jdbc:postgresql://app:hunter2@db/shop failed | jdbc:postgresql://app:****@db/shop",
                "DB_PASSWORD=s3cr3tvalue rejected | DB_PASSWORD=**** rejected",
                "\"api_key\": \"abcdef123\", \"a\": 1 | \"api_key\": \"****\", \"a\": 1",
                "Authorization: Bearer abcdefgh.ijkl | Bearer ****",
                "pushed with ghp_0123456789abcdefghij0123456789abcdef today | with **** today",
                "key AKIAABCDEFGH12345678 used | key **** used",
            })
    void masksSecrets(String text, String masked) {
        assertThat(SecretText.mask(text)).contains(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Version 2.7.1 (sha256:9f86d081884c7d659a2feaa0c55ad015) fails since 10:04",
                "token: none",
                "The password form does not open",
                "https://example.org:8443/health answers 503",
            })
    void leavesAllElse(String text) {
        assertThat(SecretText.mask(text)).isEqualTo(text);
    }

    @Property(tries = 200)
    void takesAnyTextAndIsDoneAfterOnce(@ForAll String text) {
        String once = SecretText.mask(text);
        assertThat(SecretText.mask(once)).isEqualTo(once);
    }

    @Test
    void ofAKeyOnlyItsFrameIsLeft() {
        String text =
                "It says:\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\nq83Kd+/9==\n-----END RSA PRIVATE KEY-----\nand stops";
        assertThat(SecretText.mask(text))
                .isEqualTo("It says:\n****\n****\n****\n-----END RSA PRIVATE KEY-----\nand stops");
    }

    @Test
    void valuesWithOtherLettersAreHiddenWhole() {
        assertThat(SecretText.mask("password=p\u00e4ssw\u00f6rt rejected")).isEqualTo("password=**** rejected");
        assertThat(SecretText.mask("pwd=admin\r\nnext")).isEqualTo("pwd=****\r\nnext");
    }
}
