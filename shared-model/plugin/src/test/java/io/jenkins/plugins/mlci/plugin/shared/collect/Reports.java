package io.jenkins.plugins.mlci.plugin.shared.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes test reports as Surefire does. */
public final class Reports {
    private Reports() {}

    /** A report of one class with a passing, a failing and a skipped test; durations tell builds apart. */
    public static String xml(String className, double seconds, boolean fails) {
        return String.format(
                Locale.ROOT,
                """
                <testsuite name="%1$s" tests="3" time="%2$.3f">
                  <testcase name="passes" classname="%1$s" time="%2$.3f"/>
                  <testcase name="mayFail" classname="%1$s" time="%3$.3f">%4$s</testcase>
                  <testcase name="skipped" classname="%1$s" time="0"><skipped/></testcase>
                </testsuite>
                """,
                className,
                seconds,
                seconds * 2,
                fails ? "<failure message=\"no\">at x</failure>" : "");
    }

    /** Writes it into a folder. */
    public static void write(Path folder, String className, double seconds, boolean fails) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("TEST-" + className + ".xml"), xml(className, seconds, fails));
    }
}
