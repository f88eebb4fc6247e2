package io.jenkins.plugins.mlci.deploygate.feature;

/** Counts outcomes; each counts half as much after each half-life. */
final class DecayedRate {
    private double outcomes;
    private double failures;
    private double at;

    /** @param now hours, never falling */
    void add(double now, double halfLife, boolean failed) {
        decay(now, halfLife);
        outcomes++;
        failures += failed ? 1 : 0;
    }

    /** The rate, pulled towards an expected one as if it had been seen that many times. Always more than 0. */
    double rate(double now, double halfLife, double expected, double strength) {
        double factor = factor(now, halfLife);
        return (failures * factor + strength * expected) / (outcomes * factor + strength);
    }

    private void decay(double now, double halfLife) {
        double factor = factor(now, halfLife);
        outcomes *= factor;
        failures *= factor;
        at = Math.max(at, now);
    }

    private double factor(double now, double halfLife) {
        return now <= at ? 1 : Math.pow(0.5, (now - at) / halfLife);
    }
}
