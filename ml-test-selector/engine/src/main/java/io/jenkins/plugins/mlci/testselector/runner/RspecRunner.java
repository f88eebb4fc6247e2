package io.jenkins.plugins.mlci.testselector.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * RSpec: {@code --exclude-pattern} with the files, joined by commas and without braces.
 *
 * <p>RSpec puts its folder, {@code spec} unless another is given, before a pattern that does not begin with it, and a brace at the
 * start hides the folder, so that nothing would be excluded ({@code file_glob_from} in its configuration). Only one {@code --exclude-pattern} counts, so files beyond the limit of the command line run.
 */
final class RspecRunner extends AbstractRunner {
    static final String EXCLUDES = "rspec-excludes.txt";

    RspecRunner() {
        super("rspec");
    }

    @Override
    public boolean wholeClasses() {
        return true;
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        FileGroups groups = FileGroups.skipped(known, draft);
        for (String file : groups.files()) {
            if (file.chars().anyMatch(c -> "*?[]{},\\".indexOf(c) >= 0)) {
                groups.keep(file, draft, "its path has a character that a pattern cannot hold");
            }
        }
        Budget budget = new Budget(draft.options().maxArgumentChars(), "--exclude-pattern ".length() + 2);
        List<String> fitting = new ArrayList<>(budget.fitting(groups.files(), file -> file.length() + 1));
        for (String file : groups.files()) {
            if (!fitting.contains(file)) {
                groups.keep(file, draft, "the command line is full");
            }
        }
        draft.excludes(EXCLUDES, groups.files());
        // RSpec looks only at how the whole pattern begins.
        fitting.sort(Comparator.comparing((String file) -> !file.startsWith("spec/"))
                .thenComparing(Comparator.naturalOrder()));
        if (!fitting.isEmpty()) {
            draft.command(List.of("--exclude-pattern", String.join(",", fitting)));
        }
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) {
        Budget budget = new Budget(draft.options().maxArgumentChars(), 0);
        budget.pieces(FileGroups.needed(known, draft), 3).forEach(piece -> draft.command(new ArrayList<>(piece)));
    }

    @Override
    void writeNothing(Draft draft) {
        draft.command(List.of("--dry-run"));
    }
}
