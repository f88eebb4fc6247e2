package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.ChangePast;
import io.jenkins.plugins.mlci.deploygate.change.ChangeSize;
import io.jenkins.plugins.mlci.deploygate.change.ChangeText;
import io.jenkins.plugins.mlci.deploygate.change.DeployedChange;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The facts of a change that a version control system knows. */
public final class ChangeFacts {
    private static final Pattern TEST =
            Pattern.compile("(^|/)(tests?|specs?|__tests__)/|(test|spec|_test|tests)\\.[a-z]+$");
    private static final Pattern DOC = Pattern.compile("\\.(md|rst|adoc|txt)$|(^|/)docs?/");
    private static final Pattern CONFIG = Pattern.compile(
            "\\.(ya?ml|properties|toml|ini|cfg|conf|tf|tpl|j2|erb|pp)$|(^|/)(dockerfile|jenkinsfile|makefile)$");
    private static final Pattern DATA = Pattern.compile("\\.(json|csv|tsv|xml|sql|parquet)$");

    private ChangeFacts() {}

    /**
     * The facts of a change.
     *
     * @param title first line of the merge or newest commit, secrets masked; empty when unknown
     * @param leadHours hours from the oldest commit to now; NaN when unknown
     */
    public static DeployedChange of(ChangeSet change, String title, double leadHours) {
        Map<String, Integer> subsystems = new HashMap<>();
        Set<String> folders = new HashSet<>();
        List<String> paths = new ArrayList<>();
        List<Double> lines = new ArrayList<>();
        double[] sums = new double[8];
        for (ChangedFile file : change.files()) {
            String path = file.path();
            paths.add(path);
            int slash = path.lastIndexOf('/');
            folders.add(slash < 0 ? "" : path.substring(0, slash));
            String top = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
            int changed = Math.max(0, file.added()) + Math.max(0, file.deleted());
            subsystems.merge(top, Math.max(1, changed), Integer::sum);
            lines.add((double) changed);
            sums[0] += Math.max(0, file.added());
            sums[1] += Math.max(0, file.deleted());
            sums[2] += file.added() < 0 ? 1 : 0;
            sums[kind(path.toLowerCase(Locale.ROOT))]++;
        }
        boolean known = !change.files().isEmpty();
        ChangeSize size = known
                ? new ChangeSize(
                        change.commits() > 0 ? change.commits() : Double.NaN,
                        change.authors().isEmpty()
                                ? Double.NaN
                                : change.authors().size(),
                        sums[0],
                        sums[1],
                        paths.size(),
                        folders.size(),
                        subsystems.size(),
                        entropy(lines),
                        sums[2],
                        sums[3],
                        sums[4],
                        sums[5],
                        sums[6],
                        sums[7])
                : ChangeSize.UNKNOWN;
        List<String> parts = subsystems.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
        return new DeployedChange(
                size, ChangePast.UNKNOWN, new ChangeText(title, -1, List.of()), paths, parts, List.of(), leadHours);
    }

    /** Position of the kind of file in the sums: configuration 3, code 4, tests 5, documentation 6, data 7. */
    private static int kind(String path) {
        if (TEST.matcher(path).find()) {
            return 5;
        }
        if (DOC.matcher(path).find()) {
            return 6;
        }
        if (CONFIG.matcher(path).find()) {
            return 3;
        }
        return DATA.matcher(path).find() ? 7 : 4;
    }

    private static double entropy(List<Double> lines) {
        double all = lines.stream().mapToDouble(Double::doubleValue).sum();
        return lines.stream()
                .filter(each -> each > 0)
                .mapToDouble(each -> -each / all * Math.log(each / all) / Math.log(2))
                .sum();
    }
}
