package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.BuildResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads {@code build.xml}, in which Jenkins keeps the facts of a build, of any kind of job. */
final class BuildXml {
    /** The year 2200: a later start is a damaged number. */
    private static final long LATEST_START_MILLIS = 7_258_118_400_000L;

    private BuildXml() {}

    /**
     * Reads a file.
     *
     * @param number the build's number
     * @return the facts; empty while the build is running
     * @throws IOException with a reason if the file is damaged
     */
    static Optional<BuildFacts> read(Path file, long number, ImportLimits limits) throws IOException {
        XmlNode build = XmlNode.read(file, limits.buildXmlBytes());
        String result = build.childText("result");
        // A Pipeline may have a result, such as UNSTABLE, long before it ends.
        if (result.isEmpty() || build.childText("completed").equals("false")) {
            return Optional.empty();
        }
        return Optional.of(new BuildFacts(
                started(build),
                Duration.ofMillis(Math.max(0, number(build.childText("duration")))),
                result(result),
                GitSource.of(build, number),
                changeLogs(build)));
    }

    private static BuildResult result(String text) throws IOException {
        for (BuildResult result : BuildResult.values()) {
            if (result.name().equals(text)) {
                return result;
            }
        }
        throw new IOException("it has a result that Jenkins does not know: " + Printable.of(text));
    }

    /** {@code startTime} is when it left the queue; {@code timestamp}, when it entered it, is all that old builds have. */
    private static Instant started(XmlNode build) throws IOException {
        long millis = number(build.childText("startTime"));
        if (millis <= 0) {
            millis = number(build.childText("timestamp"));
        }
        if (millis <= 0 || millis > LATEST_START_MILLIS) {
            throw new IOException("it does not say when the build started");
        }
        return Instant.ofEpochMilli(millis);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }

    /** Jenkins writes absolute paths; only their last part is used, so that a moved home can be read. */
    private static List<String> changeLogs(XmlNode build) {
        return build.child("checkouts").stream()
                .flatMap(checkouts -> checkouts.descendants("changelogFile"))
                .map(file -> file.text().replace('\\', '/'))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> name.matches("changelog[0-9]*\\.xml"))
                .distinct()
                .toList();
    }
}
