package io.jenkins.plugins.mlci.logscan.scan;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * How long a scan may take.
 *
 * @param nanos a clock that only runs forward, in nanoseconds, such as {@code System::nanoTime}
 * @param most how long reading may take; what follows is left out
 */
public record TimeBudget(LongSupplier nanos, Duration most) {
    /** As long as it takes. */
    public static final TimeBudget UNLIMITED = new TimeBudget(() -> 0, Duration.ofNanos(Long.MAX_VALUE));

    public TimeBudget {
        Objects.requireNonNull(nanos, "nanos");
        if (most.isNegative()) {
            throw new IllegalArgumentException("A time budget is not negative.");
        }
    }
}
