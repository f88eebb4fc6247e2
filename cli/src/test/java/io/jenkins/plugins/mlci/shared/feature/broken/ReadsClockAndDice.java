package io.jenkins.plugins.mlci.shared.feature.broken;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Breaks the rule that an engine is given the world, once in each method whose name does not begin with "given". */
public final class ReadsClockAndDice {
    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    LongSupplier nanosByReference() {
        return System::nanoTime;
    }

    Instant instant() {
        return Instant.now();
    }

    LocalDateTime dateTime() {
        return LocalDateTime.now();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    String variable() {
        return System.getenv("HOME");
    }

    String property() {
        return System.getProperty("user.home");
    }

    Random random() {
        return new Random();
    }

    Supplier<Random> randomByReference() {
        return Random::new;
    }

    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    double mathRandom() {
        return Math.random();
    }

    int threadLocalRandom() {
        return ThreadLocalRandom.current().nextInt();
    }

    UUID uuid() {
        return UUID.randomUUID();
    }

    PrintStream out() {
        return System.out;
    }

    PrintStream err() {
        return System.err;
    }

    Instant givenClock(Clock clock) {
        return Instant.now(clock);
    }

    Random givenSeed(long seed) {
        return new Random(seed);
    }
}
