package io.jenkins.plugins.mlci.plugin.testselector.report;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Selections for tests. */
public final class Reports {
    private Reports() {}

    /** A test of class {@code com.acme.<name>Test} that takes 10 s. */
    public static TestRow row(String name, boolean selected, double probability, String reason) {
        return row(name, selected, probability, 10, reason);
    }

    /** The same with its seconds. */
    public static TestRow row(String name, boolean selected, double probability, double seconds, String reason) {
        return new TestRow(
                "",
                "com.acme." + name + "Test",
                "",
                selected,
                probability,
                seconds,
                0,
                0,
                List.of(reason),
                List.of(new Contribution(Contribution.START, Double.NaN, -8), new Contribution("own_file", 1, 3)),
                null);
    }

    /** Ranks as the engine would give them, when all tests take the same time. */
    public static List<TestRow> ranked(List<TestRow> rows) {
        List<TestRow> ranked = new ArrayList<>();
        for (TestRow row : rows) {
            int rank = ranked.size() + 1;
            ranked.add(new TestRow(
                    row.suite(),
                    row.className(),
                    row.method(),
                    row.selected(),
                    row.probability(),
                    row.seconds(),
                    rank,
                    rank,
                    row.reasons(),
                    row.contributions(),
                    row.outcome()));
        }
        return ranked;
    }

    /** Four tests, two of them selected. */
    public static List<TestRow> rows() {
        return ranked(List.of(
                row("Order", true, 0.5, "its own file is changed"),
                row("Price", true, 0.1, "it failed 2 builds ago"),
                row("Stock", false, 0.01, "nothing speaks for a failure"),
                row("Mail", false, 0.001, "nothing speaks for a failure")));
    }

    /** The facts of an enforced or observed selection. */
    public static SelectionFacts facts(boolean observe, boolean all, String reason) {
        return new SelectionFacts(
                "",
                Instant.parse("2026-11-24T10:00:00Z"),
                observe,
                all,
                reason,
                "confidence: 0.95",
                "maven",
                "",
                "commit 0123456789 of build 7",
                7,
                "0123456789012345678901234567890123456789",
                "9876543210987654321098765432109876543210",
                1,
                "",
                0.97,
                0.95,
                42);
    }

    /** An enforced selection of {@link #rows}. */
    public static SelectionReport enforced() {
        return SelectionReport.of(facts(false, false, "chosen to keep 95 % of the failures"), change(), rows());
    }

    /** The same, only observed. */
    public static SelectionReport observed() {
        return SelectionReport.of(facts(true, false, "chosen to keep 95 % of the failures"), change(), rows());
    }

    private static List<ChangeSet> change() {
        return List.of(new ChangeSet(
                "0123456789012345678901234567890123456789",
                "9876543210987654321098765432109876543210",
                List.of(new ChangedFile(ChangeKind.MODIFIED, "src/main/java/com/acme/Order.java", "", 3, 1)),
                List.of("p1"),
                1));
    }
}
