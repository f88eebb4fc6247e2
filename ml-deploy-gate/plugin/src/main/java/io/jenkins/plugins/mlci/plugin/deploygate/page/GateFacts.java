package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.User;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What is known of a gate without its assessment: the verdict, what became of it, and who said what. */
@ExportedBean(defaultVisibility = 2)
public abstract class GateFacts {
    private final GateEntry entry;

    GateFacts(GateEntry entry) {
        this.entry = entry;
    }

    /** Unique in its build. */
    @Exported
    public String getId() {
        return entry.getId();
    }

    @Exported
    public String getEnvironment() {
        return entry.getEnvironment();
    }

    /** Id of the deployment in the history. */
    @Exported
    public String getDeployment() {
        return entry.getDeployment();
    }

    /** {@code proceed}, {@code canary}, {@code approve} or {@code block}. */
    @Exported
    public String getVerdict() {
        return entry.getVerdict().name().toLowerCase(Locale.ROOT);
    }

    /** The verdict with the probability, in one line. */
    @Exported
    public String getHeadline() {
        return entry.getHeadline();
    }

    /** In plain sentences, the weightiest first. */
    @Exported
    public List<String> getReasons() {
        return entry.getReasons();
    }

    /** The three weightiest reasons in one line. */
    public String getWhy() {
        List<String> reasons = entry.getReasons();
        return String.join(
                " ",
                reasons.subList(0, Math.min(3, reasons.size())).stream()
                        .map(reason -> reason.matches(".*[.!?]$") ? reason : reason + ".")
                        .toList());
    }

    /** What became of it, for example {@code approved}. */
    @Exported
    public String getState() {
        return entry.getState().name().toLowerCase(Locale.ROOT);
    }

    /** Whether people are waited for. */
    public boolean isWaiting() {
        return entry.getState().isWaiting();
    }

    /** Whether the deployment was kept from going on. */
    public boolean isStopped() {
        return !entry.getState().isOpen() && !isWaiting();
    }

    /** What became of it, in a sentence. */
    public String getStateText() {
        return switch (entry.getState()) {
            case ADVISED -> "Advice only: the deployment went on.";
            case PASSED -> "It went on.";
            case WAITING_FOR_APPROVAL -> "It waits for approval" + until() + ".";
            case WAITING_FOR_OVERRIDE -> "It is blocked, and waits for somebody to override" + until() + ".";
            case APPROVED -> "It went on, since enough people approved.";
            case REJECTED -> "It was rejected.";
            case OVERRIDDEN -> "It went on, since somebody passed over the verdict.";
            case BLOCKED -> "It was blocked.";
            case TIMED_OUT -> "Nobody decided in time.";
            case ABORTED -> "The build was stopped while it waited.";
            case NOT_ASSESSED -> "It went on without an assessment.";
        };
    }

    private String until() {
        return entry.getDeadline().map(time -> " until " + Words.time(time)).orElse("");
    }

    /** Who is still wanted; empty when nobody is. */
    @Exported
    public String getWanted() {
        if (entry.getState() == GateState.WAITING_FOR_OVERRIDE) {
            return "Somebody with the permission Override.";
        }
        int missing = entry.getMissing();
        if (missing == 0) {
            return "";
        }
        List<String> submitters = entry.getRule().getSubmitters();
        String who = submitters.isEmpty() ? "those who may build this job" : String.join(", ", submitters);
        String not = entry.getRule().isStarterExcluded() ? "; not who started the build" : "";
        return Words.of(missing, "more approval") + " by " + who + not + ".";
    }

    /** Who said what, oldest first. */
    @Exported
    public List<Voice> getVoices() {
        List<Voice> voices = new ArrayList<>();
        entry.getApprovals().forEach(say -> voices.add(new Voice("approved", say)));
        entry.getRejection().ifPresent(say -> voices.add(new Voice("rejected", say)));
        entry.getOverride().ifPresent(say -> voices.add(new Voice("passed over the verdict", say)));
        return voices;
    }

    /** When it was asked. */
    @Exported
    public String getTaken() {
        return entry.getTaken().toString();
    }

    public String getTakenText() {
        return Words.time(entry.getTaken());
    }

    /** The policy as its author wrote it. */
    @Exported
    public String getPolicy() {
        return entry.getPolicy();
    }

    /** {@code advise} or {@code enforce}. */
    @Exported
    public String getMode() {
        return entry.getMode().name().toLowerCase(Locale.ROOT);
    }

    /** Until when a freeze holds; empty when none does. */
    public String getFrozenUntil() {
        return entry.getFrozenUntil().map(Words::time).orElse("");
    }

    /** The address of the environment below the environments page. */
    public String getEnvironmentToken() {
        return Token.of(entry.getEnvironment());
    }

    /** What one person said. */
    @ExportedBean(defaultVisibility = 3)
    public static final class Voice {
        private final String what;
        private final Say say;

        Voice(String what, Say say) {
            this.what = what;
            this.say = say;
        }

        /** {@code approved}, {@code rejected} or {@code passed over the verdict}. */
        @Exported
        public String getWhat() {
            return what;
        }

        /** The id of the user. */
        @Exported
        public String getUser() {
            return say.getUser();
        }

        /** The name as it is shown. */
        public String getName() {
            User user = User.getById(say.getUser(), false);
            return user == null ? say.getUser() : user.getDisplayName();
        }

        @Exported
        public String getTime() {
            return say.getTime().toString();
        }

        public String getTimeText() {
            return Words.time(say.getTime());
        }

        @Exported
        public String getReason() {
            return say.getReason();
        }
    }
}
