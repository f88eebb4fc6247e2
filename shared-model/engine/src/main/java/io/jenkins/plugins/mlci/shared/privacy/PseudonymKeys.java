package io.jenkins.plugins.mlci.shared.privacy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The file with the keys that turn people into pseudonyms. Keep it apart from the history: with both at hand a pseudonym can be
 * checked against a known name.
 *
 * <p>Text, UTF-8: a first line {@value #HEADER}, then one key a line, its id and its {@value PseudonymKey#BYTES} bytes as hex
 * digits, ids counting up. The last key is the current one; older ones stay for recognising and erasing what they made. Only
 * the owner may read the file, where the file system can say so.
 */
public final class PseudonymKeys {
    static final String HEADER = "mlci pseudonym keys 1";
    private static final int MAX_KEYS = 1000;

    private PseudonymKeys() {}

    /**
     * Creates the file with a first key.
     *
     * @throws PrivacyException when there is one already, or it cannot be written
     */
    public static Pseudonymizer create(Path file, SecureRandom random) {
        if (Files.exists(file)) {
            throw new PrivacyException("There is a key file already in " + file
                    + ": load it. A new key would make strangers of all people known so far");
        }
        List<PseudonymKey> keys = List.of(PseudonymKey.random(1, random));
        write(file, keys);
        return new Pseudonymizer(keys);
    }

    /**
     * Loads the file.
     *
     * @throws PrivacyException when it is missing, damaged, or open to others than its owner
     */
    public static Pseudonymizer load(Path file) {
        return new Pseudonymizer(read(file));
    }

    /** Adds a new key, which is the current one from now on. */
    public static Pseudonymizer rotate(Path file, SecureRandom random) {
        List<PseudonymKey> keys = new ArrayList<>(read(file));
        keys.add(PseudonymKey.random(keys.get(keys.size() - 1).id() + 1, random));
        write(file, keys);
        return new Pseudonymizer(keys);
    }

    /**
     * Takes a key out for good. Pseudonyms that it made can never again be traced to a name.
     *
     * @throws PrivacyException when there is no such key, or it is the current one
     */
    public static Pseudonymizer retire(Path file, int id) {
        List<PseudonymKey> keys = new ArrayList<>(read(file));
        if (keys.get(keys.size() - 1).id() == id) {
            throw new PrivacyException("Key " + id + " is the current one: rotate before you retire it");
        }
        if (!keys.removeIf(key -> key.id() == id)) {
            throw new PrivacyException("There is no key " + id + " in " + file);
        }
        write(file, keys);
        return new Pseudonymizer(keys);
    }

    private static List<PseudonymKey> read(Path file) {
        OwnerOnly.check(file);
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() < 2 || lines.size() > MAX_KEYS + 1 || !lines.get(0).equals(HEADER)) {
                throw damaged(file);
            }
            List<PseudonymKey> keys = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                keys.add(parse(file, line, keys));
            }
            return keys;
        } catch (CharacterCodingException e) {
            throw damaged(file);
        } catch (IOException e) {
            throw new PrivacyException("The key file " + file + " cannot be read: " + e, e);
        }
    }

    private static PseudonymKey parse(Path file, String line, List<PseudonymKey> before) {
        String[] parts = line.split(" ", -1);
        try {
            int id = Integer.parseInt(parts[0]);
            int last = before.isEmpty() ? 0 : before.get(before.size() - 1).id();
            byte[] secret = HexFormat.of().parseHex(parts.length == 2 ? parts[1] : "");
            if (id <= last || secret.length != PseudonymKey.BYTES) {
                throw damaged(file);
            }
            return new PseudonymKey(id, secret);
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static void write(Path file, List<PseudonymKey> keys) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (PseudonymKey key : keys) {
            text.append(key.id())
                    .append(' ')
                    .append(HexFormat.of().formatHex(key.secret()))
                    .append('\n');
        }
        OwnerOnly.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    // Never says what is in the file.
    private static PrivacyException damaged(Path file) {
        return new PrivacyException("The key file " + file
                + " is damaged. Restore it from a backup: without its keys, people" + " known so far become strangers");
    }
}
