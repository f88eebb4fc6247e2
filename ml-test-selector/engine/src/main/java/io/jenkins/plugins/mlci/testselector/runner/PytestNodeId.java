package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The node id of a pytest test, {@code path/test_a.py::TestClass::test_b[param]}. JUnit XML has the dotted class name {@code
 * path.test_a.TestClass} instead; with the file it is mapped back exactly, without it the class begins at the first capital letter.
 * What was recorded from a report has the file and the classes already, {@code path/test_a.py::TestClass}.
 */
final class PytestNodeId {
    private static final String SEPARATOR = "::";
    private static final String INSIDE = ".py" + SEPARATOR;

    /** The files that pytest collects unless it is told otherwise: {@code test_*.py} and {@code *_test.py}. */
    private static final Pattern TEST_FILE = Pattern.compile("(?:.*/)?(?:test_[^/]*|[^/]*_test)\\.py", Pattern.DOTALL);

    private PytestNodeId() {}

    /**
     * The file that the class name holds. Without {@code file} in the report it was guessed from the dots, and pytest runs nothing at
     * all when it is given a file that is not there; so only a file that is named like one of tests counts.
     */
    static Optional<String> fileIn(String className) {
        int inside = className.indexOf(INSIDE);
        String file = inside < 0 ? className : className.substring(0, inside + 3);
        return Names.relativePath(file).filter(path -> TEST_FILE.matcher(path).matches());
    }

    /** The node id; for a whole class or file it ends with {@code ::}. Empty when there is none that is safe on a line. */
    static Optional<String> of(TestId test, Optional<String> knownFile) {
        String name = test.className();
        if (!Names.isLine(name) || !test.method().isEmpty() && !Names.isLine(test.method())) {
            return Optional.empty();
        }
        String classes;
        Optional<String> file;
        int inside = name.indexOf(INSIDE);
        if (inside >= 0) {
            file = knownFile.or(() -> Names.relativePath(name.substring(0, inside + 3)));
            classes = name.substring(inside + INSIDE.length());
        } else if (knownFile.isPresent()) {
            file = knownFile;
            classes = afterModule(name, knownFile.get());
        } else if (name.endsWith(".py")) {
            file = Names.relativePath(name);
            classes = "";
        } else {
            int split = firstClass(name);
            file = Names.relativePath(name.substring(0, split).replace('.', '/') + ".py");
            classes = name.substring(Math.min(name.length(), split + 1));
        }
        if (file.isEmpty() || !file.get().endsWith(".py") || file.get().contains(SEPARATOR)) {
            return Optional.empty();
        }
        String inFile = classes.isEmpty() ? "" : classes.replace(".", SEPARATOR) + SEPARATOR;
        return Optional.of(file.get() + SEPARATOR + inFile + test.method());
    }

    /** What the class name has beyond the module: the module is a suffix of the file's path, since a package may be rooted lower. */
    private static String afterModule(String className, String file) {
        String module = file.replaceFirst("\\.py$", "").replace('/', '.');
        while (true) {
            if (className.equals(module)) {
                return "";
            }
            if (className.startsWith(module + ".")) {
                return className.substring(module.length() + 1);
            }
            int dot = module.indexOf('.');
            if (dot < 0) {
                int split = firstClass(className);
                return split >= className.length() || className.endsWith(".py") ? "" : className.substring(split + 1);
            }
            module = module.substring(dot + 1);
        }
    }

    /** Index of the dot before the first part that begins with a capital letter; the length when there is none. */
    private static int firstClass(String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (dot + 1 < name.length() && Character.isUpperCase(name.charAt(dot + 1))) {
                return dot;
            }
        }
        return name.length();
    }
}
