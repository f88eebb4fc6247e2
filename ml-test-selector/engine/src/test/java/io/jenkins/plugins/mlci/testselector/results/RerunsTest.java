package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same test several times: run again after a failure, or with other parameters. */
class RerunsTest {
    private static final String SUREFIRE =
            "<testsuite name='a.ATest' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                    + " xsi:noNamespaceSchemaLocation='https://maven.apache.org/surefire/x.xsd'>%s</testsuite>";
    private static final String GENERIC = "<testsuites name='other'><testsuite name='s'>%s</testsuite></testsuites>";

    @ParameterizedTest
    @CsvSource({
        "FP,FLAKY",
        "EP,FLAKY",
        "FFP,FLAKY",
        "FF,FAILED",
        "FE,ERROR",
        "PF,FAILED",
        "PFP,FAILED",
        "FPP,FAILED",
        "PP,PASSED",
        "FS,FAILED",
        "SS,SKIPPED",
        "SP,PASSED"
    })
    void surefireStopsAtTheFirstPass(String attempts, String outcome) {
        TestReport report = Fixtures.parse(SUREFIRE.formatted(cases("a.ATest", attempts)), Level.METHOD);

        assertThat(Fixtures.lines(report))
                .singleElement()
                .asString()
                .isEqualTo(outcome + " a.ATest#t 0." + attempts.length() + "00");
    }

    @ParameterizedTest
    @CsvSource({"FP,FAILED", "FFP,FAILED", "PP,PASSED", "EP,ERROR"})
    void elsewhereRepetitionsHaveParameters(String attempts, String outcome) {
        TestReport report = Fixtures.parse(GENERIC.formatted(cases("a.A", attempts)), Level.METHOD);

        assertThat(report.outcomes()).singleElement().satisfies(test -> assertThat(test.outcome())
                .hasToString(outcome));
    }

    @ParameterizedTest
    @CsvSource({
        "<flakyFailure/>,FLAKY",
        "<flakyError/>,FLAKY",
        "<rerun/>,FLAKY",
        "<failure/><rerunFailure/>,FAILED",
        "<error/><rerunError/>,ERROR",
        "<failure/><error/>,ERROR",
        "<skipped/>,SKIPPED",
        "<disabled/>,SKIPPED",
        "<system-out/>,PASSED",
        "<other><failure/></other>,PASSED"
    })
    void marksOfTheCaseCountForAnyRunner(String children, String outcome) {
        String xml = GENERIC.formatted("<testcase classname='a.A' name='t'>" + children + "</testcase>");

        assertThat(Fixtures.parse(xml, Level.METHOD).outcomes())
                .singleElement()
                .satisfies(test -> assertThat(test.outcome()).hasToString(outcome));
    }

    @Test
    void aFlakyInvocationMakesTheMethodFlaky() {
        String xml = SUREFIRE.formatted("<testcase classname='a.ATest' name='t[1]' time='1'/>"
                + "<testcase classname='a.ATest' name='t[2]' time='2'><flakyFailure/></testcase>");

        assertThat(Fixtures.lines(Fixtures.parse(xml, Level.METHOD))).containsExactly("FLAKY a.ATest#t 3.000");
    }

    @Test
    void invocationsOfOneMethodAreNoReruns() {
        String xml = SUREFIRE.formatted("<testcase classname='a.ATest' name='t[1]' time='1'><failure/></testcase>"
                + "<testcase classname='a.ATest' name='t[2]' time='2'/>");

        assertThat(Fixtures.lines(Fixtures.parse(xml, Level.METHOD))).containsExactly("FAILED a.ATest#t 3.000");
    }

    private static String cases(String className, String attempts) {
        StringBuilder cases = new StringBuilder();
        for (char attempt : attempts.toCharArray()) {
            String child =
                    switch (attempt) {
                        case 'F' -> "<failure/>";
                        case 'E' -> "<error/>";
                        case 'S' -> "<skipped/>";
                        default -> "";
                    };
            cases.append("<testcase name='t' time='0.1' classname='%s'>%s</testcase>".formatted(className, child));
        }
        return cases.toString();
    }
}
