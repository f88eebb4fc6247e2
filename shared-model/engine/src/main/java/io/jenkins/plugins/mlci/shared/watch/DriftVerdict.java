package io.jenkins.plugins.mlci.shared.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * What a watch says.
 *
 * @param level how far things moved
 * @param reasons sentences, the worst first; empty when all is as learned
 */
public record DriftVerdict(DriftLevel level, List<String> reasons) {
    public DriftVerdict {
        reasons = List.copyOf(reasons);
    }

    static DriftVerdict of(DriftLevel level, String reason) {
        return new DriftVerdict(level, List.of(reason));
    }

    /** The worst of several, with all their reasons. */
    public static DriftVerdict worst(List<DriftVerdict> verdicts) {
        List<String> reasons = new ArrayList<>();
        DriftLevel worst = DriftLevel.UNKNOWN;
        for (int level = DriftLevel.values().length - 1; level >= 0; level--) {
            for (DriftVerdict verdict : verdicts) {
                if (verdict.level().ordinal() == level) {
                    reasons.addAll(verdict.reasons());
                    worst = verdict.level().compareTo(worst) > 0 ? verdict.level() : worst;
                }
            }
        }
        return new DriftVerdict(worst, reasons);
    }
}
