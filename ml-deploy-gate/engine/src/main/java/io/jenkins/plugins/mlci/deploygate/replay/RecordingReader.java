package io.jenkins.plugins.mlci.deploygate.replay;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangePast;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.replay.Recording.Kind;
import io.jenkins.plugins.mlci.shared.csv.CsvFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** Ten years: what is said to have been taken back later than that is a slip. */
    private static final double MOST_HOURS = 10 * 365 * 24.0;

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

    private RecordingReader() {}

    /** Whether the header of a CSV file names one of the labels. */
    public static boolean isRecording(Path file) throws IOException {
        return CsvFile.header(file).stream().anyMatch(Arrays.asList(LABELS)::contains);
    }

    /**
     * The recording in a file. A row that cannot be used is left out, and the remarks of the recording say how many and why.
     *
     * @param withPeople whether pseudonyms of authors are used where the file has them
     * @throws IOException that says what is wrong with the file as a whole
     */
    public static Recording read(Path file, boolean withPeople) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceAll("\\.csv(\\.gz)?$", "");
        Path folder = file.toAbsolutePath().getParent();
        try (CsvFile csv = CsvFile.open(file)) {
            Kind kind = csv.has("build_Failed") ? Kind.BUILDS : csv.has("failed") ? Kind.DEPLOYMENTS : Kind.CHANGES;
            if (Arrays.stream(LABELS).noneMatch(csv::has)) {
                throw new IOException(
                        file.getFileName() + " has none of the label columns " + String.join(", ", LABELS));
            }
            List<Step> steps = new ArrayList<>();
            List<String> remarks = new ArrayList<>();
            if (Arrays.stream(TIMES).anyMatch(csv::has)) {
                remarks.addAll(rows(csv, kind, name, withPeople, steps));
            } else {
                remarks.add(
                        name + " is left out: it has none of the columns of times " + String.join(", ", TIMES) + ".");
            }
            steps.sort(Comparator.comparing(step -> step.facts().started()));
            return new Recording(
                    folder == null ? "" : String.valueOf(folder.getFileName()),
                    name,
                    kind,
                    censored(kind, steps),
                    remarks);
        }
    }

    /** Reads the rows; what cannot be used in sentences. */
    private static List<String> rows(CsvFile csv, Kind kind, String name, boolean withPeople, List<Step> steps)
            throws IOException {
        List<String> numbers = csv.names().stream()
                .filter(column -> !NOT_NUMBERS.contains(column))
                .toList();
        LeftOut leftOut = new LeftOut();
        RepeatedKeys repeated = new RepeatedKeys();
        long rows = 0;
        while (csv.next()) {
            if (csv.isBlank()) {
                continue;
            }
            rows++;
            Optional<String> wrong = wrong(csv);
            if (wrong.isPresent()) {
                leftOut.add(wrong.get(), csv.line());
            } else {
                steps.add(step(csv, kind, name, numbers, steps.size(), withPeople));
                repeated.add(csv.text(KEYS), csv.line());
            }
        }
        List<String> remarks = new ArrayList<>(leftOut.sentences(name, rows));
        repeated.sentence(name).ifPresent(remarks::add);
        if (rows == 0) {
            remarks.add(name + " is left out: it has a header and no rows.");
        }
        return remarks;
    }

    /** Why the current row cannot be used; empty when it can. */
    private static Optional<String> wrong(CsvFile csv) {
        if (csv.isBroken()) {
            return Optional.of("a quote is never closed");
        }
        if (RecordedTime.parse(csv.text(TIMES)).isEmpty()) {
            return Optional.of(csv.text(TIMES).isBlank() ? "there is no time" : "the time cannot be read");
        }
        return Double.isNaN(label(csv))
                ? Optional.of("it cannot be read whether it failed (1 and 0, true and false, yes and no)")
                : Optional.empty();
    }

    private static double label(CsvFile csv) {
        String text = csv.text(LABELS).strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "yes", "y", "t" -> 1;
            case "no", "n", "f" -> 0;
            default -> CsvFile.parse(text);
        };
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
        Instant started = RecordedTime.parse(csv.text(TIMES)).orElseThrow();
        double label = label(csv);
        String key = csv.text(KEYS);
        String project = csv.text("project");
        DeploymentFacts facts = new DeploymentFacts(
                key.isBlank() ? name + "-" + row : key,
                project.isBlank() ? name : project,
                "default branch",
                started,
                change(csv, kind, withPeople),
                BuildSignals.UNKNOWN);
        double hours = csv.number("hours_to_revert");
        Instant known =
                switch (kind) {
                    case DEPLOYMENTS ->
                        label > 0 && hours >= 0 && hours <= MOST_HOURS
                                ? started.plusSeconds((long) (3600 * hours))
                                : started.plus(GOOD_AFTER);
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
}
