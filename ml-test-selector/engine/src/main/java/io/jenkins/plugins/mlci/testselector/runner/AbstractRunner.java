package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The decisions that are the same for every runner; the formats are the subclasses'. */
abstract sealed class AbstractRunner implements TestRunner
        permits MavenRunner,
                GradleRunner,
                PytestRunner,
                GoRunner,
                JestRunner,
                VitestRunner,
                CtestRunner,
                DotnetRunner,
                GoogleTestRunner,
                RspecRunner,
                PlaywrightRunner,
                RawRunner,
                TemplateRunner {

    private final String name;

    AbstractRunner(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public boolean wholeClasses() {
        return false;
    }

    @Override
    public final RunnerOutput write(SelectedTests tests, RunnerOptions options, Path dir) throws IOException {
        Path folder = Files.createDirectories(dir.toAbsolutePath().normalize());
        if (tests.all()) {
            return everything(folder, options, tests.reason());
        }
        if (tests.selected().isEmpty()) {
            if (options.emptySelection() == EmptySelection.RUN_NOTHING) {
                Draft draft = new Draft(name, folder, options);
                writeNothing(draft);
                return draft.nothing("No test is selected, and that was allowed to run nothing");
            }
            return everything(folder, options, "No test is selected, so all tests run");
        }
        KnownTests known = new KnownTests(tests);
        Draft draft = new Draft(name, folder, options);
        if (options.form() == Form.INCLUDE) {
            Draft including = new Draft(name, folder, options);
            writeIncludes(known, including);
            if (including.namesAll()) {
                reportCompanions(known, including);
                return including.filtered(tests.reason());
            }
            removeIncludes(draft);
            draft.warn("Not every selected test can be named for " + name
                    + ", so the skipped tests are excluded instead, and unknown tests run too");
        }
        for (TestId test : known.contradicted()) {
            draft.cannotName(test, "its class, or a test of the same name, must run");
        }
        writeExcludes(known, draft);
        return draft.filtered(tests.reason());
    }

    /** Says which skipped tests run because a test runs that cannot be included without them. */
    private void reportCompanions(KnownTests known, Draft draft) {
        Set<String> whole = new HashSet<>();
        if (wholeClasses()) {
            known.run().forEach(test -> whole.add(unit(test, draft)));
        }
        known.skip().stream()
                .filter(test -> whole.contains(unit(test, draft)))
                .forEach(test -> draft.cannotName(test, "its class or file is included as a whole"));
        known.contradicted().forEach(test -> draft.cannotName(test, "its class, or a test of the same name, must run"));
    }

    private static String unit(TestId test, Draft draft) {
        return draft.fileOf(test).orElseGet(() -> JavaNames.outermost(test.className()));
    }

    private RunnerOutput everything(Path folder, RunnerOptions options, String reason) throws IOException {
        Draft draft = new Draft(name, folder, options);
        removeIncludes(draft);
        writeExcludes(KnownTests.none(), draft);
        return draft.all(reason);
    }

    /** Leaves out {@link KnownTests#skip}; without any, writes files that leave out nothing. */
    abstract void writeExcludes(KnownTests known, Draft draft) throws IOException;

    /** Names {@link KnownTests#run}, which is not empty; reports to the draft each test that it cannot name. */
    abstract void writeIncludes(KnownTests known, Draft draft) throws IOException;

    /** Takes away what {@link #writeIncludes} of an earlier selection left. */
    void removeIncludes(Draft draft) throws IOException {}

    /** Tells the runner to run no test. */
    abstract void writeNothing(Draft draft) throws IOException;
}
