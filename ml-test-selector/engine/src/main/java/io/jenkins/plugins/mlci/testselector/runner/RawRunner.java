package io.jenkins.plugins.mlci.testselector.runner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * For a runner that is not known here: one JSON object for each test on a line of its own, {@code {runner, suite, class, name, file,
 * score, reason}}, one file for the selected and one for the skipped tests. JSON holds any name, so no test is lost; the reader quotes.
 */
final class RawRunner extends AbstractRunner {
    static final String EXCLUDES = "skipped.jsonl";
    static final String INCLUDES = "selected.jsonl";

    /** In ASCII, so that no reader sees a line end inside a name, and half a surrogate pair survives. */
    private final ObjectMapper json = new ObjectMapper(
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build());

    RawRunner() {
        super("raw");
    }

    @Override
    void writeExcludes(KnownTests known, Draft draft) throws IOException {
        write(known, draft);
    }

    @Override
    void writeIncludes(KnownTests known, Draft draft) throws IOException {
        write(known, draft);
    }

    private void write(KnownTests known, Draft draft) throws IOException {
        draft.excludes(EXCLUDES, lines(known.skip(), draft));
        if (!known.run().isEmpty()) {
            draft.includes(INCLUDES, lines(known.run(), draft));
        }
    }

    private List<String> lines(List<TestId> tests, Draft draft) throws IOException {
        List<String> lines = new ArrayList<>();
        for (TestId test : tests) {
            ObjectNode line = json.createObjectNode();
            line.put("runner", name());
            line.put("suite", test.suite());
            line.put("class", test.className());
            line.put("name", test.method());
            draft.options().fileOf().apply(test).ifPresent(file -> line.put("file", file));
            draft.options().detailOf().apply(test).ifPresent(detail -> {
                if (Double.isFinite(detail.probability())) {
                    line.put("score", detail.probability());
                }
                line.put("reason", detail.reason());
            });
            lines.add(json.writeValueAsString(line));
        }
        return lines;
    }

    @Override
    void removeIncludes(Draft draft) throws IOException {
        draft.remove(INCLUDES);
    }

    @Override
    void writeNothing(Draft draft) throws IOException {
        removeIncludes(draft);
        draft.remove(EXCLUDES);
        draft.note("An empty selection has no file; look at the flag that nothing runs");
    }
}
