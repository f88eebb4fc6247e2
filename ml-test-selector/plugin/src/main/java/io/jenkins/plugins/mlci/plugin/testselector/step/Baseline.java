package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import io.jenkins.plugins.mlci.plugin.testselector.agent.ReferenceSpec;
import java.util.Optional;
import java.util.function.Predicate;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.metadata.PrimaryInstanceMetadataAction;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;

/**
 * Whose history decides, and what the change is compared with.
 *
 * @param job full name of the job whose history decides
 * @param fixed what to compare with whatever the history says; empty for the latest recorded build of {@code job}
 */
record Baseline(String job, Optional<ReferenceSpec> fixed) {
    /**
     * The baseline of a job.
     *
     * <p>A pull request is judged by the history of the branch that it goes to, and compared with where it left that branch. A
     * branch without any history of its own borrows that of the primary branch in the same way.
     *
     * @param recorded whether a job has any recorded build
     */
    static Baseline of(Job<?, ?> job, SelectionOptions options, Predicate<String> recorded) {
        Optional<ReferenceSpec> asked = asked(options);
        SCMHead head = SCMHead.HeadByItem.findHead(job);
        if (head instanceof ChangeRequestSCMHead request) {
            String target = request.getTarget().getName();
            String history = sibling(job, request.getTarget()).filter(recorded).orElse(job.getFullName());
            return new Baseline(history, asked.or(() -> Optional.of(ReferenceSpec.mergeBase(target))));
        }
        if (head != null && !recorded.test(job.getFullName())) {
            Optional<Job<?, ?>> primary = primary(job).filter(other -> recorded.test(other.getFullName()));
            if (primary.isPresent()) {
                String branch = Optional.ofNullable(SCMHead.HeadByItem.findHead(primary.get()))
                        .map(SCMHead::getName)
                        .orElse(primary.get().getName());
                return new Baseline(
                        primary.get().getFullName(), asked.or(() -> Optional.of(ReferenceSpec.mergeBase(branch))));
            }
        }
        return new Baseline(job.getFullName(), asked);
    }

    private static Optional<ReferenceSpec> asked(SelectionOptions options) {
        if (!options.getReference().isEmpty()) {
            return Optional.of(ReferenceSpec.commit(options.getReference()));
        }
        return options.getTargetBranch().isEmpty()
                ? Optional.empty()
                : Optional.of(ReferenceSpec.mergeBase(options.getTargetBranch()));
    }

    private static Optional<String> sibling(Job<?, ?> job, SCMHead head) {
        return siblings(job, other -> {
                    SCMHead its = SCMHead.HeadByItem.findHead(other);
                    return its != null
                            && !(its instanceof ChangeRequestSCMHead)
                            && its.getName().equals(head.getName());
                })
                .map(Item::getFullName);
    }

    private static Optional<Job<?, ?>> primary(Job<?, ?> job) {
        return siblings(job, other -> other != job && other.getAction(PrimaryInstanceMetadataAction.class) != null);
    }

    private static Optional<Job<?, ?>> siblings(Job<?, ?> job, Predicate<Job<?, ?>> wanted) {
        ItemGroup<?> parent = job.getParent();
        for (Item item : parent.getItems()) {
            if (item instanceof Job<?, ?> other && wanted.test(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
