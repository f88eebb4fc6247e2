package io.jenkins.plugins.mlci.testselector.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Vitest: one {@code --exclude=glob} for each file, added to the project's own exclusions (seen with 4.1). Characters that a glob
 * gives a meaning stand in brackets. A positional filter takes every path that contains it, so the include form may run more.
 */
final class VitestRunner extends AbstractRunner {
    static final String EXCLUDES = "vitest-excludes.txt";
    private static final String OPTION = "--exclude=";

    VitestRunner() {
        super("vitest");
    }

    @Override
    public boolean wholeClasses() {
        return true;
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        FileGroups groups = FileGroups.skipped(known, draft);
        for (String file : groups.files()) {
            if (file.chars().anyMatch(c -> "!^\\\"".indexOf(c) >= 0)) {
                groups.keep(file, draft, "its path has a character that a glob cannot hold");
            }
        }
        Budget budget = new Budget(draft.options().maxArgumentChars(), 0);
        List<String> fitting = budget.fitting(
                groups.files(), file -> OPTION.length() + glob(file).length() + 3);
        for (String file : groups.files()) {
            if (!fitting.contains(file)) {
                groups.keep(file, draft, "the command line is full");
            }
        }
        draft.excludes(EXCLUDES, groups.files());
        if (!fitting.isEmpty()) {
            draft.command(fitting.stream().map(file -> OPTION + glob(file)).toList());
        }
    }

    private static String glob(String file) {
        StringBuilder out = new StringBuilder();
        for (char c : file.toCharArray()) {
            out.append("*?[]{}()+@|,".indexOf(c) >= 0 ? "[" + c + "]" : String.valueOf(c));
        }
        return out.toString();
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) {
        List<String> files = FileGroups.needed(known, draft);
        Budget budget = new Budget(draft.options().maxArgumentChars(), 0);
        budget.pieces(files, 3).forEach(piece -> draft.command(new ArrayList<>(piece)));
    }

    @Override
    void writeNothing(Draft draft) {
        draft.command(List.of("list", "--filesOnly"));
    }
}
