package io.jenkins.plugins.mlci.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.stream.BaseStream;

/** Matches what makes a thread, or borrows the common pool, without a factory or an executor that was handed in. */
final class StartsAThread extends DescribedPredicate<JavaAccess<?>> {
    private static final Set<String> POOLS = Set.of(
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ForkJoinPool");
    private static final Set<Class<?>> GIVEN =
            Set.of(ThreadFactory.class, Executor.class, ForkJoinPool.ForkJoinWorkerThreadFactory.class);

    StartsAThread() {
        super("starts a thread without a factory or an executor that was handed in");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = access.getTargetOwner();
        String member = target.getName();
        boolean constructs = member.equals(JavaConstructor.CONSTRUCTOR_NAME);
        if (owner.isAssignableTo(Thread.class)) {
            return constructs || member.equals("start");
        }
        if (owner.isEquivalentTo(java.util.Timer.class)) {
            return constructs;
        }
        if (member.equals("commonPool") || member.equals("parallelStream")) {
            return true;
        }
        if (member.equals("parallel") && owner.isAssignableTo(BaseStream.class)) {
            return true;
        }
        boolean makesPool = constructs && POOLS.contains(owner.getName())
                || owner.getName().equals("java.util.concurrent.Executors") && member.startsWith("new")
                || owner.getName().equals("java.util.concurrent.CompletableFuture") && member.endsWith("Async");
        return makesPool && !isGiven(target);
    }

    private static boolean isGiven(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream()
                .anyMatch(type -> GIVEN.stream().anyMatch(type::isEquivalentTo));
    }
}
