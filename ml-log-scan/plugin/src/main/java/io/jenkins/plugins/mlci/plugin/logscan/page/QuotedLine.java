package io.jenkins.plugins.mlci.plugin.logscan.page;

/**
 * A line of a log on a page.
 *
 * @param number from 1
 * @param text without colours, secrets hidden
 * @param cause whether it is one of the lines that state the cause, and not one around them
 */
public record QuotedLine(long number, String text, boolean cause) {
    // Jelly reads properties.
    public long getNumber() {
        return number;
    }

    public String getText() {
        return text;
    }

    public boolean isCause() {
        return cause;
    }
}
