package io.jenkins.plugins.mlci.deploygate.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentSecretsTest {
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
                "secret=new12345 set",
                IncidentRecord.Guesses.NONE);
        assertThat(IncidentJson.write(incident).json()).doesNotContain("abc123", "xyz98765", "new12345");
        assertThat(IncidentJson.read(IncidentJson.write(incident)).title()).isEqualTo("password=**** is wrong");
    }
}
