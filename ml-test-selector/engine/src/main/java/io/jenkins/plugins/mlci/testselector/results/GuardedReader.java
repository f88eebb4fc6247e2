package io.jenkins.plugins.mlci.testselector.results;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Bounds what an XML parser can be made to hold. The parser reads ahead until it has a whole tag, so the characters it may
 * read for one event bound the memory of that event: an attribute of 100 MB ends in an {@link XmlRefusedException}, while
 * text, which comes in pieces, may be endless.
 *
 * <p>Control characters that XML forbids but that coloured console output is full of are turned into question marks,
 * so that a captured escape sequence does not cost the rest of the report. A NUL stays, and is refused by the parser: a
 * file with it is binary.
 */
final class GuardedReader extends FilterReader {
    private final long eventChars;
    private final long totalChars;
    private long leftForEvent;
    private long total;

    /**
     * @param in the report
     * @param eventChars how many characters one tag, comment or instruction may have
     * @param totalChars how many characters the report may have
     */
    GuardedReader(Reader in, long eventChars, long totalChars) {
        super(in);
        this.eventChars = eventChars;
        this.totalChars = totalChars;
        this.leftForEvent = eventChars;
    }

    /** Tells that the parser has finished an event and starts to read the next. */
    void nextEvent() {
        leftForEvent = eventChars;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count <= 0) {
            return count;
        }
        leftForEvent -= count;
        total += count;
        if (leftForEvent < 0) {
            throw new XmlRefusedException("A tag, attribute or comment is longer than " + eventChars
                    + " characters, so the report was not read on.");
        }
        if (total > totalChars) {
            throw new XmlRefusedException(
                    "The report is longer than " + totalChars + " characters, so it was not read to its end.");
        }
        for (int i = offset; i < offset + count; i++) {
            char c = buffer[i];
            if (c < ' ' && c != 0 && c != '\t' && c != '\n' && c != '\r') {
                buffer[i] = '?';
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
