package io.jenkins.plugins.mlci.cli;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Map;
import java.util.Set;

/** Matches what reads a clock, the environment, the console or a random source that nobody handed in. */
final class ReadsTheWorld extends DescribedPredicate<JavaAccess<?>> {
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "java.lang.System",
            Set.of(
                    "currentTimeMillis",
                    "nanoTime",
                    "getenv",
                    "getProperty",
                    "getProperties",
                    "console",
                    "exit",
                    "in",
                    "out",
                    "err"),
            "java.lang.Math",
            Set.of("random"),
            "java.util.UUID",
            Set.of("randomUUID"),
            "java.util.concurrent.ThreadLocalRandom",
            Set.of("current"),
            "java.time.Clock",
            Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.time.ZoneId",
            Set.of("systemDefault"));

    /** Their constructors without a seed. */
    private static final Set<String> RANDOM =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    ReadsTheWorld() {
        super("reads a clock, the environment, the console or a random source that was not handed in");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        if (MEMBERS.getOrDefault(owner, Set.of()).contains(member)) {
            return true;
        }
        boolean now = owner.startsWith("java.time.") && member.equals("now");
        boolean random = RANDOM.contains(owner) && member.equals(JavaConstructor.CONSTRUCTOR_NAME);
        return (now || random)
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}
