package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.Link;
import io.jenkins.plugins.mlci.shared.model.TreeEnsemble;
import java.util.Arrays;

/** One pass of boosting over a learning slice, watched on a held-out slice where there is one. */
final class BoostingRun {
    private final BoostingParameters parameters;
    private final TrainingContext context;
    private final long deadline;
    private final BinnedTable table;
    private final Objective objective;
    private final double[] margins;
    private final Sampler sampler;
    private final TreeGrower grower;
    private final TreeCollector collector = new TreeCollector();
    private Watch watch;
    private boolean outOfTime;

    BoostingRun(TrainingSet set, BoostingParameters parameters, TrainingContext context, long deadline) {
        this.parameters = parameters;
        this.context = context;
        this.deadline = deadline;
        this.objective = parameters.objective.over(set);
        this.table = BinnedTable.of(set.table(), parameters.maxBins, context);
        this.margins = new double[set.rows()];
        Arrays.fill(margins, objective.initialMargin());
        this.sampler = new Sampler(set, parameters, context.seed());
        this.grower = new TreeGrower(table, parameters, directions(set), context);
    }

    private int[] directions(TrainingSet set) {
        int[] directions = new int[set.table().schema().size()];
        parameters.monotone.forEach((name, direction) -> {
            int feature = set.table().schema().indexOf(name);
            if (feature < 0) {
                throw new IllegalArgumentException("There is no feature " + name + " to hold monotone.");
            }
            directions[feature] = direction;
        });
        return directions;
    }

    /** Watches the loss on rows that are not learned from, to stop early. */
    BoostingRun watching(TrainingSet heldOut) {
        double[] start = new double[heldOut.rows()];
        Arrays.fill(start, objective.initialMargin());
        watch = new Watch(parameters.objective.over(heldOut), table.likewise(heldOut.table(), context), start);
        return this;
    }

    /** Grows up to this many trees and says how many are best. */
    int run(int trees) {
        double[] gradients = new double[table.rows()];
        double[] hessians = new double[table.rows()];
        for (int tree = 0; tree < trees; tree++) {
            context.check();
            if (tree > 0 && context.nanoTime().getAsLong() - deadline >= 0) {
                outOfTime = true;
                break;
            }
            objective.derive(margins, gradients, hessians);
            Node root = grower.grow(sampler.rows(tree), sampler.features(tree), gradients, hessians);
            add(root);
            if (watch != null && watch.stops(root)) {
                break;
            }
        }
        return watch == null ? collector.trees() : watch.best;
    }

    private void add(Node root) {
        collect(root);
        collector.endTree();
        if (root.rows() == table.rows()) {
            addToOwnRows(root);
        } else {
            addTo(root, table, margins);
        }
    }

    private int collect(Node node) {
        double cover = Math.max(node.hessian, Double.MIN_NORMAL);
        if (node.isLeaf()) {
            return collector.addLeaf(leafValue(node), cover);
        }
        Split split = node.split;
        int index = collector.addInner(
                split.feature(), table.threshold(split.feature(), split.bin()), split.missingLeft(), cover);
        int left = collect(node.left);
        int right = collect(node.right);
        collector.link(index, left, right);
        return index;
    }

    private double leafValue(Node leaf) {
        return parameters.learningRate * leaf.value(parameters.l2);
    }

    private void addToOwnRows(Node node) {
        if (node.isLeaf()) {
            double value = leafValue(node);
            int[] order = grower.order();
            for (int i = node.from; i < node.to; i++) {
                margins[order[i]] += value;
            }
        } else {
            addToOwnRows(node.left);
            addToOwnRows(node.right);
        }
    }

    private void addTo(Node root, BinnedTable rows, double[] scores) {
        for (int row = 0; row < scores.length; row++) {
            Node node = root;
            while (!node.isLeaf()) {
                Split split = node.split;
                int bin = rows.column(split.feature())[row] & 0xff;
                node = (bin == 0 ? split.missingLeft() : bin <= split.bin()) ? node.left : node.right;
            }
            scores[row] += leafValue(node);
        }
    }

    boolean outOfTime() {
        return outOfTime;
    }

    /** The loss on the held-out rows at its best; NaN when none were watched. */
    double bestLoss() {
        return watch == null ? Double.NaN : watch.bestLoss;
    }

    /** The first trees as an ensemble. */
    TreeEnsemble ensemble(int trees) {
        return new TreeEnsemble(table.features(), Link.LOGIT, objective.initialMargin(), collector.first(trees));
    }

    /** The held-out rows and how their loss went. */
    private final class Watch {
        private final Objective heldOutObjective;
        private final BinnedTable heldOut;
        private final double[] heldOutMargins;
        private double bestLoss = Double.POSITIVE_INFINITY;
        private int best;

        Watch(Objective heldOutObjective, BinnedTable heldOut, double[] start) {
            this.heldOutObjective = heldOutObjective;
            this.heldOut = heldOut;
            this.heldOutMargins = start;
        }

        boolean stops(Node root) {
            addTo(root, heldOut, heldOutMargins);
            double loss = heldOutObjective.loss(heldOutMargins);
            if (loss < bestLoss) {
                bestLoss = loss;
                best = collector.trees();
            }
            return collector.trees() - best >= parameters.patience;
        }
    }
}
