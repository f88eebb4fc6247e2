package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reports to read, and outcomes as short lines to compare with. */
final class Fixtures {
    private Fixtures() {}

    static TestReport read(String name, Level level) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            return JUnitXmlParser.at(level).parse(in, Path.of(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static TestReport parse(String xml, Level level) {
        return parse(xml.getBytes(StandardCharsets.UTF_8), level);
    }

    static TestReport parse(byte[] xml, Level level) {
        return JUnitXmlParser.at(level).parse(new ByteArrayInputStream(xml), Path.of("report.xml"));
    }

    /** For example {@code PASSED org.shop.CartTest#adds 0.012}. */
    static List<String> lines(TestReport report) {
        return report.outcomes().stream().map(Fixtures::line).toList();
    }

    private static String line(TestOutcome outcome) {
        return String.format(Locale.ROOT, "%s %s %.3f", outcome.outcome(), outcome.test(), outcome.seconds());
    }
}
