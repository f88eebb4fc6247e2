package io.jenkins.plugins.mlci.plugin.shared.build;

import hudson.console.HyperlinkNote;
import hudson.model.Run;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;

/** The console of a build: short lines with one prefix, so that they can be found. */
public final class BuildConsole {
    private static final int MOST_REMARKS = 5;

    private final String prefix;
    private final PrintStream out;

    /**
     * A console.
     *
     * @param plugin whose lines these are, for example {@code ml-log-scan}; the log scan takes them for no evidence
     * @param out where the build prints
     */
    public BuildConsole(String plugin, PrintStream out) {
        this.prefix = "[" + plugin + "] ";
        this.out = Objects.requireNonNull(out, "out");
    }

    /** One line, whatever the sentence holds. */
    public void say(String sentence) {
        out.println(prefix + oneLine(sentence));
    }

    /**
     * A line that ends with a link into the build.
     *
     * @param page where it leads, below the build
     * @param text what the link says
     */
    public void say(String sentence, Run<?, ?> run, String page, String text) {
        String link = HyperlinkNote.encodeTo("/" + run.getUrl() + page + "/", oneLine(text));
        out.println(prefix + oneLine(sentence) + " " + link);
    }

    /** The first few of these sentences, each once, and how many there are more. */
    public void remarks(List<String> sentences) {
        List<String> distinct = sentences.stream().distinct().toList();
        distinct.stream().limit(MOST_REMARKS).forEach(this::say);
        int more = distinct.size() - MOST_REMARKS;
        if (more > 0) {
            say("And " + more + (more == 1 ? " more remark." : " more remarks."));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
