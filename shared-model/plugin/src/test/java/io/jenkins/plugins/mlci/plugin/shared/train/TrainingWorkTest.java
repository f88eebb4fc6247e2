package io.jenkins.plugins.mlci.plugin.shared.train;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.scheduler.CronTabList;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TrainingWorkTest {
    private final CronTabList atThree = CronTabList.create("0 3 * * *");

    private static long minute(int hour, int minute) {
        return LocalDateTime.of(2026, 3, 2, hour, minute)
                        .atZone(ZoneId.systemDefault())
                        .toEpochSecond()
                / 60;
    }

    @Test
    void trainsInTheMinuteThatTheScheduleNames() {
        assertThat(TrainingWork.isTime(atThree, minute(2, 58), minute(2, 59))).isFalse();
        assertThat(TrainingWork.isTime(atThree, minute(2, 59), minute(3, 0))).isTrue();
        assertThat(TrainingWork.isTime(atThree, minute(3, 0), minute(3, 1))).isFalse();
    }

    @Test
    void aMinuteLateIsStillInTime() {
        assertThat(TrainingWork.isTime(atThree, minute(2, 59), minute(3, 1))).isTrue();
    }

    @Test
    void whatWasSleptThroughIsNotMadeUpFor() {
        assertThat(TrainingWork.isTime(atThree, minute(2, 0), minute(9, 0))).isFalse();
    }
}
