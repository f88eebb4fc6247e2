package io.jenkins.plugins.mlci.testselector.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Jest, with a filter module that leaves out exact paths: {@code --filter=module.js}.
 *
 * <p>Not {@code --testPathIgnorePatterns}: it is made of regular expressions and replaces those of the project's configuration. The
 * filter's answer was a list of objects before Jest 30 and is a list of paths since; the module serves both (seen with 29.7 and 30.5).
 * An empty {@code --runTestsByPath} runs all tests.
 */
final class JestRunner extends AbstractRunner {
    static final String SCRIPT = "jest-filter.cjs";
    static final String EXCLUDES = "jest-excludes.txt";

    JestRunner() {
        super("jest");
    }

    @Override
    public boolean wholeClasses() {
        return true;
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        List<String> files = FileGroups.skipped(known, draft).files();
        draft.excludes(EXCLUDES, files);
        List<String> lines = List.of(
                "// From ml-test-selector: leaves out the files of the list. Without the list all tests run.",
                "const fs = require('fs');",
                "const path = require('path');",
                "const list = path.join(__dirname, '" + EXCLUDES + "');",
                "const lines = fs.existsSync(list) ? fs.readFileSync(list, 'utf8').split('\\n') : [];",
                "const skipped = new Set(lines.filter(line => line !== '').map(line => path.resolve(line)));",
                "module.exports = async testPaths => {",
                "    const kept = testPaths.filter(testPath => !skipped.has(path.resolve(testPath)));",
                "    // Before version 30 Jest maps objects with a key 'test' to paths.",
                "    kept.map = mapper => Array.from(kept, test => mapper({test}));",
                "    return {filtered: kept};",
                "};");
        draft.command(List.of("--filter=" + draft.script(SCRIPT, lines)));
        draft.note("Start Jest in the folder that the files are relative to");
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        List<String> files = FileGroups.needed(known, draft);
        Budget budget = new Budget(draft.options().maxArgumentChars(), "--runTestsByPath".length());
        for (List<String> piece : budget.pieces(files, 3)) {
            List<String> args = new ArrayList<>(List.of("--runTestsByPath"));
            args.addAll(piece);
            draft.command(args);
        }
    }

    @Override
    void writeNothing(Draft draft) {
        draft.command(List.of("--listTests"));
    }
}
