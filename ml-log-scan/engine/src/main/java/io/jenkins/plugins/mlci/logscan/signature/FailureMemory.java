package io.jenkins.plugins.mlci.logscan.signature;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps the signatures of failures in the shared history, and finds where one was seen before and what helped. */
public final class FailureMemory {
    private static final int MOST_SIGHTINGS = 1_000;
    private static final int RECENT = 10;
    private static final int COMPARED = 300;
    private static final int MOST_ALIKE = 5;
    /** Two failures that share this much are alike. */
    static final double ALIKE = 0.6;

    private final HistoryStore history;

    /** @param history where failures and builds are kept */
    public FailureMemory(HistoryStore history) {
        this.history = history;
    }

    /**
     * Keeps the failure of a build.
     *
     * @param lines its cause lines with masked secrets, the first one meant
     */
    public void record(
            BuildId build,
            Signature signature,
            String category,
            boolean transientFailure,
            Instant seen,
            List<String> lines) {
        String json = SignatureJson.write(signature, lines);
        history.signatures()
                .record(new FailureSignature(signature.id(), build, category, transientFailure, seen, json));
    }

    /** Where a failure was seen before this build. */
    public PastFailures before(BuildId build, Signature signature) {
        List<FailureSignature> same = history.signatures().newest(signature.id(), MOST_SIGHTINGS).stream()
                .filter(failure -> !failure.build().equals(build))
                .toList();
        List<FailureSignature> here = same.stream()
                .filter(failure -> failure.build().job().equals(build.job())
                        && failure.build().number() < build.number())
                .sorted(Comparator.comparingLong(failure -> failure.build().number()))
                .toList();
        long all = history.signatures().count(signature.id());
        boolean counted = history.signatures().of(build).stream()
                .anyMatch(f -> f.signature().equals(signature.id()));
        Optional<FailureSignature> first = same.stream().min(Comparator.comparing(FailureSignature::seen));
        return new PastFailures(
                all - (counted ? 1 : 0),
                first.map(FailureSignature::build),
                first.map(FailureSignature::seen),
                same.stream()
                        .map(failure -> failure.build().job())
                        .distinct()
                        .sorted()
                        .toList(),
                same.stream().map(FailureSignature::build).limit(RECENT).toList(),
                here.isEmpty() ? "" : commit(here.get(0).build()),
                here.isEmpty()
                        ? Optional.empty()
                        : remedy(here.get(here.size() - 1).build(), build),
                alike(build, signature));
    }

    private String commit(BuildId build) {
        return history.builds().find(build).map(found -> found.build().commit()).orElse("");
    }

    /** The first good build after the failing one, if it came before this build. */
    private Optional<PastFailures.Remedy> remedy(BuildId failed, BuildId now) {
        List<Build> builds = history.builds().list(BuildQuery.of(failed.job()).includingExcluded());
        String broken = "";
        for (Build build : builds) {
            long number = build.id().number();
            if (number == failed.number()) {
                broken = build.commit();
            } else if (number > failed.number() && number < now.number() && build.result() == BuildResult.SUCCESS) {
                boolean same = !broken.isEmpty() && broken.equals(build.commit());
                return Optional.of(new PastFailures.Remedy(build.id(), same, build.commit()));
            }
        }
        return Optional.empty();
    }

    private List<PastFailures.Alike> alike(BuildId build, Signature signature) {
        List<PastFailures.Alike> alike = new ArrayList<>();
        for (FailureSignature other : history.signatures().newestOfJob(build.job(), COMPARED)) {
            if (other.build().equals(build) || other.signature().equals(signature.id())) {
                continue;
            }
            double similarity = signature.similarity(SignatureJson.read(other.signature(), other.json()));
            if (similarity >= ALIKE) {
                alike.add(new PastFailures.Alike(other.build(), other.signature(), similarity));
            }
        }
        alike.sort(Comparator.comparingDouble(PastFailures.Alike::similarity).reversed());
        return alike.subList(0, Math.min(MOST_ALIKE, alike.size()));
    }
}
