package io.jenkins.plugins.mlci.shared.jenkinshome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes small homes, as Jenkins would, and reads them. */
final class FixtureHome {
    final Path root;
    final List<String> problems = new ArrayList<>();

    FixtureHome(Path root) {
        this.root = root;
    }

    static String commit(int number) {
        return String.format("%040x", number);
    }

    /** A freestyle build that built a commit of the branch main. */
    static String buildXml(long number, String result, int commit) {
        return """
                <?xml version='1.1' encoding='UTF-8'?>
                <build>
                  <actions>
                    <hudson.plugins.git.util.BuildData plugin="git@5.10.1">
                      <buildsByBranchName>
                        <entry>
                          <string>refs/remotes/origin/main</string>
                          <hudson.plugins.git.util.Build>
                            <marked>
                              <sha1>%s</sha1>
                              <branches class="list">
                                <hudson.plugins.git.Branch>
                                  <sha1 reference="../../../sha1"/>
                                  <name>refs/remotes/origin/main</name>
                                </hudson.plugins.git.Branch>
                              </branches>
                            </marked>
                            <revision reference="../marked"/>
                            <hudsonBuildNumber>%d</hudsonBuildNumber>
                          </hudson.plugins.git.util.Build>
                        </entry>
                      </buildsByBranchName>
                      <lastBuild reference="../buildsByBranchName/entry/hudson.plugins.git.util.Build"/>
                    </hudson.plugins.git.util.BuildData>
                  </actions>
                  <timestamp>1700000000000</timestamp>
                  <startTime>17000000%02d000</startTime>
                  <result>%s</result>
                  <duration>1234</duration>
                </build>
                """.formatted(commit(commit), number, number, result);
    }

    /** Results of tests {@code t0}, {@code t1} ... of one class, a duration for each; a negative one fails. */
    static String junitXml(double... seconds) {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < seconds.length; i++) {
            cases.append("<case><className>org.example.ATest</className><testName>t")
                    .append(i)
                    .append("</testName><skipped>false</skipped><duration>")
                    .append(Math.abs(seconds[i]))
                    .append("</duration>")
                    .append(seconds[i] < 0 ? "<errorStackTrace>x</errorStackTrace>" : "")
                    .append("</case>");
        }
        return "<?xml version='1.1' encoding='UTF-8'?>\n<result><suites><suite><cases>" + cases
                + "</cases></suite></suites></result>";
    }

    static String changeLog(int commit, int parent, String... rawLines) {
        StringBuilder log = new StringBuilder("commit " + commit(commit) + "\ntree " + commit(99) + "\nparent "
                + commit(parent) + "\nauthor Jane Roe <Jane@Example.org> 2026-02-01 07:52:00 -0500\n"
                + "committer Jane Roe <jane@example.org> 2026-02-01 07:52:00 -0500\n\n    A message\n\n\n");
        Arrays.stream(rawLines).forEach(line -> log.append(":100644 100644 ")
                .append(commit(1))
                .append(' ')
                .append(commit(2))
                .append(' ')
                .append(line)
                .append('\n'));
        return log.toString();
    }

    Path write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A finished, successful build. */
    void build(String job, long number, int commit) {
        write(job + "/builds/" + number + "/build.xml", buildXml(number, "SUCCESS", commit));
    }

    JenkinsHome open() throws IOException {
        return JenkinsHome.open(root, problems::add);
    }

    List<String> jobNames() throws IOException {
        return open().jobs().stream().map(JobFolder::fullName).toList();
    }

    /** All builds of all jobs. */
    List<ImportedBuild> read() throws IOException {
        JenkinsHome home = open();
        JenkinsHomeReader reader = new JenkinsHomeReader(name -> "[" + name + "]");
        List<ImportedBuild> all = new ArrayList<>();
        for (JobFolder job : home.jobs()) {
            try (Stream<ImportedBuild> builds = reader.builds(home, job, problems::add)) {
                builds.forEach(all::add);
            }
        }
        return all;
    }

    /** Every file with its time and content, to see that nothing was written. */
    Map<Path, String> snapshot() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.toList()) {
                String content = Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
                files.put(path, Files.getLastModifiedTime(path) + content);
            }
        }
        return files;
    }
}
