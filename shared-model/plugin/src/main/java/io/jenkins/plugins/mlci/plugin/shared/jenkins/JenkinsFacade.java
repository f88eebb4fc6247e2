package io.jenkins.plugins.mlci.plugin.shared.jenkins;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jenkins.model.BuildDiscarder;
import jenkins.model.Jenkins;

/**
 * The only way to the running Jenkins, so that all else can be tested without one. Whoever needs Jenkins takes this as a
 * parameter of its constructor.
 */
public class JenkinsFacade implements Serializable {
    private static final long serialVersionUID = 1;

    /** The folder below JENKINS_HOME in which everything of these plugins is kept, apart from keys. */
    public Path folder() {
        return home().resolve("machine-learning");
    }

    /** The folder of Jenkins' own secrets, which backups and support bundles leave out. */
    public Path secrets() {
        return home().resolve("secrets");
    }

    /** JENKINS_HOME. */
    public Path home() {
        return Jenkins.get().getRootDir().toPath();
    }

    /** The time. */
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** Whether the current user has a permission for the whole of Jenkins. */
    public boolean has(Permission permission) {
        return Jenkins.get().hasPermission(permission);
    }

    /** Throws Jenkins' own exception, which leads to the login page, when the current user lacks a permission. */
    public void check(Permission permission) {
        Jenkins.get().checkPermission(permission);
    }

    /** Who acts now: a user's id, or {@code SYSTEM}. */
    @NonNull
    public String user() {
        return Jenkins.getAuthentication2().getName();
    }

    /**
     * Whether the calling code runs because Jenkins discards old builds by itself. Listeners are always called as the system, so the
     * user does not tell; who called does.
     */
    public boolean isDiscarding() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.anyMatch(frame -> BuildDiscarder.class.isAssignableFrom(frame.getDeclaringClass())));
    }

    /** All implementations of an extension point; none while Jenkins is not up. */
    public <T extends ExtensionPoint> List<T> all(Class<T> type) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins == null ? List.of() : List.copyOf(jenkins.getExtensionList(type));
    }

    /** The descriptors of what can be configured in one place. */
    public <T extends Describable<T>, D extends Descriptor<T>> List<D> descriptors(Class<T> type, Class<D> descriptor) {
        return Jenkins.get().<T, D>getDescriptorList(type).stream()
                .filter(descriptor::isInstance)
                .map(descriptor::cast)
                .toList();
    }

    /** The one implementation of a class that is an extension. */
    public <T> T single(Class<T> type) {
        return ExtensionList.lookupSingleton(type);
    }

    /** A job that the current user may see. */
    public Optional<Job<?, ?>> job(String fullName) {
        return Optional.ofNullable(Jenkins.get().getItemByFullName(fullName, Job.class));
    }

    /** A build that the current user may see. */
    public Optional<Run<?, ?>> build(BuildId id) {
        return job(id.job()).map(job -> job.getBuildByNumber(Math.toIntExact(id.number())));
    }

    /** All jobs that the current user may see, one by one. */
    @SuppressWarnings("rawtypes")
    public Iterable<Job> jobs() {
        return Jenkins.get().allItems(Job.class);
    }

    /** About how many builds a job has, without loading them. */
    public long countBuilds(Job<?, ?> job) {
        String[] folders = job.getBuildDir().list((folder, name) -> name.matches("[1-9][0-9]*"));
        return folders == null ? 0 : folders.length;
    }

    /** A user name with password from the credentials of Jenkins itself. */
    public Optional<StandardUsernamePasswordCredentials> credentials(String id) {
        return CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardUsernamePasswordCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of())
                .stream()
                .filter(credentials -> credentials.getId().equals(id))
                .findFirst();
    }

    /** An agent with a label that is connected now; empty when there is none, and never the controller itself. */
    public Optional<Node> agent(String labelExpression) {
        Label label = Jenkins.get().getLabel(labelExpression);
        if (label == null) {
            return Optional.empty();
        }
        return label.getNodes().stream()
                .filter(node -> !(node instanceof Jenkins))
                .filter(JenkinsFacade::isOnline)
                .findFirst();
    }

    private static boolean isOnline(Node node) {
        Computer computer = node.toComputer();
        return computer != null && computer.isOnline() && node.getChannel() != null;
    }

    /** Whether Jenkins is about to stop, so that nothing long should begin. */
    public boolean isStopping() {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        return jenkins == null || jenkins.isTerminating() || jenkins.isQuietingDown();
    }
}
