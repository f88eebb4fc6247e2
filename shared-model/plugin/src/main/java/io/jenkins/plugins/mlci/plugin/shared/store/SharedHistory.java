package io.jenkins.plugins.mlci.plugin.shared.store;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.init.Terminator;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.mlci.plugin.shared.config.HistoryPlace;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import io.jenkins.plugins.mlci.shared.registry.HistoryModelStore;
import io.jenkins.plugins.mlci.shared.registry.ModelRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one history of this controller, for all plugins. It is opened when it is first used, again when its place is changed in the
 * configuration, and closed when Jenkins stops.
 *
 * <p>Code that runs in a build uses {@link #ask}, which never throws because of the history: a broken one costs nobody a build.
 * The reason is kept as {@link #status} and shown to admins.
 */
@Extension
public class SharedHistory implements ExtensionPoint {
    /** What stops before the history is closed says so by this name. */
    public static final String WRITERS_STOPPED = "machine-learning-writers-stopped";

    private static final Logger LOGGER = Logger.getLogger(SharedHistory.class.getName());
    /** A database that is down must not make each build wait for its timeout: for so long it is not tried again. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final JenkinsFacade jenkins;

    @CheckForNull
    private HistoryStore store;

    @CheckForNull
    private HistoryPlace place;

    private boolean stopped;
    private Instant retryAt = Instant.MIN;
    private StoreStatus status;

    /** For Jenkins, which makes the only one. */
    public SharedHistory() {
        this(new JenkinsFacade());
    }

    SharedHistory(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
        this.status =
                new StoreStatus(StoreStatus.State.CLOSED, "", jenkins.clock().instant());
    }

    /** The one history. */
    public static SharedHistory get() {
        return new JenkinsFacade().single(SharedHistory.class);
    }

    /**
     * The history itself. The caller does not close it, keeps it no longer than a piece of work takes, and asks again for the next.
     *
     * @throws HistoryException with a sentence when it cannot be used now
     */
    public synchronized HistoryStore open() {
        if (stopped) {
            throw new HistoryException("Jenkins is stopping, and the history is closed");
        }
        HistoryPlace wanted = MachineLearningConfiguration.get().getHistory();
        boolean samePlace = wanted.equals(place);
        Instant now = jenkins.clock().instant();
        if (samePlace && status.isBroken() && now.isBefore(retryAt)) {
            throw new PausedException(status.sentence());
        }
        if (store != null && samePlace) {
            return store;
        }
        close();
        place = wanted;
        try {
            store = JdbcHistoryStore.open(
                    wanted.location(jenkins),
                    jenkins.clock(),
                    new NamingThreadFactory(new DaemonThreadFactory(), "ml-history"));
            status = new StoreStatus(StoreStatus.State.OPEN, "", now);
            return store;
        } catch (RuntimeException | LinkageError e) {
            throw broken(e);
        }
    }

    /**
     * Works with the history. Whatever is wrong with it, the answer is the fall-back, and the reason is kept.
     *
     * @param work what to do with it
     * @param otherwise the answer when it cannot be used
     */
    public <T> T ask(Function<HistoryStore, T> work, T otherwise) {
        try {
            T answer = work.apply(open());
            works();
            return answer;
        } catch (PausedException e) {
            // It was broken a moment ago, and the reason is known.
            return otherwise;
        } catch (HistoryException e) {
            broken(e);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "Something could not be done with the history", e);
        }
        return otherwise;
    }

    /**
     * The models in the history.
     *
     * @throws HistoryException with a sentence when it cannot be used now
     */
    public ModelRegistry registry() {
        return new ModelRegistry(new HistoryModelStore(open().models()), jenkins.clock());
    }

    /** The models, unless the history cannot be used now. */
    public Optional<ModelRegistry> registryIfAny() {
        return ask(history -> Optional.of(registry()), Optional.empty());
    }

    /** How the history is doing. */
    public synchronized StoreStatus status() {
        return status;
    }

    /** Forgets that the history was broken, so that it is tried again at once. */
    public synchronized void retry() {
        close();
        status = new StoreStatus(StoreStatus.State.CLOSED, "", jenkins.clock().instant());
    }

    private synchronized void works() {
        if (status.isBroken()) {
            LOGGER.info("The history works again");
            status = new StoreStatus(StoreStatus.State.OPEN, "", jenkins.clock().instant());
        }
    }

    private synchronized HistoryException broken(Throwable failure) {
        if (stopped) {
            return new HistoryException("Jenkins is stopping, and the history is closed", failure);
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        Instant now = jenkins.clock().instant();
        retryAt = now.plus(PAUSE_AFTER_FAILURE);
        if (!status.isBroken() || !status.sentence().equals(message)) {
            LOGGER.log(Level.WARNING, "The history cannot be used: {0}", message);
            LOGGER.log(Level.FINE, "The history cannot be used", failure);
            status = new StoreStatus(StoreStatus.State.BROKEN, message, now);
        }
        return failure instanceof HistoryException history ? history : new HistoryException(message, failure);
    }

    private synchronized void close() {
        if (store != null) {
            try {
                store.close();
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, "The history did not close well", e);
            }
            store = null;
        }
    }

    private synchronized void stop() {
        stopped = true;
        close();
    }

    /** Says again what was wrong a moment ago, without trying. */
    private static final class PausedException extends HistoryException {
        private static final long serialVersionUID = 1;

        PausedException(String message) {
            super(message);
        }
    }

    /** Closes the history after its writers have stopped. */
    @Terminator(requires = WRITERS_STOPPED)
    public static void terminate() {
        get().stop();
    }
}
