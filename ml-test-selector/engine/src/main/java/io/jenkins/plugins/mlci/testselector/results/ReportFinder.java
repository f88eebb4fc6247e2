package io.jenkins.plugins.mlci.testselector.results;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds report files below a folder. Folders behind symbolic links are not entered; a linked file is read only where it
 * lies below the folder too, so that no workspace can make a build read what is outside.
 */
final class ReportFinder extends SimpleFileVisitor<Path> {
    /** Folders with very many files and never a report of this build. */
    private static final Set<String> NOT_ENTERED = Set.of(".git", ".hg", ".svn", "node_modules");

    private final Path root;
    private final Path realRoot;
    private final List<AntPattern> patterns;
    private final ReportLimits limits;
    private final List<Path> found = new ArrayList<>();
    private final List<ReportProblem> problems = new ArrayList<>();

    private ReportFinder(Path root, Path realRoot, List<AntPattern> patterns, ReportLimits limits) {
        this.root = root;
        this.realRoot = realRoot;
        this.patterns = patterns;
        this.limits = limits;
    }

    /** The report files in path order. Problems are added to the list that is handed in. */
    static List<Path> find(Path root, List<AntPattern> patterns, ReportLimits limits, List<ReportProblem> problems) {
        try {
            ReportFinder finder = new ReportFinder(root, root.toRealPath(), patterns, limits);
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), limits.depth() + 1, finder);
            problems.addAll(finder.problems);
            finder.found.sort(Comparator.comparing(Path::toString));
            return finder.found;
        } catch (IOException unreadable) {
            String sentence = "The folder could not be searched for reports: "
                    + unreadable.getClass().getSimpleName() + ".";
            problems.add(new ReportProblem(root, ReportProblem.Kind.INCOMPLETE, sentence));
            return List.of();
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        Path name = folder.getFileName();
        boolean enter = folder.equals(root) || name == null || !NOT_ENTERED.contains(name.toString());
        return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            String sentence = "The folder lies deeper than " + limits.depth() + " levels and was not searched.";
            problems.add(new ReportProblem(file, ReportProblem.Kind.INCOMPLETE, sentence));
            return FileVisitResult.CONTINUE;
        }
        String path = TestNames.path(root.relativize(file).toString());
        if (patterns.stream().noneMatch(pattern -> pattern.matches(path)) || !isInside(file, attributes)) {
            return FileVisitResult.CONTINUE;
        }
        if (found.size() >= limits.files()) {
            String sentence = "There are more than " + limits.files() + " report files; the rest was not read.";
            problems.add(new ReportProblem(root, ReportProblem.Kind.INCOMPLETE, sentence));
            return FileVisitResult.TERMINATE;
        }
        found.add(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) throws IOException {
        if (file.equals(root)) {
            throw unreadable;
        }
        String sentence = "It could not be read: " + unreadable.getClass().getSimpleName() + ".";
        problems.add(new ReportProblem(file, ReportProblem.Kind.INCOMPLETE, sentence));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException unreadable) {
        if (unreadable != null) {
            String sentence = "It could not be searched to its end: "
                    + unreadable.getClass().getSimpleName() + ".";
            problems.add(new ReportProblem(folder, ReportProblem.Kind.INCOMPLETE, sentence));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isInside(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return true;
        }
        try {
            Path real = file.toRealPath();
            if (attributes.isSymbolicLink() && real.startsWith(realRoot)) {
                return Files.isRegularFile(real);
            }
            String sentence = "It is no file of this folder but a link out of it or a device, and was not read.";
            problems.add(new ReportProblem(file, ReportProblem.Kind.REMARK, sentence));
        } catch (IOException dangling) {
            String sentence = "The link leads nowhere: " + dangling.getClass().getSimpleName() + ".";
            problems.add(new ReportProblem(file, ReportProblem.Kind.REMARK, sentence));
        }
        return false;
    }
}
