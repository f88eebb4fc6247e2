package io.jenkins.plugins.mlci.deploygate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreezeWindowTest {
    @ParameterizedTest
    @CsvSource({
        // Berlin is an hour ahead of UTC in November and two in July.
        "Fri 16:00 to 20:00 Europe/Berlin, 2026-11-27T15:00:00Z, 2026-11-27T19:00:00Z",
        "Fri 16:00 to 20:00 Europe/Berlin, 2026-07-03T14:00:00Z, 2026-07-03T18:00:00Z",
        "Fri 16:00 to 20:00 Europe/Berlin, 2026-11-27T14:59:59Z,",
        "Fri 16:00 to 20:00 Europe/Berlin, 2026-11-27T19:00:00Z,",
        "Fri 22:00 to 06:00 UTC, 2026-11-28T05:00:00Z, 2026-11-28T06:00:00Z",
        "'Sat,Sun 00:00 to 00:00 UTC', 2026-11-29T12:00:00Z, 2026-11-30T00:00:00Z",
        "Fri-Mon 00:00 to 00:00 UTC, 2026-11-30T12:00:00Z, 2026-12-01T00:00:00Z",
        "Fri-Mon 00:00 to 00:00 UTC, 2026-12-01T12:00:00Z,",
        "2026-12-20T00:00 to 2027-01-03T00:00 UTC, 2026-12-24T18:00:00Z, 2027-01-03T00:00:00Z",
        "2026-12-20T00:00 to 2027-01-03T00:00 UTC, 2027-01-03T00:00:00Z,"
    })
    void holdsOnTheClockOfItsPlace(String text, Instant time, Instant end) {
        assertThat(FreezeText.parse(text).endsAfter(time)).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "always",
                "Foo 16:00 to 20:00 UTC",
                "Fri 25:00 to 26:00 UTC",
                "Fri 16:00 to 20:00 Mars/North",
                "2026-12-20T00:00 to 2026-12-19T00:00 UTC"
            })
    void saysHowToWriteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FreezeText.parse(text))
                .withMessageContaining("freeze");
    }

    @Test
    void aFreezeBlocksUntilItIsBypassedWithAReason() {
        FreezeWindow freeze = FreezeText.parse("2026-12-20T00:00 to 2027-01-03T00:00 UTC");
        EnvironmentPolicy policy = new EnvironmentPolicy(GateCosts.of(10, 1).thresholds(), List.of(freeze), true);
        GatePolicy gate = GatePolicy.everywhere(policy);
        Instant inside = Instant.parse("2026-12-24T10:00:00Z");
        GatePolicy.Ruling frozen = gate.rule("prod", 0.001, inside, Optional.empty());
        assertThat(frozen.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(frozen.byRisk()).isEqualTo(Verdict.PROCEED);
        assertThat(frozen.reasons().get(0)).contains("holds until Sun 2027-01-03 00:00 UTC.");
        assertThat(gate.rule("prod", 0.001, inside, Optional.of(" ")).verdict()).isEqualTo(Verdict.BLOCK);
        GatePolicy.Ruling bypassed = gate.rule("prod", 0.001, inside, Optional.of("security fix"));
        assertThat(bypassed.verdict()).isEqualTo(Verdict.PROCEED);
        assertThat(bypassed.reasons().get(0)).contains("bypassed: security fix");
        assertThat(gate.rule("prod", 0.9, inside, Optional.of("security fix")).verdict())
                .isEqualTo(Verdict.BLOCK);
    }

    @Test
    void environmentsMayHaveTheirOwnPolicy() {
        EnvironmentPolicy strict = new EnvironmentPolicy(new RiskThresholds(0, 0.01, 0.02), List.of(), true);
        GatePolicy gate = new GatePolicy(java.util.Map.of("prod", strict), EnvironmentPolicy.ADVISE);
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        assertThat(gate.rule("prod", 0.03, now, Optional.empty()).verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(gate.rule("prod", 0.03, now, Optional.empty()).binding()).isTrue();
        assertThat(gate.rule("test", 0.03, now, Optional.empty()).verdict()).isEqualTo(Verdict.CANARY);
        assertThat(gate.rule("test", 0.001, now, Optional.empty()).reasons()).anyMatch(r -> r.contains("below"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat-Sun 00:00 to 00:00 UTC | Sat-Sun 00:00 to 00:00 UTC holds until Mon 2026-11-30 00:00 UTC.",
                "Sat 00:00 to 12:00 UTC | Sat 00:00 to 12:00 UTC holds until Sat 2026-11-28 12:00 UTC.",
                "Sat 00:00 to 12:00 Europe/Berlin"
                        + " | Sat 00:00 to 12:00 Europe/Berlin holds until Sat 2026-11-28 12:00 Europe/Berlin.",
                "Mon-Sun 00:00 to 00:00 UTC | Mon-Sun 00:00 to 00:00 UTC holds at least until Tue 2027-11-30 00:00 UTC."
            })
    void goesOnWhileItsEndIsFrozenToo(String text, String sentence) {
        EnvironmentPolicy policy =
                new EnvironmentPolicy(GateCosts.of(10, 1).thresholds(), List.of(FreezeText.parse(text)), true);
        Instant saturday = Instant.parse("2026-11-28T10:00:00Z");
        assertThat(policy.frozen(saturday).orElseThrow().sentence()).isEqualTo("The freeze " + sentence);
    }

    @Test
    void oneWindowMayFollowAnother() {
        EnvironmentPolicy policy = new EnvironmentPolicy(
                GateCosts.of(10, 1).thresholds(),
                List.of(
                        FreezeText.parse("Sat-Sun 00:00 to 00:00 UTC"),
                        FreezeText.parse("Fri 16:00 to 00:00 UTC"),
                        FreezeText.parse("Mon 01:00 to 02:00 UTC")),
                true);
        EnvironmentPolicy.Frozen friday =
                policy.frozen(Instant.parse("2026-11-27T17:00:00Z")).orElseThrow();
        assertThat(friday.until()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(friday.name()).isEqualTo("Fri 16:00 to 00:00 UTC and Sat-Sun 00:00 to 00:00 UTC");
        assertThat(policy.frozen(Instant.parse("2026-11-27T15:00:00Z"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 1 | 0.01999 | The risk of 1.999 % is below 2.000 %, where the first precaution begins.",
                "10 | 1 | 0.011 | The risk of 1.1 % is below 2.0 %, where the first precaution begins.",
                "10 | 1 | 0.02 | The risk of 2.0 % is at or above 2.0 %, where 'canary' begins.",
                "10000 | 1 | 0.00001 | The risk of 0.0010 % is below 0.0020 %, where the first precaution begins.",
                "1 | 100 | 0.5 | The risk is 50 %; at no risk does this policy ask for a precaution."
            })
    void saysHowTheRiskLiesToWhatItIsComparedWith(double failure, double delay, double risk, String sentence) {
        EnvironmentPolicy policy =
                new EnvironmentPolicy(GateCosts.of(failure, delay).thresholds(), List.of(), false);
        GatePolicy.Ruling ruling = GatePolicy.everywhere(policy)
                .rule("prod", risk, Instant.parse("2026-11-24T10:00:00Z"), Optional.empty());
        assertThat(ruling.reasons()).containsExactly(sentence);
    }
}
