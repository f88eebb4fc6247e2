package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.change.FileKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the Go packages whose test files are changed. A package is known by its import path, of which the repository holds the
 * end; in the folder of a module's root it holds nothing of it, since only {@code go.mod} names the module.
 */
final class ChangedGoFiles {
    private static final Pattern FUNCTION = Pattern.compile("(?:Test|Example|Fuzz|Benchmark)[\\p{L}\\p{Nd}_]*(?:/.*)?");

    private final Set<String> packages = new HashSet<>();

    /**
     * The packages of these folders.
     *
     * @param folders folders with changed test files, from the repository's root; the empty string is the root itself
     * @param tests all tests that are known, in any language
     */
    ChangedGoFiles(Collection<String> folders, List<TestId> tests) {
        if (folders.isEmpty()) {
            return;
        }
        Set<String> known = new TreeSet<>();
        tests.stream().filter(ChangedGoFiles::isGo).map(TestId::className).forEach(known::add);
        for (String folder : folders) {
            Set<String> suffixes = ChangedTestFiles.suffixes(folder);
            boolean found = false;
            for (String name : known) {
                if (suffixes.stream().anyMatch(suffix -> endsWith(name, suffix))) {
                    packages.add(name);
                    found = true;
                }
            }
            if (!found) {
                packages.addAll(roots(known));
            }
        }
    }

    /** Whether this test's package has a changed test file. */
    boolean hold(TestId test) {
        return packages.contains(test.className()) && isGo(test);
    }

    /** The packages that lie in no other: each may be the root of its module. */
    private static Set<String> roots(Set<String> known) {
        Set<String> roots = new HashSet<>(known);
        roots.removeIf(name -> {
            int slash = name.lastIndexOf('/');
            for (int folders = 0; slash > 0 && folders < ChangedTestFiles.MOST_FOLDERS; folders++) {
                if (known.contains(name.substring(0, slash))) {
                    return true;
                }
                slash = name.lastIndexOf('/', slash - 1);
            }
            return false;
        });
        return roots;
    }

    private static boolean endsWith(String name, String suffix) {
        return !suffix.isEmpty() && (name.equals(suffix) || name.endsWith("/" + suffix));
    }

    /** Whether this is a function or a package of Go, as far as names tell. */
    private static boolean isGo(TestId test) {
        String name = test.className();
        if (!test.method().isEmpty()) {
            return FUNCTION.matcher(test.method()).matches();
        }
        boolean importPath = name.indexOf('/') >= 0 || name.indexOf('.') < 0;
        FileKind kind = importPath ? FileKind.classify(name) : FileKind.SOURCE;
        return kind != FileKind.SOURCE && kind != FileKind.TEST_SOURCE;
    }
}
