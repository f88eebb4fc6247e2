package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangePast;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.replay.Recording.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads recorded deployments ({@code failed}), builds ({@code build_Failed}) and changes ({@code bug}, {@code buggy}, {@code
 * contains_bug}) from CSV. Sizes and history have the names of Kamei et al. (la, ld, lt, nf, nd, ns, entropy, ndev, age, nuc,
 * exp, rexp, sexp).
 */
public final class RecordingReader {
    /** A good deployment is known to be good after this time; the label looks that far. */
    public static final Duration GOOD_AFTER = Duration.ofDays(7);

    /** Defects of a change show late; three months is when models of them age (S. McIntosh, Y. Kamei, TSE 2018). */
    private static final Duration FOUND_AFTER = Duration.ofDays(90);

    private static final Duration CENSORED = Duration.ofDays(14);
    private static final String[] LABELS = {"failed", "build_Failed", "bug", "buggy", "contains_bug"};
    private static final String[] TIMES = {
        "time", "date", "author_date", "author_date_unix_timestamp", "commitdate", "gh_build_started_at"
    };
    private static final String[] KEYS = {"sha", "_id", "commit_id", "transactionid", "tr_build_id"};
    /** Columns that are no features: ids, times, texts, and all that is known only later. */
    private static final Set<String> NOT_NUMBERS = Set.of(
            "",
            "__",
            "Unnamed: 0",
            "dev",
            "subsystem",
            "subject",
            "reverted",
            "hours_to_revert",
            "match",
            "planned_like",
            "bugcount",
            "fixcount",
            "bugdens",
            "fix_unix_timestamp",
            "year",
            "project",
            "commit_type",
            "transactionid",
            "commitdate",
            "tr_build_id",
            "gh_build_started_at",
            "sha",
            "_id",
            "commit_id",
            "time",
            "date",
            "author_date",
            "author_date_unix_timestamp",
            "failed",
            "build_Failed",
            "bug",
            "buggy",
            "contains_bug");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy[/][-]MM[/][-]dd H:mm");

    private RecordingReader() {}

    /**
     * The recording in a file.
     *
     * @param withPeople whether pseudonyms of authors are used where the file has them
     * @throws IOException that says what is wrong with the file
     */
    public static Recording read(Path file, boolean withPeople) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceAll("\\.csv(\\.gz)?$", "");
        Path folder = file.toAbsolutePath().getParent();
        try (CsvFile csv = new CsvFile(file)) {
            Kind kind = csv.has("build_Failed") ? Kind.BUILDS : csv.has("failed") ? Kind.DEPLOYMENTS : Kind.CHANGES;
            List<String> numbers = csv.names().stream()
                    .filter(column -> !NOT_NUMBERS.contains(column))
                    .toList();
            if (csv.text(LABELS).isEmpty() && java.util.Arrays.stream(LABELS).noneMatch(csv::has)) {
                throw new IOException(
                        file.getFileName() + " has none of the label columns " + String.join(", ", LABELS));
            }
            List<Step> steps = new ArrayList<>();
            while (csv.next()) {
                Step step = step(csv, kind, name, numbers, steps.size(), withPeople);
                if (step != null) {
                    steps.add(step);
                }
            }
            steps.sort(Comparator.comparing(step -> step.facts().started()));
            return new Recording(
                    folder == null ? "" : String.valueOf(folder.getFileName()), name, kind, censored(kind, steps));
        }
    }

    /** The outcomes of the last two weeks of deployments are not all known yet. */
    private static List<Step> censored(Kind kind, List<Step> steps) {
        if (kind != Kind.DEPLOYMENTS || steps.isEmpty()) {
            return steps;
        }
        Instant end = steps.get(steps.size() - 1).facts().started().minus(CENSORED);
        return steps.stream()
                .map(s -> s.facts().started().isAfter(end)
                        ? new Step(s.facts(), s.label(), s.known(), false, s.numbers())
                        : s)
                .toList();
    }

    private static Step step(CsvFile csv, Kind kind, String name, List<String> numbers, int row, boolean withPeople) {
        Instant started = time(csv.text(TIMES));
        double label = csv.number(LABELS);
        if (started == null || Double.isNaN(label)) {
            return null;
        }
        String key = csv.text(KEYS);
        String project = csv.has("project") ? csv.text("project") : name;
        DeploymentFacts facts = new DeploymentFacts(
                key.isEmpty() ? name + "-" + row : key,
                project,
                "default branch",
                started,
                change(csv, kind, withPeople),
                BuildSignals.UNKNOWN);
        double hours = csv.number("hours_to_revert");
        Instant known =
                switch (kind) {
                    case DEPLOYMENTS ->
                        label > 0 && hours >= 0 ? started.plusSeconds((long) (3600 * hours)) : started.plus(GOOD_AFTER);
                    case BUILDS -> started;
                    case CHANGES -> started.plus(FOUND_AFTER);
                };
        boolean judged = !(csv.number("planned_like") > 0) && !(csv.number("is_revert") > 0);
        double[] values = numbers.stream().mapToDouble(csv::number).toArray();
        return new Step(facts, label > 0 ? 1 : 0, known, judged, values);
    }

    private static DeployedChange change(CsvFile csv, Kind kind, boolean withPeople) {
        boolean build = kind == Kind.BUILDS;
        double added = build ? csv.number("git_diff_src_churn") : csv.number("la");
        double deleted = build ? csv.number("git_diff_test_churn") : csv.number("ld");
        double files = build
                ? csv.number("gh_diff_files_added")
                        + csv.number("gh_diff_files_deleted")
                        + csv.number("gh_diff_files_modified")
                : csv.number("nf");
        ChangeSize size = new ChangeSize(
                csv.number("n_commits", "gh_num_commit_comments"),
                csv.number("n_authors"),
                added,
                deleted,
                files,
                csv.number("nd"),
                csv.number("ns"),
                csv.number("entropy", "entrophy", "ent"),
                csv.number("nbin"),
                csv.number("n_yaml"),
                csv.number("n_code", "gh_diff_src_files"),
                csv.number("n_test", "gh_diff_tests_added"),
                csv.number("n_doc", "gh_diff_doc_files"),
                csv.number("n_json", "gh_diff_other_files"));
        ChangePast past = new ChangePast(
                csv.number("lt", "gh_sloc"),
                csv.number("ndev", "gh_team_size"),
                csv.number("age_days", "age"),
                csv.number("nuc", "npt"),
                csv.number("exp", "aexp", "gh_test_cases_per_kloc"),
                csv.number("rexp", "arexp", "gh_test_lines_per_kloc"),
                csv.number("sexp", "asexp", "gh_asserts_cases_per_kloc"),
                csv.number("file_reverted_max"),
                csv.number("file_reverted_sum"));
        double body = csv.number("body_len");
        ChangeText text =
                new ChangeText(csv.text("subject"), Double.isNaN(body) ? -1 : Math.max(0, (int) body), labels(csv));
        String part = csv.text("subsystem");
        String author = withPeople ? csv.text("dev") : "";
        return new DeployedChange(
                size,
                past,
                text,
                List.of(),
                part.isEmpty() ? List.of() : List.of(part),
                author.isEmpty() ? List.of() : List.of(author),
                csv.number("lead_hours"));
    }

    private static List<String> labels(CsvFile csv) {
        List<String> labels = new ArrayList<>();
        flag(csv, labels, "fix", "fix");
        flag(csv, labels, "is_revert", "revert");
        flag(csv, labels, "is_reland", "reland");
        flag(csv, labels, "is_bot", "bot");
        flag(csv, labels, "is_merge", "merge");
        flag(csv, labels, "has_ticket", "ticket");
        flag(csv, labels, "gh_is_pr", "pull-request");
        String status = csv.text("git_prev_commit_resolution_status");
        if (!status.isEmpty()) {
            labels.add("previous-" + status);
        }
        return labels;
    }

    private static void flag(CsvFile csv, List<String> labels, String column, String label) {
        if (csv.number(column) > 0) {
            labels.add(label);
        }
    }

    private static Instant time(String text) {
        double seconds = CsvFile.parse(text);
        if (!Double.isNaN(seconds)) {
            return Instant.ofEpochSecond((long) seconds);
        }
        try {
            return (text.indexOf('T') > 0 ? LocalDateTime.parse(text) : LocalDateTime.parse(text, MINUTES))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
