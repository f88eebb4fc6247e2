package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the ranker knows of each unit of a log, one number each; not-a-number where it is not known. */
final class CauseFeatures {
    /** How far a unit sees the lines before and after it. */
    private static final int WINDOW = 4;

    private static final WordGroup[] GROUPS = WordGroup.values();
    private static final LineShape[] SHAPES = LineShape.values();

    private static final String[][] BLOCK = {
        {"block_lines", "log lines", "how long the block is"},
        {"block_from_start", "log lines", "how far from the start of its block"},
        {"block_from_end", "log lines", "how far from the end of its block"},
        {"block_worst", "points", "the highest severity in its block"},
        {"block_mean", "points", "the mean severity in its block"},
        {"block_novelty", "share", "the newest line of its block"},
        {"block_named", "flag", "the block names an error or a failed test"},
        {"block_placed", "flag", "the block names a place in a source file"},
        {"block_wrapped", "flag", "the block says how a command ended"},
        {"blocks_before", "log blocks", "how many blocks came before"},
        {"blocks_after", "log blocks", "how many blocks come after"},
        {"block_rank", "log blocks", "how many blocks look more like trouble"},
    };

    static final FeatureSchema SCHEMA = schema();

    private final Units units;
    private final double[][] columns;
    /** Of each unit, how many are the same but for numbers, and how many of them came before; those share an array. */
    private final int[][] repeats;

    private int column;

    private CauseFeatures(Units units) {
        this.units = units;
        this.columns = new double[SCHEMA.size()][units.all.size()];
        this.repeats = repeats(units.all);
    }

    /** One row a unit. */
    static FeatureTable table(Units units) {
        return new CauseFeatures(units).fill();
    }

    private FeatureTable fill() {
        LogFacts facts = new LogFacts(units);
        for (int row = 0; row < units.all.size(); row++) {
            column = 0;
            Unit unit = units.all.get(row);
            own(row, unit);
            repetition(row, unit);
            place(row, unit, facts);
            neighbours(row);
            block(row, unit, facts);
            put(row, units.compared ? 1 : 0);
            put(row, facts.newShare);
            put(row, Math.log1p(facts.troubles));
            if (column != columns.length) {
                throw new IllegalStateException("The schema has " + columns.length + " features, not " + column + ".");
            }
        }
        return FeatureTable.of(SCHEMA, columns);
    }

    private static int[][] repeats(List<Unit> units) {
        Map<Long, int[]> counts = new HashMap<>();
        int[][] repeats = new int[units.size()][];
        for (int i = 0; i < repeats.length; i++) {
            repeats[i] = counts.computeIfAbsent(units.get(i).traits.maskedHash(), hash -> new int[2]);
            repeats[i][0]++;
        }
        return repeats;
    }

    private void put(int row, double value) {
        columns[column++][row] = value;
    }

    private void own(int row, Unit unit) {
        for (WordGroup group : GROUPS) {
            put(row, unit.has(group) ? 1 : 0);
        }
        for (LineShape shape : SHAPES) {
            put(row, unit.has(shape) ? 1 : 0);
        }
        put(row, unit.traits.severity());
        put(row, unit.novelty);
        put(row, unit.traits.indent());
        put(row, Math.log1p(unit.traits.length()));
        put(row, unit.traits.words());
        put(row, unit.traits.length() == 0 ? Double.NaN : (double) unit.traits.digits() / unit.traits.length());
        put(row, unit.traits.length() == 0 ? Double.NaN : (double) unit.traits.uppers() / unit.traits.length());
        put(row, unit.traits.length() == 0 ? Double.NaN : (double) unit.traits.punctuation() / unit.traits.length());
        put(row, Math.log(unit.lines()));
        put(row, unit.line.noted() ? 1 : 0);
    }

    private void repetition(int row, Unit unit) {
        int[] count = repeats[row];
        put(row, Math.log(count[0]));
        put(row, Math.log1p(count[1]++));
        put(row, Math.log(Math.max(1, unit.line.occurrences())));
    }

    private void place(int row, Unit unit, LogFacts facts) {
        put(row, Math.log1p(facts.troublesBefore[row]));
        put(row, Math.log1p(facts.troubles - facts.troublesBefore[row]));
        put(row, distance(unit.first, facts.wrapperAfter[row], true));
        put(row, distance(unit.first, facts.wrapperBefore[row], false));
        put(row, distance(unit.first, facts.sectionBefore[row], false));
        put(row, distance(unit.first, facts.cleanupBefore[row], false));
        put(row, distance(unit.first, facts.nameBefore[row], false));
        put(row, unit.traits.severity() - facts.worst);
    }

    private static double distance(long here, long there, boolean after) {
        if (there < 0) {
            return Double.NaN;
        }
        return Math.log1p(after ? there - here : here - there);
    }

    private void neighbours(int row) {
        for (int step = 1; step <= 2; step++) {
            neighbour(row, row - step);
            neighbour(row, row + step);
        }
        window(row, -1);
        window(row, 1);
    }

    private void neighbour(int row, int other) {
        Unit near = near(row, other);
        put(row, near == null ? Double.NaN : near.traits.severity());
        put(row, near == null ? Double.NaN : near.novelty);
        put(row, near == null ? Double.NaN : near.has(LineShape.BLANK) || near.has(LineShape.RULE) ? 1 : 0);
        put(row, near == null ? Double.NaN : near.has(LineShape.FRAME) ? 1 : 0);
        put(
                row,
                near == null
                        ? Double.NaN
                        : near.traits.indent() - units.all.get(row).traits.indent());
    }

    private void window(int row, int direction) {
        double worst = Double.NaN;
        double newest = Double.NaN;
        double advice = 0;
        double wrapper = 0;
        double named = 0;
        double caused = 0;
        double placed = 0;
        for (int step = 1; step <= WINDOW; step++) {
            Unit near = near(row, row + direction * step);
            if (near == null) {
                break;
            }
            worst = Double.isNaN(worst) ? near.traits.severity() : Math.max(worst, near.traits.severity());
            newest = Double.isNaN(newest) ? near.novelty : newest + near.novelty;
            advice = Math.max(advice, near.has(LineShape.ADVICE) ? 1 : 0);
            wrapper = Math.max(wrapper, near.has(LineShape.WRAPPER) ? 1 : 0);
            named = Math.max(named, near.has(LineShape.ERROR_NAME) || near.has(LineShape.TEST_FAILED) ? 1 : 0);
            caused = Math.max(caused, near.has(LineShape.CAUSED_BY) ? 1 : 0);
            placed = Math.max(placed, near.has(LineShape.POSITION_FIRST) && near.traits.severity() >= 1 ? 1 : 0);
        }
        put(row, worst);
        put(row, newest);
        put(row, advice);
        put(row, wrapper);
        put(row, named);
        put(row, caused);
        put(row, placed);
    }

    /** The unit in that row when no line is missing between the two. */
    private Unit near(int row, int other) {
        if (other < 0 || other >= units.all.size()) {
            return null;
        }
        Unit near = units.all.get(other);
        Unit here = units.all.get(row);
        long gap = other < row ? here.first - near.last : near.first - here.last;
        return gap <= Math.abs(row - other) + 1 ? near : null;
    }

    private void block(int row, Unit unit, LogFacts facts) {
        if (unit.block < 0) {
            for (int i = 0; i < BLOCK.length; i++) {
                put(row, Double.NaN);
            }
            return;
        }
        Units.Block block = units.blocks.get(unit.block);
        put(row, Math.log(block.lines));
        put(row, Math.log1p(unit.first - units.all.get(block.begin).first));
        put(row, Math.log1p(units.all.get(block.end - 1).last - unit.last));
        put(row, block.worst);
        put(row, block.severity / (block.end - block.begin));
        put(row, block.novelty);
        put(row, block.named ? 1 : 0);
        put(row, block.placed ? 1 : 0);
        put(row, block.wrapped ? 1 : 0);
        put(row, Math.log1p(block.index));
        put(row, Math.log1p(units.blocks.size() - 1 - block.index));
        put(row, Math.log1p(facts.rank[block.index]));
    }

    private static FeatureSchema schema() {
        List<Feature> features = new ArrayList<>();
        for (WordGroup group : GROUPS) {
            add(features, "word_" + group.name().toLowerCase(Locale.ROOT), "flag", "the line has a word of this group");
        }
        for (LineShape shape : SHAPES) {
            add(features, "shape_" + shape.name().toLowerCase(Locale.ROOT), "flag", "the line has this shape");
        }
        add(features, "severity", "points", "how much the line looks like trouble");
        add(features, "novelty", "share", "how much the line differs from all of the good builds");
        add(features, "indent", "columns", "how far the line is indented");
        add(features, "length", "log bytes", "how long the line is");
        add(features, "words", "count", "how many words the line has");
        add(features, "digits", "share", "how much of the line is digits");
        add(features, "capitals", "share", "how much of the line is capitals");
        add(features, "punctuation", "share", "how much of the line is punctuation");
        add(features, "lines", "log lines", "how many frames stand together here");
        add(features, "noted", "flag", "the CI server itself wrote the line");
        add(features, "repeats", "log lines", "how many of the lines that were kept are the same but for numbers");
        add(features, "repeats_before", "log lines", "how many of them came before");
        add(features, "occurrences", "log lines", "how many lines of the log up to here had the same template");
        add(features, "troubles_before", "log lines", "how many lines that look like trouble came before");
        add(features, "troubles_after", "log lines", "how many lines that look like trouble come after");
        add(features, "wrapper_after", "log lines", "how far to the next line that says how a command ended");
        add(features, "wrapper_before", "log lines", "how far from the last line that said how a command ended");
        add(features, "section_before", "log lines", "how far from the start of the stage, step or command");
        add(features, "cleanup_before", "log lines", "how far from the start of cleaning up");
        add(features, "name_before", "log lines", "how far from the last line that named an error or a failed test");
        add(features, "below_worst", "points", "how much less severe than the most severe line of the log");
        for (int step = 1; step <= 2; step++) {
            neighbour(features, "before_" + step);
            neighbour(features, "after_" + step);
        }
        window(features, "before");
        window(features, "after");
        for (String[] feature : BLOCK) {
            add(features, feature[0], feature[1], feature[2]);
        }
        add(features, "compared", "flag", "there is a good build to compare with");
        add(features, "log_new", "share", "how many of the lines that were kept are new");
        add(features, "log_troubles", "log lines", "how many lines look like trouble");
        return new FeatureSchema("log-cause", 3, features);
    }

    private static void neighbour(List<Feature> features, String where) {
        add(features, where + "_severity", "points", "how much the neighbour looks like trouble");
        add(features, where + "_novelty", "share", "how new the neighbour is");
        add(features, where + "_empty", "flag", "the neighbour is empty or a rule");
        add(features, where + "_frame", "flag", "the neighbour is a frame of a stack trace");
        add(features, where + "_indent", "columns", "how much further the neighbour is indented");
    }

    private static void window(List<Feature> features, String where) {
        add(features, where + "_worst", "points", "the highest severity near by");
        add(features, where + "_new", "lines", "how new the lines near by are");
        add(features, where + "_advice", "flag", "advice stands near by");
        add(features, where + "_wrapper", "flag", "a line near by says how a command ended");
        add(features, where + "_named", "flag", "a line near by names an error or a failed test");
        add(features, where + "_caused", "flag", "a line near by says what the error comes from");
        add(features, where + "_placed", "flag", "a line near by complains about a place in a source file");
    }

    private static void add(List<Feature> features, String name, String unit, String meaning) {
        features.add(Feature.of(name, unit, meaning));
    }
}
