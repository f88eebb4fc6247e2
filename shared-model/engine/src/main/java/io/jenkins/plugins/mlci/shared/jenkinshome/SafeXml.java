package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML from outside as a stream: no document type, no entity of its own, no file or address but the given one. */
final class SafeXml {
    private SafeXml() {}

    /** What is done with the document. */
    @FunctionalInterface
    interface Body<T> {
        T read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param maxBytes its largest allowed size, in bytes
     * @param body reads the document from its beginning
     * @throws IOException with a reason that continues "... cannot be read:"
     */
    static <T> T read(Path file, long maxBytes, Body<T> body) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, maxBytes, body);
        }
    }

    static <T> T read(InputStream in, long maxBytes, Body<T> body) throws IOException {
        try (Reader characters = new XmlCleaner(text(new CappedInputStream(in, maxBytes)))) {
            XMLStreamReader xml = factory().createXMLStreamReader(characters);
            try {
                return body.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(reason(e), e);
        }
    }

    /** Jenkins writes UTF-8; a byte that is none becomes U+FFFD instead of an error. */
    static Reader text(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static String reason(XMLStreamException e) {
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return "it is no complete, well-formed XML" + where;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
