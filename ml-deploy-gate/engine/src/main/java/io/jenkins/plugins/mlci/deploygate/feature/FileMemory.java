package io.jenkins.plugins.mlci.deploygate.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened to files in earlier deployments. Only the first 2,000 files of a deployment are looked at. */
final class FileMemory {
    private static final int MOST = 2_000;
    private static final double STRENGTH = 10;

    private final Map<String, File> files = new HashMap<>();

    private static final class File {
        private int changes;
        private int outcomes;
        private int failures;
        private double last;
    }

    /**
     * What is known of some files together; NaN when no file was given.
     *
     * @param changes earlier changes
     * @param days since they were last changed, mean over the files that were
     * @param failuresMost failures of the file that failed most
     * @param failures of all files
     * @param rate mean failure rate of the files
     */
    record Past(double changes, double days, double failuresMost, double failures, double rate) {}

    void change(List<String> paths, double now) {
        for (String path : first(paths)) {
            File file = files.computeIfAbsent(path, p -> new File());
            file.changes++;
            file.last = now;
        }
    }

    void learn(List<String> paths, boolean failed) {
        for (String path : first(paths)) {
            File file = files.computeIfAbsent(path, p -> new File());
            file.outcomes++;
            file.failures += failed ? 1 : 0;
        }
    }

    Past past(List<String> paths, double now, double expected) {
        if (paths.isEmpty()) {
            return new Past(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double changes = 0;
        double hours = 0;
        int changed = 0;
        double most = 0;
        double failures = 0;
        double rates = 0;
        List<String> looked = first(paths);
        for (String path : looked) {
            File file = files.get(path);
            if (file == null) {
                rates += expected;
                continue;
            }
            changes += file.changes;
            hours += file.changes > 0 ? Math.max(0, now - file.last) : 0;
            changed += file.changes > 0 ? 1 : 0;
            most = Math.max(most, file.failures);
            failures += file.failures;
            rates += (file.failures + STRENGTH * expected) / (file.outcomes + STRENGTH);
        }
        return new Past(
                changes, changed == 0 ? Double.NaN : hours / changed / 24, most, failures, rates / looked.size());
    }

    private static List<String> first(List<String> paths) {
        return paths.size() > MOST ? paths.subList(0, MOST) : paths;
    }
}
