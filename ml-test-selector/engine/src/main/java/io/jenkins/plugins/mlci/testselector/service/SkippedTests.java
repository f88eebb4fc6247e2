package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * Which tests were left out, compact: 32 bits of a digest of each name, sorted, as differences of variable length in Base64;
 * about 4 characters a test at 10,000 tests. Another test is taken for one of them with a probability of tests / 2^32.
 */
final class SkippedTests {
    private static final int MOST = 5_000_000;

    private final long[] digests;

    private SkippedTests(long[] digests) {
        this.digests = digests;
    }

    static SkippedTests of(Collection<TestId> tests) {
        MessageDigest sha = sha256();
        return new SkippedTests(tests.stream()
                .mapToLong(test -> digest(sha, test))
                .sorted()
                .distinct()
                .toArray());
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    static SkippedTests parse(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        long[] digests = new long[Math.min(bytes.length, MOST)];
        int count = 0;
        long last = 0;
        int at = 0;
        while (at < bytes.length) {
            long difference = 0;
            int shift = 0;
            byte part;
            do {
                if (at == bytes.length || shift > 28 || count == digests.length) {
                    throw new IllegalArgumentException("The list of skipped tests is damaged.");
                }
                part = bytes[at++];
                difference |= (long) (part & 0x7f) << shift;
                shift += 7;
            } while (part < 0);
            last += difference;
            digests[count++] = last;
        }
        return new SkippedTests(Arrays.copyOf(digests, count));
    }

    /** As ASCII text. */
    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4 * digests.length);
        long last = 0;
        for (long digest : digests) {
            long difference = digest - last;
            for (; difference > 0x7f; difference >>>= 7) {
                out.write((int) (difference & 0x7f | 0x80));
            }
            out.write((int) difference);
            last = digest;
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    int size() {
        return digests.length;
    }

    boolean contains(TestId test) {
        return digests.length > 0 && Arrays.binarySearch(digests, digest(sha256(), test)) >= 0;
    }

    private static long digest(MessageDigest sha, TestId test) {
        for (String part : new String[] {test.suite(), test.className(), test.method()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(new byte[] {(byte) (bytes.length >>> 16), (byte) (bytes.length >>> 8), (byte) bytes.length});
            sha.update(bytes);
        }
        byte[] digest = sha.digest();
        return (digest[0] & 0xffL) << 24 | (digest[1] & 0xffL) << 16 | (digest[2] & 0xffL) << 8 | (digest[3] & 0xffL);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
