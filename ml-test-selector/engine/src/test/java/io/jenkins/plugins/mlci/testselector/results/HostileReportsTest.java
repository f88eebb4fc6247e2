package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that attack, break off or are something else: a sentence each, and the cases before the break. */
class HostileReportsTest {
    private static final String HEAD = "<testsuite name='s'><testcase classname='a.A' name='good' time='1'/>";
    private static final String GOOD = "PASSED a.A#good 1.000";
    private static final long MEGABYTES_100 = 100L << 20;

    @Test
    void billionLaughsAreRefused() {
        StringBuilder xml = new StringBuilder("<?xml version='1.0'?><!DOCTYPE t [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            xml.append(
                    "<!ENTITY l%d '%s'>".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        xml.append("]><testsuite name='s'><testcase classname='a' name='&l9;'/></testsuite>");

        TestReport report = Fixtures.parse(xml.toString(), Level.CASE);

        assertThat(report.outcomes()).isEmpty();
        assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.sentence())
                .contains("declares a document type"));
    }

    @Test
    void externalEntitiesAreNotOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top-secret");
        String xml =
                "<!DOCTYPE t [<!ENTITY x SYSTEM '%s'>]><testsuite name='s'><testcase classname='a' name='n'>&x;</testcase></testsuite>"
                        .formatted(secret.toUri());

        TestReport report = Fixtures.parse(xml, Level.CASE);

        assertThat(report.outcomes()).isEmpty();
        assertThat(report.problems()).hasSize(1);
        assertThat(report.toString()).doesNotContain("top-secret");
    }

    @Test
    void anExternalDocumentTypeIsRefused() {
        TestReport report =
                Fixtures.parse("<!DOCTYPE t SYSTEM 'http://127.0.0.1:1/x.dtd'>" + HEAD + "</testsuite>", Level.CASE);

        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems().get(0).sentence()).contains("document type");
    }

    @Test
    void unknownEntitiesEndTheReport() {
        TestReport report = Fixtures.parse(
                HEAD + "<testcase classname='a.A' name='next'>&nbsp;</testcase></testsuite>", Level.CASE);

        assertThat(Fixtures.lines(report)).containsExactly(GOOD);
        assertThat(report.isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<system-out>#</system-out>", "<system-out><![CDATA[#]]></system-out>"})
    void hundredMegabytesOfOutputAreSkipped(String element) {
        String[] around = (HEAD + element + "<testcase classname='a.A' name='after'/></testsuite>").split("#");
        GeneratedStream stream =
                new GeneratedStream(around[0], "line of output &amp; \u00e4 ]] and more\r\n", MEGABYTES_100, around[1]);
        // No event may hold more than this, so memory does not depend on the length of the output.
        ReportLimits tight = new ReportLimits(1 << 16, 1L << 30, 100, 1, 1);

        TestReport report = new JUnitXmlParser(Level.CASE, Optional.empty(), tight).parse(stream, Path.of("big.xml"));

        assertThat(report.problems()).isEmpty();
        assertThat(report.outcomes()).hasSize(2);
        assertThat(stream.delivered()).isGreaterThan(MEGABYTES_100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<testcase classname='a.A' name='#'/>", "<!-- # -->", "<?note # ?>", "<testcase #='x'/>", "<#/>"
            })
    void hundredMegabytesInATagAreRefused(String element) {
        String[] around = (HEAD + element + "</testsuite>").split("#");
        GeneratedStream stream = new GeneratedStream(around[0], "abcdefghijklmnop", MEGABYTES_100, around[1]);

        TestReport report = JUnitXmlParser.at(Level.CASE).parse(stream, Path.of("big.xml"));

        assertThat(Fixtures.lines(report)).containsExactly(GOOD);
        assertThat(report.isComplete()).isFalse();
        assertThat(stream.delivered()).isLessThan(9L << 20);
    }

    @Test
    void theRefusalSaysWhatIsTooLong() {
        GeneratedStream stream = new GeneratedStream(HEAD + "<testcase name='", "x", MEGABYTES_100, "'/></testsuite>");

        TestReport report = JUnitXmlParser.at(Level.CASE).parse(stream, Path.of("big.xml"));

        assertThat(report.problems().get(0).sentence())
                .isEqualTo(
                        "A tag, attribute or comment is longer than 8388608 characters, so the report was not read on.");
    }

    @Test
    void anEndlessReportIsCut() {
        GeneratedStream stream =
                new GeneratedStream(HEAD, "<testcase classname='a.A' name='again'/>\n", MEGABYTES_100, "</testsuite>");
        ReportLimits tight = new ReportLimits(1 << 16, 1 << 20, 1_000_000, 1, 1);

        TestReport report = new JUnitXmlParser(Level.CASE, Optional.empty(), tight).parse(stream, Path.of("big.xml"));

        assertThat(report.outcomes()).hasSize(2);
        assertThat(report.problems().get(0).sentence()).contains("longer than 1048576 characters");
    }

    @Test
    void tooManyCasesAreCut() {
        ReportLimits tight = new ReportLimits(1 << 16, 1 << 20, 3, 1, 1);
        String xml = HEAD + "<testcase classname='a.A' name='x'/>".repeat(5) + "</testsuite>";

        TestReport report = new JUnitXmlParser(Level.CASE, Optional.empty(), tight)
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Path.of("many.xml"));

        assertThat(report.outcomes()).hasSize(2);
        assertThat(report.problems().get(0).sentence()).contains("more than 3 cases");
    }

    @Test
    void deepNestingIsRefused() {
        TestReport report = Fixtures.parse(HEAD + "<testsuite>".repeat(100_000), Level.CASE);

        assertThat(Fixtures.lines(report)).containsExactly(GOOD);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void aCaseThatBreaksOffIsNotPassed() {
        TestReport report = Fixtures.parse(HEAD + "<testcase classname='a.A' name='cut'><fail", Level.CASE);

        assertThat(Fixtures.lines(report)).containsExactly(GOOD);
        assertThat(report.problems().get(0).sentence()).startsWith("The report is broken or cut off at line 1");
    }

    @Property(tries = 300)
    void anyTruncationKeepsAPrefix(@ForAll @IntRange(max = 1000) int permille) throws IOException {
        byte[] whole = bytes("surefire.xml");
        byte[] cut = Arrays.copyOf(whole, whole.length * permille / 1001);

        TestReport report = Fixtures.parse(cut, Level.CASE);

        assertThat(report.isComplete()).isFalse();
        List<String> kept = Fixtures.lines(report);
        List<String> all = Fixtures.lines(Fixtures.read("surefire.xml", Level.CASE));
        assertThat(kept).isEqualTo(all.subList(0, kept.size()));
    }

    @Property(tries = 300)
    void anyDamageGivesAReport(@ForAll @IntRange(min = 1, max = 40) int hits, @ForAll int seed) throws IOException {
        byte[] bytes = bytes("go-junit-report.xml");
        Random random = new Random(seed);
        for (int i = 0; i < hits; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }

        assertThat(Fixtures.parse(bytes, Level.METHOD).outcomes()).hasSizeLessThanOrEqualTo(4);
    }

    @Property(tries = 300)
    void binaryFilesAreNoReports(@ForAll byte[] bytes) {
        TestReport report = Fixtures.parse(bytes, Level.METHOD);

        assertThat(report.outcomes()).isEmpty();
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void otherXmlIsNoReport() {
        TestReport report = Fixtures.parse("<project><testcase classname='a' name='b'/></project>", Level.METHOD);

        assertThat(report.outcomes()).isEmpty();
        assertThat(report.problems().get(0).sentence()).contains("starts with the element project instead of");
    }

    @Test
    void coloursInTheOutputDoNoHarm() {
        TestReport report = Fixtures.parse(
                HEAD
                        + "<system-out>\u001b[31mred\u001b[0m\b</system-out><testcase classname='a.A' name='n\u001b[0m'/></testsuite>",
                Level.CASE);

        assertThat(report.isComplete()).isTrue();
        assertThat(Fixtures.lines(report)).contains("PASSED a.A#n?[0m NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void declaredEncodingsAreRead(String name) {
        String xml = "<?xml version='1.0' encoding='" + name
                + "'?><testsuite name='s'><testcase classname='a.\u00c4' name='\u00f6'/></testsuite>";

        TestReport report = Fixtures.parse(xml.getBytes(Charset.forName(name)), Level.CASE);

        assertThat(Fixtures.lines(report)).containsExactly("PASSED a.\u00c4#\u00f6 NaN");
    }

    @Test
    void bytesInAnotherEncodingAreReplaced() {
        byte[] latin =
                (HEAD + "<testcase classname='a.A' name='\u00e4'/></testsuite>").getBytes(StandardCharsets.ISO_8859_1);

        TestReport report = Fixtures.parse(latin, Level.CASE);

        assertThat(report.isComplete()).isTrue();
        assertThat(Fixtures.lines(report)).containsExactly(GOOD, "PASSED a.A#\ufffd NaN");
    }

    @Test
    void anUnknownEncodingIsRefused() {
        TestReport report =
                Fixtures.parse("<?xml version='1.0' encoding='klingon'?>" + HEAD + "</testsuite>", Level.CASE);

        assertThat(report.problems().get(0).sentence()).contains("unknown encoding klingon");
    }

    @Test
    void aByteOrderMarkIsNoText() {
        assertThat(Fixtures.lines(Fixtures.parse("\ufeff" + HEAD + "</testsuite>", Level.CASE)))
                .containsExactly(GOOD);
    }

    @Test
    void namelessCasesAreLeftOutWithARemark() {
        TestReport report = Fixtures.parse(HEAD + "<testcase/><testcase time='x'/></testsuite>", Level.CASE);

        assertThat(Fixtures.lines(report)).containsExactly(GOOD);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.problems().get(0).sentence()).isEqualTo("2 cases without a name were left out.");
    }

    @Test
    void absurdNamesAreShortenedButStayApart() {
        String name = "n".repeat(5000);
        TestReport report = Fixtures.parse(
                "<testsuite name='s'><testcase classname='a.A' name='%s1'/><testcase classname='a.A' name='%s2'/></testsuite>"
                        .formatted(name, name),
                Level.CASE);

        assertThat(report.outcomes())
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome.test().method()).hasSize(1000));
    }

    @Test
    void aMissingFileIsAProblem(@TempDir Path folder) {
        TestReport report = JUnitXmlParser.at(Level.CASE).parse(folder.resolve("none.xml"));

        assertThat(report.isComplete()).isFalse();
        assertThat(report.problems().get(0)).asString().contains("could not be opened: NoSuchFileException");
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = HostileReportsTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
