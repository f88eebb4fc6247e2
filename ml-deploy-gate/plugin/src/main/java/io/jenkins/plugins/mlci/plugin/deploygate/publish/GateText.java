package io.jenkins.plugins.mlci.plugin.deploygate.publish;

import io.jenkins.plugins.mlci.plugin.deploygate.page.GateFacts;
import io.jenkins.plugins.mlci.plugin.deploygate.page.GateFacts.Voice;
import io.jenkins.plugins.mlci.plugin.shared.build.Markdown;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.util.List;

/** A gate as Markdown. What people and pipelines wrote may hold anything: secrets are masked, and nothing of it becomes Markdown. */
final class GateText {
    private static final int LONGEST_TITLE = 250;

    private final GateFacts gate;

    GateText(GateFacts gate) {
        this.gate = gate;
    }

    /** The verdict with the probability in one line of plain text. */
    String title() {
        String title = SecretText.mask(gate.getHeadline());
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /** What became of it, who is wanted, and by which rules. */
    String summary() {
        StringBuilder text = new StringBuilder(plain(gate.getStateText()));
        if (!gate.getWanted().isEmpty()) {
            text.append(' ').append(plain(gate.getWanted()));
        }
        if (!gate.getFrozenUntil().isEmpty()) {
            text.append(" A freeze holds until ")
                    .append(plain(gate.getFrozenUntil()))
                    .append('.');
        }
        text.append("\n\nEnvironment ").append(plain(gate.getEnvironment()));
        text.append(", mode ").append(plain(gate.getMode()));
        if (!gate.getPolicy().isEmpty()) {
            text.append(", policy ").append(plain(gate.getPolicy()));
        }
        return text.append('.').toString();
    }

    /** The reasons, and who said what. */
    String details() {
        StringBuilder text = new StringBuilder();
        list(text, "Why", gate.getReasons().stream().map(GateText::plain).toList());
        list(
                text,
                "Who decided",
                gate.getVoices().stream().map(GateText::sentence).toList());
        return text.toString();
    }

    private static String sentence(Voice voice) {
        String why = voice.getReason().isEmpty() ? "." : ": " + voice.getReason();
        return plain(voice.getName() + " " + voice.getWhat() + ", " + voice.getTimeText() + why);
    }

    private static void list(StringBuilder text, String title, List<String> items) {
        if (!items.isEmpty()) {
            text.append("**").append(title).append("**\n\n");
            items.forEach(item -> text.append("* ").append(item).append('\n'));
            text.append('\n');
        }
    }

    private static String plain(String text) {
        return Markdown.plain(SecretText.mask(text));
    }
}
