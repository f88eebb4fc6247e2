package io.jenkins.plugins.mlci.testselector.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one JUnit XML report as a stream, in memory that depends on the number of its cases and not on its output. A file
 * that is hostile, broken or no report at all gives a {@link ReportProblem} and the cases before the break; nothing is
 * thrown for the sake of a file.
 *
 * @param level how finely tests are told apart
 * @param dialect who wrote the report; empty to recognise it by its structure
 * @param limits what a report may cost
 */
public record JUnitXmlParser(Level level, Optional<ReportDialect> dialect, ReportLimits limits) {
    public JUnitXmlParser {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(limits, "limits");
    }

    /** A parser that recognises dialects by itself and has the default limits. */
    public static JUnitXmlParser at(Level level) {
        return new JUnitXmlParser(level, Optional.empty(), ReportLimits.DEFAULT);
    }

    /** Reads a report file. */
    public TestReport parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in, file);
        } catch (IOException unreadable) {
            String sentence =
                    "The report could not be opened: " + unreadable.getClass().getSimpleName() + ".";
            return new TestReport(List.of(), List.of(new ReportProblem(file, ReportProblem.Kind.INCOMPLETE, sentence)));
        }
    }

    /**
     * Reads a report from a stream, which the caller closes.
     *
     * @param in the report's bytes
     * @param name what to call the report in problems
     */
    public TestReport parse(InputStream in, Path name) {
        Objects.requireNonNull(in, "in");
        CaseReader cases = new CaseReader(limits.cases());
        List<ReportProblem> problems = new ArrayList<>();
        read(in, cases)
                .ifPresent(sentence -> problems.add(new ReportProblem(name, ReportProblem.Kind.INCOMPLETE, sentence)));
        if (cases.unnamed() > 0) {
            String sentence = cases.unnamed() + " cases without a name were left out.";
            problems.add(new ReportProblem(name, ReportProblem.Kind.REMARK, sentence));
        }
        ReportDialect writer = dialect.orElseGet(cases.traits()::dialect);
        return new TestReport(OutcomeMerger.merge(cases.cases(), writer, level), problems);
    }

    /** Why the report was not read to its end, if it was not. */
    private Optional<String> read(InputStream in, CaseReader cases) {
        try {
            GuardedReader guarded = new GuardedReader(ReportText.decode(in), limits.tagChars(), limits.reportChars());
            XMLStreamReader reader = SecureXml.reader(guarded);
            while (reader.hasNext()) {
                guarded.nextEvent();
                reader.next();
                SecureXml.check(reader);
                if (reader.isStartElement()) {
                    cases.start(reader);
                } else if (reader.isEndElement()) {
                    cases.end(reader.getLocalName());
                }
            }
            return Optional.empty();
        } catch (XmlRefusedException refused) {
            return Optional.of(refused.getMessage());
        } catch (XMLStreamException | IOException broken) {
            return Optional.of(ParserErrors.sentence(broken));
        } catch (RuntimeException parserBug) {
            // The JDK's parser throws unchecked exceptions for some broken files; a file must never stop a build.
            return Optional.of(ParserErrors.sentence(parserBug));
        }
    }
}
