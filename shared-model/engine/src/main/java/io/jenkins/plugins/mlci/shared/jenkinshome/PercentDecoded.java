package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Branch names in job names: {@code feature%2Fx} is the branch {@code feature/x}. */
final class PercentDecoded {
    private PercentDecoded() {}

    /** The decoded text, or the text itself if it is not encoded. */
    static String of(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
