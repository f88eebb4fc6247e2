package io.jenkins.plugins.mlci.shared.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Turns any name into one that every file system takes, different for different names. */
final class FileNames {
    private static final int READABLE = 60;

    private FileNames() {}

    /** The harmless characters of the name and a digest of all of it. */
    static String of(String name) {
        String readable = name.replaceAll("[^A-Za-z0-9]+", "-");
        if (readable.length() > READABLE) {
            readable = readable.substring(0, READABLE);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return readable + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
