package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineEvidence;
import io.jenkins.plugins.mlci.logscan.anomaly.LineText;
import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The units of a log, in order of its lines, and the blocks that they make. */
final class Units {
    /** Frames before this many stand alone, so that the first ones are judged one by one. */
    private static final int OPEN_FRAMES = 1;

    /** So few units are all judged. */
    private static final int FEW = 400;
    /** Of more, the last ones are. */
    private static final int LAST = 100;
    /** Where more than this many stay, only what looks like trouble keeps its neighbours: a new line alone says little if most are new. */
    private static final int MANY = 500;
    /** And what is new and severe enough for a look. */
    private static final double LOOK = 0.5;
    /** And the neighbours of those that may be a cause. */
    private static final int NEAR = 4;

    private final RecentLines lines = new RecentLines();
    final List<Unit> all = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final long total;
    final boolean compared;

    Units(LogEvidence log) {
        this.total = log.total();
        this.compared = log.goodBuilds() > 0;
        int frames = 0;
        Aftermath aftermath = new Aftermath();
        for (LineEvidence line : log.lines()) {
            LineText text = line.content();
            TroubleFilter.Glance glance = lines.glance(text);
            frames = glance == TroubleFilter.Glance.FRAME ? frames + 1 : 0;
            Unit before = all.isEmpty() ? null : all.get(all.size() - 1);
            if (frames > OPEN_FRAMES
                    && before != null
                    && before.has(LineShape.FRAME)
                    && before.last + 1 == line.number()) {
                before.last = line.number();
            } else {
                Unit unit = new Unit(line);
                unit.phrase = StockPhrase.of(text);
                unit.after = aftermath.holds(text, unit.phrase);
                if (glance != TroubleFilter.Glance.HARMLESS) {
                    unit.traits = lines.traits(text);
                }
                all.add(unit);
            }
        }
        thinOut();
        all.forEach(this::look);
        findBlocks();
    }

    /** Most lines of a log tell of no trouble; they are looked at only if they stay. */
    private void look(Unit unit) {
        if (!unit.isLookedAt()) {
            unit.traits = lines.traits(unit.line.content());
        }
    }

    /** Of lines that nobody would take for a cause only those stay that stand near one, and the last ones. */
    private void thinOut() {
        int n = all.size();
        if (n <= FEW) {
            return;
        }
        boolean[] stay = near(unit -> unit.traits.severity() >= 1 || isInteresting(unit));
        if (compared && count(stay) > MANY) {
            stay = near(unit -> unit.traits.severity() >= LOOK && (unit.isNew() || unit.traits.severity() >= 1));
        }
        List<Unit> left = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (stay[i]) {
                left.add(all.get(i));
            }
        }
        all.clear();
        all.addAll(left);
    }

    /** Those that are wanted, their neighbours, and the last ones. */
    private boolean[] near(Predicate<Unit> wanted) {
        int n = all.size();
        boolean[] stay = new boolean[n];
        Arrays.fill(stay, n - LAST, n, true);
        int filled = 0;
        for (int i = 0; i < n; i++) {
            if (wanted.test(all.get(i))) {
                int end = Math.min(n, i + NEAR + 1);
                Arrays.fill(stay, Math.max(filled, i - NEAR), end, true);
                filled = end;
            }
        }
        return stay;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    /** Units without a gap between them that look like trouble or are new. */
    private void findBlocks() {
        Block open = null;
        long lastInteresting = Long.MIN_VALUE;
        for (int i = 0; i < all.size(); i++) {
            Unit unit = all.get(i);
            boolean interesting = isInteresting(unit);
            boolean follows =
                    open != null && unit.first <= lastInteresting + 2 && i > 0 && all.get(i - 1).last + 1 == unit.first;
            if (interesting) {
                if (!follows) {
                    open = new Block(blocks.size(), i);
                    blocks.add(open);
                }
                for (int j = open.end; j <= i; j++) {
                    open.add(all.get(j));
                }
                open.end = i + 1;
                lastInteresting = unit.last;
            }
        }
    }

    private boolean isInteresting(Unit unit) {
        if (unit.has(LineShape.BLANK) || !unit.isLookedAt() && isBlank(unit.line.content())) {
            return false;
        }
        return compared
                ? unit.isNew()
                : unit.traits.severity() >= TroubleFilter.LEAST
                        || unit.has(LineShape.FRAME)
                        || unit.has(LineShape.DIFF);
    }

    private static boolean isBlank(LineText text) {
        for (int i = 0; i < text.length(); i++) {
            if (!LineScanner.isSpace(text.bytes()[i])) {
                return false;
            }
        }
        return true;
    }

    /** Units that belong together. */
    static final class Block {
        final int index;
        final int begin;
        int end;
        int lines;
        double worst;
        double severity;
        double novelty;
        boolean named;
        boolean placed;
        boolean wrapped;

        Block(int index, int begin) {
            this.index = index;
            this.begin = begin;
            this.end = begin;
        }

        private void add(Unit unit) {
            unit.block = index;
            lines += unit.lines();
            worst = Math.max(worst, unit.traits.severity());
            severity += unit.traits.severity();
            novelty = Double.isNaN(unit.novelty) ? Double.NaN : Math.max(novelty, unit.novelty);
            named |= unit.has(LineShape.ERROR_NAME) || unit.has(LineShape.TEST_FAILED);
            placed |= unit.has(LineShape.POSITION);
            wrapped |= unit.has(LineShape.WRAPPER);
        }
    }
}
