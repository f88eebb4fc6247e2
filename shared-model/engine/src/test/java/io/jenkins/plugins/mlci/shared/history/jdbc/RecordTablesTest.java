package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.id;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import io.jenkins.plugins.mlci.shared.history.Incident;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decisions, deployments, incidents and failure signatures. */
class RecordTablesTest extends StoreTest {
    private static final String JSON = "{\"text\":\"\\u0000 \u00e9 \ud83d\ude00 \\\\\"}";

    @Test
    void keepsDecisionsOfABuildThatIsNotRecordedYet() {
        Decision later = decision(1, "b", 9);
        Decision sooner = decision(1, "a", 8);
        store.decisions().record(later);
        store.decisions().record(sooner);
        store.decisions().record(decision(2, "a", 10));
        reopen();
        assertThat(store.decisions().of(id(1))).containsExactly(sooner, later);
        assertThat(store.decisions().newest(JOB, "test-selection", 2))
                .extracting(decision -> decision.build().number())
                .containsExactly(2L, 1L);
        assertThat(store.decisions().newest(JOB, "deploy-gate", 2)).isEmpty();
        assertThat(store.decisions().of(id(3))).isEmpty();
    }

    @Test
    void replacesADecision() {
        store.decisions().record(decision(1, "a", 8));
        Decision changed = new Decision(id(1), "test-selection", "a", "", time(9), "{}");
        store.decisions().record(changed);
        assertThat(store.decisions().of(id(1))).containsExactly(changed);
    }

    @Test
    void forgetsDecisionsAndSignaturesWithTheirBuild() {
        store.decisions().record(decision(1, "a", 8));
        store.signatures().record(signature("s", 1, 8));
        assertThat(store.builds().delete(id(1))).isTrue();
        assertThat(store.decisions().of(id(1))).isEmpty();
        assertThat(store.signatures().of(id(1))).isEmpty();
    }

    @Test
    void followsARenamedJob() {
        store.decisions().record(decision(1, "a", 8));
        store.deployments().record(deployment("d", "prod", 1));
        store.jobs().rename(JOB, "moved");
        assertThat(store.decisions().of(new BuildId("moved", 1)).get(0).build().job())
                .isEqualTo("moved");
        assertThat(store.deployments().find("d").orElseThrow().build().job()).isEqualTo("moved");
    }

    @Test
    void keepsDeploymentsWithTheirOutcomes() {
        store.deployments().record(deployment("one", "prod", 1));
        store.deployments().record(deployment("two", "prod", 2));
        store.deployments().record(deployment("three", "test", 3));
        DeploymentOutcome good = new DeploymentOutcome("one", DeploymentResult.SUCCEEDED, time(4), "{}");
        DeploymentOutcome bad = new DeploymentOutcome("one", DeploymentResult.ROLLED_BACK, time(5), JSON);
        store.deployments().record(bad);
        store.deployments().record(good);
        store.deployments().record(good);
        reopen();
        assertThat(store.deployments().outcomes("one")).containsExactly(good, bad);
        assertThat(store.deployments().outcomes("two")).isEmpty();
        assertThat(store.deployments().find("one")).contains(deployment("one", "prod", 1));
        assertThat(store.deployments().newest("prod", 5))
                .containsExactly(deployment("two", "prod", 2), deployment("one", "prod", 1));
        assertThat(store.deployments().newest("prod", 1)).hasSize(1);
        assertThat(store.deployments().newest(JOB, "test", 5)).hasSize(1);
        assertThat(store.deployments().newest("other", "test", 5)).isEmpty();
        assertThat(store.deployments().environments()).containsExactly("prod", "test");
    }

    @Test
    void replacesADeploymentAndKeepsItsOutcomes() {
        store.deployments().record(deployment("one", "prod", 1));
        store.deployments().record(new DeploymentOutcome("one", DeploymentResult.FAILED, time(4), "{}"));
        store.deployments().record(deployment("one", "test", 2));
        assertThat(store.deployments().find("one")).contains(deployment("one", "test", 2));
        assertThat(store.deployments().outcomes("one")).hasSize(1);
    }

    @Test
    void refusesAnOutcomeWithoutDeployment() {
        DeploymentOutcome outcome = new DeploymentOutcome("nothing", DeploymentResult.FAILED, time(1), "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.deployments().record(outcome))
                .withMessageContaining("There is no deployment nothing");
    }

    @Test
    void forgetsOldDeployments() {
        store.deployments().record(deployment("one", "prod", 1));
        store.deployments().record(new DeploymentOutcome("one", DeploymentResult.FAILED, time(4), "{}"));
        store.deployments().record(deployment("two", "prod", 2));
        assertThat(store.deployments().deleteStartedBefore(time(2))).isEqualTo(1);
        assertThat(store.deployments().find("one")).isEmpty();
        assertThat(store.deployments().outcomes("one")).isEmpty();
        assertThat(store.deployments().find("two")).isPresent();
    }

    @Test
    void knowsWhichResultsAreFailures() {
        assertThat(DeploymentResult.values())
                .filteredOn(DeploymentResult::isFailure)
                .containsExactly(DeploymentResult.FAILED, DeploymentResult.ROLLED_BACK, DeploymentResult.INCIDENT);
    }

    @Test
    void keepsIncidents() {
        Incident open = incident("a", "prod", 1, false);
        Incident closed = incident("b", "test", 2, true);
        store.incidents().record(open);
        store.incidents().record(closed);
        reopen();
        assertThat(store.incidents().find("a")).contains(open);
        assertThat(store.incidents().find("c")).isEmpty();
        assertThat(store.incidents().newest(5)).containsExactly(closed, open);
        assertThat(store.incidents().newest("prod", 5)).containsExactly(open);
        store.incidents().record(incident("a", "prod", 1, true));
        assertThat(store.incidents().find("a")).contains(incident("a", "prod", 1, true));
        assertThat(store.incidents().deleteOpenedBefore(time(2))).isEqualTo(1);
        assertThat(store.incidents().newest(5)).containsExactly(closed);
    }

    @Test
    void keepsSignatures() {
        FailureSignature first = signature("s", 1, 1);
        FailureSignature second = signature("s", 2, 2);
        FailureSignature other = signature("t", 2, 3);
        store.signatures().record(first);
        store.signatures().record(second);
        store.signatures().record(second);
        store.signatures().record(other);
        reopen();
        assertThat(store.signatures().of(id(2))).containsExactly(second, other);
        assertThat(store.signatures().newest("s", 5)).containsExactly(second, first);
        assertThat(store.signatures().newestOfJob(JOB, 2)).containsExactly(other, second);
        assertThat(store.signatures().count("s")).isEqualTo(2);
        assertThat(store.signatures().count("unknown")).isZero();
        assertThat(store.signatures().deleteSeenBefore(time(2))).isEqualTo(1);
        assertThat(store.signatures().newest("s", 5)).containsExactly(second);
    }

    @Test
    void refusesKeysThatAreTooLong() {
        String fits = "\u00e9".repeat(255);
        store.deployments().record(deployment(fits, fits, 1));
        assertThat(store.deployments().newest(fits, 1)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.deployments().record(deployment(fits + "x", "prod", 1)))
                .withMessage("The id of a deployment has 256 characters, and at most 255 can be kept: shorten it");
    }

    private static Decision decision(long build, String subject, long hour) {
        return new Decision(id(build), "test-selection", subject, "job/x:3", time(hour), JSON);
    }

    private static Deployment deployment(String id, String environment, long build) {
        return new Deployment(id, id(build), environment, time(build), JSON);
    }

    private static Incident incident(String id, String environment, long hour, boolean resolved) {
        return new Incident(
                id,
                environment,
                "",
                time(hour),
                resolved ? Optional.of(time(hour + 1)) : Optional.empty(),
                "network",
                "high",
                JSON);
    }

    private static FailureSignature signature(String signature, long build, long hour) {
        return new FailureSignature(signature, id(build), "network", true, time(hour), JSON);
    }
}
