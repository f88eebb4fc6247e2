package io.jenkins.plugins.mlci.plugin.logscan.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of scans, by build, in the shared history: what people said about causes, how retries ended, how many secrets were found. No
 * names of people and no lines of logs are in it. A history that cannot be used keeps nothing.
 */
public final class Ledger {
    private static final String KIND = "log-scan";
    private static final String OPINION = "opinion";
    private static final String RETRIES = "retries";
    private static final String HELPED = "helped";
    private static final String SECRETS = "secrets";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Ledger() {}

    /**
     * What is known of one build.
     *
     * @param opinions what people say now about single causes
     * @param retries how often something was tried again because its failure was called transient, where it is known how that ended
     * @param helped how many of these ended well
     * @param secrets how many ranges of lines showed a secret
     */
    public record Entry(List<Opinion> opinions, int retries, int helped, int secrets) {
        private static final Entry NOTHING = new Entry(List.of(), 0, 0, 0);

        private Entry plus(Entry other) {
            List<Opinion> all = new ArrayList<>(opinions);
            all.addAll(other.opinions);
            return new Entry(all, retries + other.retries, helped + other.helped, secrets + other.secrets);
        }
    }

    /** A person said this about the cause that begins with a line, in place of what was said before. */
    public static void said(Run<?, ?> run, long line, Opinion opinion) {
        write(run, OPINION + " " + line, MAPPER.createObjectNode().put(OPINION, opinion.key()));
    }

    /** How the retries of a build ended. */
    public static void retried(Run<?, ?> run, List<RetryNotes.Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            long helped = outcomes.stream().filter(RetryNotes.Outcome::helped).count();
            write(
                    run,
                    RETRIES,
                    MAPPER.createObjectNode().put(RETRIES, outcomes.size()).put(HELPED, helped));
        }
    }

    /** How many ranges of lines showed a secret at the newest scan of a build. */
    public static void secrets(Run<?, ?> run, int found) {
        if (found > 0) {
            write(run, SECRETS, MAPPER.createObjectNode().put(SECRETS, found));
        }
    }

    private static void write(Run<?, ?> run, String subject, JsonNode json) {
        BuildId build = new BuildId(run.getParent().getFullName(), run.getNumber());
        Instant now = Clock.systemUTC().instant();
        SharedHistory.get()
                .ask(
                        history -> {
                            history.decisions().record(new Decision(build, KIND, subject, "", now, json.toString()));
                            return null;
                        },
                        null);
    }

    /**
     * What is known of the builds of a job.
     *
     * @param since the oldest that counts, by when it became known
     * @param most how many pieces of knowledge at most, the newest
     */
    public static List<Entry> of(HistoryStore history, String job, Instant since, int most) {
        TreeMap<Long, Entry> builds = new TreeMap<>();
        for (Decision each : history.decisions().newest(job, KIND, most)) {
            if (!each.taken().isBefore(since)) {
                builds.merge(each.build().number(), entry(each), Entry::plus);
            }
        }
        // Nothing is what is left of an opinion that was taken back.
        return builds.values().stream()
                .filter(each -> !each.equals(Entry.NOTHING))
                .toList();
    }

    /** What cannot be read is left out. */
    private static Entry entry(Decision decision) {
        try {
            JsonNode json = MAPPER.readTree(decision.json());
            Optional<Opinion> opinion =
                    Opinion.of(json.path(OPINION).asText("")).filter(said -> said != Opinion.NONE);
            int retries = Math.max(0, json.path(RETRIES).asInt(0));
            int helped = Math.min(retries, Math.max(0, json.path(HELPED).asInt(0)));
            return new Entry(
                    opinion.stream().toList(),
                    retries,
                    helped,
                    Math.max(0, json.path(SECRETS).asInt(0)));
        } catch (JsonProcessingException e) {
            return Entry.NOTHING;
        }
    }
}
