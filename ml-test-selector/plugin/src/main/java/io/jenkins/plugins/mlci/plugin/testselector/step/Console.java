package io.jenkins.plugins.mlci.plugin.testselector.step;

import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import java.io.PrintStream;
import java.util.List;

/** The console of a build: short lines with one prefix. */
final class Console {
    private static final String PREFIX = "[ml-test-selector] ";
    private static final int MOST_REMARKS = 5;

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    /** One line, whatever the sentence holds. */
    void say(String sentence) {
        out.println(PREFIX + sentence.replaceAll("\\p{Cntrl}+", " ").strip());
    }

    void remarks(List<String> sentences) {
        List<String> distinct = sentences.stream().distinct().toList();
        distinct.stream().limit(MOST_REMARKS).forEach(this::say);
        if (distinct.size() > MOST_REMARKS) {
            say("And " + Numbers.of(distinct.size() - MOST_REMARKS, "more remark") + ".");
        }
    }
}
