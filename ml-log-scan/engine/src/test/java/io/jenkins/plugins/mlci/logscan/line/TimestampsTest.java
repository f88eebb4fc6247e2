package io.jenkins.plugins.mlci.logscan.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    private record Read(TimeKind kind, long millis, String message) {}

    private static List<Read> read(String log) throws IOException {
        List<Read> lines = new ArrayList<>();
        LineReader.readAll(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                line -> lines.add(new Read(line.timeKind(), line.millis(), line.messageText())));
        return lines;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24T09:30:15Z text | 2026-11-24T09:30:15Z
            2024-02-27T11:20:33.1234567Z text | 2024-02-27T11:20:33.123Z
            [2026-11-23T06:14:29.709Z] text | 2026-11-23T06:14:29.709Z
            2026-11-24 09:30:15,250 text | 2026-11-24T09:30:15.250Z
            2026-11-24 09:30:15.5 text | 2026-11-24T09:30:15.500Z
            2026-11-24T09:30:15+01:00 text | 2026-11-24T08:30:15Z
            2026-11-24 09:30:15 -0500 text | 2026-11-24T14:30:15Z
            2026/11/24 09:30:15 text | 2026-11-24T09:30:15Z
            2005-06-03-15.42.50.675872 text | 2005-06-03T15:42:50.675Z
            24/11/2026 09:30:15 text | 2026-11-24T09:30:15Z
            [24/Nov/2026:09:30:15 +0000] text | 2026-11-24T09:30:15Z
            17/06/09 20:10:40 text | 2017-06-09T20:10:40Z
            081109 203615 text | 2008-11-09T20:36:15Z
            20171223-22:15:29:606 text | 2017-12-23T22:15:29.606Z
            20261124T093015 text | 2026-11-24T09:30:15Z
            [Sun Dec 04 04:47:44 2005] text | 2005-12-04T04:47:44Z
            Tue Nov 24 09:30:15 UTC 2026 text | 2026-11-24T09:30:15Z
            Nov 24, 2026 9:30:15 PM text | 2026-11-24T21:30:15Z
            1700000000.250 text | 2023-11-14T22:13:20.250Z
            1700000000250 text | 2023-11-14T22:13:20.250Z
            [1700000000] text | 2023-11-14T22:13:20Z
            """)
    void readsFullTimes(String line, Instant expected) throws IOException {
        Read read = read(line).get(0);
        assertThat(read.kind()).isEqualTo(TimeKind.INSTANT);
        assertThat(Instant.ofEpochMilli(read.millis())).isEqualTo(expected);
        assertThat(read.message()).isEqualTo("text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jun 14 15:16:01 combo sshd | DAY_OF_YEAR | combo sshd
            03-17 16:13:38.811 text | DAY_OF_YEAR | text
            [10.30 16:49:06] chrome.exe | DAY_OF_YEAR | chrome.exe
            09:30:15 text | TIME_OF_DAY | text
            [09:30:15.123] text | TIME_OF_DAY | text
            9:30:15 PM text | TIME_OF_DAY | text
            [   12.345678] usb | ELAPSED | usb
            [0.000] gc | ELAPSED | gc
            """)
    void readsPartialTimes(String line, TimeKind kind, String message) throws IOException {
        Read read = read(line).get(0);
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.2.3 is a version
            10 files were changed
            1117838570 double-hummer alignment exceptions
            2026 was a year
            12:30 is lunch
            99:99:99 is no time
            2026-13-45 is no day
            [INFO] Building
            [main] started
            March of the penguins
            """)
    void leavesAloneWhatIsNoTime(String line) throws IOException {
        Read read = read(line).get(0);
        assertThat(read.kind()).isEqualTo(TimeKind.NONE);
        assertThat(read.millis()).isEqualTo(Line.NO_TIME);
        assertThat(read.message()).isEqualTo(line);
    }

    @Test
    void takesOffTheStampOfTheServerAndOfTheTool() throws IOException {
        Read read = read("[2026-11-24T09:00:00.000Z] 2026-11-24 10:00:01,5 INFO  indented")
                .get(0);
        assertThat(Instant.ofEpochMilli(read.millis())).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(read.message()).isEqualTo("INFO  indented");
        assertThat(read("09:00:00   three blanks").get(0).message()).isEqualTo("  three blanks");
    }

    @Test
    void goesOnCountingAtMidnight() throws IOException {
        List<Read> lines = read("23:59:59 a\n00:00:01 b\n00:00:02 c\n");
        assertThat(lines.get(1).millis() - lines.get(0).millis()).isEqualTo(2000);
        assertThat(lines.get(2).millis() - lines.get(1).millis()).isEqualTo(1000);
    }

    @Test
    void readsTheMarksOfTravis() throws IOException {
        Read read =
                read("travis_time:end:0a1b:start=1404915614000000000,finish=1404915620000000000,duration=6000000000")
                        .get(0);
        assertThat(read.millis()).isEqualTo(1404915620000L);
    }

    @Property(tries = 500)
    void knowsTheCalendar(@ForAll @IntRange(min = -200_000, max = 200_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        assertThat(Calendar.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
                .isEqualTo(day);
    }
}
