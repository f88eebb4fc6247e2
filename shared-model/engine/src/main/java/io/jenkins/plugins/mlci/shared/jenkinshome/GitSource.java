package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.jenkinshome.BuildFacts.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the commit that a build built.
 *
 * <p>A multibranch build says it itself ({@code SCMRevisionAction}). Otherwise the Git plugin's {@code BuildData} does; a
 * build may have several, for shared libraries and further repositories, and the one of its first checkout counts.
 * {@code BuildData} lists the last build of every branch: the entry of this very build is taken, no older one.
 */
final class GitSource {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    private GitSource() {}

    static Source of(XmlNode build, long number) {
        Optional<XmlNode> actions = build.child("actions");
        if (actions.isEmpty()) {
            return Source.UNKNOWN;
        }
        Optional<Source> revision = actions.get()
                .descendants("jenkins.scm.api.SCMRevisionAction")
                .flatMap(action -> ofRevision(action).stream())
                .findFirst();
        return revision.or(() -> ofBuildData(build, actions.get(), number)).orElse(Source.UNKNOWN);
    }

    private static Optional<Source> ofRevision(XmlNode action) {
        return action.child("revision").flatMap(revision -> {
            String branch =
                    revision.child("head").map(head -> head.childText("name")).orElse("");
            return Stream.of("hash", "pullHash")
                    .map(revision::childText)
                    .filter(GitSource::isCommit)
                    .findFirst()
                    .map(commit -> new Source(commit, branch));
        });
    }

    private static Optional<Source> ofBuildData(XmlNode build, XmlNode actions, long number) {
        List<XmlNode> all = new ArrayList<>(
                actions.descendants("hudson.plugins.git.util.BuildData").toList());
        Optional<String> firstCheckout = build.child("checkouts").stream()
                .flatMap(checkouts -> checkouts.descendants("url"))
                .map(XmlNode::text)
                .findFirst();
        firstCheckout.ifPresent(url -> all.sort((a, b) -> Boolean.compare(isOf(b, url), isOf(a, url))));
        return all.stream().flatMap(data -> ofThisBuild(data, number).stream()).findFirst();
    }

    private static boolean isOf(XmlNode buildData, String url) {
        return buildData.child("remoteUrls").stream()
                .flatMap(urls -> urls.descendants("string"))
                .anyMatch(remote -> remote.text().equals(url));
    }

    private static Optional<Source> ofThisBuild(XmlNode buildData, long number) {
        Stream<XmlNode> byBranch = buildData.descendants("hudson.plugins.git.util.Build");
        return Stream.concat(buildData.child("lastBuild").stream(), byBranch)
                .filter(git -> git.childText("hudsonBuildNumber").equals(Long.toString(number)))
                .flatMap(git -> ofGitBuild(git).stream())
                .findFirst();
    }

    private static Optional<Source> ofGitBuild(XmlNode git) {
        // What was marked is what was asked for; after a merge before the build, the revision is what was built.
        return Stream.of("revision", "marked")
                .flatMap(name -> git.child(name).stream())
                .filter(revision -> isCommit(revision.childText("sha1")))
                .map(revision -> new Source(revision.childText("sha1"), branch(revision)))
                .findFirst();
    }

    private static String branch(XmlNode revision) {
        return revision.child("branches").stream()
                .flatMap(branches -> branches.descendants("name"))
                .map(name -> shortName(name.text()))
                .filter(name -> !name.isEmpty() && !name.equals("detached"))
                .findFirst()
                .orElse("");
    }

    /** {@code refs/remotes/origin/feature/x} and {@code origin/feature/x} are the branch {@code feature/x}. */
    private static String shortName(String ref) {
        if (ref.startsWith("refs/heads/")) {
            return ref.substring("refs/heads/".length());
        }
        if (ref.startsWith("refs/remotes/")) {
            String remote = ref.substring("refs/remotes/".length());
            return remote.substring(remote.indexOf('/') + 1);
        }
        return ref.startsWith("origin/") ? ref.substring("origin/".length()) : ref;
    }

    private static boolean isCommit(String text) {
        return COMMIT.matcher(text).matches();
    }
}
