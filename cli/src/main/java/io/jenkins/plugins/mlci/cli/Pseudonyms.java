package io.jenkins.plugins.mlci.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns people into pseudonyms before anything is stored: the first 16 bytes of HMAC-SHA-256 under a key that is kept
 * apart from the history. Equal people get equal pseudonyms; without the key nobody can try names.
 */
final class Pseudonyms implements UnaryOperator<String> {
    static final String VARIABLE = "MLCI_PSEUDONYM_KEY";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int PSEUDONYM_BYTES = 16;
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    private Pseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With a key that the environment gives. */
    static Pseudonyms ofVariable(String value) {
        if (value.length() < SHORTEST_KEY) {
            throw new CommandException(
                    ExitCode.USAGE,
                    VARIABLE + " must have at least " + SHORTEST_KEY + " characters, better 40 random ones.");
        }
        return new Pseudonyms(value.getBytes(StandardCharsets.UTF_8));
    }

    /** With the key in a file, which is made when it is missing, readable by its owner only. */
    static Pseudonyms ofFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).trim();
        if (text.length() != 2 * KEY_BYTES || !text.matches("[0-9a-f]+")) {
            throw new CommandException(
                    ExitCode.STORE,
                    "The key of the pseudonyms in " + file
                            + " is damaged; restore it from a backup. With another key the"
                            + " people of the history so far would be strangers.");
        }
        return new Pseudonyms(HexFormat.of().parseHex(text));
    }

    @Override
    public String apply(String person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(person.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = random();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            String text = HexFormat.of().formatHex(random) + "\n";
            channel.write(StandardCharsets.US_ASCII.encode(text));
        } catch (FileAlreadyExistsException another) {
            // Somebody else was quicker; theirs is read.
            return;
        }
    }

    private static byte[] random() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
            generator.init(8 * KEY_BYTES);
            return generator.generateKey().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }
}
