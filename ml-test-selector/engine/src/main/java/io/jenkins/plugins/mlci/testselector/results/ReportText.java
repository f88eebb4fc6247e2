package io.jenkins.plugins.mlci.testselector.results;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a report as XML 1.0, appendix F, says: by its byte order mark, its first bytes, its declaration, else as UTF-8.
 * Bytes that do not fit become U+FFFD: captured output is often in another encoding than the report around it, and that
 * must not cost the report.
 */
final class ReportText {
    private static final int HEAD_BYTES = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

    private ReportText() {}

    /** A reader that starts after the byte order mark. */
    static Reader decode(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(HEAD_BYTES);
        byte[] head = in.readNBytes(HEAD_BYTES);
        in.reset();
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            in.skipNBytes(3);
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }
        if (startsWith(head, 0xfe, 0xff)) {
            in.skipNBytes(2);
            return new InputStreamReader(in, StandardCharsets.UTF_16BE);
        }
        if (startsWith(head, 0xff, 0xfe)) {
            in.skipNBytes(2);
            return new InputStreamReader(in, StandardCharsets.UTF_16LE);
        }
        if (startsWith(head, 0, '<', 0)) {
            return new InputStreamReader(in, StandardCharsets.UTF_16BE);
        }
        if (startsWith(head, '<', 0)) {
            return new InputStreamReader(in, StandardCharsets.UTF_16LE);
        }
        return new InputStreamReader(in, declared(new String(head, StandardCharsets.ISO_8859_1)));
    }

    private static Charset declared(String head) throws XmlRefusedException {
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(matcher.group(1));
            // A file that says so in single bytes cannot be in double ones.
            return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new XmlRefusedException(
                    "The report declares the unknown encoding " + matcher.group(1) + ", so it was not read.");
        }
    }

    private static boolean startsWith(byte[] head, int... values) {
        if (head.length < values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((head[i] & 0xff) != values[i]) {
                return false;
            }
        }
        return true;
    }
}
