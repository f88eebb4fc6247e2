package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter drawn = new StringWriter();
    private final PrintWriter terminal = new PrintWriter(drawn);
    private final SetClock clock = new SetClock();

    @Test
    void drawsHowFarItIsAndHowLongItStillTakes() {
        Progress progress = new Progress("Reading", 4, terminal, clock);
        clock.millis += 60_000;
        progress.step();
        assertThat(drawn.toString()).endsWith("Reading [#######-----------------------] 1/4, 3:00 left");
    }

    @Test
    void countsWhereTheTotalIsUnknown() {
        Progress progress = new Progress("Reading", 0, terminal, clock);
        progress.step(1_234);
        assertThat(drawn.toString()).endsWith("Reading: 1,234");
    }

    @Test
    void drawsTenTimesASecondAtMost() {
        Progress progress = new Progress("Reading", 1_000, terminal, clock);
        for (int i = 0; i < 1_000; i++) {
            clock.millis++;
            progress.step();
        }
        assertThat(drawn.toString().chars().filter(c -> c == '\r').count()).isEqualTo(10);
    }

    @Test
    void moreStepsThanAnnouncedDoNoHarm() {
        Progress progress = new Progress("Reading", 2, terminal, clock);
        progress.step(5);
        assertThat(drawn.toString()).contains("2/2, 0:00 left");
    }

    @Test
    void wipesItselfAndOnlyIfItWasDrawn() {
        new Progress("Reading", 2, terminal, clock).close();
        assertThat(drawn.toString()).isEmpty();
        try (Progress progress = new Progress("Reading", 2, terminal, clock)) {
            progress.step();
        }
        assertThat(drawn.toString()).endsWith("\r\u001B[K");
    }

    @Test
    void drawsNothingWithoutATerminal() {
        try (Progress progress = new Progress("Reading", 2, null, clock)) {
            progress.step();
        }
        assertThat(drawn.toString()).isEmpty();
    }

    private static final class SetClock extends Clock {
        private long millis = 1_000_000;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }
}
