package io.jenkins.plugins.mlci.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Small histories in the form that the backtests read, each with something to learn. */
final class SmallData {
    static final int DEPLOYMENTS = 500;
    static final int LOGS = 16;
    static final int INCIDENTS = 300;

    private SmallData() {}

    /** The history of tests that is part of the program, as the subject {@code recorded}. */
    static void tests(Path data) throws IOException {
        Path subject = Files.createDirectories(data.resolve("recorded"));
        for (String file : List.of("runs", "tests", "cycles", "changes")) {
            try (InputStream in = DemoCommand.class.getResourceAsStream("demo/recorded/" + file + ".csv.gz")) {
                Files.copy(in, subject.resolve(file + ".csv.gz"));
            }
        }
    }

    /** Deployments of one repository, of which large ones and those of the network fail more often. */
    static void deployments(Path file, long seed) throws IOException {
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString().replace(".csv.gz", "");
        SplittableRandom random = new SplittableRandom(seed);
        try (Writer writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            writer.write("sha,time,dev,la,ld,nf,subject,is_revert,planned_like,hours_to_revert,failed\n");
            for (int i = 0; i < DEPLOYMENTS; i++) {
                int lines = random.nextInt(200);
                boolean network = random.nextInt(4) == 0;
                boolean failed = random.nextDouble() < 0.02 + 0.001 * lines + (network ? 0.25 : 0);
                writer.write(String.format(
                        Locale.ROOT,
                        "%s%d,%d,dev,%d,0,1,%s,0,0,%s,%d%n",
                        name,
                        i,
                        1_600_000_000L + i * 20_000L,
                        lines,
                        network ? "Change the network" : "Change the page",
                        failed ? "3" : "",
                        failed ? 1 : 0));
            }
        }
    }

    /** Logs of failed builds in the folders of CiDiff, each with a good one beside it. */
    static void logs(Path data) throws IOException {
        StringBuilder categories = new StringBuilder("case,category\n");
        for (int n = 0; n < LOGS; n++) {
            Path one = Files.createDirectories(data.resolve("logs/cidiff/breakages/project" + (char) ('a' + n) + "_1"));
            List<String> log = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                log.add("Working on part " + (char) ('a' + i));
            }
            Files.write(one.resolve("pass.log"), log);
            log.add(n % 2 == 0 ? "src/F" + n + ".c:3:1: error: expected ';'" : "--- FAIL: TestThing" + n);
            log.add("Finished: FAILURE");
            Files.write(one.resolve("fail.log"), log);
            Files.writeString(one.resolve("groundtruth"), "DEFAULT\nE 21-21\n");
            categories.append("breakages/").append(one.getFileName()).append(n % 2 == 0 ? ",compile\n" : ",test\n");
        }
        Files.writeString(data.resolve("logs/cidiff/cases.csv"), categories.toString());
    }

    /** Tickets of two categories in {@code a/t.csv}, and bug reports of two projects, one of them urgent, in {@code b/b.csv}. */
    static void incidents(Path data) throws IOException {
        StringBuilder tickets = new StringBuilder("Document,Topic_group\n");
        StringBuilder bugs = new StringBuilder("key,project,created,priority,resolution,summary\n");
        for (int i = 0; i < INCIDENTS; i++) {
            tickets.append(i % 2 == 0 ? "disk full node " : "dns timeout host ")
                    .append(i % 13)
                    .append(i % 2 == 0 ? ",Storage\n" : ",Network\n");
            bugs.append("K-" + i + (i % 3 == 0 ? ",PAY," : ",BLOG,") + (1_300_000_000 + 90_000 * i))
                    .append(i % 3 == 0 ^ i % 17 == 0 ? ",Critical" : ",Minor")
                    .append(",Fixed,Error number " + i % 11 + "\n");
        }
        Files.writeString(Files.createDirectories(data.resolve("a")).resolve("t.csv"), tickets);
        Files.writeString(Files.createDirectories(data.resolve("b")).resolve("b.csv"), bugs);
    }
}
