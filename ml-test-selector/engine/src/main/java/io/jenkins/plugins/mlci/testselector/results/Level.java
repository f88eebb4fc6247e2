package io.jenkins.plugins.mlci.testselector.results;

/** How finely tests are told apart. */
public enum Level {
    /** The class or file, the smallest unit that every runner can select. Nested classes count to the outer one. */
    CLASS,
    /** The test method, with all its parameters together. */
    METHOD,
    /** Each invocation of a parameterised test by itself, named as its runner names it. */
    CASE
}
