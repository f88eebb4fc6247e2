package io.jenkins.plugins.mlci.testselector.results;

import javax.xml.stream.XMLStreamException;

/** Says in a sentence why the XML parser gave up. */
final class ParserErrors {
    private static final int LONGEST_DETAIL = 200;

    private ParserErrors() {}

    static String sentence(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof XmlRefusedException) {
                return cause.getMessage();
            }
            if (cause instanceof XMLStreamException nested
                    && nested.getNestedException() instanceof XmlRefusedException) {
                return nested.getNestedException().getMessage();
            }
        }
        String where = "";
        if (error instanceof XMLStreamException broken && broken.getLocation() != null) {
            where = " at line " + broken.getLocation().getLineNumber();
        }
        return "The report is broken or cut off" + where + ": " + detail(error) + ".";
    }

    private static String detail(Exception error) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        int text = message.indexOf("Message: ");
        String detail = (text < 0 ? message : message.substring(text + "Message: ".length())).strip();
        detail = detail.replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL) + "…";
        }
        return detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    }
}
