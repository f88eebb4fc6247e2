package io.jenkins.plugins.mlci.plugin.shared.people;

import hudson.Extension;
import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.privacy.PrivacyException;
import io.jenkins.plugins.mlci.shared.privacy.PseudonymKeys;
import io.jenkins.plugins.mlci.shared.privacy.Pseudonymizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns people into pseudonyms before anything is stored. The keys are with Jenkins' own secrets, apart from the history: who has
 * one of both only cannot tell who is who.
 */
@Extension
public class People implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(People.class.getName());

    private final JenkinsFacade jenkins;
    private Pseudonymizer current;

    /** For Jenkins, which makes the only one. */
    public People() {
        this(new JenkinsFacade());
    }

    People(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /** The one of this controller. */
    public static People get() {
        return new JenkinsFacade().single(People.class);
    }

    /**
     * Turns a person (best the mail address) into a pseudonym.
     *
     * @throws PrivacyException when the keys cannot be read; then nothing about people may be stored
     */
    public String pseudonym(String person) {
        return pseudonymizer().pseudonym(person);
    }

    /**
     * Pseudonyms where the keys can be read. Where they cannot, people have to be left out, and an admin finds the reason in the
     * log.
     */
    public Optional<UnaryOperator<String>> pseudonyms() {
        try {
            Pseudonymizer pseudonymizer = pseudonymizer();
            return Optional.of(pseudonymizer::pseudonym);
        } catch (PrivacyException e) {
            LOGGER.log(Level.WARNING, "People are left out of the history: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    /** With all keys that are still known, for erasing. */
    public synchronized Pseudonymizer pseudonymizer() {
        if (current == null) {
            Path file = file();
            current = Files.exists(file) ? PseudonymKeys.load(file) : PseudonymKeys.create(file, new SecureRandom());
        }
        return current;
    }

    /** From now on people get new pseudonyms. The old keys stay, so that people can still be found and erased. */
    public synchronized void rotate() {
        pseudonymizer();
        current = PseudonymKeys.rotate(file(), new SecureRandom());
    }

    /** How old the current key is. */
    public synchronized Duration keyAge() {
        try {
            pseudonymizer();
            Instant written = Files.getLastModifiedTime(file()).toInstant();
            return Duration.between(written, jenkins.clock().instant());
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    private Path file() {
        return jenkins.secrets().resolve("machine-learning-pseudonyms.key");
    }
}
