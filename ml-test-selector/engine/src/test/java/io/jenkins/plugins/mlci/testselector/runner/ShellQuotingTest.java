package io.jenkins.plugins.mlci.testselector.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShellQuotingTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @Provide
    Arbitrary<List<String>> hostileArguments() {
        Arbitrary<String> shell = Arbitraries.strings()
                .withChars("'\"\\$`(){}[]<>|&;*?!#~%^-=, \t\nab/.")
                .ofMaxLength(20);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(20).map(ShellQuotingTest::encodable);
        Arbitrary<String> known =
                Arbitraries.of("", "$(touch /tmp/x)", "`id`", "--foo", "../..", "'; rm -rf x; '", "\\'");
        return Arbitraries.oneOf(shell, any, known).list().ofMinSize(1).ofMaxSize(6);
    }

    private static String encodable(String text) {
        String utf8 = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return utf8.replace("\0", "");
    }

    /** The shell reads the line from a file, so that only our quoting and not Java's process start is tested. */
    @Property(tries = 200)
    void aPosixShellSeesTheArgumentsThatWereQuoted(@ForAll("hostileArguments") List<String> args) throws Exception {
        assumeThat(SHELL).isExecutable();
        Path script = Files.createTempFile("quoting", ".sh");
        try {
            Files.writeString(script, "printf '%s\\0' " + ShellQuoting.posix(args) + "\n", StandardCharsets.UTF_8);
            assertThat(run(script)).isEqualTo(String.join("\0", args) + "\0");
        } finally {
            Files.delete(script);
        }
    }

    private static String run(Path script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(SHELL.toString(), script.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Example
    void plainWordsStayReadable() {
        assertThat(ShellQuoting.posix(List.of("-Dfile=/a/b.txt", "a b", ""))).isEqualTo("'-Dfile=/a/b.txt' 'a b' ''");
        assertThat(ShellQuoting.posix("--init-script")).isEqualTo("--init-script");
    }

    @Example
    void anArgumentWithNulIsRefused() {
        assertThatThrownBy(() -> ShellQuoting.posix("a\0b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NUL");
    }

    @Example
    void batchFilesGetDoubledPercentSignsAndBackslashesBeforeTheClosingQuote() {
        assertThat(ShellQuoting.windowsBatch(List.of("C:\\a\\b.txt", "C:\\a b\\", "x%2Cy", "a&b|c")))
                .contains("C:\\a\\b.txt \"C:\\a b\\\\\" \"x%%2Cy\" \"a&b|c\"");
    }

    @Example
    void whatABatchFileCannotCarryIsRefused() {
        assertThat(List.of("a\"b", "a!b", "a\nb", "a\0b"))
                .allSatisfy(arg ->
                        assertThat(ShellQuoting.windowsBatch(List.of(arg))).isEqualTo(Optional.empty()));
    }
}
