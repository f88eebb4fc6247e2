package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A format of the user's own. {@code %s} in the format stands for the test: {@code Class#method}, or the class or file alone.
 *
 * <p>With a blank separator the format is split at blanks into arguments, and all tests' arguments follow each other ({@code --test
 * %s}). With another separator each test gives one text and all are joined into one argument ({@code %s} and a comma).
 */
final class TemplateRunner extends AbstractRunner {
    static final String EXCLUDES = "skipped.txt";
    static final String INCLUDES = "selected.txt";

    private static final Pattern OUTSIDE = Pattern.compile("(?:^|[/\\\\#])\\.\\.(?:$|[/\\\\#])");

    private final String format;
    private final String separator;

    TemplateRunner(String format, String separator) {
        super("template");
        if (!format.contains("%s") || !Names.isLine(format)) {
            throw new IllegalArgumentException("A template is one line that holds %s where the test's name goes, not '"
                    + Names.shown(format) + "'");
        }
        if (separator.isEmpty() || !separator.isBlank() && !Names.isLine(separator)) {
            throw new IllegalArgumentException("A template needs a separator, such as a blank or a comma");
        }
        this.format = format.strip();
        this.separator = separator;
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        Set<String> needed = new LinkedHashSet<>();
        known.run().forEach(test -> needed.add(name(test)));
        List<String> names = new ArrayList<>();
        for (TestId test : known.skip()) {
            Optional<String> named = nameable(test);
            if (named.isEmpty()) {
                draft.cannotName(test, "its name does not fit into the template");
            } else if (needed.contains(named.get())) {
                draft.cannotName(test, "a test of the same name must run");
            } else {
                names.add(named.get());
            }
        }
        Budget budget = new Budget(draft.options().maxArgumentChars(), 0);
        List<String> fitting = budget.fitting(names, this::length);
        Set<String> kept = Set.copyOf(fitting);
        known.skip().stream()
                .filter(test -> names.contains(name(test)) && !kept.contains(name(test)))
                .forEach(test -> draft.cannotName(test, "the command line is full"));
        draft.excludes(EXCLUDES, names);
        command(fitting, draft);
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        List<String> names = new ArrayList<>();
        for (TestId test : known.run()) {
            nameable(test)
                    .ifPresentOrElse(
                            names::add, () -> draft.cannotName(test, "its name does not fit into the template"));
        }
        draft.includes(INCLUDES, names);
        int perTest = format.length() + separator.length() + 3;
        Budget budget = new Budget(draft.options().maxArgumentChars(), 0);
        budget.pieces(names, perTest).forEach(piece -> command(piece, draft));
    }

    private void command(List<String> names, Draft draft) {
        List<String> args = new ArrayList<>();
        for (String name : names) {
            if (separator.isBlank()) {
                for (String part : format.split("\\s+")) {
                    args.add(part.replace("%s", name));
                }
            } else {
                args.add(format.replace("%s", name));
            }
        }
        if (!args.isEmpty()) {
            draft.command(separator.isBlank() ? args : List.of(String.join(separator, args)));
        }
    }

    private int length(String name) {
        return format.length() + name.length() + separator.length() + 3;
    }

    /** The name, unless the runner could take it for an option or an argument file, for two tests, or for a file outside the project. */
    private Optional<String> nameable(TestId test) {
        String name = name(test);
        boolean option =
                (name.startsWith("-") || name.startsWith("@")) && (format.startsWith("%s") || format.contains(" %s"));
        boolean splits = !separator.isBlank() && name.contains(separator);
        boolean outside = name.startsWith("/") || OUTSIDE.matcher(name).find();
        return Names.isLine(name) && !option && !splits && !outside ? Optional.of(name) : Optional.empty();
    }

    private static String name(TestId test) {
        return test.method().isEmpty() ? test.className() : test.className() + "#" + test.method();
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.remove(EXCLUDES);
        draft.note("An empty selection has no arguments; look at the flag that nothing runs");
    }
}
