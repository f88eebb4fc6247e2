package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamReader;

/**
 * Collects the cases of a report from its elements, one after the other: suites may nest, texts are passed over. A case
 * counts when its element is closed, so that a report that breaks off inside a case does not call it passed.
 */
final class CaseReader {
    private final ReportTraits traits = new ReportTraits();
    private final List<RawCase> cases = new ArrayList<>();
    private final Deque<Suite> suites = new ArrayDeque<>();
    private final int maxCases;
    private OpenCase open;
    private int depth;
    private int unnamed;

    CaseReader(int maxCases) {
        this.maxCases = maxCases;
    }

    List<RawCase> cases() {
        return cases;
    }

    ReportTraits traits() {
        return traits;
    }

    /** How many cases had no name at all and were left out. */
    int unnamed() {
        return unnamed;
    }

    void start(XMLStreamReader reader) throws XmlRefusedException {
        depth++;
        String element = reader.getLocalName();
        if (depth == 1) {
            if (!element.equals("testsuite") && !element.equals("testsuites")) {
                throw new XmlRefusedException("The file is XML but no JUnit report: it starts with the element "
                        + TestNames.shorten(element) + " instead of testsuite or testsuites.");
            }
            traits.root(element, attribute(reader, "name"));
        }
        switch (element) {
            case "testsuite" -> startSuite(reader);
            case "testcase" -> startCase(reader);
            case "property" -> traits.property(attribute(reader, "name"));
            default -> startChild(element);
        }
    }

    void end(String element) throws XmlRefusedException {
        depth--;
        if (element.equals("testsuite") && !suites.isEmpty()) {
            suites.pop();
        } else if (element.equals("testcase") && open != null && depth == open.depth) {
            finishCase();
        }
    }

    private void startSuite(XMLStreamReader reader) {
        Suite outer = suites.isEmpty() ? new Suite("", "", "") : suites.peek();
        String file = attribute(reader, "file");
        String host = attribute(reader, "hostname");
        suites.push(new Suite(
                attribute(reader, "name"), file.isEmpty() ? outer.file : file, host.isEmpty() ? outer.host : host));
        traits.suite(reader, attribute(reader, "name"));
    }

    private void startCase(XMLStreamReader reader) {
        Suite suite = suites.isEmpty() ? new Suite("", "", "") : suites.peek();
        String status = attribute(reader, "status");
        RawCase written = new RawCase(
                suite.name,
                suite.file,
                suite.host,
                attribute(reader, "classname"),
                attribute(reader, "name"),
                attribute(reader, "file"),
                attribute(reader, "time"),
                status,
                Outcome.PASSED);
        open = new OpenCase(written, depth - 1);
        if (saysNotRun(status) || saysNotRun(attribute(reader, "result"))) {
            open.skipped = true;
        }
        traits.testCase(written);
    }

    private void startChild(String element) {
        if (open == null || depth != open.depth + 2) {
            return;
        }
        switch (element) {
            case "error" -> open.error = true;
            case "failure" -> open.failure = true;
            case "skipped", "disabled", "ignored" -> open.skipped = true;
            case "flakyFailure", "flakyError", "rerunFailure", "rerunError", "rerun" -> open.rerun = true;
            default -> {
                // Output, properties and whatever a runner adds say nothing about the outcome.
            }
        }
    }

    private void finishCase() throws XmlRefusedException {
        RawCase written = open.written;
        Outcome outcome = open.outcome();
        open = null;
        if (written.name().isEmpty() && written.className().isEmpty()) {
            unnamed++;
            return;
        }
        if (cases.size() >= maxCases) {
            throw new XmlRefusedException("The report has more than " + maxCases + " cases; the rest was left out.");
        }
        cases.add(new RawCase(
                written.suite(),
                written.suiteFile(),
                written.host(),
                written.className(),
                written.name(),
                written.file(),
                written.time(),
                written.status(),
                outcome));
    }

    private static boolean saysNotRun(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "skipped", "disabled", "notrun", "ignored", "pending", "suppressed" -> true;
            default -> false;
        };
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : TestNames.shorten(value);
    }

    private record Suite(String name, String file, String host) {}

    private static final class OpenCase {
        private final RawCase written;
        private final int depth;
        private boolean error;
        private boolean failure;
        private boolean skipped;
        private boolean rerun;

        OpenCase(RawCase written, int depth) {
            this.written = written;
            this.depth = depth;
        }

        Outcome outcome() {
            if (error) {
                return Outcome.ERROR;
            }
            if (failure) {
                return Outcome.FAILED;
            }
            if (skipped) {
                return Outcome.SKIPPED;
            }
            return rerun ? Outcome.FLAKY : Outcome.PASSED;
        }
    }
}
