package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One report of each runner, read at the levels that matter for it. */
class DialectsTest {
    @Test
    void surefireMethods() {
        assertThat(Fixtures.lines(Fixtures.read("surefire.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED org.shop.CartTest#addsAnItem 0.012",
                        "FAILED org.shop.CartTest#total 0.007",
                        "PASSED org.shop.CartTest#rounds 0.001",
                        "ERROR org.shop.CartTest#imports 1234.500",
                        "FLAKY org.shop.CartTest#talksToTheBank 0.800",
                        "SKIPPED org.shop.CartTest#printsReceipt 0.000",
                        "PASSED org.shop.CartTest$WhenNew#isEmptyAtFirst 0.098");
    }

    @Test
    void surefireClassesWithTheirNestedOnes() {
        assertThat(Fixtures.lines(Fixtures.read("surefire.xml", Level.CLASS)))
                .containsExactly("ERROR org.shop.CartTest 1235.418");
    }

    @Test
    void surefireCases() {
        assertThat(Fixtures.lines(Fixtures.read("surefire.xml", Level.CASE)))
                .hasSize(8)
                .contains(
                        "PASSED org.shop.CartTest#total(String, int)[1] 0.003",
                        "FAILED org.shop.CartTest#total(String, int)[2] 0.004");
    }

    @Test
    void surefireErrorBeforeAllTestsBelongsToTheClass() {
        assertThat(Fixtures.lines(Fixtures.read("surefire-beforeall.xml", Level.METHOD)))
                .containsExactly("ERROR org.shop.DatabaseIT 2.100");
    }

    @Test
    void surefireSimpleClassNamesAndReportSuffixes() {
        String xml = "<testsuite name='a.b.CTest'><properties><property name='surefire.x'/></properties>"
                + "<testcase classname='CTest' name='p' time='1'/><testcase classname='a.b.CTest(linux)' name='q' time='1'/>"
                + "</testsuite>";

        assertThat(Fixtures.lines(Fixtures.parse(xml, Level.METHOD)))
                .containsExactly("PASSED a.b.CTest#p 1.000", "PASSED linux:a.b.CTest#q 1.000");
    }

    @Test
    void gradleMethodsWithARetry() {
        assertThat(Fixtures.lines(Fixtures.read("gradle.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED org.shop.PriceTest#parses 0.021",
                        "PASSED org.shop.PriceTest#converts 0.004",
                        "FLAKY org.shop.PriceTest#fetchesRates 0.400",
                        "SKIPPED org.shop.PriceTest#offline 0.000");
    }

    @Test
    void pytestNodes() {
        assertThat(Fixtures.lines(Fixtures.read("pytest.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED tests/test_cart.py#test_add 0.001",
                        "FAILED tests/test_cart.py::TestTotals#test_sum 0.003",
                        "PASSED tests/test_cart.py::TestTotals::TestTax#test_rate 0.004",
                        "FLAKY tests/unit/test_io.py#test_network 0.200",
                        "SKIPPED tests/test_cart.py#test_windows 0.000",
                        "ERROR tests/test_broken.py 0.000");
    }

    @Test
    void pytestFiles() {
        assertThat(Fixtures.lines(Fixtures.read("pytest.xml", Level.CLASS)))
                .containsExactly(
                        "FAILED tests/test_cart.py 0.008",
                        "FLAKY tests/unit/test_io.py 0.200",
                        "ERROR tests/test_broken.py 0.000");
    }

    @Test
    void pytestFileTellsModuleAndClassApart() {
        assertThat(Fixtures.lines(Fixtures.read("pytest-xunit1.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED src/pkg/Test_module.py::Checks#test_a 0.100",
                        "PASSED src/pkg/Test_module.py#test_b 0.100");
    }

    @Test
    void jest() {
        assertThat(Fixtures.lines(Fixtures.read("jest.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED src/cart.test.js#Cart adds an item 0.005",
                        "FAILED src/cart.test.js#Cart removes [one] item 0.004",
                        "SKIPPED src/cart.test.js#Cart empties 0.000");
        assertThat(Fixtures.lines(Fixtures.read("jest.xml", Level.CLASS)))
                .containsExactly("FAILED src/cart.test.js 0.009");
    }

    @Test
    void vitest() {
        assertThat(Fixtures.lines(Fixtures.read("vitest.xml", Level.METHOD)))
                .containsExactly("PASSED src/price.spec.ts#price > rounds 0.001");
    }

    @Test
    void goJunitReport() {
        assertThat(Fixtures.lines(Fixtures.read("go-junit-report.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED example.org/shop/cart#TestAdd 0.000",
                        "FAILED example.org/shop/cart#TestTotal 0.010",
                        "ERROR example.org/shop/broken 0.000");
    }

    @Test
    void gotestsumWithARerun() {
        assertThat(Fixtures.lines(Fixtures.read("gotestsum.xml", Level.METHOD)))
                .containsExactly(
                        "FLAKY example.org/shop/price#TestRates 0.300",
                        "PASSED example.org/shop/price#ExampleParse 0.000");
    }

    @Test
    void dotnet() {
        assertThat(Fixtures.lines(Fixtures.read("dotnet.xml", Level.METHOD)))
                .containsExactly(
                        "FAILED Shop.Tests.CartTests#Total 0.015", "SKIPPED Shop.Tests.CartTests+Nested#Empty 0.000");
    }

    @Test
    void ctest() {
        assertThat(Fixtures.lines(Fixtures.read("ctest.xml", Level.CLASS)))
                .containsExactly("PASSED cart.add 0.012", "FAILED cart.total 0.500", "SKIPPED cart.print 0.000");
    }

    @Test
    void rspec() {
        assertThat(Fixtures.lines(Fixtures.read("rspec.xml", Level.CLASS)))
                .containsExactly("FAILED spec/models/cart_spec.rb 0.031");
    }

    @Test
    void playwrightProjectsAreSuites() {
        assertThat(Fixtures.lines(Fixtures.read("playwright.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED chromium:cart.spec.ts#cart › adds 1.100",
                        "FAILED firefox:cart.spec.ts#cart › adds 2.200");
    }

    @Test
    void mocha() {
        assertThat(Fixtures.lines(Fixtures.read("mocha.xml", Level.METHOD)))
                .containsExactly("PASSED test/cart.js#Cart adds 0.001", "FAILED test/cart.js#Cart totals 0.009");
    }

    @Test
    void googleTestStatus() {
        assertThat(Fixtures.lines(Fixtures.read("googletest.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED CartTest#Adds 0.010",
                        "SKIPPED CartTest#DISABLED_Prints 0.000",
                        "SKIPPED CartTest#Ships 0.000");
    }

    @Test
    void suitesMayNest() {
        assertThat(Fixtures.lines(Fixtures.read("nested-suites.xml", Level.METHOD)))
                .containsExactly(
                        "PASSED App.Tests.CartTest#testTotal with data set #0 0.100",
                        "PASSED App.Tests.CartTest#testTotal with data set #1 0.200",
                        "PASSED App\\Tests\\CartTest#testNoClass 0.200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "surefire.xml",
                "surefire-beforeall.xml",
                "gradle.xml",
                "pytest.xml",
                "pytest-xunit1.xml",
                "jest.xml",
                "vitest.xml",
                "go-junit-report.xml",
                "gotestsum.xml",
                "dotnet.xml",
                "ctest.xml",
                "rspec.xml",
                "playwright.xml",
                "mocha.xml",
                "googletest.xml",
                "nested-suites.xml"
            })
    void allAreReadToTheirEnd(String name) {
        TestReport report = Fixtures.read(name, Level.CASE);

        assertThat(report.problems()).isEmpty();
        assertThat(report.isComplete()).isTrue();
        assertThat(report.outcomes()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void theCallerKnowsTheWriterBetter() {
        String xml = "<testsuite name='odd'><testcase classname='a.b.test_c' name='test_d[1]'/></testsuite>";
        JUnitXmlParser parser =
                new JUnitXmlParser(Level.METHOD, Optional.of(ReportDialect.PYTEST), ReportLimits.DEFAULT);

        TestReport report =
                parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), Path.of("odd.xml"));

        assertThat(report.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.test()).isEqualTo(new TestId("", "a/b/test_c.py", "test_d"));
            assertThat(outcome.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(outcome.seconds()).isNaN();
        });
    }
}
