package io.jenkins.plugins.mlci.deploygate.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.deploygate.Facts;
import io.jenkins.plugins.mlci.deploygate.incident.CauseFinder.Candidate;
import io.jenkins.plugins.mlci.deploygate.incident.CauseFinder.Suspect;
import io.jenkins.plugins.mlci.deploygate.incident.SimilarIncidents.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentResponseTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final IncidentRecord incident = new IncidentRecord(
            "INC-1",
            "Billing returns 500",
            "",
            "pager",
            "prod",
            "shop/deploy",
            "",
            NOW,
            Optional.empty(),
            "",
            "",
            "",
            IncidentRecord.Guesses.NONE);
    private final List<String> done = new ArrayList<>();
    private final RemedyActions actions = new RemedyActions() {
        @Override
        public String retry(String job) {
            done.add("retry " + job);
            return "Retried.";
        }

        @Override
        public String redeploy(String environment, String deployment) {
            done.add("redeploy " + deployment + " to " + environment);
            return "Rolled back.";
        }

        @Override
        public String tell(IncidentRecord what, String message) {
            done.add("tell " + message);
            throw new RemedyException("The chat does not answer.");
        }
    };

    private List<Suspect> suspects() {
        return CauseFinder.DEFAULT.suspects(
                incident,
                List.of(
                        new Candidate(
                                Facts.of("d1", NOW.minus(Duration.ofHours(20)), "Update docs", 3, "docs/a.md"), 0.01),
                        new Candidate(
                                Facts.of(
                                        "d2",
                                        NOW.minus(Duration.ofMinutes(15)),
                                        "Rewrite billing",
                                        300,
                                        "billing/Pay.java"),
                                0.2),
                        new Candidate(Facts.of("d3", NOW.plusSeconds(5), "Later", 3, "x"), 0.9)));
    }

    @Test
    void suspectsTheRecentRiskyDeploymentThatSharesWords() {
        List<Suspect> suspects = suspects();
        assertThat(suspects.get(0).deployment()).isEqualTo("d2");
        assertThat(suspects.get(0).probability()).isBetween(0.7, 1.0);
        assertThat(suspects.get(0).because())
                .contains("15 min before in the same environment", "share words", "20.0 %");
        assertThat(suspects).noneMatch(each -> each.deployment().equals("d3"));
        assertThat(suspects.stream().mapToDouble(Suspect::probability).sum()).isLessThan(1);
        assertThat(CauseFinder.DEFAULT.suspects(incident, List.of())).isEmpty();
    }

    @Test
    void suggestsARollbackOnlyToAGoodDeployment() {
        List<Suggestion> suggestions = Remediation.suggest(suspects(), List.of(), Optional.of("d0"));
        assertThat(suggestions.get(0).remedy()).isEqualTo(Remedy.ROLL_BACK);
        assertThat(suggestions.get(0).sentence()).contains("Roll back to d0", "d2 is the cause");
        assertThat(suggestions).anyMatch(each -> each.remedy() == Remedy.NOTIFY);
        assertThat(Remediation.suggest(suspects(), List.of(), Optional.empty()))
                .noneMatch(each -> each.remedy() == Remedy.ROLL_BACK);
    }

    @Test
    void suggestsWhatHelpedBefore() {
        IncidentRecord old = new IncidentRecord(
                        "INC-0",
                        "Billing 500",
                        "",
                        "",
                        "prod",
                        "",
                        "",
                        NOW.minusSeconds(9999),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        IncidentRecord.Guesses.NONE)
                .resolvedAt(NOW.minusSeconds(1), "Restarted the pods.");
        List<Suggestion> suggestions = Remediation.suggest(
                List.of(), List.of(new Match(old, 0.8), new Match(incident, 0.9)), Optional.empty());
        assertThat(suggestions.get(0).remedy()).isEqualTo(Remedy.RETRY);
        assertThat(suggestions.get(0).sentence()).contains("INC-0 (80 % alike)", "Restarted the pods");
        assertThat(Remediation.remedy("We reverted the release")).isEqualTo(Remedy.ROLL_BACK);
        assertThat(Remediation.remedy("Bought a disk")).isEqualTo(Remedy.NOTIFY);
    }

    @Test
    void actsOnlyWhereItIsAllowed() {
        IncidentSituation situation = situation(Remedy.ROLL_BACK, Remedy.RETRY);
        List<IncidentResponse.Step> none =
                new IncidentResponse(IncidentHandler.builtIn(), Set.of()).respond(situation, actions);
        assertThat(done).isEmpty();
        assertThat(none).hasSize(3).noneMatch(IncidentResponse.Step::acted);
        assertThat(none.get(0).sentence()).contains("Not allowed", "Roll prod back to d0");

        List<IncidentResponse.Step> all = new IncidentResponse(
                        IncidentHandler.builtIn(), Set.of(Remedy.ROLL_BACK, Remedy.RETRY, Remedy.NOTIFY))
                .respond(situation, actions);
        assertThat(done.get(0)).isEqualTo("redeploy d0 to prod");
        assertThat(done).as("only one remedy changes something").noneMatch(each -> each.startsWith("retry"));
        assertThat(all.get(2).acted()).isFalse();
        assertThat(all.get(2).sentence()).isEqualTo("The chat does not answer.");
    }

    @Test
    void retriesNotForEver() {
        IncidentResponse response = new IncidentResponse(List.of(new RetryHandler()), Set.of(Remedy.RETRY));
        assertThat(response.respond(situation(Remedy.RETRY), actions)).hasSize(1);
        IncidentSituation twice =
                new IncidentSituation(incident, situation(Remedy.RETRY).suggestions(), Optional.empty(), 2);
        assertThat(response.respond(twice, actions)).isEmpty();
        assertThat(done).containsExactly("retry shop/deploy");
    }

    private IncidentSituation situation(Remedy... remedies) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Remedy remedy : remedies) {
            suggestions.add(new Suggestion(remedy, remedy.name(), 0.9));
        }
        return new IncidentSituation(incident, suggestions, Optional.of("d0"), 0);
    }
}
