package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineEvidence;
import io.jenkins.plugins.mlci.logscan.anomaly.LineText;
import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.logscan.line.Line;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.util.ArrayList;
import java.util.List;

/** Small logs for tests: a line that begins with {@code !} is the cause, {@code &} belongs to it; both are new. */
final class Logs {
    private Logs() {}

    static LogEvidence of(String... marked) {
        return of(true, marked);
    }

    static LogEvidence of(boolean compared, String... marked) {
        List<LineEvidence> lines = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            boolean fresh = isMarked(marked[i]);
            String text = fresh ? marked[i].substring(1) : marked[i];
            double novelty = compared ? fresh ? 1 : 0 : Double.NaN;
            lines.add(new LineEvidence(i + 1L, i + 1L, LineText.of(text), Line.NO_TIME, "", false, 0, novelty, 1));
        }
        return new LogEvidence(lines, marked.length, compared ? 1 : 0, List.of());
    }

    private static boolean isMarked(String line) {
        return line.startsWith("!") || line.startsWith("&");
    }

    /** Many different failing builds: the n-th. */
    static String[] failing(int n) {
        List<String> log = new ArrayList<>();
        for (int i = 0; i < 20 + n % 7; i++) {
            log.add("Compiling module " + (char) ('a' + i) + " of the project");
        }
        log.add("!src/File" + n + ".java:" + (10 + n) + ": error: cannot find symbol");
        log.add("&  symbol: class Thing" + n);
        log.add("&  location: class Other");
        for (int i = 0; i < 5; i++) {
            log.add("Cleaning up part " + i);
        }
        log.add("&##[error]Process completed with exit code 1.");
        log.add("Sending mail");
        return log.toArray(String[]::new);
    }

    /** A model that learned from such builds. */
    static CauseModel model() {
        CauseExamples examples = new CauseExamples(3);
        for (int n = 0; n < 25; n++) {
            String[] log = failing(n);
            for (boolean compared : new boolean[] {true, false}) {
                examples.add(of(compared, log), line -> mark(log[(int) line.number() - 1]), 1, 1);
            }
        }
        return CauseModel.learn(examples, TrainingContext.seeded(3));
    }

    private static LineMark mark(String line) {
        return line.startsWith("!") ? LineMark.HEADLINE : line.startsWith("&") ? LineMark.CAUSE : LineMark.OTHER;
    }
}
