package io.jenkins.plugins.mlci.shared.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymKeysTest {
    private static final String PERSON = "someone@example.org";

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("secrets").resolve("people.keys");
    }

    @Test
    void createsAFileForItsOwnerAlone() throws IOException {
        Pseudonymizer created = PseudonymKeys.create(file, random);
        assertThat(PseudonymKeys.load(file).pseudonym(PERSON)).isEqualTo(created.pseudonym(PERSON));
        Assumptions.assumeTrue(isPosix());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void makesAnotherKeyEachTime() {
        String one = PseudonymKeys.create(file, random).pseudonym(PERSON);
        String other = PseudonymKeys.create(directory.resolve("other"), random).pseudonym(PERSON);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        PseudonymKeys.create(file, random);
        byte[] before = Files.readAllBytes(file);
        assertRefused(() -> PseudonymKeys.create(file, random), "There is a key file already");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void rotatesAndStillKnowsPeople() throws IOException {
        String before = PseudonymKeys.create(file, random).pseudonym(PERSON);
        Pseudonymizer rotated = PseudonymKeys.rotate(file, random);
        assertThat(rotated.currentKey()).isEqualTo(2);
        assertThat(rotated.pseudonym(PERSON)).isNotEqualTo(before);
        assertThat(rotated.allPseudonyms(PERSON)).containsExactly(before, rotated.pseudonym(PERSON));
        assertThat(PseudonymKeys.load(file).allPseudonyms(PERSON)).isEqualTo(rotated.allPseudonyms(PERSON));
        Assumptions.assumeTrue(isPosix());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void retiresOldKeysButNeverTheCurrentOne() {
        PseudonymKeys.create(file, random);
        PseudonymKeys.rotate(file, random);
        assertRefused(() -> PseudonymKeys.retire(file, 2), "Key 2 is the current one");
        assertRefused(() -> PseudonymKeys.retire(file, 9), "There is no key 9");
        assertThat(PseudonymKeys.retire(file, 1).keys()).containsExactly(2);
        assertThat(PseudonymKeys.rotate(file, random).keys()).containsExactly(2, 3);
    }

    @Test
    void refusesAMissingFile() {
        assertRefused(() -> PseudonymKeys.load(file), "There is no key file " + file);
    }

    @Test
    void refusesAFileThatOthersCanRead() throws IOException {
        Assumptions.assumeTrue(isPosix(), "The file system knows no modes");
        PseudonymKeys.create(file, random);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(() -> PseudonymKeys.load(file), "is open to others (rw-r-----)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mlci pseudonym keys 1\n",
                "mlci pseudonym keys 2\n1 00\n",
                "mlci pseudonym keys 1\n1 cafe\n",
                "mlci pseudonym keys 1\nx cafe\n",
                "mlci pseudonym keys 1\n1\n",
                "mlci pseudonym keys 1\n1 zz\n"
            })
    void refusesADamagedFileWithoutShowingIt(String content) throws IOException {
        damage(content.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(PrivacyException.class)
                .isThrownBy(() -> PseudonymKeys.load(file))
                .withMessageContaining("is damaged")
                .withMessageNotContaining("cafe");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        damage(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertRefused(() -> PseudonymKeys.load(file), "is damaged");
    }

    @Test
    void refusesKeysThatDoNotCountUp() throws IOException {
        String key = " " + "ab".repeat(32) + "\n";
        damage((PseudonymKeys.HEADER + "\n2" + key + "2" + key).getBytes(StandardCharsets.UTF_8));
        assertRefused(() -> PseudonymKeys.load(file), "is damaged");
    }

    @Test
    void saysThatItCannotWrite() throws IOException {
        Files.writeString(directory.resolve("secrets"), "a file, not a directory");
        assertRefused(() -> PseudonymKeys.create(file, random), "cannot be written");
    }

    private void damage(byte[] content) throws IOException {
        PseudonymKeys.create(file, random);
        Files.write(file, content);
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(PrivacyException.class).isThrownBy(call).withMessageContaining(message);
    }
}
