package io.jenkins.plugins.mlci.shared.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsRowsByTheNamesOfTheirColumns() throws IOException {
        try (CsvFile csv = CsvFile.open(file("a , b,c\n1,x,\n\n2,\"y, \"\"z\"\"\",3,4\n5\n"))) {
            assertThat(csv.names()).containsExactly("a", "b", "c");
            assertThat(csv.has("b")).isTrue();
            assertThat(csv.has("d")).isFalse();
            assertThat(csv.next()).isTrue();
            assertThat(csv.line()).isEqualTo(2);
            assertThat(csv.text("d", "b", "a")).isEqualTo("x");
            assertThat(csv.text("d")).isEmpty();
            assertThat(csv.number("c")).isNaN();
            assertThat(csv.next()).isTrue();
            assertThat(csv.isBlank()).isTrue();
            assertThat(csv.next()).isTrue();
            assertThat(csv.isBlank()).isFalse();
            assertThat(csv.text("b")).isEqualTo("y, \"z\"");
            assertThat(csv.number("c")).isEqualTo(3);
            assertThat(csv.next()).isTrue();
            assertThat(csv.text("b")).as("a row with too few fields").isEmpty();
            assertThat(csv.line()).isEqualTo(5);
            assertThat(csv.next()).isFalse();
            assertThat(csv.next()).as("asked again").isFalse();
        }
    }

    @Test
    void aQuotedFieldMayHaveLineBreaks() throws IOException {
        assertThat(rows("a,b\r\n1,\"two\r\nlines, one field\"\r\n2,\"\"\r\n"))
                .containsExactly(List.of("1", "two\nlines, one field"), List.of("2", ""));
        try (CsvFile csv = CsvFile.open(file("a,b\n1,\"x\ny\"\n2,z\n"))) {
            csv.next();
            assertThat(csv.line()).as("where the row begins").isEqualTo(2);
            csv.next();
            assertThat(csv.line()).isEqualTo(4);
        }
    }

    @Test
    void aQuoteInsideAFieldIsItself() throws IOException {
        assertThat(rows("a,b\n1,A 5\" disk\n2, \"begins after a space, too\"\n"))
                .containsExactly(List.of("1", "A 5\" disk"), List.of("2", " begins after a space, too"));
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsItsLineOnly() throws IOException {
        try (CsvFile csv = CsvFile.open(file("a,b\n1,\"never closed\n2,\"closed, with a comma\"\n3,last\n"))) {
            assertThat(csv.next()).isTrue();
            assertThat(csv.isBroken()).isTrue();
            assertThat(csv.text("a")).isEqualTo("1");
            assertThat(csv.next()).isTrue();
            assertThat(csv.isBroken()).isFalse();
            assertThat(csv.line()).isEqualTo(3);
            assertThat(csv.text("b")).isEqualTo("closed, with a comma");
            assertThat(csv.next()).isTrue();
            assertThat(csv.text("b")).isEqualTo("last");
            assertThat(csv.next()).isFalse();
        }
    }

    @Test
    void aFieldOfTooManyLinesIsTakenForAQuoteThatIsNeverClosed() throws IOException {
        String lines = "\n".repeat(200);
        assertThat(rows("a,b\n1,\"x" + lines + "y\"\n")).containsExactly(List.of("1", "x" + lines + "y"));
        try (CsvFile csv = CsvFile.open(file("a,b\n1,\"x" + lines + "\ny\"\n2,z\n"))) {
            assertThat(csv.next()).isTrue();
            assertThat(csv.isBroken()).isTrue();
        }
    }

    @Test
    void whateverIsWrittenWithQuotesIsReadBack() throws IOException {
        Random random = new Random(7);
        List<List<String>> written = new ArrayList<>();
        StringBuilder text = new StringBuilder("a,b,c\n");
        for (int row = 0; row < 300; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < 3; column++) {
                StringBuilder cell = new StringBuilder();
                for (int i = random.nextInt(8); i > 0; i--) {
                    cell.append("ab \",\n\u00e4'".charAt(random.nextInt(8)));
                }
                cells.add(cell.toString());
                text.append(column == 0 ? "" : ",")
                        .append('"')
                        .append(cell.toString().replace("\"", "\"\""))
                        .append('"');
            }
            written.add(cells);
            text.append('\n');
        }
        assertThat(rows(text.toString())).isEqualTo(written);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException {
        assertThat(CsvFile.header(file("\uFEFFfailed,time"))).containsExactly("failed", "time");
        assertThat(CsvFile.header(zipped("\uFEFFfailed,time"))).containsExactly("failed", "time");
    }

    @Test
    void theHeaderAloneNeedsNoRows() throws IOException {
        assertThat(CsvFile.header(file("\"x\", buggy\nrow"))).containsExactly("x", "buggy");
        assertThat(CsvFile.header(file(""))).isEmpty();
    }

    @Test
    void whatIsInAFileCountsAndNotItsName() throws IOException {
        assertThat(CsvFile.header(Files.writeString(folder.resolve("plain.csv.gz"), "a,b\n")))
                .containsExactly("a", "b");
        assertThat(CsvFile.header(Files.write(folder.resolve("zipped.csv"), zip("a,b\n"))))
                .containsExactly("a", "b");
    }

    @Test
    void aFileThatMustBeZippedIsRefusedWhenItIsNot() throws IOException {
        try (CsvFile csv = CsvFile.openZipped(zipped("a,b\n1,2\n"))) {
            assertThat(csv.next()).isTrue();
            assertThat(csv.wholeNumber("b", 0)).isEqualTo(2);
        }
        Path plain = file("a,b\n");
        assertThatThrownBy(() -> CsvFile.openZipped(plain))
                .isInstanceOf(IOException.class)
                .hasMessage(plain + " is no gzip file.");
        Path nothing = Files.write(folder.resolve("nothing"), new byte[0]);
        assertThatThrownBy(() -> CsvFile.openZipped(nothing)).hasMessage(nothing + " is no gzip file.");
        Path empty = zipped("");
        assertThatThrownBy(() -> CsvFile.openZipped(empty)).hasMessage(empty + " is empty; a header line is expected.");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Path empty = file("");
        assertThatThrownBy(() -> CsvFile.open(empty))
                .isInstanceOf(IOException.class)
                .hasMessage("table.csv is empty; a header line is expected.");
        assertThatThrownBy(() -> CsvFile.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        byte[] whole = zip(
                "number\n" + new Random(7).ints(50_000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
        Path cut = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> {
                    try (CsvFile csv = CsvFile.open(cut)) {
                        while (csv.next()) {
                            assertThat(csv.line()).isLessThan(50_000);
                        }
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageMatching("cut\\.csv breaks off or is damaged after line \\d+\\.");
        Path stump = Files.write(folder.resolve("stump.csv"), Arrays.copyOf(whole, 5));
        assertThatThrownBy(() -> CsvFile.open(stump)).hasMessage("stump.csv breaks off or is damaged.");
        assertThatThrownBy(() -> CsvFile.header(stump)).hasMessage("stump.csv breaks off or is damaged.");
    }

    @Test
    void columnsCanBeDemanded() throws IOException {
        try (CsvFile csv = CsvFile.open(file("a,b\n")).requiring("b", "a")) {
            assertThat(csv.next()).isFalse();
        }
        assertThatThrownBy(() -> CsvFile.open(file("a,b\n")).requiring("a", "c"))
                .isInstanceOf(IOException.class)
                .hasMessage("table.csv lacks the column c; it has a, b");
    }

    @Test
    void exactNumbersNameTheLineThatHasNone() throws IOException {
        try (CsvFile csv = CsvFile.open(file("a,b\n1.9,\n\"x\ny\",soon\n"))) {
            csv.next();
            assertThat(csv.exactNumber("a")).isEqualTo(1.9);
            assertThat(csv.exactNumber("b")).isNaN();
            assertThat(csv.wholeNumber("a", -1)).isEqualTo(1);
            assertThat(csv.wholeNumber("b", -1)).isEqualTo(-1);
            assertThat(csv.wholeNumber("c", -2)).isEqualTo(-2);
            csv.next();
            assertThatThrownBy(() -> csv.exactNumber("b"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("table.csv, line 3: column b holds no number: soon");
            assertThatThrownBy(() -> csv.wholeNumber("b", 0)).hasMessageContaining("line 3: column b");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-2.5,-2.5", "1e3,1000", "true,1", "FALSE,0"})
    void numbersOfManyKinds(String text, double number) {
        assertThat(CsvFile.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "NaN", "Infinity", "1,5", "yes"})
    void whatIsNoNumberIsMissing(String text) {
        assertThat(CsvFile.parse(text)).isNaN();
    }

    private List<List<String>> rows(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(file(text))) {
            while (csv.next()) {
                assertThat(csv.isBroken()).isFalse();
                rows.add(csv.names().stream().map(csv::text).toList());
            }
        }
        return rows;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private Path zipped(String text) throws IOException {
        return Files.write(folder.resolve("table.csv.gz"), zip(text));
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
