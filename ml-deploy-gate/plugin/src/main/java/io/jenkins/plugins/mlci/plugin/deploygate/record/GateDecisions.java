package io.jenkins.plugins.mlci.plugin.deploygate.record;

import java.time.Instant;

/** The changes of a gate's state that are possible. Each says whether it took place: the first decision counts. */
public final class GateDecisions {
    private final GateAction action;
    private final GateEntry entry;

    /** For one gate of one build. */
    public GateDecisions(GateAction action, GateEntry entry) {
        this.action = action;
        this.entry = entry;
    }

    /** A person approves. False when it does not wait for approval, or this person approved already. */
    public boolean approve(Say say) {
        synchronized (action) {
            boolean possible = entry.getState() == GateState.WAITING_FOR_APPROVAL
                    && entry.getApprovals().stream().noneMatch(each -> each.isBy(say.getUser()));
            if (possible) {
                action.change(entry, each -> each.approve(say));
            }
            return possible;
        }
    }

    /** A person rejects. False when it does not wait. */
    public boolean reject(Say say) {
        synchronized (action) {
            boolean possible = entry.getState().isWaiting();
            if (possible) {
                action.change(entry, each -> each.reject(say));
            }
            return possible;
        }
    }

    /** A person passes over the verdict. False when it does not wait. */
    public boolean override(Say say) {
        synchronized (action) {
            boolean possible = entry.getState().isWaiting();
            if (possible) {
                action.change(entry, each -> each.override(say));
            }
            return possible;
        }
    }

    /** The waiting ends without a person. False when it does not wait. */
    public boolean end(GateState state, Instant now) {
        synchronized (action) {
            boolean possible = entry.getState().isWaiting();
            if (possible) {
                action.change(entry, each -> each.begin(state, now));
            }
            return possible;
        }
    }
}
