package io.jenkins.plugins.mlci.shared.learn;

import java.util.Map;

/**
 * How a random forest learns.
 *
 * @param trees 1 to 1,000
 * @param maxDepth 1 to 30
 * @param maxLeaves leaves of a tree at most, 2 to 10,000
 * @param minLeafRows the least number of rows in a leaf, 1 or more
 * @param rowShare rows drawn for each tree; 1 draws as many as there are, with replacement; less without
 * @param maxRows rows learned from at most, the latest
 */
public record ForestParameters(int trees, int maxDepth, int maxLeaves, int minLeafRows, double rowShare, int maxRows) {
    public ForestParameters {
        boolean fits = trees >= 1
                && trees <= 1000
                && maxDepth >= 1
                && maxDepth <= 30
                && maxLeaves >= 2
                && maxLeaves <= 10_000
                && minLeafRows >= 1
                && rowShare > 0
                && rowShare <= 1
                && maxRows >= 1;
        if (!fits) {
            throw new IllegalArgumentException(
                    "A forest needs 1 to 1,000 trees, a depth of 1 to 30, 2 to 10,000 leaves, at least one row a leaf, a"
                            + " row share in (0, 1] and at least one row.");
        }
    }

    /** 100 trees of depth 10 from 50,000 rows at most. */
    public static ForestParameters defaults() {
        return new ForestParameters(100, 10, 512, 5, 1, 50_000);
    }

    Map<String, String> describe() {
        return Map.of(
                "trees", Integer.toString(trees),
                "maxDepth", Integer.toString(maxDepth),
                "maxLeaves", Integer.toString(maxLeaves),
                "minLeafRows", Integer.toString(minLeafRows),
                "rowShare", Double.toString(rowShare),
                "maxRows", Integer.toString(maxRows));
    }
}
