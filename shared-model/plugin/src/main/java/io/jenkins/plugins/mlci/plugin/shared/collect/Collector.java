package io.jenkins.plugins.mlci.plugin.shared.collect;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import hudson.model.Job;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes the history follow what happens in Jenkins, one event after the other, in one background thread. Whoever tells of an event
 * only writes a small file, and never sees a failure.
 */
@Extension
public class Collector implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(Collector.class.getName());
    private static final int CAPACITY = 50_000;
    /** A history that cannot be used is tried again after this time, and after twice as long each further time. */
    private static final long FIRST_PAUSE = Duration.ofSeconds(5).toMillis();

    private static final long LONGEST_PAUSE = Duration.ofMinutes(5).toMillis();

    private final JenkinsFacade jenkins;
    private final WaitingBuilds builds;
    private final Cost cost = new Cost();

    @CheckForNull
    private EventQueue queue;

    @CheckForNull
    private Thread thread;

    /** For Jenkins, which makes the only one. */
    public Collector() {
        this(new JenkinsFacade());
    }

    Collector(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
        this.builds = new WaitingBuilds(jenkins);
    }

    /** The one of this controller. */
    public static Collector get() {
        return new JenkinsFacade().single(Collector.class);
    }

    /** Tells of an event: writes a small file, and never throws. */
    public void tell(HistoryEvent event) {
        long start = System.nanoTime();
        try {
            start().add(event);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The history will not know of " + event, e);
        } finally {
            cost.add(System.nanoTime() - start);
        }
    }

    /** Tells that a build ended, which is found even when its job has another name by the time it is recorded. */
    void tellEnded(BuildId build, Job<?, ?> job) {
        if (builds.size() < CAPACITY) {
            builds.add(build, job);
        }
        tell(new HistoryEvent.BuildEnded(build));
    }

    /** A build that is about to be discarded, and still waits, is recorded in the calling thread; later it could not be read. */
    void recordBeforeItIsGone(BuildId build) {
        try {
            if (builds.has(build)) {
                handler().record(build, true);
            }
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The history will not know of " + build + ", which is discarded", e);
        }
    }

    /** What telling has cost the builds so far. */
    public Cost cost() {
        return cost;
    }

    /** Records a build that is there already, in the calling thread. Returns whether there was one to record. */
    public boolean recordNow(BuildId build) {
        return handler().record(build, false);
    }

    /** How many events wait. */
    public synchronized int waiting() {
        return queue == null ? 0 : queue.size();
    }

    /** Waits until all events so far have been followed. Returns whether that came true in time. */
    public boolean await(Duration time) throws InterruptedException {
        EventQueue events;
        synchronized (this) {
            events = queue;
        }
        return events == null || events.awaitEmpty(time.toMillis());
    }

    private EventHandler handler() {
        return new EventHandler(jenkins, SharedHistory.get(), People.get(), builds);
    }

    private synchronized EventQueue start() throws IOException {
        if (queue == null) {
            queue = new EventQueue(jenkins.folder().resolve("queue"), CAPACITY);
        }
        if (thread == null) {
            EventQueue events = queue;
            EventHandler handler = handler();
            thread = new Thread(() -> follow(events, handler), "machine learning: collecting builds");
            thread.setDaemon(true);
            thread.start();
        }
        return queue;
    }

    private void follow(EventQueue events, EventHandler handler) {
        long pause = FIRST_PAUSE;
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            builds.addAll(events.all());
            for (Optional<Map.Entry<Long, HistoryEvent>> next = events.oldest();
                    next.isPresent();
                    next = events.oldest()) {
                HistoryEvent event = next.get().getValue();
                if (isFollowed(event, handler)) {
                    if (event instanceof HistoryEvent.BuildEnded ended) {
                        // First, so that a build that is discarded now is not recorded once more.
                        builds.remove(ended.build());
                    }
                    events.remove(next.get().getKey());
                    pause = FIRST_PAUSE;
                } else {
                    events.pause(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the event is done with, well or not. */
    private static boolean isFollowed(HistoryEvent event, EventHandler handler) {
        try {
            handler.handle(event);
            return true;
        } catch (HistoryException e) {
            LOGGER.log(Level.FINE, "The history cannot follow {0} now: {1}", new Object[] {event, e.getMessage()});
            return false;
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The history will not know of " + event, e);
            return true;
        }
    }

    /** Goes on with what was left when Jenkins stopped. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void resume() throws IOException {
        get().start();
    }

    /** Stops the thread; what waits stays on the disk. */
    @Terminator(attains = SharedHistory.WRITERS_STOPPED)
    public static void terminate() throws InterruptedException {
        get().stop();
    }

    private void stop() throws InterruptedException {
        Thread running;
        synchronized (this) {
            running = thread;
            if (queue != null) {
                queue.close();
            }
        }
        if (running != null) {
            running.join(Duration.ofSeconds(20).toMillis());
        }
    }
}
