package io.jenkins.plugins.mlci.plugin.shared.train;

import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.model.Node;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.TrainingSettings;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Trains models within the budget, one scope after the other, those first that waited longest. A model in force stays in force until
 * a new one has been accepted.
 */
@Extension
public class Trainer implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(Trainer.class.getName());
    private static final long SEED = 7;

    private final JenkinsFacade jenkins;
    private final ReentrantLock one = new ReentrantLock();
    private final Map<Target, TrainingReport> reports = new LinkedHashMap<>();

    /** For Jenkins, which makes the only one. */
    public Trainer() {
        this(new JenkinsFacade());
    }

    Trainer(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /** The one of this controller. */
    public static Trainer get() {
        return new JenkinsFacade().single(Trainer.class);
    }

    private record Target(TrainingTask task, Scope scope) {}

    /** How the last trainings went since Jenkins started, one for each model. */
    public Collection<TrainingReport> reports() {
        synchronized (reports) {
            return List.copyOf(reports.values());
        }
    }

    /**
     * Trains what waited longest until the budget is used up. Does nothing while another call is at it.
     *
     * @return how many scopes were looked at
     */
    public int train() throws InterruptedException {
        if (!one.tryLock()) {
            return 0;
        }
        try {
            TrainingSettings settings = MachineLearningConfiguration.get().getTraining();
            long end = System.nanoTime()
                    + Duration.ofMinutes(settings.getMinutes()).toNanos();
            int count = 0;
            for (Target target : targets()) {
                long left = Duration.ofNanos(end - System.nanoTime()).toSeconds();
                if (left < 1 || jenkins.isStopping()) {
                    break;
                }
                train(target, new TrainingLimits(left, settings.getRows(), SEED), settings.getAgentLabel());
                count++;
            }
            return count;
        } finally {
            one.unlock();
        }
    }

    private List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (TrainingTask task : jenkins.all(TrainingTask.class)) {
            SharedHistory.get()
                    .ask(task::scopes, List.<Scope>of())
                    .forEach(scope -> targets.add(new Target(task, scope)));
        }
        targets.sort(Comparator.comparing(this::lastTrained));
        return targets;
    }

    private Instant lastTrained(Target target) {
        synchronized (reports) {
            TrainingReport report = reports.get(target);
            return report == null ? Instant.MIN : report.when();
        }
    }

    private void train(Target target, TrainingLimits limits, String label) throws InterruptedException {
        long start = System.nanoTime();
        String sentence;
        boolean failed = false;
        try {
            Optional<TrainingJob> job =
                    target.task().prepare(target.scope(), SharedHistory.get().open(), limits);
            if (job.isEmpty()) {
                return;
            }
            Optional<TrainingOutcome> outcome = run(job.get(), limits, label);
            if (outcome.isEmpty()) {
                sentence = "It waits for an agent with the label " + label + ".";
            } else {
                sentence = target.task()
                        .accept(
                                target.scope(),
                                outcome.get(),
                                SharedHistory.get().registry());
            }
        } catch (HistoryException | IOException e) {
            failed = true;
            sentence = e.getMessage();
        } catch (RuntimeException | LinkageError e) {
            failed = true;
            sentence = "It failed: " + e;
            LOGGER.log(Level.WARNING, "Training for " + target.scope().describe() + " failed", e);
        }
        report(target, Duration.ofNanos(System.nanoTime() - start), failed, sentence);
    }

    private Optional<TrainingOutcome> run(TrainingJob job, TrainingLimits limits, String label)
            throws IOException, InterruptedException {
        if (label.isEmpty()) {
            return Optional.of(job.train(limits));
        }
        Optional<Node> agent = jenkins.agent(label);
        VirtualChannel channel = agent.map(Node::getChannel).orElse(null);
        return channel == null ? Optional.empty() : Optional.of(channel.call(new TrainingCall(job, limits)));
    }

    private void report(Target target, Duration took, boolean failed, String sentence) {
        TrainingReport report = new TrainingReport(
                target.task().purpose(), target.scope(), jenkins.clock().instant(), took, failed, sentence);
        synchronized (reports) {
            reports.remove(target);
            reports.put(target, report);
        }
        LOGGER.log(failed ? Level.WARNING : Level.INFO, "Trained {0} for {1}: {2}", new Object[] {
            target.task().displayName(), target.scope().describe(), sentence
        });
    }
}
