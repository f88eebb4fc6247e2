package io.jenkins.plugins.mlci.plugin.deploygate.approve;

import hudson.model.Cause;
import hudson.model.Item;
import hudson.model.Run;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.WaitRule;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import java.util.List;
import jenkins.model.IdStrategy;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What a person may do with a gate. */
final class Voter {
    private final Run<?, ?> run;
    private final GateEntry entry;
    private final Authentication person;

    Voter(Run<?, ?> run, GateEntry entry, Authentication person) {
        this.run = run;
        this.entry = entry;
        this.person = person;
    }

    /** Whether the person may approve. Who started the build may be left out, administrators too. */
    boolean mayApprove() {
        return !isLeftOut() && isSubmitter();
    }

    /** Whether the person may reject: who may approve, and, since it is the safe side, also who started the build. */
    boolean mayReject() {
        return isSubmitter() || mayOverride();
    }

    /** Whether the person may pass over the verdict. */
    boolean mayOverride() {
        return run.getACL().hasPermission2(person, MlPermissions.OVERRIDE);
    }

    /** Whether the rule leaves the person out because the build was started by it. */
    boolean isLeftOut() {
        return entry.getRule().isStarterExcluded()
                && starters(run).stream().anyMatch(id -> users().equals(id, person.getName()));
    }

    private boolean isSubmitter() {
        WaitRule rule = entry.getRule();
        if (rule.getSubmitters().isEmpty()) {
            return run.getParent().getACL().hasPermission2(person, Item.BUILD);
        }
        return run.getParent().getACL().hasPermission2(person, Jenkins.ADMINISTER)
                || rule.getSubmitters().stream().anyMatch(this::is);
    }

    private boolean is(String userOrGroup) {
        IdStrategy groups = realm().getGroupIdStrategy();
        return users().equals(userOrGroup, person.getName())
                || person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(group -> groups.equals(userOrGroup, group));
    }

    static List<String> starters(Run<?, ?> run) {
        return run.getCauses().stream()
                .filter(Cause.UserIdCause.class::isInstance)
                .map(cause -> ((Cause.UserIdCause) cause).getUserId())
                .filter(id -> id != null && !id.isBlank())
                .toList();
    }

    private static IdStrategy users() {
        return realm().getUserIdStrategy();
    }

    private static SecurityRealm realm() {
        return Jenkins.get().getSecurityRealm();
    }
}
