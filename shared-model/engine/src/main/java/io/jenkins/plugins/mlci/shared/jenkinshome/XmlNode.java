package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of a small XML file, kept in memory, with the relative references that XStream writes. */
final class XmlNode {
    private static final int MAX_NODES = 500_000;
    private static final int MAX_DEPTH = 200;
    private static final int MAX_TEXT = 8_192;
    private static final int MAX_REFERENCES = 8;

    private final String name;
    private final XmlNode parent;
    private final Map<String, String> attributes = new TreeMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlNode(String name, XmlNode parent) {
        this.name = name;
        this.parent = parent;
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException with a reason if it is no XML, or too large or too deep
     */
    static XmlNode read(Path file, long maxBytes) throws IOException {
        return SafeXml.read(file, maxBytes, XmlNode::read);
    }

    private static XmlNode read(XMLStreamReader xml) throws XMLStreamException, IOException {
        XmlNode document = new XmlNode("", null);
        XmlNode current = document;
        int depth = 0;
        int nodes = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH || ++nodes > MAX_NODES) {
                        throw new IOException("it has more than " + MAX_NODES + " elements or is nested more than "
                                + MAX_DEPTH + " deep");
                    }
                    current = current.append(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    current = current.parent;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> current.append(xml.getText());
                default -> {
                    // Comments and white space mean nothing here.
                }
            }
        }
        return document.children.get(0);
    }

    private XmlNode append(XMLStreamReader xml) {
        XmlNode child = new XmlNode(xml.getLocalName(), this);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            child.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        children.add(child);
        return child;
    }

    private void append(String characters) {
        text.append(characters, 0, Math.min(characters.length(), MAX_TEXT - text.length()));
    }

    String name() {
        return name;
    }

    /** The text directly in this element, trimmed; what is longer than 8,192 characters is cut off. */
    String text() {
        return text.toString().trim();
    }

    /** An attribute, or the empty string. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<XmlNode> children() {
        return children;
    }

    Stream<XmlNode> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    /** The first child of that name, with its reference followed. */
    Optional<XmlNode> child(String wanted) {
        return children(wanted).findFirst().flatMap(XmlNode::resolved);
    }

    /** The text of the first child of that name, or the empty string. */
    String childText(String wanted) {
        return child(wanted).map(XmlNode::text).orElse("");
    }

    /** All elements of that name below this one, in document order, references followed. */
    Stream<XmlNode> descendants(String wanted) {
        return children.stream()
                .flatMap(child -> Stream.concat(
                        child.name.equals(wanted) ? child.resolved().stream() : Stream.empty(),
                        child.descendants(wanted)));
    }

    /** This element, or the one that its {@code reference} attribute points to; empty when it points nowhere. */
    Optional<XmlNode> resolved() {
        XmlNode node = this;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            String reference = node.attribute("reference");
            if (reference.isEmpty()) {
                return Optional.of(node);
            }
            node = node.walk(reference);
            if (node == null) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private XmlNode walk(String reference) {
        XmlNode node = this;
        for (String step : reference.split("/", -1)) {
            if (node == null) {
                return null;
            }
            node = step.equals("..") ? node.parent : node.step(step);
        }
        return node;
    }

    /** A step such as {@code entry} or {@code entry[3]}. */
    private XmlNode step(String step) {
        int bracket = step.indexOf('[');
        String wanted = bracket < 0 ? step : step.substring(0, bracket);
        int index = 1;
        if (bracket >= 0) {
            String digits = step.substring(bracket + 1).replace("]", "");
            if (!digits.matches("[1-9][0-9]{0,5}")) {
                return null;
            }
            index = Integer.parseInt(digits);
        }
        return children(wanted).skip(index - 1L).findFirst().orElse(null);
    }
}
