package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.change.FileKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises a changed test by the file that holds it: by path where runners name tests by file (pytest, Jest, RSpec, Playwright),
 * by package (Go), and else by the name of the outermost class, since a folder need not say the package (Kotlin, .NET, C++).
 * The features compare names and folders, which is right for ranking and not enough for a rule that must never miss; here, one
 * test too many is the safe side.
 */
final class ChangedTestFiles {
    private static final String GO_TEST = "_test.go";
    private static final String PYTHON = ".py";
    /** What follows the outermost class: a nested class of the JVM or .NET, arguments, parameters of a type. */
    private static final String INSIDE = "$+(<[`";
    /** Each end of a path is compared, so that a name of thousands of folders must not get that far. */
    static final int MOST_FOLDERS = 100;

    private final Set<String> files = new HashSet<>();
    private final Set<String> pythonModules = new HashSet<>();
    private final Set<String> sourceNames = new HashSet<>();
    private final Set<String> testNames = new HashSet<>();
    private final ChangedGoFiles go;

    /**
     * The changed files of a change.
     *
     * @param tests all tests that exist, from which the roots of Go modules are told
     */
    ChangedTestFiles(List<ChangeSet> changes, List<TestId> tests) {
        List<String> goFolders = new ArrayList<>();
        for (ChangeSet change : changes) {
            for (ChangedFile file : change.files()) {
                if (file.kind() != ChangeKind.DELETED) {
                    add(file.path(), goFolders);
                }
            }
        }
        go = new ChangedGoFiles(goFolders, tests);
    }

    private void add(String path, List<String> goFolders) {
        files.addAll(suffixes(path));
        int slash = path.lastIndexOf('/');
        if (path.endsWith(GO_TEST)) {
            goFolders.add(path.substring(0, Math.max(0, slash)));
            return;
        }
        if (path.endsWith(PYTHON)) {
            String module = path.substring(0, path.length() - PYTHON.length());
            suffixes(module).forEach(suffix -> pythonModules.add(suffix.replace('/', '.')));
        }
        String file = path.substring(slash + 1);
        int dot = file.indexOf('.', 1);
        String name = dot < 0 ? file : file.substring(0, dot);
        FileKind kind = FileKind.classify(path);
        if (kind == FileKind.TEST_SOURCE) {
            testNames.add(plain(name));
        } else if (kind == FileKind.SOURCE || kind == FileKind.GENERATED) {
            sourceNames.add(name);
        }
    }

    /** The path and its ends of up to 100 folders: a runner is often started in a folder of the repository. */
    static Set<String> suffixes(String path) {
        Set<String> suffixes = new HashSet<>();
        suffixes.add(path);
        int slash = path.lastIndexOf('/');
        for (int folders = 0; slash >= 0 && folders < MOST_FOLDERS; folders++) {
            suffixes.add(path.substring(slash + 1));
            slash = path.lastIndexOf('/', slash - 1);
        }
        return suffixes;
    }

    /** Whether the file that holds this test is changed. */
    boolean holds(TestId test) {
        int inside = test.className().indexOf("::");
        String name = inside < 0 ? test.className() : test.className().substring(0, inside);
        if (name.startsWith("./")) {
            name = name.substring(2);
        }
        if (files.contains(name) || go.hold(test)) {
            return true;
        }
        if (name.indexOf('/') >= 0) {
            return false;
        }
        String simple = outermost(name);
        return sourceNames.contains(simple) || testNames.contains(plain(simple)) || isInPythonModule(name);
    }

    /** The simple name of the outermost class: {@code com.acme.OrderTest$WhenEmpty} gives {@code OrderTest}. */
    private static String outermost(String className) {
        int end = 0;
        while (end < className.length() && INSIDE.indexOf(className.charAt(end)) < 0) {
            end++;
        }
        String outer = className.substring(0, end);
        String simple = outer.substring(outer.lastIndexOf('.') + 1);
        return simple.isEmpty() ? className.substring(className.lastIndexOf('.') + 1) : simple;
    }

    /** {@code CartTest} is in {@code cart_test.cc}. */
    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** {@code tests.test_io.TestRead} is in {@code tests/test_io.py}. */
    private boolean isInPythonModule(String className) {
        if (pythonModules.isEmpty()) {
            return false;
        }
        int dot = className.indexOf('.');
        for (int folders = 0; dot >= 0 && folders < MOST_FOLDERS; folders++) {
            if (pythonModules.contains(className.substring(0, dot))) {
                return true;
            }
            dot = className.indexOf('.', dot + 1);
        }
        return pythonModules.contains(className);
    }
}
