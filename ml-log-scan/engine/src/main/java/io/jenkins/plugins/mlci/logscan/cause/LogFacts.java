package io.jenkins.plugins.mlci.logscan.cause;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is counted once for a whole log, so that each row of features can look it up. */
final class LogFacts {
    private static final double TROUBLE = 1;

    final int[] troublesBefore;
    final long[] wrapperAfter;
    final long[] wrapperBefore;
    final long[] sectionBefore;
    final long[] cleanupBefore;
    final long[] nameBefore;
    final int[] rank;
    int troubles;
    double worst;
    double newShare;

    LogFacts(Units units) {
        List<Unit> all = units.all;
        int n = all.size();
        troublesBefore = new int[n];
        wrapperAfter = new long[n];
        wrapperBefore = new long[n];
        sectionBefore = new long[n];
        cleanupBefore = new long[n];
        nameBefore = new long[n];
        long wrapper = -1;
        long section = -1;
        long cleanup = -1;
        long name = -1;
        int fresh = 0;
        for (int i = 0; i < n; i++) {
            Unit unit = all.get(i);
            wrapperBefore[i] = wrapper;
            sectionBefore[i] = section;
            cleanupBefore[i] = cleanup;
            nameBefore[i] = name;
            troublesBefore[i] = troubles;
            worst = Math.max(worst, unit.traits.severity());
            fresh += unit.isNew() ? 1 : 0;
            if (unit.traits.severity() >= TROUBLE && (!units.compared || unit.isNew())) {
                troubles++;
            }
            if (unit.has(LineShape.WRAPPER)) {
                wrapper = unit.first;
            }
            if (unit.has(LineShape.SECTION) || unit.has(LineShape.COMMAND)) {
                section = unit.first;
            }
            if (unit.has(WordGroup.CLEANUP)) {
                cleanup = unit.first;
            }
            if (unit.has(LineShape.ERROR_NAME) || unit.has(LineShape.TEST_FAILED)) {
                name = unit.first;
            }
        }
        newShare = n == 0 ? 0 : (double) fresh / n;
        long next = -1;
        for (int i = n - 1; i >= 0; i--) {
            wrapperAfter[i] = next;
            if (all.get(i).has(LineShape.WRAPPER)) {
                next = all.get(i).first;
            }
        }
        rank = ranks(units.blocks);
    }

    private static int[] ranks(List<Units.Block> blocks) {
        int[] order = IntStream.range(0, blocks.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -blocks.get(i).severity))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[blocks.size()];
        Arrays.setAll(rank, i -> 0);
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
        }
        return rank;
    }
}
