package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.jenkinshome.BuildFacts.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitSourceTest {
    private static final String A = FixtureHome.commit(0xa);
    private static final String B = FixtureHome.commit(0xb);
    private static final String C = FixtureHome.commit(0xc);

    @TempDir
    private Path folder;

    @Test
    void takesTheEntryOfThisBuildAmongAllBranches() throws IOException {
        String data = data("url", entry("origin/main", A, 6) + entry("refs/remotes/origin/feature/x", B, 7));
        assertThat(source(data, 7)).isEqualTo(new Source(B, "feature/x"));
    }

    @Test
    void knowsNothingWhenNoEntryIsOfThisBuild() throws IOException {
        assertThat(source(data("url", entry("origin/main", A, 6)), 7)).isEqualTo(Source.UNKNOWN);
        assertThat(source("", 7)).isEqualTo(Source.UNKNOWN);
    }

    @Test
    void followsReferencesToOtherEntries() throws IOException {
        String second = "<entry><string>x</string><hudson.plugins.git.util.Build reference=\"../../entry/"
                + "hudson.plugins.git.util.Build\"/></entry>";
        String data = data("url", entry("origin/main", A, 7) + second)
                .replace(
                        "</buildsByBranchName>",
                        "</buildsByBranchName><lastBuild reference=\"../buildsByBranchName/entry[2]/"
                                + "hudson.plugins.git.util.Build\"/>");
        assertThat(source(data, 7)).isEqualTo(new Source(A, "main"));
    }

    @Test
    void survivesReferencesThatLeadNowhereOrInACircle() throws IOException {
        for (String reference : new String[] {".", "../lastBuild", "../../../../../../x", "entry[0]", "/", "a[b", ""}) {
            String data = "<hudson.plugins.git.util.BuildData><lastBuild reference=\"" + reference
                    + "\"/></hudson.plugins.git.util.BuildData>";
            assertThat(source(data, 7)).as(reference).isEqualTo(Source.UNKNOWN);
        }
    }

    @Test
    void prefersWhatAMultibranchBuildSays() throws IOException {
        String action = "<jenkins.scm.api.SCMRevisionAction><revision><head><name>PR-5</name></head><baseHash>" + A
                + "</baseHash><pullHash>" + C + "</pullHash></revision></jenkins.scm.api.SCMRevisionAction>";
        assertThat(source(data("url", entry("detached", B, 7)) + action, 7)).isEqualTo(new Source(C, "PR-5"));
        assertThat(source(action.replace("pullHash", "hash"), 7)).isEqualTo(new Source(C, "PR-5"));
    }

    @Test
    void prefersTheRepositoryOfTheFirstCheckoutToALibrary() throws IOException {
        String actions = data("https://lib", entry("origin/lib", A, 7)) + data("https://app", entry("detached", B, 7));
        XmlNode build = parse("<flow-build><actions>" + actions + "</actions><checkouts><c><scm><url>https://app</url>"
                + "</scm></c></checkouts></flow-build>");
        assertThat(GitSource.of(build, 7)).isEqualTo(new Source(B, ""));
    }

    @Test
    void refusesWhatIsNoCommit() throws IOException {
        assertThat(source(data("url", entry("origin/main", "HEAD; rm -rf", 7)), 7))
                .isEqualTo(Source.UNKNOWN);
    }

    private Source source(String actions, long number) throws IOException {
        return GitSource.of(parse("<build><actions>" + actions + "</actions></build>"), number);
    }

    private XmlNode parse(String xml) throws IOException {
        return XmlNode.read(Files.writeString(folder.resolve("build.xml"), xml), 100_000);
    }

    private static String data(String url, String entries) {
        return "<hudson.plugins.git.util.BuildData><buildsByBranchName>" + entries
                + "</buildsByBranchName><remoteUrls><string>" + url
                + "</string></remoteUrls></hudson.plugins.git.util.BuildData>";
    }

    private static String entry(String branch, String commit, int number) {
        return "<entry><string>" + branch + "</string><hudson.plugins.git.util.Build><marked><sha1>" + commit
                + "</sha1><branches><hudson.plugins.git.Branch><name>" + branch
                + "</name></hudson.plugins.git.Branch></branches></marked><revision reference=\"../marked\"/>"
                + "<hudsonBuildNumber>" + number + "</hudsonBuildNumber></hudson.plugins.git.util.Build></entry>";
    }
}
