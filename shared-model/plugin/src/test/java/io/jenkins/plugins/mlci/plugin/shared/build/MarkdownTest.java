package io.jenkins.plugins.mlci.plugin.shared.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void signsOfMarkdownAreEscaped() {
        assertThat(Markdown.plain("see <b>*it*</b> [x](y) `z` a_b | &#64;team \\"))
                .isEqualTo("see \\<b\\>\\*it\\*\\</b\\> \\[x\\](y) \\`z\\` a\\_b \\| \\&\\#\u206064;team \\\\");
    }

    @Test
    void peopleTicketsAndAddressesAreNoLinks() {
        assertThat(Markdown.plain("@team fixes #12, ask me@example.org"))
                .isEqualTo("\\@\u2060team fixes \\#\u206012, ask me\\@\u2060example.org");
        assertThat(Markdown.plain("https://evil.example/x, HTTP://evil.example, www.evil.example, WWW.evil.example"))
                .isEqualTo("https:\u2060//evil.example/x, HTTP:\u2060//evil.example, www\u2060.evil.example,"
                        + " WWW\u2060.evil.example");
    }

    @Test
    void itStaysOneLine() {
        assertThat(Markdown.plain("fine\n\n# Title\r\n- item\u001b[31m")).isEqualTo("fine \\# Title - item \\[31m");
    }

    @Test
    void usualSentencesAreLeftAlone() {
        String usual = "Deployment risk to prod: 18 % (7.0 % to 31 %), at 12.5 times the usual; it's \"known\".";
        assertThat(Markdown.plain(usual)).isEqualTo(usual);
    }
}
