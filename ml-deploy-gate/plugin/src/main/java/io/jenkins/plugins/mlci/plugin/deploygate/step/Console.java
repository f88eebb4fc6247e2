package io.jenkins.plugins.mlci.plugin.deploygate.step;

import hudson.console.HyperlinkNote;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;

/** The console of a build: short lines with one prefix. */
final class Console {
    private static final String PREFIX = "[ml-deploy-gate] ";
    private static final int MOST_REMARKS = 5;

    private final TaskListener listener;

    Console(TaskListener listener) {
        this.listener = listener;
    }

    /** One line, whatever the sentence holds. */
    void say(String sentence) {
        listener.getLogger().println(PREFIX + oneLine(sentence));
    }

    /** A line that ends with a link into the build. */
    void say(String sentence, Run<?, ?> run, String page, String text) {
        String link = HyperlinkNote.encodeTo("/" + run.getUrl() + page + "/", text);
        listener.getLogger().println(PREFIX + oneLine(sentence) + " " + link);
    }

    void remarks(List<String> sentences) {
        sentences.stream().distinct().limit(MOST_REMARKS).forEach(this::say);
    }

    private static String oneLine(String sentence) {
        return sentence.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
