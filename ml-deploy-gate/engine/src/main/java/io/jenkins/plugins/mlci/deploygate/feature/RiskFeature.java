package io.jenkins.plugins.mlci.deploygate.feature;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import java.util.Arrays;
import java.util.Locale;

/**
 * What is known of a deployment before it starts, as numbers. Counts, durations and sizes enter as {@code ln(1 + x)}, rates
 * as their logarithm; a missing value is NaN.
 *
 * <p>Sources: Y. Kamei et al., A large-scale empirical study of just-in-time quality assurance, TSE 2013 (size, diffusion,
 * history, experience); S. McIntosh, Y. Kamei, TSE 2018 (they age, so rates here forget).
 */
public enum RiskFeature {
    COMMITS(Group.SIZE, "ln count", "commits in this deployment"),
    AUTHORS(Group.SIZE, "ln count", "people who wrote it"),
    ADDED(Group.SIZE, "ln lines", "lines added"),
    DELETED(Group.SIZE, "ln lines", "lines deleted"),
    CHURN(Group.SIZE, "ln lines", "lines changed"),
    CHURN_PER_FILE(Group.SIZE, "ln lines", "lines changed in each file"),
    REPLACED(Group.SIZE, "ln ratio", "lines deleted for each line added"),
    GROWTH(Group.SIZE, "ln ratio", "lines added for each line that was there"),
    FILES(Group.SIZE, "ln count", "files changed"),
    FOLDERS(Group.SIZE, "ln count", "folders changed"),
    SUBSYSTEMS(Group.SIZE, "ln count", "parts of the repository changed"),
    ENTROPY(Group.SIZE, "bits", "spread of the changed lines over the files"),
    BINARIES(Group.SIZE, "ln count", "binary files"),
    CONFIG(Group.SIZE, "ln count", "files of configuration"),
    CODE(Group.SIZE, "ln count", "files of code"),
    TESTS(Group.SIZE, "ln count", "files of tests"),
    DOCS(Group.SIZE, "ln count", "files of documentation"),
    DATA(Group.SIZE, "ln count", "files of data"),

    LINES_BEFORE(Group.FILES, "ln lines", "lines that the files had before"),
    DEVELOPERS(Group.FILES, "ln count", "people who changed these files before"),
    AGE(Group.FILES, "ln days", "days since these files were last changed"),
    EARLIER_CHANGES(Group.FILES, "ln count", "earlier changes of these files"),
    CHANGES_PER_FILE(Group.FILES, "ln count", "earlier changes of each file"),
    FILE_ROLLBACKS_MOST(Group.FILES, "ln count", "failed or rolled back deployments of the file that had most of them"),
    FILE_ROLLBACKS(Group.FILES, "ln count", "failed or rolled back deployments, counted for each of these files"),
    FILE_RATE(Group.FILES, "ln rate", "how often deployments of these files failed"),

    EXPERIENCE(Group.PEOPLE, "ln count", "earlier changes of the author"),
    RECENT_EXPERIENCE(Group.PEOPLE, "ln count", "recent changes of the author"),
    SUBSYSTEM_EXPERIENCE(Group.PEOPLE, "ln count", "earlier changes of the author in this part"),
    EXPERIENCE_SHARE(Group.PEOPLE, "share", "share of the author's changes that were in this part"),
    AUTHOR_RATE_30D(Group.PEOPLE, "ln rate", "how often the author's deployments failed in the last month"),
    AUTHOR_RATE_1Y(Group.PEOPLE, "ln rate", "how often the author's deployments failed in the last year"),
    AUTHOR_24H(Group.PEOPLE, "ln count", "deployments of the author in the last day"),
    AUTHOR_HOURS(Group.PEOPLE, "ln hours", "hours since the author's last deployment"),
    AUTHOR_FAILURE_HOURS(Group.PEOPLE, "ln hours", "hours since the author's last failed deployment"),

    WORD_RISK(Group.TEXT, "ln ratio", "failures with these words against the usual"),
    WORD_RISK_SUM(Group.TEXT, "ln ratio", "failures with these words against the usual, all words together"),
    WORD_RISK_MOST(Group.TEXT, "ln ratio", "failures with the riskiest of these words against the usual"),
    WORD_RISK_LEAST(Group.TEXT, "ln ratio", "failures with the safest of these words against the usual"),
    WORD_RARITY(Group.TEXT, "nats", "how rare the words of the title are here, mean"),
    WORD_RARITY_MOST(Group.TEXT, "nats", "how rare the rarest word of the title is here"),
    WORDS_NEW(Group.TEXT, "ln count", "words in the title that were never used before"),
    WORDS(Group.TEXT, "ln count", "words in the title"),
    BODY(Group.TEXT, "ln characters", "length of the description"),
    TICKET(Group.TEXT, "0 or 1", "a ticket is named"),
    FIX(Group.TEXT, "0 or 1", "it is a fix"),
    REVERT(Group.TEXT, "0 or 1", "it takes an earlier change back"),
    RELAND(Group.TEXT, "0 or 1", "it brings a change that was taken back once more"),
    BOT(Group.TEXT, "0 or 1", "a program made the change"),
    MERGE(Group.TEXT, "0 or 1", "it is a merge"),

    RATE_3D(Group.RECORD, "ln rate", "how often deployments failed in the last days"),
    RATE_30D(Group.RECORD, "ln rate", "how often deployments failed in the last month"),
    RATE_1Y(Group.RECORD, "ln rate", "how often deployments failed in the last year"),
    SUBSYSTEM_RATE_30D(Group.RECORD, "ln rate", "how often deployments of this part failed in the last month"),
    SUBSYSTEM_RATE_1Y(Group.RECORD, "ln rate", "how often deployments of this part failed in the last year"),
    LAST_OUTCOMES(Group.RECORD, "share", "share of failures among the last outcomes, the latest counting most"),
    LAST_FAILED(Group.RECORD, "0 or 1", "the last outcome that is known was a failure"),

    ROLLBACKS_7D(Group.RECENT, "ln count", "deployments titled as a revert in the last week"),
    ROLLBACKS_30D(Group.RECENT, "ln count", "deployments titled as a revert in the last month"),
    ROLLBACK_HOURS(Group.RECENT, "ln hours", "hours since the last deployment titled as a revert"),
    FAILURE_HOURS(Group.RECENT, "ln hours", "hours since the last failure became known"),
    SUBSYSTEM_FAILURE_HOURS(Group.RECENT, "ln hours", "hours since the last known failure in this part"),
    ROLLED_BACK_TITLE(
            Group.RECENT, "share", "how much the title resembles one that failed or was taken back in the last month"),
    PREVIOUS_HOURS(Group.RECENT, "ln hours", "hours since the deployment before"),
    DEPLOYMENTS_24H(Group.RECENT, "ln count", "deployments in the last day"),
    DEPLOYMENTS_7D(Group.RECENT, "ln count", "deployments in the last week"),
    SUBSYSTEM_24H(Group.RECENT, "ln count", "deployments of this part in the last day"),
    RECENT_TITLE(Group.RECENT, "share", "how much the title resembles one of the last week"),
    RECENT_TITLE_HOURS(Group.RECENT, "ln hours", "hours since the deployment whose title it resembles most"),
    RECENT_TITLES(Group.RECENT, "ln count", "deployments of the last week with a similar title"),

    LEAD(Group.CLOCK, "ln hours", "hours from the oldest commit to the deployment"),
    HOUR_SIN(Group.CLOCK, "sine", "time of day (UTC), morning against evening"),
    HOUR_COS(Group.CLOCK, "cosine", "time of day (UTC), night against noon"),
    FRIDAY(Group.CLOCK, "0 or 1", "it is Friday"),
    WEEKEND(Group.CLOCK, "0 or 1", "it is the weekend"),

    TEST_COUNT(Group.BUILD, "ln count", "tests that ran"),
    TESTS_FAILED(Group.BUILD, "ln count", "tests that failed"),
    TESTS_SKIPPED(Group.BUILD, "ln count", "tests that did not run"),
    SKIPPED_RISK(Group.BUILD, "share", "risk that a test that did not run would have failed"),
    TESTS_FLAKY(Group.BUILD, "ln count", "tests that failed and then passed without a change"),
    LOG_ANOMALIES(Group.BUILD, "ln count", "log lines that no recent good build had"),
    FAILED_BUILDS(Group.BUILD, "ln count", "failed builds of the job before this one");

    /** Features that are about the same. */
    public enum Group {
        SIZE("The size of the change"),
        FILES("The history of what it touches"),
        PEOPLE("Who wrote it"),
        TEXT("Its description"),
        RECORD("How deployments went"),
        RECENT("What happened lately"),
        CLOCK("The hour and the day"),
        BUILD("The build");

        private final String meaning;

        Group(String meaning) {
            this.meaning = meaning;
        }

        /** What it is about, as the beginning of a sentence. */
        public String meaning() {
            return meaning;
        }

        /** Its name for programs. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final FeatureSchema SCHEMA = new FeatureSchema(
            "deployment-risk",
            1,
            Arrays.stream(values()).map(RiskFeature::feature).toList());

    private final Group group;
    private final String unit;
    private final String meaning;

    RiskFeature(Group group, String unit, String meaning) {
        this.group = group;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** All features in their order. */
    public static FeatureSchema schema() {
        return SCHEMA;
    }

    /** What it is about. */
    public Group group() {
        return group;
    }

    /** A noun phrase that a developer understands. */
    public String meaning() {
        return meaning;
    }

    /** What one step of it is. */
    public String unit() {
        return unit;
    }

    /** Its key in the schema. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Feature feature() {
        return Feature.of(key(), unit, meaning);
    }
}
