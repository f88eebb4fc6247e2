package io.jenkins.plugins.mlci.plugin.deploygate.step;

import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import jenkins.model.CauseOfInterruption;

/** Why a gate ended a build. */
public final class GateInterruption extends CauseOfInterruption {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    private GateInterruption(String sentence) {
        this.sentence = sentence;
    }

    static GateInterruption of(GateEntry entry) {
        String what = "The deployment to " + entry.getEnvironment();
        if (entry.getState() == GateState.REJECTED) {
            Say say = entry.getRejection().orElseThrow();
            String why = say.getReason().isEmpty() ? "." : ": " + say.getReason();
            return new GateInterruption(what + " was rejected by " + say.getUser() + why);
        }
        return new GateInterruption(
                entry.getState() == GateState.TIMED_OUT ? what + " was not decided in time." : what + " was given up.");
    }

    @Override
    public String getShortDescription() {
        return sentence;
    }
}
