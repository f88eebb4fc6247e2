package io.jenkins.plugins.mlci.deploygate.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.Incident;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IncidentModelsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static IncidentRecord incident(int n, String job, String title, String category, String priority) {
        return new IncidentRecord(
                "INC-" + n,
                title,
                "",
                "pager",
                "prod",
                job,
                "",
                START.plusSeconds(3600L * n),
                Optional.empty(),
                category,
                priority,
                "",
                IncidentRecord.Guesses.NONE);
    }

    @Test
    void wordsThatSayNothingAreNoReasons() {
        List<IncidentRecord> incidents = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean disk = i % 2 == 0;
            incidents.add(incident(
                    i,
                    "shop",
                    disk ? "It is the disk with the logs" : "Lookups of hosts are too slow",
                    disk ? "a" : "b",
                    ""));
        }
        IncidentCategories model =
                IncidentCategories.learn(incidents, TrainingContext.seeded(1)).orElseThrow();
        assertThat(model.of("It is the disk with a hole").words())
                .contains("disk")
                .doesNotContain("it", "is", "the", "with", "it is", "is the");
        assertThat(model.of("It is with the").words()).isEmpty();
    }

    @Test
    void learnsCategoriesFromPeoplesOwn() {
        List<IncidentRecord> incidents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean disk = i % 2 == 0;
            String title = disk ? "Disk full on node " + i % 7 : "DNS timeout calling host " + i % 5;
            incidents.add(incident(i, "shop", title, disk ? "storage" : "network", ""));
        }
        incidents.add(incident(99, "shop", "Coffee is cold", "kitchen", ""));
        IncidentCategories model =
                IncidentCategories.learn(incidents, TrainingContext.seeded(1)).orElseThrow();
        assertThat(model.model().labels())
                .as("a single incident makes no category")
                .doesNotContain("kitchen");
        LabelEstimate estimate = model.of("the disk of node 3 is full");
        assertThat(estimate.label()).isEqualTo("storage");
        assertThat(estimate.isSure()).isTrue();
        assertThat(estimate.words()).contains("disk");
        assertThat(estimate.others()).singleElement().satisfies(other -> assertThat(other.label())
                .isEqualTo("network"));
        assertThat(IncidentCategories.learn(incidents.subList(0, 3), TrainingContext.seeded(1)))
                .isEmpty();
    }

    @Test
    void severityFollowsTheJobMoreThanTheWords() {
        SplittableRandom random = new SplittableRandom(5);
        List<IncidentRecord> incidents = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String job = i % 2 == 0 ? "payments" : "blog";
            boolean urgent = random.nextDouble() < (i % 2 == 0 ? 0.6 : 0.05);
            incidents.add(incident(i, job, "Error " + random.nextInt(50) + " seen", "", urgent ? "urgent" : "low"));
        }
        SeverityModel model = SeverityModel.learn(
                        incidents,
                        each -> each.priority().equals("urgent"),
                        each -> Double.NaN,
                        TrainingContext.seeded(1))
                .orElseThrow();
        SeverityContext past = new SeverityContext();
        incidents.forEach(each -> past.add(each, each.priority().equals("urgent")));
        SeverityModel.Severity payments = model.of(incident(500, "payments", "Error 3 seen", "", ""), past, Double.NaN);
        SeverityModel.Severity blog = model.of(incident(501, "blog", "Error 3 seen", "", ""), past, 1);
        assertThat(payments.probability()).isGreaterThan(0.4);
        assertThat(payments.isLikely()).isTrue();
        assertThat(blog.probability()).isLessThan(0.2);
        assertThat(blog.sentence()).contains("not likelier urgent than usual");
        assertThat(SeverityModel.learn(
                        incidents.subList(0, 30), each -> true, each -> Double.NaN, TrainingContext.seeded(1)))
                .isEmpty();
    }

    @Test
    void findsIncidentsThatReadAlike() {
        List<IncidentRecord> incidents = List.of(
                incident(1, "shop", "Database connection pool exhausted in checkout", "", ""),
                incident(2, "shop", "Certificate of the proxy expired", "", ""),
                incident(3, "blog", "Connection pool of the database is empty", "", ""));
        SimilarIncidents index = new SimilarIncidents(incidents);
        assertThat(index.to("checkout: database connection pool exhausted again", "", 2))
                .extracting(match -> match.incident().id())
                .containsExactly("INC-1", "INC-3");
        assertThat(index.to("certificate expired", "INC-2", 5)).isEmpty();
        assertThat(index.to(incidents.get(0).words(), "", 1).get(0).similarity())
                .isGreaterThan(0.99);
        assertThat(new SimilarIncidents(List.of()).to("x", "", 3)).isEmpty();
    }

    @Test
    void survivesTheHistory() {
        IncidentRecord incident =
                incident(1, "shop", "Down", "network", "urgent").resolvedAt(START.plusSeconds(9000), "Rolled back.");
        assertThat(IncidentJson.read(IncidentJson.write(incident))).isEqualTo(incident);
        Incident foreign = new Incident("X-1", "prod", "", START, Optional.empty(), "", "", "no json");
        assertThat(IncidentJson.read(foreign).title()).isEqualTo("X-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> incident.resolvedAt(START.minusSeconds(1), ""))
                .withMessageContaining("before it was noticed");
        assertThatIllegalArgumentException().isThrownBy(() -> incident(1, "", " ", "", ""));
    }

    @Property(tries = 100)
    void anyTextCanBeKept(@ForAll String text) {
        IncidentRecord incident = new IncidentRecord(
                "i", "t", text, "", "prod", "", "", START, Optional.empty(), "", "", "", IncidentRecord.Guesses.NONE);
        assertThat(IncidentJson.read(IncidentJson.write(incident))).isEqualTo(incident);
    }
}
