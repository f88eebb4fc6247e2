package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class XmlCleanerTest {
    @Test
    void dropsTheDeclarationBecauseCharactersHaveNoEncodingAnyMore() throws IOException {
        assertThat(clean("<?xml version='1.1' encoding='UTF-8'?>\n<a/>")).isEqualTo("\n<a/>");
        assertThat(clean("\uFEFF<?xml version='1.0'?><a/>")).isEqualTo("<a/>");
    }

    @Test
    void replacesReferencesThatNoXmlAllows() throws IOException {
        assertThat(clean("<a>&#x0;&#x1b;[31m&#27;&#xD800;&#xFFFF;</a>"))
                .isEqualTo("<a>\uFFFD\uFFFD[31m\uFFFD\uFFFD\uFFFD</a>");
    }

    @Test
    void replacesRawControlCharacters() throws IOException {
        assertThat(clean("<a>\u0000\u0008\t\n\uFFFE</a>")).isEqualTo("<a>\uFFFD\uFFFD\t\n\uFFFD</a>");
    }

    @Test
    void leavesGoodAndBrokenReferencesToTheParser() throws IOException {
        String text = "<a>&#x41;&#65;&#x1F600;&lt;&#xZZ;&#;&#x;&#99999999999999;</a>&#";
        assertThat(clean(text)).isEqualTo(text);
    }

    @Test
    void refusesADocumentType() {
        assertThatThrownBy(() -> clean("<!DOCTYPE a><a/>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> clean("<!ENTITY x 'y'>")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesTheDocumentTypeAlsoBehindATrickyComment() {
        assertThatThrownBy(() -> clean("<!-- ' \" > --><!DOCTYPE a><a/>")).hasMessageContaining("document type");
        assertThatThrownBy(() -> clean("<?pi '?><!DOCTYPE a><a/>")).hasMessageContaining("document type");
    }

    @Test
    void doesNotMistakeTextInMarkupForADocumentType() throws IOException {
        String text = "<a b='<!DOCTYPE'><!--<!DOCTYPE--><![CDATA[<!DOCTYPE > ]]></a>";
        assertThat(clean(text)).isEqualTo(text);
    }

    @Test
    void refusesMarkupThatTheParserWouldHaveToKeep() {
        String huge = "x".repeat(XmlCleaner.MAX_MARKUP + 1);
        assertThatThrownBy(() -> clean("<a b='" + huge + "'/>")).hasMessageContaining("longer than");
        assertThatThrownBy(() -> clean("<a b='>" + huge + "'/>")).hasMessageContaining("longer than");
        assertThatThrownBy(() -> clean("<!-->" + huge + "-->")).hasMessageContaining("longer than");
        assertThatThrownBy(() -> clean("<![CDATA[>" + huge + "]]>")).hasMessageContaining("longer than");
        assertThatThrownBy(() -> clean("<?x >" + huge + "?>")).hasMessageContaining("longer than");
    }

    @Test
    void textMayBeOfAnyLength() throws IOException {
        String text = "<a>" + "x".repeat(3 * XmlCleaner.MAX_MARKUP) + "</a>";
        assertThat(clean(text)).isEqualTo(text);
    }

    @Test
    void anEmptyInputStaysEmpty() throws IOException {
        assertThat(clean("")).isEmpty();
        assertThat(clean("&")).isEqualTo("&");
    }

    @Property
    void theSizeOfTheReadsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int step)
            throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("<a>");
        String[] parts = {"&#x0;", "&#xA;", "&#27;", "&lt;", "\u0001", "text ", "&#x", "&", "\uD83D\uDE00", "<b c='>'/>"
        };
        for (int i = 0; i < 4_000; i++) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        String expected = text.toString()
                .replace("&#x0;", "\uFFFD")
                .replace("&#27;", "\uFFFD")
                .replace("\u0001", "\uFFFD");

        StringWriter cleaned = new StringWriter();
        Reader trickling = new TricklingReader(text.toString(), step);
        try (Reader cleaner = new XmlCleaner(trickling)) {
            char[] buffer = new char[step];
            for (int read = cleaner.read(buffer); read >= 0; read = cleaner.read(buffer)) {
                cleaned.write(buffer, 0, read);
            }
        }

        assertThat(cleaned).hasToString(expected);
    }

    private static String clean(String text) throws IOException {
        StringWriter cleaned = new StringWriter();
        try (Reader cleaner = new XmlCleaner(new StringReader(text))) {
            cleaner.transferTo(cleaned);
        }
        return cleaned.toString();
    }

    /** Gives a few characters a time, as a slow disk may. */
    private static final class TricklingReader extends StringReader {
        private final int step;

        TricklingReader(String text, int step) {
            super(text);
            this.step = step;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(length, step));
        }
    }
}
