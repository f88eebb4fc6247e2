package io.jenkins.plugins.mlci.testselector.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds to learn and what is known so far, as JSON that can be sent to another machine. Authors stay behind.
 *
 * @param seed of all chance
 * @param selector what is known so far, as {@code SelectorJson} writes it; empty to begin
 * @param builds oldest first
 * @param partial for each build whether a selection left tests out
 */
record TrainingInput(long seed, Optional<byte[]> selector, List<BuildRecord> builds, List<Boolean> partial) {
    private static final int FORMAT = 1;
    private static final int MAX_BYTES = 256 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .maxNestingDepth(4)
                    .build())
            .build());

    byte[] toJson() {
        StateWriter out = new StateWriter().number(builds.size());
        Map<TestId, Integer> tests = new HashMap<>();
        for (int i = 0; i < builds.size(); i++) {
            out.flag(partial.get(i));
            write(builds.get(i), tests, out);
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("seed", seed);
        selector.ifPresent(bytes -> json.put("selector", bytes));
        json.put("builds", out.toText());
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Builds could not be turned into JSON.", e);
        }
    }

    /** Throws {@link ModelFormatException} for what is damaged. */
    static TrainingInput read(byte[] document) {
        try {
            JsonNode json = MAPPER.readTree(document);
            if (json.path("format").asInt() != FORMAT) {
                throw new ModelFormatException("This is no training input of format " + FORMAT + ".");
            }
            Optional<byte[]> selector =
                    json.has("selector") ? Optional.of(json.path("selector").binaryValue()) : Optional.empty();
            StateReader in = new StateReader(json.path("builds").asText());
            int count = in.count(8);
            List<BuildRecord> builds = new ArrayList<>();
            List<Boolean> partial = new ArrayList<>();
            List<TestId> tests = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                partial.add(in.flag());
                builds.add(build(in, tests));
            }
            in.end();
            return new TrainingInput(json.path("seed").asLong(), selector, builds, partial);
        } catch (IOException e) {
            throw new ModelFormatException("The training input is no valid JSON.", e);
        } catch (java.time.DateTimeException | ArithmeticException e) {
            throw new ModelFormatException("The training input has a time that cannot be.", e);
        }
    }

    private static void write(BuildRecord record, Map<TestId, Integer> tests, StateWriter out) {
        Build build = record.build();
        out.text(build.id().job()).number(build.id().number());
        out.number(build.started().toEpochMilli()).number(build.duration().toMillis());
        out.number(build.result().ordinal()).text(build.branch()).text(build.commit());
        out.number(record.changes().size());
        for (ChangeSet change : record.changes()) {
            out.text(change.fromCommit()).text(change.toCommit()).number(change.commits());
            out.number(change.files().size());
            for (ChangedFile file : change.files()) {
                out.number(file.kind().ordinal()).text(file.path()).text(file.oldPath());
                out.number(file.added()).number(file.deleted());
            }
        }
        out.number(record.tests().size());
        for (TestOutcome outcome : record.tests()) {
            TestId id = outcome.test();
            int next = tests.size();
            int number = tests.computeIfAbsent(id, test -> next);
            out.number(number);
            if (number == next && tests.size() > next) {
                out.text(id.suite()).text(id.className()).text(id.method());
            }
            out.number(outcome.outcome().ordinal()).real(outcome.seconds());
        }
    }

    private static BuildRecord build(StateReader in, List<TestId> tests) {
        BuildId id = new BuildId(in.text(), in.number());
        Instant started = Instant.ofEpochMilli(in.number());
        Duration duration = Duration.ofMillis(in.number());
        BuildResult result = BuildResult.values()[in.number(0, BuildResult.values().length - 1)];
        Build build = new Build(id, started, duration, result, in.text(), in.text());
        List<ChangeSet> changes = new ArrayList<>();
        for (int sets = in.count(4); sets > 0; sets--) {
            String from = in.text();
            String to = in.text();
            int commits = in.number(0, Integer.MAX_VALUE);
            List<ChangedFile> files = new ArrayList<>();
            for (int left = in.count(5); left > 0; left--) {
                ChangeKind kind = ChangeKind.values()[in.number(0, ChangeKind.values().length - 1)];
                files.add(new ChangedFile(
                        kind,
                        in.text(),
                        in.text(),
                        in.number(-1, Integer.MAX_VALUE),
                        in.number(-1, Integer.MAX_VALUE)));
            }
            changes.add(new ChangeSet(from, to, files, List.of(), commits));
        }
        List<TestOutcome> outcomes = new ArrayList<>();
        for (int left = in.count(10); left > 0; left--) {
            int number = in.number(0, tests.size());
            if (number == tests.size()) {
                tests.add(new TestId(in.text(), in.text(), in.text()));
            }
            Outcome outcome = Outcome.values()[in.number(0, Outcome.values().length - 1)];
            outcomes.add(new TestOutcome(tests.get(number), outcome, in.real()));
        }
        return new BuildRecord(build, changes, outcomes);
    }
}
