package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of all tests of one scope after the builds observed so far, in time order. */
public final class TestHistory {
    /** Changes of more files than this teach nothing about single files: imports, reformatting, merges. */
    private static final int LARGE_CHANGE = 60;

    /** How many builds back a reference build is found. */
    private static final int REMEMBERED_COMMITS = 400;

    final TestCatalog catalog = new TestCatalog();
    final ChangeMatch.Postings postings = new ChangeMatch.Postings();
    final List<TestState> states = new ArrayList<>();
    final Associations fileOnsets = new Associations();
    final Associations folderOnsets = new Associations();
    final Associations coChanges = new Associations();
    final Map<String, BitSet[]> byCommit = new LinkedHashMap<>(16, 0.75f, false) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BitSet[]> eldest) {
            return size() > REMEMBERED_COMMITS;
        }
    };
    int builds;
    int lastBuildTests;
    int lastBuildFailures;
    int lastBuildOnsets;
    int failingBuilds;
    int onsetBuilds;
    long onsets;

    /** Writes all that is known, for {@link #read}. */
    public void write(StateWriter out) {
        out.number(builds).number(lastBuildTests).number(lastBuildFailures).number(lastBuildOnsets);
        out.number(failingBuilds).number(onsetBuilds).number(onsets);
        out.number(states.size());
        for (int test = 0; test < states.size(); test++) {
            TestId id = catalog.test(test);
            out.text(id.suite()).text(id.className()).text(id.method());
            states.get(test).write(out);
        }
        fileOnsets.write(out);
        folderOnsets.write(out);
        coChanges.write(out);
        out.number(byCommit.size());
        byCommit.forEach((commit, tests) -> out.text(commit).bits(tests[0]).bits(tests[1]));
    }

    /**
     * The history that {@link #write} wrote; it goes on exactly as the other would have.
     *
     * @throws io.jenkins.plugins.mlci.shared.model.ModelFormatException when it is damaged
     */
    public static TestHistory read(StateReader in) {
        TestHistory history = new TestHistory();
        int most = Integer.MAX_VALUE;
        history.builds = in.number(0, most);
        history.lastBuildTests = in.number(0, most);
        history.lastBuildFailures = in.number(0, most);
        history.lastBuildOnsets = in.number(0, most);
        history.failingBuilds = in.number(0, history.builds);
        history.onsetBuilds = in.number(0, history.builds);
        history.onsets = in.number();
        int tests = in.count(20);
        for (int test = 0; test < tests; test++) {
            int number = history.catalog.number(new TestId(in.text(), in.text(), in.text()));
            if (number != test) {
                throw new ModelFormatException("The state of the model names a test twice.");
            }
            history.states.add(TestState.read(in, history.builds));
        }
        history.postings.update(history.catalog);
        history.fileOnsets.read(in, tests);
        history.folderOnsets.read(in, tests);
        history.coChanges.read(in, tests);
        int commits = in.number(0, REMEMBERED_COMMITS);
        for (int i = 0; i < commits; i++) {
            history.byCommit.put(in.text(), new BitSet[] {in.bits(tests), in.bits(tests)});
        }
        return history;
    }

    /** How many builds were observed. */
    public int builds() {
        return builds;
    }

    /** Whether the test ended badly the last time it ran. */
    public boolean isFailing(TestId test) {
        int number = catalog.find(test);
        return number >= 0 && states.get(number).failing;
    }

    /** Whether the test ever ran. */
    public boolean isKnown(TestId test) {
        int number = catalog.find(test);
        return number >= 0 && states.get(number).runs > 0;
    }

    int number(TestId test) {
        int number = catalog.number(test);
        while (states.size() <= number) {
            states.add(new TestState());
        }
        return number;
    }

    /** Whether history or names tie a file to any test. */
    public boolean traces(String path) {
        if (!fileOnsets.of(path).isEmpty() || !coChanges.of(path).isEmpty()) {
            return true;
        }
        List<String> segments = Names.segments(path);
        return !segments.isEmpty()
                && !catalog.about(String.join(" ", Names.subject(segments.get(segments.size() - 1))))
                        .isEmpty();
    }

    /** The numbers of these tests; new ones become part of the catalog. */
    int[] numbers(List<TestId> tests) {
        int[] numbers = tests.stream().mapToInt(this::number).toArray();
        postings.update(catalog);
        return numbers;
    }

    /** Learns from one build; tests that were skipped tell nothing. */
    public void observe(BuildRecord build) {
        List<ChangedFile> files = build.changes().stream()
                .flatMap(change -> change.files().stream())
                .toList();
        int now = builds++;
        BitSet ran = new BitSet();
        BitSet failed = new BitSet();
        List<Integer> newFailures = new ArrayList<>();
        for (TestOutcome outcome : build.tests()) {
            if (outcome.outcome() == Outcome.SKIPPED) {
                continue;
            }
            int test = number(outcome.test());
            TestState state = states.get(test);
            boolean bad = outcome.outcome().isFailure();
            if (bad && !state.failing) {
                newFailures.add(test);
            }
            state.ran(now, bad, outcome.seconds());
            ran.set(test);
            failed.set(test, bad);
        }
        postings.update(catalog);
        lastBuildTests = ran.cardinality();
        lastBuildFailures = failed.cardinality();
        lastBuildOnsets = newFailures.size();
        failingBuilds += failed.isEmpty() ? 0 : 1;
        onsetBuilds += newFailures.isEmpty() ? 0 : 1;
        onsets += newFailures.size();
        if (!build.build().commit().isEmpty()) {
            byCommit.put(build.build().commit(), new BitSet[] {ran, failed});
        }
        if (!files.isEmpty() && files.size() <= LARGE_CHANGE) {
            associate(files, newFailures, now);
        }
    }

    private void associate(List<ChangedFile> files, List<Integer> newFailures, int now) {
        ChangeMatch match = new ChangeMatch(catalog, postings, files);
        double weight = 1.0 / files.size();
        for (ChangedFile file : files) {
            String folder = folder(file.path());
            fileOnsets.changed(file.path(), 1);
            folderOnsets.changed(folder, weight);
            coChanges.changed(file.path(), 1);
            for (int test : newFailures) {
                fileOnsets.happened(file.path(), test, weight);
                folderOnsets.happened(folder, test, weight);
            }
            for (int test = 0; test < match.ownFile.length; test++) {
                if (match.ownFile[test] > 0 && !file.path().contains(catalog.simpleName(test) + ".")) {
                    coChanges.happened(file.path(), test, 1);
                }
            }
        }
        for (int test = 0; test < match.ownFile.length; test++) {
            if (match.ownFile[test] > 0) {
                states.get(test).lastChanged = now;
            }
        }
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Ran and failed tests of the reference build, or null where it is not known. */
    BitSet[] reference(List<ChangeSet> changes) {
        for (ChangeSet change : changes) {
            BitSet[] known = byCommit.get(change.fromCommit());
            if (known != null) {
                return known;
            }
        }
        return null;
    }
}
