package io.jenkins.plugins.mlci.logscan.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lines that help in any log of a failed build, whatever the tool: the first complaint of each kind, for later ones mostly follow from
 * it, the last count of what failed, and how the last command ended.
 */
final class Landmarks {
    /** From this severity on a line complains. */
    private static final double COMPLAINT = 1;

    private Landmarks() {}

    /** Their places among the units, a few at most; one place may come twice. */
    static List<Integer> of(List<Unit> units) {
        List<Integer> found = new ArrayList<>();
        first(units, unit -> unit.traits.severity() >= COMPLAINT && unit.has(LineShape.POSITION_FIRST), found);
        first(units, unit -> unit.traits.severity() >= COMPLAINT && unit.has(LineShape.ERROR_NAME), found);
        first(units, unit -> unit.traits.severity() >= COMPLAINT && unit.has(LineShape.TEST_FAILED), found);
        last(units, unit -> unit.has(LineShape.TEST_FAILED), found);
        last(units, Landmarks::counts, found);
        last(units, Landmarks::ends, found);
        return found;
    }

    private static boolean counts(Unit unit) {
        return unit.has(LineShape.COUNT_SOME)
                && (unit.has(WordGroup.FAIL) || unit.has(WordGroup.ERROR))
                && !unit.has(LineShape.LEVEL_WARNING);
    }

    private static boolean ends(Unit unit) {
        return (unit.has(LineShape.WRAPPER) || unit.has(LineShape.ANNOTATION))
                && !unit.has(LineShape.LEVEL_INFO)
                && !unit.has(LineShape.LEVEL_WARNING)
                && !unit.has(LineShape.COMMAND)
                && unit.traits.severity() > 0;
    }

    private static void first(List<Unit> units, Predicate<Unit> wanted, List<Integer> found) {
        for (int i = 0; i < units.size(); i++) {
            if (wanted.test(units.get(i))) {
                found.add(i);
                return;
            }
        }
    }

    private static void last(List<Unit> units, Predicate<Unit> wanted, List<Integer> found) {
        for (int i = units.size() - 1; i >= 0; i--) {
            if (wanted.test(units.get(i))) {
                found.add(i);
                return;
            }
        }
    }
}
