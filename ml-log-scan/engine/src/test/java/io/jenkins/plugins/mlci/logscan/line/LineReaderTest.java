package io.jenkins.plugins.mlci.logscan.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static List<String> texts(byte[] log) throws IOException {
        List<String> texts = new ArrayList<>();
        LineReader.readAll(new ByteArrayInputStream(log), line -> texts.add(line.text()));
        return texts;
    }

    private static List<String> texts(String log) throws IOException {
        return texts(log.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> numbered(byte[] log, int piece) {
        List<String> lines = new ArrayList<>();
        LineReader reader = new LineReader(line ->
                lines.add(line.number() + "/" + line.newlineNumber() + "/" + line.millis() + "/" + line.text()));
        for (int at = 0; at < log.length; at += piece) {
            reader.accept(log, at, Math.min(piece, log.length - at));
        }
        reader.finish();
        return lines;
    }

    @Test
    void countsLinesInBothWays() {
        List<String> lines = numbered("a\nb\r\nc\rd\r\r\ne".getBytes(StandardCharsets.UTF_8), 100);
        long none = Line.NO_TIME;
        assertThat(lines)
                .containsExactly(
                        "1/1/" + none + "/a",
                        "2/2/" + none + "/b",
                        "3/3/" + none + "/c",
                        "4/3/" + none + "/d",
                        "5/3/" + none + "/",
                        "6/4/" + none + "/e");
    }

    @Property(tries = 300)
    void endsLinesWhereBufferedReaderDoes(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 3) Integer> parts)
            throws IOException {
        StringBuilder log = new StringBuilder();
        parts.forEach(part -> log.append("ab\r\n".charAt(part)));
        BufferedReader reference = new BufferedReader(new StringReader(log.toString()));
        List<String> expected = reference.lines().toList();
        assertThat(texts(log.toString())).isEqualTo(expected);
    }

    @Property(tries = 300)
    void doesNotDependOnHowTheBytesAreCut(
            @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int piece) {
        assertThat(numbered(bytes, piece)).isEqualTo(numbered(bytes, Integer.MAX_VALUE / 2));
    }

    @Property(tries = 100)
    void doesNotDependOnHowLongLinesAreCut(
            @ForAll @IntRange(min = 1, max = 70_000) int length, @ForAll @IntRange(min = 1, max = 9_000) int piece) {
        byte[] log = new byte[length];
        for (int i = 0; i < length; i++) {
            log[i] = (byte) ('a' + i % 23);
        }
        assertThat(numbered(log, piece)).isEqualTo(numbered(log, length));
    }

    @Test
    void keepsHeadAndTailOfALineOfAHundredMegabytes() throws IOException {
        long length = 100L << 20;
        List<Line> seen = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at >= length ? -1 : "0123456789".charAt((int) (at++ % 10));
            }

            @Override
            public int read(byte[] bytes, int offset, int count) {
                int some = (int) Math.min(count, length - at);
                for (int i = 0; i < some; i++) {
                    bytes[offset + i] = (byte) read();
                }
                return some == 0 ? -1 : some;
            }
        };
        LineReader.readAll(endless, line -> {
            seen.add(line);
            texts.add(line.text());
        });
        assertThat(texts).hasSize(1);
        assertThat(seen.get(0).cut()).isEqualTo(length - LineReader.LONGEST);
        assertThat(texts.get(0))
                .hasSize(LineReader.LONGEST + 3)
                .startsWith("0123456789")
                .endsWith("3456789");
    }

    @Test
    void takesOutColoursNotesAndControlBytes() throws IOException {
        assertThat(texts("\u001B[31mred\u001B[0m \u001B[1;32mgreen\u001B[K")).containsExactly("red green");
        assertThat(texts("^[[31mred^[[0m ^[[x^")).containsExactly("red ^[[x^");
        assertThat(texts("\u001B[8mha:////4Abc+/=\u001B[0m[Pipeline] sh")).containsExactly("[Pipeline] sh");
        assertThat(texts("a\0b\u0007c\td")).containsExactly("abc\td");
        assertThat(texts("\uFEFFfirst")).containsExactly("first");
        assertThat(texts("\u001B]0;title\u0007text \u001B]8;;https://x\u001B\\link"))
                .containsExactly("text link");
    }

    @Test
    void survivesBrokenSequences() throws IOException {
        assertThat(texts("a\u001B")).containsExactly("a");
        assertThat(texts("a\u001B[")).containsExactly("a");
        assertThat(texts("a\u001B[12;")).containsExactly("a");
        assertThat(texts("\u001B[8mha:Abc is cut")).containsExactly(" is cut");
        assertThat(texts("\u001B]no end")).containsExactly("no end");
        assertThat(texts(new byte[] {'x', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, 'y'}))
                .containsExactly("x\uFFFD(\uFFFDy");
    }

    @Test
    void knowsTheLinesOfJenkinsItself() throws IOException {
        List<Boolean> noted = new ArrayList<>();
        String log = "\u001B[8mha:AAAA\u001B[0m[Pipeline] sh\n[Pipeline] echoed by a script\n";
        LineReader.readAll(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), line -> noted.add(line.noted()));
        assertThat(noted).containsExactly(true, false);
    }

    @Test
    void hidesBytesForAllWhoComeLater() throws IOException {
        List<String> texts = new ArrayList<>();
        byte[] log = "2026-11-24T10:00:00Z key=abc end".getBytes(StandardCharsets.UTF_8);
        LineReader.readAll(new ByteArrayInputStream(log), line -> {
            int from = line.start() + 25;
            line.hide(from, from + 3);
            texts.add(line.text());
            texts.add(line.messageText());
            assertThatThrownBy(() -> line.hide(0, 1000)).isInstanceOf(IndexOutOfBoundsException.class);
        });
        assertThat(texts).containsExactly("2026-11-24T10:00:00Z key=**** end", "key=**** end");
        assertThat(new String(log, StandardCharsets.UTF_8)).contains("abc");
    }

    @Test
    void knowsTheStageOfALine() throws IOException {
        String log = String.join(
                "\n",
                "[Pipeline] stage",
                "[Pipeline] { (Build)",
                "[Pipeline] {",
                "compile",
                "[Pipeline] }",
                "[Pipeline] }",
                "outside",
                "##[group]Run tests",
                "testing",
                "travis_fold:start:install",
                "npm",
                "section_start:1700000000:lint",
                "linting");
        List<String> stages = new ArrayList<>();
        LineReader.readAll(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), line -> stages.add(line.stage()));
        assertThat(stages)
                .isEqualTo(Arrays.asList(
                        "",
                        "Build",
                        "Build",
                        "Build",
                        "Build",
                        "Build",
                        "",
                        "Run tests",
                        "Run tests",
                        "install",
                        "install",
                        "lint",
                        "lint"));
    }

    @Test
    void refusesAPieceThatIsNotThere() {
        LineReader reader = new LineReader(line -> {});
        assertThatThrownBy(() -> reader.accept(new byte[3], 2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
