package io.jenkins.plugins.mlci.testselector.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The POSIX scripts that call {@code go test} once for each package. A package that is no longer there is not named to {@code go
 * test}, which would fail. The script's arguments are passed on.
 */
final class GoScript {
    private static final List<String> START = List.of(
            "#!/bin/sh",
            "# From ml-test-selector. Arguments are passed on to go test, for example -json.",
            "set -f",
            "status=0",
            "packages=$(go list ./...) || exit 1");

    private GoScript() {}

    /**
     * Leaves out tests of some packages and tests all others, among them those that are new.
     *
     * @param skips the expression of {@code -skip} for each package
     */
    static List<String> leavingOut(Map<String, String> skips) {
        List<String> lines = new ArrayList<>(START);
        skips.forEach((name, expression) -> lines.addAll(where(name, call(List.of("-skip=" + expression, name)))));
        lines.addAll(List.of("rest=", "for package in $packages; do", "    case \"$package\" in"));
        skips.keySet().forEach(name -> lines.add("        " + ShellQuoting.posix(name) + ") ;;"));
        lines.addAll(List.of(
                "        *) rest=\"$rest $package\" ;;",
                "    esac",
                "done",
                "if [ -n \"$rest\" ]; then",
                "    go test \"$@\" $rest || status=1",
                "fi",
                "exit $status"));
        return lines;
    }

    /**
     * Makes these calls and no other; all packages are tested when none of those that are named is there.
     *
     * @param calls the arguments of each call, of which the last is the package
     */
    static List<String> naming(List<List<String>> calls) {
        List<String> lines = new ArrayList<>(START);
        lines.add("ran=");
        for (List<String> args : calls) {
            lines.addAll(where(args.get(args.size() - 1), "    ran=yes", call(args)));
        }
        lines.addAll(List.of("if [ -z \"$ran\" ]; then", "    go test \"$@\" ./... || status=1", "fi", "exit $status"));
        return lines;
    }

    /** Tests nothing. */
    static List<String> nothing() {
        return List.of("#!/bin/sh", "# From ml-test-selector: no test is selected here.", "exit 0");
    }

    private static List<String> where(String name, String... commands) {
        List<String> lines = new ArrayList<>();
        lines.add("case \" $(echo $packages) \" in *' '" + ShellQuoting.posix(name) + "' '*)");
        lines.addAll(List.of(commands));
        lines.add("    ;;");
        lines.add("esac");
        return lines;
    }

    private static String call(List<String> args) {
        return "    go test \"$@\" " + ShellQuoting.posix(args) + " || status=1";
    }
}
