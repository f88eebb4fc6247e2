package io.jenkins.plugins.mlci.logscan.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All labelled logs below a folder, data set by data set.
 *
 * @param cases the logs of each data set that is there
 * @param missing the data sets that are not there
 */
public record LabelledLogs(Map<String, List<LogCase>> cases, List<String> missing) {
    /** Reads one data set. */
    private interface Reader {
        List<LogCase> read(Path folder) throws IOException;
    }

    private static final Map<String, Reader> READERS = new LinkedHashMap<>();

    static {
        READERS.put("cidiff", CidiffFolder::read);
        READERS.put("logdx-ci", LogDxFolder::read);
        READERS.put("pytorch-log-classifier", FragmentFolder::read);
        READERS.put("logjuicer-tests", LogJuicerFolder::read);
        READERS.put("treeherder", TreeherderFolder::read);
        READERS.put("jenkins-history", JenkinsHistoryFolder::read);
    }

    public LabelledLogs {
        cases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        missing = List.copyOf(missing);
    }

    /** Finds each data set by its name in this folder, in {@code logs} below it, or beside it. */
    public static LabelledLogs read(Path root) throws IOException {
        Map<String, List<LogCase>> cases = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Reader> reader : READERS.entrySet()) {
            Path folder = find(root, reader.getKey());
            List<LogCase> found = folder == null ? List.of() : reader.getValue().read(folder);
            if (found.isEmpty()) {
                missing.add(reader.getKey());
            } else {
                cases.put(reader.getKey(), found);
            }
        }
        return new LabelledLogs(cases, missing);
    }

    static Path find(Path root, String name) {
        Path real = root.toAbsolutePath().normalize();
        for (Path place :
                new Path[] {real.resolve(name), real.resolve("logs").resolve(name), real.resolveSibling(name)}) {
            if (Files.isDirectory(place)) {
                return place;
            }
        }
        return null;
    }

    /** All logs. */
    public List<LogCase> all() {
        return cases.values().stream().flatMap(List::stream).toList();
    }
}
