package io.jenkins.plugins.mlci.plugin.logscan.live;

import hudson.model.Label;
import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * What watching costs a step that prints a million lines on an agent: wall time of the step, watched and not, in turns. No test: run it with
 * {@code -Dtest=LiveOverheadBenchmark -Dmlci.benchmark=true}.
 */
@WithJenkins
@EnabledIfSystemProperty(named = "mlci.benchmark", matches = "true")
class LiveOverheadBenchmark {
    private static final int ROUNDS = Integer.getInteger("mlci.benchmark.rounds", 7);
    private static final String PRINT = """
            awk 'BEGIN { for (i = 0; i < 1000000; i++) print "[INFO] Downloaded from central: org/example/shop/part-" i ".jar (" i % 977 " kB at " i % 331 " kB/s)" }'
            """;

    @TempDir
    private Path folder;

    @Test
    void measure(JenkinsRule jenkins) throws Exception {
        jenkins.createOnlineSlave(Label.get("far"));
        Files.writeString(folder.resolve("print.sh"), PRINT);
        WorkflowJob plain = job(jenkins, "plain", "%s");
        WorkflowJob watched = job(jenkins, "watched", "mlWatchLog { %s }");
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) {
            // In turns, so that whatever else the machine does meets both alike; the first round warms up.
            double first = seconds(jenkins, i % 2 == 0 ? plain : watched);
            double second = seconds(jenkins, i % 2 == 0 ? watched : plain);
            if (i >= 0) {
                without[i] = i % 2 == 0 ? first : second;
                with[i] = i % 2 == 0 ? second : first;
            }
        }
        double[] shares = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            shares[i] = 100 * (with[i] / without[i] - 1);
        }
        System.out.println("BENCHMARK without " + text(without) + " s, median " + text(median(without)));
        System.out.println("BENCHMARK with    " + text(with) + " s, median " + text(median(with)));
        System.out.println("BENCHMARK overhead a round " + text(shares) + " %, median " + text(median(shares)));
    }

    private WorkflowJob job(JenkinsRule jenkins, String name, String around) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        String step = around.formatted("def t = System.nanoTime(); sh 'set +x; . " + folder.resolve("print.sh") + "'"
                + "; echo \"took ${(System.nanoTime() - t).intdiv(1000000)} ms\"");
        job.setDefinition(new CpsFlowDefinition("node('far') { " + step + " }", false));
        return job;
    }

    private static double seconds(JenkinsRule jenkins, WorkflowJob job) throws Exception {
        WorkflowRun run =
                jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0).get());
        Collector.get().await(Duration.ofMinutes(3));
        String last = run.getLog(20).stream()
                .filter(line -> line.startsWith("took "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(last.split(" ")[1]) / 1000;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String text(double... values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.2f", value));
        }
        return text.toString();
    }
}
