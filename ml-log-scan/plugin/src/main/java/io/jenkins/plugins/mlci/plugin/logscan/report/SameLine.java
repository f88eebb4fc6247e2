package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.logscan.line.LineReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds a line that a scan has quoted, with its secrets hidden, in the log again. */
public final class SameLine {
    private SameLine() {}

    /**
     * Whether a line says what was quoted and no more. Colours and the time that leads the line do not matter.
     *
     * @param shown one line of the log, without console notes
     * @param quoted as a scan gives it
     */
    public static boolean is(String shown, String quoted) {
        String wanted = quoted.strip();
        String[] parts = wanted.split(Pattern.quote(Line.HIDDEN), -1);
        if (wanted.isEmpty() || isPlain(shown) && !Arrays.stream(parts).allMatch(shown::contains)) {
            return false;
        }
        byte[] bytes = shown.stripTrailing().getBytes(StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        LineReader reader = new LineReader(line ->
                texts.addAll(List.of(line.messageText().strip(), line.text().strip())));
        reader.accept(bytes, 0, bytes.length);
        reader.finish();
        if (parts.length == 1) {
            return texts.contains(wanted);
        }
        Pattern pattern = Pattern.compile(
                Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".+")), Pattern.DOTALL);
        return texts.stream().anyMatch(text -> pattern.matcher(text).matches());
    }

    /** Nothing is taken out of such a line when it is read. */
    private static boolean isPlain(String line) {
        return line.length() < LineReader.LONGEST / 4 && line.chars().noneMatch(c -> c < ' ' && c != '\t');
    }
}
