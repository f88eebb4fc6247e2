package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JunitResultXmlTest {
    private static final String CASES = """
            <?xml version='1.1' encoding='UTF-8'?>
            <result plugin="junit@1403">
              <suites>
                <suite>
                  <file>/w/TEST-a.xml</file>
                  <name>org.example.ATest</name>
                  <duration>1.5</duration>
                  <properties><property><name>not.a.suite</name></property></properties>
                  <enclosingBlockNames><string>Test</string></enclosingBlockNames>
                  <cases>
                    <case>
                      <duration>0.25</duration>
                      <className>org.example.ATest</className>
                      <testName>passes</testName>
                      <skipped>false</skipped>
                      <flakyFailures/>
                      <failedSince>0</failedSince>
                    </case>
                    <case>
                      <duration>0.5</duration>
                      <className>org.example.ATest</className>
                      <testName>fails &lt;b&gt; &#x1b;[0m</testName>
                      <skipped>false</skipped>
                      <errorStackTrace>java.lang.AssertionError&#x0;</errorStackTrace>
                      <errorDetails>no</errorDetails>
                      <failedSince>7</failedSince>
                    </case>
                    <case>
                      <duration>-1</duration>
                      <className>org.example.ATest</className>
                      <testName>skips</testName>
                      <skipped>true</skipped>
                      <skippedMessage>later</skippedMessage>
                    </case>
                    <case>
                      <duration>soon</duration>
                      <testName>flips</testName>
                      <skipped>false</skipped>
                      <flakyFailures>
                        <hudson.tasks.junit.FlakyFailure><message>m</message></hudson.tasks.junit.FlakyFailure>
                      </flakyFailures>
                    </case>
                  </cases>
                  <stdout>noise</stdout>
                </suite>
              </suites>
            </result>
            """;

    @Test
    void readsEveryKindOfOutcome() throws IOException {
        List<TestOutcome> outcomes = read(CASES);
        assertThat(outcomes)
                .extracting(TestOutcome::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED, Outcome.FLAKY);
        assertThat(outcomes).extracting(TestOutcome::seconds).containsExactly(0.25, 0.5, Double.NaN, Double.NaN);
        assertThat(outcomes)
                .extracting(TestOutcome::test)
                .containsExactly(
                        test("org.example.ATest", "passes"),
                        test("org.example.ATest", "fails <b> \uFFFD[0m"),
                        test("org.example.ATest", "skips"),
                        test("org.example.ATest", "flips"));
    }

    @Test
    void readsAnEmptyResult() throws IOException {
        assertThat(read("<result><suites/><duration>0.0</duration></result>")).isEmpty();
    }

    @Test
    void aTestThatRanTwiceIsFailedIfItFailedOnceAndAsLongAsBoth() throws IOException {
        String passed = "<case><className>A</className><testName>t</testName><duration>1</duration></case>";
        String failed = passed.replace("<duration>1", "<errorDetails>x</errorDetails><duration>2");
        assertThat(read("<result><suites><suite><cases>" + failed + passed + "</cases></suite></suites></result>"))
                .containsExactly(new TestOutcome(test("A", "t"), Outcome.FAILED, 3));
    }

    @Test
    void passesOverAHundredMegabytesOfOutput() throws IOException {
        String start = "<result><suites><suite><stdout>";
        String end = "</stdout><cases><case><className>A</className><testName>t</testName></case></cases>"
                + "</suite></suites></result>";
        InputStream in = new SequenceInputStream(Collections.enumeration(
                List.of(bytes(start), new RepeatedBytes("0123456789 lines\n", 100 << 20), bytes(end))));
        assertThat(JunitResultXml.read(in, ImportLimits.DEFAULT)).hasSize(1);
    }

    @Test
    void keepsTheBeginningAndADigestOfAnAbsurdlyLongName() throws IOException {
        String start = "<result><suites><suite><cases>";
        String end = "</cases></suite></suites></result>";
        String line = "<case><className>A</className><testName>%s</testName></case>";
        String name = "name".repeat(5_000);
        List<TestOutcome> outcomes =
                read(start + line.formatted(name + "1") + line.formatted(name + "2") + line.formatted("short") + end);
        assertThat(outcomes).hasSize(3);
        assertThat(outcomes.subList(0, 2))
                .allSatisfy(outcome -> assertThat(outcome.test().method())
                        .hasSize(8_192)
                        .startsWith("namename")
                        .containsPattern("~[0-9a-f]{16}$"));
        assertThat(outcomes.get(0).test()).isNotEqualTo(outcomes.get(1).test());
        assertThat(outcomes.get(2).test()).isEqualTo(test("A", "short"));
        assertThat(read(start + line.formatted(name + "1") + end).get(0).test())
                .isEqualTo(outcomes.get(0).test());
    }

    @Test
    void passesOverAHundredMegabytesInAName() throws IOException {
        InputStream in = new SequenceInputStream(Collections.enumeration(List.of(
                bytes("<result><suites><suite><cases><case><testName>"),
                new RepeatedBytes("name", 100 << 20),
                bytes("</testName></case></cases></suite></suites></result>"))));
        assertThat(JunitResultXml.read(in, ImportLimits.DEFAULT))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.test().method()).hasSize(8_192));
    }

    @Test
    void refusesWhatIsLargerThanAllowed() {
        ImportLimits limits = new ImportLimits(100, 100, 100, 10, 100);
        assertThatThrownBy(() -> JunitResultXml.read(bytes(CASES), limits))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than the 100 bytes");
        ImportLimits fewTests = new ImportLimits(100, 100, 100_000, 2, 100);
        assertThatThrownBy(() -> JunitResultXml.read(bytes(CASES), fewTests)).hasMessageContaining("more than 2 tests");
    }

    @Test
    void refusesAnEntityBomb() {
        String bomb = "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><result><suites>&c;</suites></result>";
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(IOException.class).hasMessageContaining("document type");
    }

    @Test
    void refusesAnExternalEntity() {
        String attack = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><result>&x;</result>";
        assertThatThrownBy(() -> read(attack)).isInstanceOf(IOException.class).hasMessageContaining("document type");
        assertThatThrownBy(() -> read("<result>&x;</result>")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> read("<result>" + "<x>".repeat(10_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> read("<result><stdout>" + "<x>".repeat(10_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void refusesOtherFiles() {
        assertThatThrownBy(() -> read("<html/>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("<html>");
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("<result><suites><suite><cases><case/></cases></suite></suites></result>"))
                .hasMessageContaining("without any name");
    }

    @Test
    void refusesBinaryInput() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        assertThatThrownBy(() -> JunitResultXml.read(new ByteArrayInputStream(noise), ImportLimits.DEFAULT))
                .isInstanceOf(IOException.class);
    }

    @Property
    void aFileThatIsCutOffIsRefused(@ForAll @IntRange(min = 0, max = 1_000_000) int at) {
        String complete = CASES.strip();
        String cut = complete.substring(0, at % complete.length());
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }

    private static TestId test(String className, String method) {
        return new TestId("", className, method);
    }

    private static List<TestOutcome> read(String text) throws IOException {
        return JunitResultXml.read(bytes(text), ImportLimits.DEFAULT);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
