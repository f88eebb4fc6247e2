package io.jenkins.plugins.mlci.logscan.cause;

/** What a line is built like, told from its punctuation and first characters. */
public enum LineShape {
    /** A frame of a stack trace: {@code at a.b.C(D.java:1)}, {@code File "x", line 1}, {@code ... 12 more}. */
    FRAME,
    /** {@code Caused by:}, {@code Suppressed:}, {@code During handling of the above exception}. */
    CAUSED_BY,
    /** What comes before a trace: {@code Traceback (most recent call last):}, {@code goroutine 24 [running]:}. */
    TRACE_HEAD,
    /** The line starts with the name of an error: {@code java.io.IOException: message}. */
    ERROR_NAME,
    /** A place in a source file: {@code Foo.java:12}, {@code foo.c(12)}, {@code :[1,2]}. */
    POSITION,
    /** The line starts with a place in a source file, as compilers and linters do. */
    POSITION_FIRST,
    /** Only carets, tildes and bars: it points at something in the line above. */
    CARET,
    /** A line of a difference: starts with {@code +} or {@code -} or {@code E} and a blank. */
    DIFF,
    /** A test report says which test failed: {@code --- FAIL}, {@code <<< FAILURE!}, {@code FAILED x}, {@code not ok}. */
    TEST_FAILED,
    /** A shell echoes a command: {@code + make}, {@code $ make}, {@code [command]}, {@code > Task}. */
    COMMAND,
    /** The CI server marks an error: {@code ##[error]}, {@code ::error}. */
    ANNOTATION,
    /** A stage, step or group begins or ends: {@code [Pipeline]}, {@code ##[group]}, {@code travis_fold}. */
    SECTION,
    /** A log level at the start says error. */
    LEVEL_ERROR,
    /** A log level at the start says warning. */
    LEVEL_WARNING,
    /** A log level at the start says that nothing is wrong. */
    LEVEL_INFO,
    /** Says how the failing command ended, and not why: {@code exit code 1}, {@code make: *** [x] Error 2}. */
    WRAPPER,
    /** A count of failures that is zero: {@code Failures: 0}, {@code 0 errors}. */
    COUNT_ZERO,
    /** A count of failures that is not zero. */
    COUNT_SOME,
    /** Nothing but blanks. */
    BLANK,
    /** Only punctuation: a rule that separates. */
    RULE,
    /** A number that says how a program ended or a server answered, after a word such as code or status. */
    BAD_CODE,
    /** Advice that always follows a failure: {@code [Help 1]}, {@code Re-run Maven}, {@code * Try:}. */
    ADVICE,
    /** Starts with a capital and ends in a colon: a heading. */
    HEADING,
    /** A line within quotes of a shell script or a listing: {@code [36;1m}-coloured or numbered source lines. */
    LISTING,
    /** A test report says which test passed or was skipped: {@code ok 3 - x}, {@code --- PASS}, {@code x PASSED}, a tick. */
    TEST_PASSED,
    /** A setting with its value: {@code if-no-files-found: error}, {@code CC_FAIL_ON_ERROR=false}. */
    SETTING,
    /** The message begins with trouble in capitals, as a mark for who reads: {@code PROCESS-CRASH | x}. */
    SHOUT;

    /** This shape as a bit of a mask. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether the mask names this shape. */
    public boolean in(int mask) {
        return (mask & bit()) != 0;
    }
}
