package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.TestId;

/**
 * Turns the dotted class names of pytest back into the paths that pytest selects by: {@code tests.test_io.TestRead} is
 * {@code tests/test_io.py::TestRead}. The report's {@code file} says where the module ends; where it is missing (the
 * report family {@code xunit2}) the classes are taken to be the parts at the end that start with a capital.
 */
final class PytestNames {
    private static final String SEPARATOR = "::";
    private static final String EXTENSION = ".py";

    private PytestNames() {}

    static TestId of(RawCase written) {
        String dotted = written.className();
        if (dotted.isBlank()) {
            // A module that could not be collected is reported as a case of that name without a class.
            return new TestId("", nodeOf(written.name(), written.file()), "");
        }
        return new TestId("", nodeOf(dotted, written.file()), written.name());
    }

    /** The file of a node id. */
    static String fileOf(String node) {
        int end = node.indexOf(SEPARATOR);
        return end < 0 ? node : node.substring(0, end);
    }

    private static String nodeOf(String dotted, String file) {
        if (dotted.endsWith(EXTENSION) || dotted.indexOf('/') >= 0) {
            return TestNames.path(dotted);
        }
        if (!file.isBlank()) {
            return withFile(dotted, TestNames.path(file));
        }
        String[] parts = dotted.split("\\.", -1);
        int module = parts.length;
        while (module > 1 && startsWithCapital(parts[module - 1])) {
            module--;
        }
        StringBuilder node = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            node.append(i < module ? "/" : i == module ? EXTENSION + SEPARATOR : SEPARATOR)
                    .append(parts[i]);
        }
        return module == parts.length ? node.append(EXTENSION).toString() : node.toString();
    }

    private static String withFile(String dotted, String path) {
        String module = path.endsWith(EXTENSION) ? path.substring(0, path.length() - EXTENSION.length()) : path;
        String dottedModule = module.replace('/', '.');
        if (dotted.startsWith(dottedModule + ".")) {
            String classes = dotted.substring(dottedModule.length() + 1);
            return path + SEPARATOR + classes.replace(".", SEPARATOR);
        }
        return path;
    }

    private static boolean startsWithCapital(String part) {
        return !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }
}
