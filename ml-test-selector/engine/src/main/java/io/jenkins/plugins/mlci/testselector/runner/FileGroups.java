package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Files for a runner that chooses whole files: one is left out only when all its known tests are. */
final class FileGroups {
    private static final Set<String> SOURCES =
            Set.of("js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "vue", "rb", "feature");

    private static final String FILE_UNKNOWN =
            "its file is not known, or is outside the project (reports name the file of"
                    + " each test where the reporter is told to: jest-junit with addFileAttribute \"true\")";

    private final Map<String, List<TestId>> skipped = new TreeMap<>();

    private FileGroups() {}

    /** The files that can be left out; reports to the draft the skipped tests that run because of another test of their file. */
    static FileGroups skipped(KnownTests known, Draft draft) {
        Set<String> needed = new HashSet<>();
        boolean unknownNeeded = false;
        for (TestId test : known.run()) {
            Optional<String> file = fileOf(test, draft);
            file.ifPresent(needed::add);
            unknownNeeded |= file.isEmpty();
        }
        for (TestId test : known.contradicted()) {
            fileOf(test, draft).ifPresent(needed::add);
        }
        FileGroups groups = new FileGroups();
        for (TestId test : known.skip()) {
            Optional<String> file = fileOf(test, draft);
            if (file.isEmpty()) {
                draft.cannotName(test, FILE_UNKNOWN);
            } else if (needed.contains(file.get())) {
                draft.cannotName(test, "another test of its file must run");
            } else if (unknownNeeded) {
                draft.cannotName(test, "the file of a test that must run is not known, and may be this one");
            } else {
                groups.skipped
                        .computeIfAbsent(file.get(), key -> new ArrayList<>())
                        .add(test);
            }
        }
        return groups;
    }

    /** The files of the tests that must run, sorted; reports to the draft the tests without one. */
    static List<String> needed(KnownTests known, Draft draft) {
        Set<String> files = new TreeSet<>();
        for (TestId test : known.run()) {
            fileOf(test, draft).ifPresentOrElse(files::add, () -> draft.cannotName(test, "its file is not known"));
        }
        return List.copyOf(files);
    }

    /** The known file, or the class name where that is a path of a source file, as many reports write it. */
    private static Optional<String> fileOf(TestId test, Draft draft) {
        Optional<String> known = draft.fileOf(test);
        String name = test.className();
        boolean path = SOURCES.contains(name.substring(name.lastIndexOf('.') + 1));
        return known.isPresent() || !path ? known : Names.relativePath(name);
    }

    /** The files that are left out, sorted. */
    List<String> files() {
        return List.copyOf(skipped.keySet());
    }

    /** Lets the tests of one file run after all. */
    void keep(String file, Draft draft, String why) {
        skipped.remove(file).forEach(test -> draft.cannotName(test, why));
    }
}
