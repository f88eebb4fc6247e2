package io.jenkins.plugins.mlci.deploygate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord.Judged;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrackRecordTest {
    @Test
    void countsRightAndWrongStops() {
        List<Judged> decisions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            decisions.add(new Judged(i < 3 ? Verdict.APPROVE : Verdict.CANARY, false));
        }
        for (int i = 0; i < 6; i++) {
            decisions.add(new Judged(i < 4 ? Verdict.BLOCK : Verdict.PROCEED, true));
        }
        decisions.add(new Judged(Verdict.BLOCK, null));
        TrackRecord record = TrackRecord.of(decisions, Verdict.APPROVE);
        assertThat(record.failuresStopped().hits()).isEqualTo(4);
        assertThat(record.goodStopped().hits()).isEqualTo(3);
        assertThat(record.stopsRight().all()).isEqualTo(7);
        assertThat(record.unknown()).isEqualTo(1);
        assertThat(record.isMature()).isTrue();
        assertThat(record.sentence()).contains("4 of 6 failures stopped", "3 of 60 good ones delayed");
    }

    @Test
    void saysWhenItIsTooEarly() {
        assertThat(TrackRecord.of(List.of(), Verdict.BLOCK).sentence()).contains("leave the gate advisory");
        TrackRecord few = TrackRecord.of(List.of(new Judged(Verdict.BLOCK, true)), Verdict.BLOCK);
        assertThat(few.isMature()).isFalse();
        assertThat(few.sentence()).contains("too little");
    }

    @Property
    void aShareLiesInItsInterval(@ForAll @IntRange(max = 500) int hits, @ForAll @IntRange(max = 500) int others) {
        Share share = Share.of(hits, hits + others);
        if (hits + others == 0) {
            assertThat(share.estimate()).isNaN();
        } else {
            assertThat(share.estimate()).isBetween(share.low() - 1e-9, share.high() + 1e-9);
        }
        assertThat(share.low()).isBetween(0.0, 1.0);
        assertThat(share.high()).isBetween(share.low(), 1.0);
    }

    @Test
    void wilsonAsInTheBooks() {
        Share share = Share.of(2, 20);
        assertThat(share.low()).isCloseTo(0.0337, within(0.001));
        assertThat(share.high()).isCloseTo(0.2608, within(0.001));
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(3, 2));
    }
}
