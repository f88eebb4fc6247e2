package io.jenkins.plugins.mlci.deploygate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1700000000, 2023-11-14T22:13:20Z",
        "1700000000.9, 2023-11-14T22:13:20Z",
        "1700000000250, 2023-11-14T22:13:20.250Z",
        "1700000000000000, 2023-11-14T22:13:20Z",
        "1.7e18, 2023-11-14T22:13:20Z",
        "2024-01-10T10:00:00Z, 2024-01-10T10:00:00Z",
        "2024-01-10T10:00:00, 2024-01-10T10:00:00Z",
        "2024-01-10T10:00:00.5+02:00, 2024-01-10T08:00:00.500Z",
        "2024-01-10 10:00:00, 2024-01-10T10:00:00Z",
        "2024-01-10 10:00:00 UTC, 2024-01-10T10:00:00Z",
        "2024-01-10 10:00:07 -0130, 2024-01-10T11:30:07Z",
        "2001/12/12 7:41, 2001-12-12T07:41:00Z",
        "2002/5/15 16:55, 2002-05-15T16:55:00Z",
        "2002-5-5, 2002-05-05T00:00:00Z",
        "20011212 7:41, 2001-12-12T07:41:00Z",
        "2024-01-10, 2024-01-10T00:00:00Z"
    })
    void readsWhatPeopleWrite(String text, Instant time) {
        assertThat(RecordedTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "1e300",
                "-1e300",
                "NaN",
                "2024-13-01 10:00",
                "2024-02-30",
                "2024-01-10 24:61",
                "2024-01/10 10:00",
                "2024-01-10T10:00:00+99:00",
                "10.01.2024"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(RecordedTime.parse(text)).isEmpty();
    }
}
