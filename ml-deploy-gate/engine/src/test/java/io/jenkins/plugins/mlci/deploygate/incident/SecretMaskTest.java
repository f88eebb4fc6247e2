package io.jenkins.plugins.mlci.deploygate.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect to jdbc:postgresql://app:hunter2@db/shop failed | jdbc:postgresql://app:****@db/shop",
                "DB_PASSWORD=s3cr3tvalue rejected | DB_PASSWORD=**** rejected",
                "\"api_key\": \"abcdef123\", \"a\": 1 | \"api_key\": \"****\", \"a\": 1",
                "Authorization: Bearer abcdefgh.ijkl | Bearer ****",
                "pushed with ghp_0123456789abcdefghij0123 today | with **** today",
                "key AKIAABCDEFGHIJKLMNOP used | key **** used",
            })
    void masksSecrets(String text, String masked) {
        assertThat(SecretMask.of(text)).contains(masked);
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
        assertThat(SecretMask.of(text)).isEqualTo(text);
    }

    @Property(tries = 200)
    void takesAnyTextAndIsDoneAfterOnce(@ForAll String text) {
        String once = SecretMask.of(text);
        assertThat(SecretMask.of(once)).isEqualTo(once);
    }

    @Test
    void noSecretIsKept() {
        IncidentRecord incident = new IncidentRecord(
                "i1",
                "password=abc123 is wrong",
                "token=xyz98765",
                "pager",
                "prod",
                "shop",
                "",
                Instant.EPOCH,
                Optional.of(Instant.EPOCH),
                "",
                "",
                "secret=new12345 set");
        assertThat(IncidentJson.write(incident).json()).doesNotContain("abc123", "xyz98765", "new12345");
        assertThat(IncidentJson.read(IncidentJson.write(incident)).title()).isEqualTo("password=**** is wrong");
    }
}
