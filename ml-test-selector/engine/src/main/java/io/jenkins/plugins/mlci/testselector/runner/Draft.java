package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what a runner writes until it becomes a {@link RunnerOutput}. */
final class Draft {
    private static final int SHOWN = 5;

    private final String runner;
    private final Path folder;
    private final RunnerOptions options;
    private final List<RunnerCommand> commands = new ArrayList<>();
    private final Map<String, Set<TestId>> unnamed = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Path includes;
    private Path excludes;
    private Path script;
    private boolean scriptIsCall;

    Draft(String runner, Path folder, RunnerOptions options) {
        this.runner = runner;
        this.folder = folder;
        this.options = options;
    }

    RunnerOptions options() {
        return options;
    }

    Optional<String> fileOf(TestId test) {
        return options.fileOf().apply(test).flatMap(Names::relativePath);
    }

    Path includes(String name, List<String> lines) throws IOException {
        includes = write(name, lines);
        return includes;
    }

    Path excludes(String name, List<String> lines) throws IOException {
        excludes = write(name, lines);
        return excludes;
    }

    Path script(String name, List<String> lines) throws IOException {
        script = write(name, lines);
        return script;
    }

    /** A shell script that calls the runner itself, so that no arguments are needed. */
    void call(String name, List<String> lines) throws IOException {
        script(name, lines);
        scriptIsCall = true;
    }

    private Path write(String name, List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return AtomicFiles.write(folder.resolve(name), text.toString());
    }

    /** Takes a list of an earlier selection away, so that nobody reads it as this one's. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    void command(List<String> args) {
        commands.add(new RunnerCommand(args));
    }

    /** A test that the format cannot leave out alone, so that it runs. */
    void cannotName(TestId test, String why) {
        unnamed.computeIfAbsent(why, key -> new LinkedHashSet<>()).add(test);
    }

    boolean namesAll() {
        return unnamed.isEmpty();
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    RunnerOutput filtered(String reason) {
        return output(false, false, reason, commands);
    }

    /** Every test runs: what was written stays where it is harmless, but no argument is given. */
    RunnerOutput all(String reason) {
        return output(true, false, reason, List.of());
    }

    RunnerOutput nothing(String reason) {
        return output(false, true, reason, commands);
    }

    private RunnerOutput output(boolean all, boolean nothing, String reason, List<RunnerCommand> calls) {
        List<String> sentences = new ArrayList<>();
        Set<TestId> running = new LinkedHashSet<>();
        unnamed.forEach((why, tests) -> {
            sentences.add(unnamedSentence(why, tests));
            running.addAll(tests);
        });
        sentences.addAll(warnings);
        return new RunnerOutput(
                runner,
                all,
                nothing,
                reason,
                Optional.ofNullable(includes),
                Optional.ofNullable(excludes),
                Optional.ofNullable(script),
                scriptIsCall,
                calls,
                List.copyOf(running),
                sentences,
                notes);
    }

    private static String unnamedSentence(String why, Set<TestId> tests) {
        StringBuilder names = new StringBuilder();
        tests.stream().limit(SHOWN).forEach(test -> names.append(names.isEmpty() ? "" : ", ")
                .append(Names.shown(test.toString())));
        String more = tests.size() > SHOWN ? " and " + (tests.size() - SHOWN) + " more" : "";
        String count = tests.size() == 1 ? "1 skipped test runs" : tests.size() + " skipped tests run";
        return count + ", because " + why + ": " + names + more;
    }
}
