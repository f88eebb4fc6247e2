package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a job deployed into an environment before. Farther back than 200 deployments nothing is looked at.
 *
 * @param store the history
 * @param job full name of the job
 * @param environment where to
 */
public record DeployedBefore(HistoryStore store, String job, String environment) {
    private static final int LOOK_BACK = 200;

    /**
     * What a new deployment is compared with.
     *
     * @param deployment its id
     * @param commit full id of the commit that it deployed
     * @param good whether it is known to be good; else nothing is known of it yet
     */
    public record Reference(String deployment, String commit, boolean good) {}

    /**
     * The last good deployment whose commit is known; where none is known to be good, the last one of which nothing bad is
     * known.
     *
     * @param id of the new deployment, which is not compared with itself
     */
    public Optional<Reference> reference(String id) {
        Optional<Reference> unknown = Optional.empty();
        for (Deployment each : store.deployments().newest(job, environment, LOOK_BACK)) {
            Optional<String> commit = each.id().equals(id) ? Optional.empty() : commit(each);
            if (commit.isPresent()) {
                Optional<DeploymentResult> result = DeliveryReader.decisive(
                                store.deployments().outcomes(each.id()))
                        .map(DeploymentOutcome::result);
                if (result.filter(DeploymentResult.SUCCEEDED::equals).isPresent()) {
                    return Optional.of(new Reference(each.id(), commit.get(), true));
                }
                if (result.isEmpty() && unknown.isEmpty()) {
                    unknown = Optional.of(new Reference(each.id(), commit.get(), false));
                }
            }
        }
        return unknown;
    }

    /** Whether a version that is deployed now was there before, so that newer ones are taken back with it. */
    public boolean isRollback(String id, String version, Instant now) {
        return !takenBack(arrived(), id, version, now).isEmpty();
    }

    /** One more than the highest number of a build or deployment of the job that is known, whatever the environment. */
    public long nextBuild() {
        long highest = store.builds().list(BuildQuery.of(job).includingExcluded()).stream()
                .map(Build::id)
                .mapToLong(BuildId::number)
                .max()
                .orElse(0);
        for (String each : store.deployments().environments()) {
            highest = Math.max(
                    highest,
                    store.deployments().newest(job, each, LOOK_BACK).stream()
                            .mapToLong(deployment -> deployment.build().number())
                            .max()
                            .orElse(0));
        }
        return highest + 1;
    }

    /**
     * Why a deployment cannot be kept as a new one: its id belongs to another.
     *
     * @return a sentence; empty when the id is free, or the very same deployment is known
     */
    public static Optional<String> clash(HistoryStore store, Deployment deployment) {
        return store.deployments()
                .find(deployment.id())
                .filter(known -> !known.started().equals(deployment.started())
                        || !DeliveryReader.version(known).equals(DeliveryReader.version(deployment)))
                .map(known -> "The deployment " + known.id() + " is known already: it started at " + known.started()
                        + (DeliveryReader.version(known).isEmpty()
                                ? "."
                                : " with the version " + DeliveryReader.version(known) + "."));
    }

    /** Those that got into the environment, as far as is known; the oldest first. */
    List<Deployment> arrived() {
        return arrived(known());
    }

    /** All of them, the oldest first. */
    List<Deployment> known() {
        List<Deployment> known = new ArrayList<>(store.deployments().newest(job, environment, LOOK_BACK));
        Collections.reverse(known);
        return known;
    }

    List<Deployment> arrived(List<Deployment> known) {
        return known.stream()
                .filter(each -> store.deployments().outcomes(each.id()).stream()
                        .map(DeploymentOutcome::result)
                        .noneMatch(result -> result == DeploymentResult.FAILED || result == DeploymentResult.ABORTED))
                .toList();
    }

    /** The ids of those that a deployment takes back, of those that arrived before it; the oldest first. */
    static List<String> takenBack(List<Deployment> arrived, String id, String version, Instant started) {
        List<RollbackDetector.Step> earlier = arrived.stream()
                .filter(each -> each.started().isBefore(started) && !each.id().equals(id))
                .map(each -> new RollbackDetector.Step(each.id(), DeliveryReader.version(each)))
                .toList();
        return RollbackDetector.takenBack(earlier, version).stream()
                .map(RollbackDetector.Step::id)
                .toList();
    }

    /** What was kept beside it, else what the history says of its build. */
    private Optional<String> commit(Deployment deployment) {
        return DeliveryReader.commit(deployment).or(() -> store.builds()
                .find(deployment.build())
                .map(BuildRecord::build)
                .map(Build::commit)
                .filter(commit -> !commit.isEmpty()));
    }
}
