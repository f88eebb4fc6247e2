package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.shared.feature.HashedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds past deployments into the same environment that changed the same parts, read alike and were about as large. */
final class SimilarDeployments {
    private static final HashedText TEXT = new HashedText(18, 1, 1, 0, 0, 0);
    private static final double LEAST = 0.2;
    private static final int NEWEST = 2_000;

    private SimilarDeployments() {}

    /**
     * A deployment that is alike.
     *
     * @param id of the deployment
     * @param started when
     * @param title of its change
     * @param similarity [0, 1]
     * @param failed how it went; empty while unknown
     */
    record Match(String id, Instant started, String title, double similarity, Optional<Boolean> failed) {}

    static List<Match> to(DeploymentFacts facts, List<RecordedPast.Past> past, int most) {
        List<Match> matches = new ArrayList<>();
        for (RecordedPast.Past each : past.subList(Math.max(0, past.size() - NEWEST), past.size())) {
            DeploymentFacts other = each.facts();
            boolean candidate = other.environment().equals(facts.environment())
                    && !other.id().equals(facts.id())
                    && other.started().isBefore(facts.started());
            double similarity = candidate ? similarity(facts, other) : 0;
            if (similarity >= LEAST) {
                matches.add(new Match(
                        other.id(), other.started(), other.change().text().title(), similarity, each.failed()));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::similarity)
                .reversed()
                .thenComparing(Match::started, Comparator.reverseOrder()));
        return List.copyOf(matches.subList(0, Math.min(most, matches.size())));
    }

    private static double similarity(DeploymentFacts a, DeploymentFacts b) {
        double parts = overlap(a.change().subsystems(), b.change().subsystems());
        double files = overlap(a.change().paths(), b.change().paths());
        double words = TEXT.vector(a.change().text().title())
                .normalised()
                .dot(TEXT.vector(b.change().text().title()).normalised());
        return 0.3 * parts
                + 0.3 * files
                + 0.2 * words
                + 0.2 * size(a.change().size(), b.change().size());
    }

    private static double size(ChangeSize a, ChangeSize b) {
        double distance = Math.abs(Math.log1p(a.added() + a.deleted()) - Math.log1p(b.added() + b.deleted()));
        return Double.isNaN(distance) ? 0 : Math.exp(-distance);
    }

    private static double overlap(List<String> a, List<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(Set.copyOf(b));
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }
}
