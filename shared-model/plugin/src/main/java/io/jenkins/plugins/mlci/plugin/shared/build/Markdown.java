package io.jenkins.plugins.mlci.plugin.shared.build;

import java.util.regex.Pattern;

/** Text that anybody may have written, for places that read Markdown. */
public final class Markdown {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern SIGNS = Pattern.compile("([\\\\`*_{}\\[\\]<>#|~@&])");
    /**
     * Sites look for people, tickets and addresses in the text that comes of the Markdown, where an escaped sign is a plain one
     * again: an invisible sign that allows no line break (U+2060) keeps them apart.
     */
    private static final Pattern REFERENCES = Pattern.compile("(?i)(@|#|www|:)(?=[\\p{Alnum}_./])");

    private static final String JOINER = "\u2060";

    private Markdown() {}

    /**
     * A sentence that is no Markdown: on one line, without emphasis, code, HTML, links, and mentions of people or tickets.
     *
     * @param sentence any text
     * @return what shows as the same text
     */
    public static String plain(String sentence) {
        String line = CONTROL.matcher(sentence).replaceAll(" ");
        String apart = REFERENCES.matcher(line).replaceAll("$1" + JOINER);
        return SIGNS.matcher(apart).replaceAll("\\\\$1");
    }
}
