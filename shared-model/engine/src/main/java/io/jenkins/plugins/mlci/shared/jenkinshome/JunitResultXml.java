package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads {@code junitResult.xml}, in which Jenkins' JUnit plugin keeps the test results of a build: {@code result /
 * suites / suite / cases / case}.
 *
 * <p>The plugin does not tell a failed assertion from an error, so both are {@link Outcome#FAILED}. Outputs and stack
 * traces are passed over without being kept, however long they are; of a name beyond the limit its beginning and a digest stay.
 */
final class JunitResultXml {
    private static final int MAX_DEPTH = 100;

    private final ImportLimits limits;
    private final MergedOutcomes outcomes = new MergedOutcomes();
    private String suiteName = "";

    private JunitResultXml(ImportLimits limits) {
        this.limits = limits;
    }

    /**
     * The test outcomes of a file, in the order in which they were recorded, each test once.
     *
     * @throws IOException with a reason if the file is damaged or exceeds a limit
     */
    static List<TestOutcome> read(Path file, ImportLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, limits);
        }
    }

    static List<TestOutcome> read(InputStream in, ImportLimits limits) throws IOException {
        return SafeXml.read(in, limits.junitResultBytes(), new JunitResultXml(limits)::document);
    }

    private List<TestOutcome> document(XMLStreamReader xml) throws XMLStreamException, IOException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = xml.getLocalName();
                if (depth == 1 && !element.equals("result")) {
                    throw new IOException("it holds <" + element + "> where the results of the JUnit plugin begin with"
                            + " <result>");
                }
                if (depth > MAX_DEPTH) {
                    throw new IOException("its elements are nested more than " + MAX_DEPTH + " deep");
                }
                switch (element) {
                    case "suite" -> suiteName = "";
                    case "name" -> {
                        suiteName = text(xml);
                        depth--;
                    }
                    case "case" -> {
                        testCase(xml);
                        depth--;
                    }
                    case "stdout", "stderr", "properties", "enclosingBlocks", "enclosingBlockNames" -> {
                        skip(xml);
                        depth--;
                    }
                    default -> {
                        // Containers are entered, other values pass by.
                    }
                }
            }
        }
        return outcomes.toList();
    }

    private void testCase(XMLStreamReader xml) throws XMLStreamException, IOException {
        String className = "";
        String testName = "";
        double seconds = Double.NaN;
        boolean failed = false;
        boolean skipped = false;
        boolean flaky = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "className" -> className = text(xml);
                case "testName" -> testName = text(xml);
                case "duration" -> seconds = seconds(text(xml));
                case "skipped" -> skipped = text(xml).equals("true");
                case "flakyFailures" -> flaky = skip(xml) > 0;
                case "errorStackTrace", "errorDetails" -> {
                    failed = true;
                    skip(xml);
                }
                default -> skip(xml);
            }
        }
        add(new TestId("", className.isEmpty() ? suiteName : className, testName), seconds, skipped, failed, flaky);
    }

    private void add(TestId test, double seconds, boolean skipped, boolean failed, boolean flaky) throws IOException {
        if (test.className().isEmpty() && test.method().isEmpty()) {
            throw new IOException("it has a test case without any name");
        }
        Outcome outcome;
        if (skipped) {
            outcome = Outcome.SKIPPED;
        } else if (failed) {
            outcome = Outcome.FAILED;
        } else {
            outcome = flaky ? Outcome.FLAKY : Outcome.PASSED;
        }
        outcomes.add(new TestOutcome(test, outcome, seconds));
        if (outcomes.size() > limits.tests()) {
            throw new IOException("it has more than " + limits.tests() + " tests");
        }
    }

    /** Seconds as the plugin writes a float; anything else, also a negative number, is unknown. */
    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            return seconds >= 0 && seconds < Double.POSITIVE_INFINITY ? seconds : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String text(XMLStreamReader xml) throws XMLStreamException, IOException {
        LongName text = new LongName(limits.nameLength());
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip(xml);
            } else if (xml.isCharacters()) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return text.finish();
    }

    /** Passes over an element; says how many elements were in it. */
    private static int skip(XMLStreamReader xml) throws XMLStreamException, IOException {
        int inside = 0;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
                depth++;
                if (depth > MAX_DEPTH) {
                    throw new IOException("its elements are nested more than " + MAX_DEPTH + " deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return inside;
    }
}
