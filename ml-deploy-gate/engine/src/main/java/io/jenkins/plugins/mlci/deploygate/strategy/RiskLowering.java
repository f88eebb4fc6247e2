package io.jenkins.plugins.mlci.deploygate.strategy;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Asks the model what would be if: in working hours, half as large, with all tests run. Only what lowers the risk by a tenth
 * and by half a point in a hundred or more is advised.
 *
 * @param zone whose clock the working hours are on
 */
public record RiskLowering(ZoneId zone) {
    private static final double LEAST_GAIN = 0.1;
    /** And by so much at all: nobody waits for the morning to bring a risk from 0.4 % to 0.3 %. */
    private static final double LEAST_DIFFERENCE = 0.005;

    private static final int MORNING = 10;
    private static final int WORK_BEGINS = 8;
    private static final int WORK_ENDS = 16;
    private static final double LARGE_LINES = 50;

    /**
     * What would help, the most helpful first.
     *
     * @param risk the probability of a failure for facts, without any effect
     */
    public List<Advice> of(DeploymentFacts facts, ToDoubleFunction<DeploymentFacts> risk) {
        double now = risk.applyAsDouble(facts);
        List<Advice> advice = new ArrayList<>();
        ZonedDateTime local = facts.started().atZone(zone);
        if (!isWorkingTime(local)) {
            Instant better = nextMorning(local).toInstant();
            add(
                    advice,
                    now,
                    risk.applyAsDouble(at(facts, better)),
                    "Deploy in working hours, for example " + nextMorning(local).toLocalDateTime() + ".",
                    "it is " + local.getDayOfWeek().name().charAt(0)
                            + local.getDayOfWeek().name().substring(1).toLowerCase(Locale.ROOT) + " "
                            + local.toLocalTime().withSecond(0).withNano(0));
        }
        ChangeSize size = facts.change().size();
        double lines = size.added() + size.deleted();
        if (lines >= LARGE_LINES && size.files() >= 2) {
            add(
                    advice,
                    now,
                    risk.applyAsDouble(withSize(facts, half(size))),
                    "Split the change and deploy its parts one after the other.",
                    String.format(Locale.ROOT, "it changes %.0f lines in %.0f files", lines, size.files()));
        }
        if (facts.build().skippedTests() > 0) {
            double then = risk.applyAsDouble(withBuild(facts, allRun(facts.build())));
            advice.add(new Advice(
                    "Run the skipped tests first.",
                    because(
                            String.format(
                                    Locale.ROOT,
                                    "%.0f tests of the build did not run, so that its green says less",
                                    facts.build().skippedTests()),
                            now,
                            then),
                    then <= now ? then : Double.NaN));
        }
        advice.sort(Comparator.comparingDouble(each -> Double.isNaN(each.probability()) ? 1 : each.probability()));
        return advice;
    }

    private static void add(List<Advice> advice, double now, double then, String action, String because) {
        if (then < now * (1 - LEAST_GAIN) && now - then >= LEAST_DIFFERENCE) {
            advice.add(new Advice(action, because(because, now, then), then));
        }
    }

    private static String because(String fact, double now, double then) {
        String start = Character.toUpperCase(fact.charAt(0)) + fact.substring(1);
        return then < now
                ? String.format(
                        Locale.ROOT, "%s; the risk would fall from %.1f %% to %.1f %%.", start, 100 * now, 100 * then)
                : start + ".";
    }

    private static boolean isWorkingTime(ZonedDateTime local) {
        boolean weekend = local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        boolean fridayAfternoon = local.getDayOfWeek() == DayOfWeek.FRIDAY && local.getHour() >= 12;
        return !weekend && !fridayAfternoon && local.getHour() >= WORK_BEGINS && local.getHour() < WORK_ENDS;
    }

    private static ZonedDateTime nextMorning(ZonedDateTime local) {
        ZonedDateTime morning =
                local.withHour(MORNING).withMinute(0).withSecond(0).withNano(0);
        while (!morning.isAfter(local) || morning.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            morning = morning.plusDays(1);
        }
        return morning;
    }

    private static ChangeSize half(ChangeSize s) {
        return new ChangeSize(
                Math.max(1, s.commits() / 2),
                s.authors(),
                s.added() / 2,
                s.deleted() / 2,
                Math.max(1, s.files() / 2),
                Math.max(1, s.folders() / 2),
                Math.max(1, s.subsystems() / 2),
                Math.max(0, s.entropy() - 1),
                s.binaries() / 2,
                s.config() / 2,
                s.code() / 2,
                s.tests() / 2,
                s.docs() / 2,
                s.data() / 2);
    }

    private static BuildSignals allRun(BuildSignals b) {
        return new BuildSignals(
                b.tests() + b.skippedTests(),
                b.failedTests(),
                0,
                0,
                b.flakyTests(),
                b.logAnomalies(),
                b.failedBuildsBefore());
    }

    private static DeploymentFacts at(DeploymentFacts f, Instant time) {
        return new DeploymentFacts(f.id(), f.job(), f.environment(), time, f.change(), f.build());
    }

    private static DeploymentFacts withBuild(DeploymentFacts f, BuildSignals build) {
        return new DeploymentFacts(f.id(), f.job(), f.environment(), f.started(), f.change(), build);
    }

    private static DeploymentFacts withSize(DeploymentFacts f, ChangeSize size) {
        DeployedChange c = f.change();
        DeployedChange smaller =
                new DeployedChange(size, c.past(), c.text(), c.paths(), c.subsystems(), c.authors(), c.leadHours());
        return new DeploymentFacts(f.id(), f.job(), f.environment(), f.started(), smaller, f.build());
    }
}
