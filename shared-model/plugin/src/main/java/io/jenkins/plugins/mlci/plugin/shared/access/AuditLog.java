package io.jenkins.plugins.mlci.plugin.shared.access;

import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One line for everything that a person changed: who did what. It goes to Jenkins' log under the name of this class, where an
 * admin can send it elsewhere with a log recorder or the audit plugins.
 */
public final class AuditLog {
    private static final Logger LOGGER = Logger.getLogger(AuditLog.class.getName());

    private final JenkinsFacade jenkins;

    public AuditLog(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /**
     * Writes that the current user did something.
     *
     * @param what in the past tense, for example {@code suspended the model of job app}; secrets in it are masked
     */
    public void did(String what) {
        LOGGER.log(Level.INFO, "{0} {1}", new Object[] {oneLine(jenkins.user()), oneLine(SecretText.mask(what))});
    }

    /** Names come from outside and must not look like lines of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
