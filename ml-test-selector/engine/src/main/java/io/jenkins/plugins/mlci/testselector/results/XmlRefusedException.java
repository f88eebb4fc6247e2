package io.jenkins.plugins.mlci.testselector.results;

import java.io.IOException;

/** A report has something in it that no test runner writes; its message is a sentence for people. */
final class XmlRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    XmlRefusedException(String sentence) {
        super(sentence);
    }
}
