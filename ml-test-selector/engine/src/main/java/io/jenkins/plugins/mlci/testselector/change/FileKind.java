package io.jenkins.plugins.mlci.testselector.change;

/** What a file is for, as its path tells. */
public enum FileKind {
    /** Program text of the product. */
    SOURCE,
    /** Program text of tests, and what they share. */
    TEST_SOURCE,
    /** Says how the project is built, what it needs or how all its tests are set up: a change concerns all tests. */
    BUILD,
    /** Pins the versions of dependencies: a change concerns all tests. */
    LOCK,
    /** Tells a CI server what to do: a change concerns all tests. */
    CI,
    /** For people to read; no test depends on it. */
    DOCUMENTATION,
    /** Data that program or tests read: configuration, messages, images, fixtures. */
    RESOURCE,
    /** Made by a tool, or brought in from elsewhere, and not edited by hand. */
    GENERATED,
    /** Nothing in the path tells. */
    OTHER;

    /** Whether a change of the file can change the outcome of any test. */
    public boolean concernsAllTests() {
        return this == BUILD || this == LOCK || this == CI;
    }

    /** The kind of a path, which is relative to the root of its repository. */
    public static FileKind classify(String path) {
        return FileKindTable.classify(path);
    }
}
