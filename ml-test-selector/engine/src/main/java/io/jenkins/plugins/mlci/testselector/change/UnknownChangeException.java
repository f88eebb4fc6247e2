package io.jenkins.plugins.mlci.testselector.change;

/** Why a change cannot be known; its message is a sentence for people. */
final class UnknownChangeException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownChangeException(String sentence) {
        super(sentence);
    }
}
