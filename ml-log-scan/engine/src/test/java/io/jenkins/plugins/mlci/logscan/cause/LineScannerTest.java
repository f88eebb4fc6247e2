package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineScannerTest {
    private static LineSigns scan(String text) {
        byte[] bytes = LineShapes.bytes(text);
        return new LineScanner().scan(bytes, 0, bytes.length);
    }

    @Test
    void wordsOfANameInCapitalsCountOneByOne() {
        assertThat(scan("IOException").groups()).isEqualTo(WordGroup.EXCEPTION.bit());
        assertThat(scan("XMLParseError x").words).isEqualTo(4);
        assertThat(scan("URLs").words).isEqualTo(1);
        assertThat(scan("HTTP").words).isEqualTo(1);
        assertThat(scan("ABc").words).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "   at org.acme.Foo.bar(Foo.java:12);FRAME",
                "  File \"x.py\", line 3, in main;FRAME",
                "Caused by: java.io.IOException: gone;CAUSED_BY",
                "java.io.IOException: gone;ERROR_NAME",
                "OSError: [Errno 28];ERROR_NAME",
                "java.lang.IllegalStateException: no;ERROR_NAME",
                "E   AssertionError: no;ERROR_NAME",
                "2026-01-02 10:11:12 INFO  - x.y.FooException: no;ERROR_NAME",
                "src/main.c:12:3: error: expected;POSITION_FIRST",
                "[ERROR] /a/Foo.java:[27,122] incompatible types;POSITION_FIRST",
                "--- FAIL: TestFoo (0.01s);TEST_FAILED",
                "[ERROR] a.FooTest.bar  Time elapsed: 0.1 s  <<< FAILURE!;TEST_FAILED",
                "21:27:46 INFO - REFTEST TEST-UNEXPECTED-FAIL | a | b;TEST_FAILED",
                "##[error]Process completed with exit code 1.;WRAPPER",
                "make: *** [Makefile:27: all] Error 1;WRAPPER",
                "[ERROR] -> [Help 1];ADVICE",
                "+ make test;COMMAND",
                "Commit message: \"Throw an error\";COMMAND",
                "Tests run: 3, Failures: 0, Errors: 0;COUNT_ZERO",
                "Found 279 errors in 9 files;COUNT_SOME",
                "script returned exit code 137;BAD_CODE",
                "time=\"x\" level=debug msg=\"fetch failed\";LEVEL_INFO",
                "----------;RULE",
                "[ERROR] ;RULE",
                "   ^~~~~~;CARET",
                "12 | int x;LISTING",
                "  ✓ fails when the server sends an error (5 ms);TEST_PASSED",
                "ok 12 - should fail;TEST_PASSED",
                "[gw2] [ 16%] PASSED tests/a.py::test_error[Could not];TEST_PASSED",
                "  ● adds two numbers;TEST_FAILED",
                "not ok 3 - adds;TEST_FAILED",
                "FAILED: a/b.cpp.o;WRAPPER",
                "  if-no-files-found: error;SETTING",
                "CC_FAIL_ON_ERROR: false;SETTING",
                "21:24:45     INFO - PROCESS-CRASH | application crashed;SHOUT",
                "[error] not found: value x;LEVEL_ERROR",
                "E   DeprecationWarning: no;ERROR_NAME"
            })
    void tellsTheShapeOfALine(String line, LineShape shape) {
        assertThat(shape.in(scan(line).shapes())).as(line).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "java.net.SocketTimeoutException: Read timed out;TIMEOUT",
                "No space left on device;DISK",
                "java.lang.OutOfMemoryError: Java heap space;MEMORY",
                "sh: protoc: not found;MISSING",
                "cp: cannot create x: Permission denied;DENIED",
                "Connection refused;NETWORK",
                "HTTP status 503;NETWORK",
                "exit code 127;TOOL"
            })
    void findsWordsAndPairsOfWords(String line, WordGroup group) {
        assertThat(group.in(scan(line).groups())).as(line).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compiling src/error_handling.c",
                "test_should_fail_if_wrong",
                "GET /error/page",
                "tool --error --fail-fast"
            })
    void namesOfThingsAreNoTrouble(String line) {
        assertThat(WordGroup.ERROR.in(scan(line).groups())).as(line).isFalse();
        assertThat(WordGroup.FAIL.in(scan(line).groups())).as(line).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "test_some_thing: FAILED;SETTING",
                "REFTEST started;SHOUT",
                "FAILED: a/b.cpp.o;TEST_FAILED",
                "all tests passed;TEST_PASSED"
            })
    void doesNotSeeAShapeThatIsNotThere(String line, LineShape shape) {
        assertThat(shape.in(scan(line).shapes())).as(line).isFalse();
    }

    @Test
    void theNameOfATestThatPassedIsNoTrouble() {
        assertThat(severity("✓ throws an error when the file is not found")).isLessThan(0.2);
        assertThat(severity("✕ throws an error when the file is not found")).isGreaterThan(1);
    }

    @Test
    void numbersDoNotChangeTheMaskedHash() {
        assertThat(scan("took 12 ms for a1b2c3").maskedHash())
                .isEqualTo(scan("took 7 ms for 99ff00").maskedHash());
        assertThat(scan("took 12 ms").maskedHash())
                .isNotEqualTo(scan("lost 12 ms").maskedHash());
    }

    @Test
    void aBlankLineSaysNothing() {
        LineSigns signs = scan(" \t ");
        assertThat(signs.shapes()).isEqualTo(LineShape.BLANK.bit());
        assertThat(signs.groups()).isZero();
        assertThat(Severity.of(signs.groups(), signs.shapes())).isZero();
    }

    @Test
    void theCauseIsMoreSevereThanItsWrapper() {
        double cause = severity("src/main.c:12:3: error: expected ';' before '}'");
        double wrapper = severity("make: *** [Makefile:27: all] Error 1");
        double advice = severity("[ERROR] Re-run Maven using the -X switch to enable full debug logging.");
        double fine = severity("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(cause).isGreaterThan(wrapper);
        assertThat(wrapper).isGreaterThan(advice);
        assertThat(fine).isLessThan(0.5);
    }

    private static double severity(String line) {
        LineSigns signs = scan(line);
        return Severity.of(signs.groups(), signs.shapes());
    }

    @Property(tries = 300)
    void anyBytesAreScannedTheSameTwice(@ForAll byte[] bytes) {
        LineScanner scanner = new LineScanner();
        long groups = scanner.scan(bytes, 0, bytes.length).groups();
        long hash = scanner.scan(bytes, 0, bytes.length).maskedHash();
        scanner.scan(LineShapes.bytes("another line 12"), 0, 15);
        LineSigns again = scanner.scan(bytes, 0, bytes.length);
        assertThat(again.groups()).isEqualTo(groups);
        assertThat(again.maskedHash()).isEqualTo(hash);
    }

    @Test
    void aVeryLongLineIsLookedAtInPart() {
        byte[] bytes = new byte[4_000_000];
        new Random(1).nextBytes(bytes);
        LineSigns signs = new LineScanner().scan(bytes, 0, bytes.length);
        assertThat(signs.length).isLessThanOrEqualTo(LineScanner.LONGEST);
    }
}
