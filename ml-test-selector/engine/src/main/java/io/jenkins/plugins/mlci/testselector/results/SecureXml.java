package io.jenkins.plugins.mlci.testselector.results;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes parsers that open nothing but the stream they are given. It is the JDK's own parser whatever else is on the class
 * path, with document types, external entities and entity expansion off and every limit of the JDK set (see the JAXP
 * security guide of the JDK).
 */
final class SecureXml {
    private static final String LIMITS = "http://www.oracle.com/xml/jaxp/properties/";
    private static final String CDATA_CHUNK = "jdk.xml.cdataChunkSize";
    private static final int CDATA_CHUNK_CHARS = 8192;
    private static final List<Limit> JDK_LIMITS = List.of(
            new Limit("entityExpansionLimit", 1),
            new Limit("entityReplacementLimit", 1),
            // 0 is no limit: the JDK counts the text of the report itself against these, and other entities there are
            // none.
            new Limit("maxGeneralEntitySizeLimit", 0),
            new Limit("maxParameterEntitySizeLimit", 0),
            new Limit("totalEntitySizeLimit", 0),
            new Limit("maxXMLNameLimit", 1000),
            new Limit("maxElementDepth", 256),
            new Limit("elementAttributeLimit", 200));

    private SecureXml() {}

    private record Limit(String name, int value) {}

    /** A reader of a stream, which its caller closes; the reader itself holds nothing that needs closing. */
    static XMLStreamReader reader(Reader in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        factory.setProperty(CDATA_CHUNK, CDATA_CHUNK_CHARS);
        for (Limit limit : JDK_LIMITS) {
            factory.setProperty(LIMITS + limit.name(), limit.value());
        }
        XMLResolver nothing = (publicId, systemId, base, namespace) -> new StringReader("");
        factory.setXMLResolver(nothing);
        return factory.createXMLStreamReader(in);
    }

    /** Refuses what {@link #reader} has come upon, where it has no place in a report. */
    static void check(XMLStreamReader reader) throws IOException {
        if (reader.getEventType() == XMLStreamReader.DTD) {
            throw new XmlRefusedException(
                    "The report declares a document type, which no test runner writes and which can"
                            + " hide an attack, so it was not read.");
        }
        if (reader.getEventType() == XMLStreamReader.ENTITY_REFERENCE) {
            throw new XmlRefusedException("The report uses an entity that is not part of XML, so it was not read on.");
        }
    }
}
