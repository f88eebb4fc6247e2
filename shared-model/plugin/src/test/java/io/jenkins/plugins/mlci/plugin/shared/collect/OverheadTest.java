package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.listeners.RunListener;
import hudson.tasks.junit.JUnitResultArchiver;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.jvnet.hudson.test.CreateFileBuilder;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * Measures what collecting costs a controller with 200 short builds at once: the same builds without and with the listener. Takes
 * minutes, so it runs on request only: {@code -Dmlci.overhead=true}. Its figures are in docs/benchmarks.md.
 */
@WithJenkins
@EnabledIfSystemProperty(named = "mlci.overhead", matches = "true")
class OverheadTest {
    private static final int BUILDS = 200;

    private record Round(double seconds, double heapMegabytes) {}

    @Test
    void twoHundredShortBuildsAtOnce(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setNumExecutors(BUILDS);
        jenkins.jenkins.setQuietPeriod(0);
        List<FreeStyleProject> jobs = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            FreeStyleProject job = jenkins.createFreeStyleProject("job" + i);
            job.getBuildersList().add(new CreateFileBuilder("TEST-a.xml", Reports.xml("a.ATest" + i, 0.5 + i, false)));
            job.getPublishersList().add(new JUnitResultArchiver("TEST-*.xml"));
            jobs.add(job);
        }
        BuildListener listener = ExtensionList.lookupSingleton(BuildListener.class);
        round(jobs, false);

        RunListener.all().remove(listener);
        Round without = round(jobs, false);
        RunListener.all().add(listener);
        Cost before = copy(Collector.get().cost());
        Round with = round(jobs, true);
        Cost cost = Collector.get().cost();

        System.out.printf(
                Locale.ROOT,
                "without: %.1f s, heap %+.1f MB; with: %.1f s, heap %+.1f MB; telling: %d events, mean %.3f ms, longest %.1f ms%n",
                without.seconds(),
                without.heapMegabytes(),
                with.seconds(),
                with.heapMegabytes(),
                cost.events() - before.events(),
                cost.meanMilliseconds(),
                cost.longestMilliseconds());
        assertThat(cost.events()).isGreaterThanOrEqualTo(BUILDS);
        assertThat(SharedHistory.get().open().jobs().names()).hasSize(BUILDS);
        assertThat(cost.meanMilliseconds()).isLessThan(50);
    }

    private static Cost copy(Cost cost) {
        Cost copy = new Cost();
        for (long i = 0; i < cost.events(); i++) {
            copy.add(0);
        }
        return copy;
    }

    /** One build of each job, all at once; the heap that stays in use after it. */
    private static Round round(List<FreeStyleProject> jobs, boolean recorded) throws Exception {
        double heap = heap();
        long start = System.nanoTime();
        List<Future<FreeStyleBuild>> builds = new ArrayList<>();
        for (FreeStyleProject job : jobs) {
            builds.add(job.scheduleBuild2(0));
        }
        for (Future<FreeStyleBuild> build : builds) {
            build.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (recorded) {
            assertThat(Collector.get().await(Duration.ofMinutes(5))).isTrue();
        }
        return new Round(seconds, heap() - heap);
    }

    private static double heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
