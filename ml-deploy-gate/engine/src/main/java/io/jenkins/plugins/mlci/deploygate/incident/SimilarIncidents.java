package io.jenkins.plugins.mlci.deploygate.incident;

import io.jenkins.plugins.mlci.shared.feature.HashedText;
import io.jenkins.plugins.mlci.shared.feature.SparseVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds earlier incidents that read alike: cosine of TF-IDF over words and pairs, by an inverted index. */
public final class SimilarIncidents {
    private static final HashedText TEXT = new HashedText(18, 2, 0.6f, 0, 0, 0);

    private final List<IncidentRecord> incidents;
    private final float[] rarity = new float[TEXT.buckets()];
    private final Map<Integer, List<Posting>> index = new HashMap<>();

    private record Posting(int incident, float value) {}

    /**
     * One that reads alike.
     *
     * @param incident the earlier incident
     * @param similarity cosine, (0, 1]
     */
    public record Match(IncidentRecord incident, double similarity) {}

    /** An index over these incidents. */
    public SimilarIncidents(List<IncidentRecord> incidents) {
        this.incidents = List.copyOf(incidents);
        List<SparseVector> counts = new ArrayList<>();
        int[] texts = new int[TEXT.buckets()];
        for (IncidentRecord incident : incidents) {
            SparseVector row = TEXT.vector(incident.words());
            counts.add(row);
            for (int i = 0; i < row.size(); i++) {
                texts[row.index(i)]++;
            }
        }
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = (float) (1 + Math.log((1.0 + counts.size()) / (1.0 + texts[i])));
        }
        for (int n = 0; n < counts.size(); n++) {
            SparseVector row = counts.get(n).times(rarity).normalised();
            for (int i = 0; i < row.size(); i++) {
                index.computeIfAbsent(row.index(i), bucket -> new ArrayList<>()).add(new Posting(n, row.value(i)));
            }
        }
    }

    /**
     * The incidents that are most alike, the most first; those without a common word are left out.
     *
     * @param but id of an incident that is not wanted, usually the one that is asked about
     */
    public List<Match> to(String text, String but, int most) {
        double[] cosine = new double[incidents.size()];
        SparseVector row = TEXT.vector(text).times(rarity).normalised();
        for (int i = 0; i < row.size(); i++) {
            for (Posting posting : index.getOrDefault(row.index(i), List.of())) {
                cosine[posting.incident] += (double) row.value(i) * posting.value;
            }
        }
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < cosine.length; i++) {
            if (cosine[i] > 0 && !incidents.get(i).id().equals(but)) {
                matches.add(new Match(incidents.get(i), Math.min(1, cosine[i])));
            }
        }
        matches.sort(Comparator.comparingDouble(Match::similarity)
                .reversed()
                .thenComparing(match -> match.incident().opened(), Comparator.reverseOrder()));
        return matches.subList(0, Math.min(most, matches.size()));
    }
}
