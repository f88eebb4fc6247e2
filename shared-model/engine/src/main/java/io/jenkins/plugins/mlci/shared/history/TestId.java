package io.jenkins.plugins.mlci.shared.history;

/**
 * A test case, or a whole test class.
 *
 * @param suite what tells equally named tests apart (module, project, browser), usually empty
 * @param className the class, file or package that holds the test, as its runner writes it
 * @param method the test's own name, or the empty string for the class as a whole
 */
public record TestId(String suite, String className, String method) implements Comparable<TestId> {
    /** The whole class or file. */
    public static TestId ofClass(String className) {
        return new TestId("", className, "");
    }

    /** The class that this test belongs to; itself when it is one. */
    public TestId atClassLevel() {
        return method.isEmpty() ? this : new TestId(suite, className, "");
    }

    @Override
    public int compareTo(TestId other) {
        int order = suite.compareTo(other.suite);
        if (order == 0) {
            order = className.compareTo(other.className);
        }
        return order == 0 ? method.compareTo(other.method) : order;
    }

    @Override
    public String toString() {
        String name = method.isEmpty() ? className : className + "#" + method;
        return suite.isEmpty() ? name : suite + ":" + name;
    }
}
