package io.jenkins.plugins.mlci.deploygate.replay;

import java.util.List;

/**
 * A recorded history.
 *
 * @param folder name of the data set, for example {@code deploy-revert}
 * @param name name of the file without its ending, usually a repository
 * @param kind what is recorded, which says how it is replayed
 * @param steps in the order of time
 * @param remarks sentences on what of the file could not be used, and why
 */
public record Recording(String folder, String name, Kind kind, List<Step> steps, List<String> remarks) {
    /** What is recorded. */
    public enum Kind {
        /** Deployments with rollbacks; an outcome counts when it became known. */
        DEPLOYMENTS,
        /** Builds; an outcome is known before the next build. */
        BUILDS,
        /** Changes with defects that were found much later: learn from the first 80 %, predict the rest. */
        CHANGES
    }

    public Recording {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
    }

    /** A recording of which all could be used. */
    public Recording(String folder, String name, Kind kind, List<Step> steps) {
        this(folder, name, kind, steps, List.of());
    }

    /** The position of the first of the last judged steps that make up this share. */
    public int cut(double lastShare) {
        long judged = steps.stream().filter(Step::judged).count();
        long before = Math.round(judged * (1 - lastShare));
        int position = 0;
        for (long seen = 0; position < steps.size(); position++) {
            if (steps.get(position).judged() && seen++ == before) {
                break;
            }
        }
        return position;
    }
}
