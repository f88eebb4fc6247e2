package io.jenkins.plugins.mlci.logscan.replay;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which cases are left out together. All cases of a project are in one fold, and so are all cases of a source that has one project only;
 * small projects share {@value #SHARED} folds.
 */
final class Folds {
    private static final int SHARED = 4;
    /** A project with this many cases has a fold of its own. */
    private static final int LARGE = 6;

    private Folds() {}

    /** The fold of each project. */
    static Map<String, Integer> of(Collection<ReadCase> cases) {
        Map<String, Integer> sizes = new TreeMap<>();
        Map<String, String> source = new TreeMap<>();
        for (ReadCase each : cases) {
            sizes.merge(each.project(), each.compared() || each.given().good().isEmpty() ? 1 : 0, Integer::sum);
            source.put(each.project(), each.given().source());
        }
        Map<String, Integer> folds = new TreeMap<>();
        int small = 0;
        int large = SHARED;
        int builds = -1;
        for (Map.Entry<String, Integer> project : sizes.entrySet()) {
            if (source.get(project.getKey()).equals("jenkins-history")) {
                // Two jobs with the same tools and the same seeded faults: one would tell of the other.
                builds = builds < 0 ? large++ : builds;
                folds.put(project.getKey(), builds);
            } else {
                folds.put(project.getKey(), project.getValue() >= LARGE ? large++ : small++ % SHARED);
            }
        }
        return folds;
    }
}
