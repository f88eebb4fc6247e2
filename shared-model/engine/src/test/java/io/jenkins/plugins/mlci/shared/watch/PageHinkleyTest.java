package io.jenkins.plugins.mlci.shared.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PageHinkleyTest {
    @Test
    void noticesARiseSoonAndNotBefore() {
        SplittableRandom random = new SplittableRandom(1);
        PageHinkley watch = new PageHinkley(0.05, 5, 30);
        for (int i = 0; i < 2000; i++) {
            assertThat(watch.add(random.nextDouble() * 0.4)).isFalse();
        }
        int delay = 0;
        while (!watch.add(0.3 + random.nextDouble() * 0.4)) {
            delay++;
        }
        assertThat(delay).isLessThan(60);
    }

    @Test
    void aFallIsNoAlarm() {
        PageHinkley watch = new PageHinkley(0, 1, 1);
        boolean alarm = false;
        for (int i = 0; i < 500; i++) {
            alarm |= watch.add(1 - i / 500.0);
        }
        assertThat(alarm).isFalse();
    }

    @Test
    void beginsAnewAfterAnAlarm() {
        PageHinkley watch = new PageHinkley(0, 1, 1);
        watch.add(0);
        assertThat(watch.add(10)).isTrue();
        assertThat(watch.add(10)).isFalse();
        assertThat(watch.add(10)).isFalse();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> new PageHinkley(0, 1, 1).add(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new PageHinkley(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
