package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets handlers act, each only where its kind of remedy is allowed. What is not allowed is only said. At most one handler
 * that changes something (retry, roll back) acts.
 *
 * @param handlers in the order in which they are tried
 * @param allowed kinds of remedies that may be carried out
 */
public record IncidentResponse(List<IncidentHandler> handlers, Set<Remedy> allowed) {
    public IncidentResponse {
        handlers = List.copyOf(handlers);
        allowed = Set.copyOf(allowed);
    }

    /**
     * What came of one handler.
     *
     * @param remedy what kind
     * @param acted whether it did something
     * @param sentence what was done, what would have been done, or why it failed
     */
    public record Step(Remedy remedy, boolean acted, String sentence) {}

    /** Goes through the handlers. A handler that fails does not keep the next one from acting. */
    public List<Step> respond(IncidentSituation situation, RemedyActions actions) {
        List<Step> steps = new ArrayList<>();
        boolean changed = false;
        for (IncidentHandler handler : handlers) {
            Optional<String> plan = handler.plan(situation);
            if (plan.isEmpty()) {
                continue;
            }
            boolean changes = handler.remedy() != Remedy.NOTIFY;
            if (!allowed.contains(handler.remedy())) {
                steps.add(new Step(handler.remedy(), false, "Not allowed here, so only suggested: " + plan.get()));
            } else if (changes && changed) {
                steps.add(new Step(handler.remedy(), false, "Left out, since another remedy acts: " + plan.get()));
            } else {
                Step step = act(handler, situation, actions);
                steps.add(step);
                changed |= changes && step.acted();
            }
        }
        return steps;
    }

    private static Step act(IncidentHandler handler, IncidentSituation situation, RemedyActions actions) {
        try {
            return new Step(handler.remedy(), true, handler.act(situation, actions));
        } catch (RemedyException e) {
            return new Step(handler.remedy(), false, e.getMessage());
        }
    }
}
