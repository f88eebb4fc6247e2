package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gradle, through an init script that reaches every {@code Test} task of every project: {@code --tests} only narrows, reaches one
 * task and cannot negate (gradle#1571, #8710, #6505).
 *
 * <p>Whole classes are left out by the path of their class file, which Gradle matches exactly; methods and nested classes by a
 * filter pattern. Such a pattern is a simple class name in any package when it begins with an upper-case letter, so a class without
 * a lower-case package runs rather than being named that way.
 */
final class GradleRunner extends AbstractRunner {
    static final String SCRIPT = "select-tests.init.gradle";
    static final String EXCLUDES = "gradle-excludes.txt";
    static final String INCLUDES = "gradle-includes.txt";

    GradleRunner() {
        super("gradle");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        List<TestId> skipped = new ArrayList<>();
        for (TestId test : known.skip()) {
            String why = whyNot(test, known);
            if (why.isEmpty()) {
                skipped.add(test);
            } else {
                draft.cannotName(test, why);
            }
        }
        MethodGroups groups =
                MethodGroups.of(new KnownTests(new SelectedTests(known.run(), skipped, false, "")), draft);
        List<String> lines = new ArrayList<>();
        for (String name : groups.classes()) {
            lines.add("file " + name.replace('.', '/') + ".class");
            if (name.indexOf('$') >= 0) {
                lines.add("name " + name);
            }
        }
        groups.methods()
                .forEach((name, methods) -> methods.forEach(method -> lines.add("name " + name + "." + method)));
        String file = draft.excludes(EXCLUDES, lines).toString();
        script(draft, file, "exclude", "excludeTestsMatching");
    }

    private static String whyNot(TestId test, KnownTests known) {
        if (!JavaNames.isClass(test.className())) {
            return "its class name is not one of Java";
        }
        boolean byName = !test.method().isEmpty() || test.className().indexOf('$') >= 0;
        if (byName
                && (test.className().indexOf('.') < 0
                        || !Character.isLowerCase(test.className().codePointAt(0)))) {
            return "Gradle would take its name in every package";
        }
        String method = MethodGroups.method(test.method());
        if (!method.isEmpty() && (!JavaNames.isMethod(method) || method.indexOf('*') >= 0)) {
            return "its name is not that of a method";
        }
        if (method.isEmpty() && known.runsNestedIn(test.className())) {
            return "a class nested in it must run";
        }
        return "";
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        Set<String> lines = new TreeSet<>();
        for (TestId test : known.run()) {
            String method = MethodGroups.method(test.method());
            if (!JavaNames.isClass(test.className())) {
                draft.cannotName(test, "its class name is not one of Java");
            } else if (test.className().indexOf('$') >= 0) {
                lines.add("name " + JavaNames.outermost(test.className()) + "*");
            } else if (method.isEmpty()) {
                lines.add("name " + test.className());
                lines.add("name " + test.className() + "$*");
            } else if (JavaNames.isMethod(method)) {
                lines.add("name " + test.className() + "." + method + "*");
            } else {
                draft.cannotName(test, "its name is not that of a method");
            }
        }
        String file = draft.includes(INCLUDES, List.copyOf(lines)).toString();
        script(draft, file, "include", "includeTestsMatching");
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        List<String> lines =
                List.of("allprojects {", "    tasks.withType(Test).configureEach { enabled = false }", "}");
        draft.command(List.of("--init-script", draft.script(SCRIPT, lines).toString()));
    }

    private static void script(Draft draft, String file, String byFile, String byName) throws IOException {
        List<String> lines = List.of(
                "// From ml-test-selector: applies the list to every Test task. Without the list all tests run.",
                "def list = new File('" + file.replace("\\", "\\\\").replace("'", "\\'") + "')",
                "def lines = list.isFile() ? list.readLines('UTF-8') : []",
                "def files = lines.findAll { it.startsWith('file ') }.collect { it.substring(5) }",
                "def names = lines.findAll { it.startsWith('name ') }.collect { it.substring(5) }",
                "allprojects {",
                "    tasks.withType(Test).configureEach { task ->",
                "        files.each { task." + byFile + "(it) }",
                "        names.each { task.filter." + byName + "(it) }",
                "        task.filter.failOnNoMatchingTests = false",
                "        // Since Gradle 9 a project whose tests are all left out would fail.",
                "        if (task.hasProperty('failOnNoDiscoveredTests')) {",
                "            task.failOnNoDiscoveredTests = false",
                "        }",
                "    }",
                "}");
        draft.command(List.of("--init-script", draft.script(SCRIPT, lines).toString()));
    }
}
