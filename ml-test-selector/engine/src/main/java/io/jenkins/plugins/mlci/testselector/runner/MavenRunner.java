package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Maven Surefire and Failsafe, 2.19 and later: {@code excludesFile} or {@code includesFile}.
 *
 * <p>Seen with Surefire 3.5.4 and JUnit 5 (checked again by {@code MavenRunnerIT}), in part with 3.2.5 and JUnit 4:
 *
 * <ul>
 *   <li>An includes or excludes file that is empty or holds only comments filters nothing: all tests run.
 *   <li>Excluding {@code Outer} excludes its {@code @Nested} classes too; excluding the methods {@code Outer#*} keeps them; a
 *       {@code @Nested} class alone can be excluded only through its methods.
 *   <li>An excludes file replaces the default exclusion of nested classes, so a static nested {@code SomeTest} starts to run.
 *   <li>Including {@code Outer$Inner#method} runs nothing, and one method among the includes loses the nested classes of the other
 *       includes: so whole top-level classes are included.
 *   <li>{@code -Dtest=...} overrides both files.
 * </ul>
 */
final class MavenRunner extends AbstractRunner {
    static final String EXCLUDES = "surefire-excludes.txt";
    static final String INCLUDES = "surefire-includes.txt";

    private static final String COMMENT =
            "# One pattern on each line, from ml-test-selector. Without patterns all tests run.";
    private static final String DEFAULT_EXCLUDES = "**/*$*";
    private static final int NAMES_ON_A_LINE = 200;

    MavenRunner() {
        super("maven");
    }

    @Override
    public boolean wholeClasses() {
        return true;
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        MethodGroups groups = MethodGroups.of(nameable(known, draft), draft);
        List<String> lines = new ArrayList<>(List.of(COMMENT));
        Map<String, Set<String>> packages = new TreeMap<>();
        for (String name : groups.classes()) {
            if (!known.runsNestedIn(name)) {
                add(packages, name);
            }
            if (known.runsNestedIn(name) || name.indexOf('$') >= 0) {
                lines.add(SurefirePattern.allMethods(name));
            }
        }
        packages.forEach(
                (name, classes) -> chunks(classes).forEach(chunk -> lines.add(SurefirePattern.classes(name, chunk))));
        groups.methods().forEach((name, methods) -> chunks(methods)
                .forEach(chunk -> lines.add(SurefirePattern.methods(name, chunk))));
        if (lines.size() > 1) {
            keepDefaultExcludes(known, lines, draft);
        }
        String file = draft.excludes(EXCLUDES, lines).toString();
        draft.command(List.of("-Dsurefire.excludesFile=" + file, "-Dfailsafe.excludesFile=" + file));
        draft.note("-Dtest, and an excludesFile in the pom, override this file");
    }

    /** Only where no nested class is known to run: a pom with excludes of its own may want them to. */
    private static void keepDefaultExcludes(KnownTests known, List<String> lines, Draft draft) {
        if (known.hasNestedClass()) {
            draft.note(
                    "An excludes file replaces Surefire's default exclusion of nested classes, so static nested classes"
                            + " that are named like tests may run in addition");
        } else {
            lines.add(DEFAULT_EXCLUDES);
        }
    }

    private static KnownTests nameable(KnownTests known, Draft draft) {
        List<TestId> skipped = new ArrayList<>();
        for (TestId test : known.skip()) {
            if (!JavaNames.isClass(test.className())) {
                draft.cannotName(test, "its class name is not one of Java");
            } else if (!test.method().isEmpty() && !JavaNames.isMethod(MethodGroups.method(test.method()))) {
                draft.cannotName(test, "its name is not that of a method");
            } else {
                skipped.add(test);
            }
        }
        return new KnownTests(new SelectedTests(known.run(), skipped, false, ""));
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (TestId test : known.run()) {
            if (JavaNames.isClass(test.className())) {
                add(packages, JavaNames.outermost(test.className()));
                // A class may really have a dollar in its name.
                add(packages, test.className());
            } else {
                draft.cannotName(test, "its class name is not one of Java");
            }
        }
        List<String> lines = new ArrayList<>(List.of(COMMENT));
        packages.forEach(
                (name, classes) -> chunks(classes).forEach(chunk -> lines.add(SurefirePattern.classes(name, chunk))));
        String file = draft.includes(INCLUDES, lines).toString();
        draft.command(List.of(
                "-Dsurefire.includesFile=" + file,
                "-Dfailsafe.includesFile=" + file,
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false"));
        draft.note("Surefire adds the file to the includes of the pom, so what the pom includes runs too");
        draft.note("Whole top-level classes are included");
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.command(List.of("-DskipTests"));
    }

    private static void add(Map<String, Set<String>> packages, String className) {
        packages.computeIfAbsent(SurefirePattern.packageOf(className), key -> new TreeSet<>())
                .add(SurefirePattern.simpleName(className));
    }

    private static List<List<String>> chunks(Collection<String> names) {
        List<String> all = List.copyOf(names);
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += NAMES_ON_A_LINE) {
            chunks.add(all.subList(i, Math.min(all.size(), i + NAMES_ON_A_LINE)));
        }
        return chunks;
    }
}
