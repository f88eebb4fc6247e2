package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How each known test relates by name to the files of one change; arrays over all tests of the catalog. */
final class ChangeMatch {
    /** Words that stand in more than this share of the test names tell tests apart too little to be followed. */
    private static final double COMMON = 0.4;

    final double[] ownFile;
    final double[] ownChurn;
    final double[] sameSubject;
    final double[] name;
    final double[] folder;
    final double[] text;
    final double[] neighbour;
    final double[] sameFolder;
    final double[] contained;
    final double[] nearness;
    final double[] method;

    private final TestCatalog catalog;
    private final double[] subjectLengths;
    private final double[] folderLengths;
    private final Map<Integer, List<Integer>> subjectPostings;
    private final Map<Integer, List<Integer>> folderPostings;

    ChangeMatch(TestCatalog catalog, Postings postings, List<ChangedFile> files) {
        int n = catalog.size();
        this.catalog = catalog;
        this.subjectPostings = postings.subjects;
        this.folderPostings = postings.folders;
        subjectLengths = new double[n];
        folderLengths = new double[n];
        ownFile = new double[n];
        ownChurn = new double[n];
        sameSubject = new double[n];
        name = new double[n];
        folder = new double[n];
        text = new double[n];
        neighbour = new double[n];
        sameFolder = new double[n];
        contained = new double[n];
        nearness = new double[n];
        method = new double[n];
        Set<String> changeSubjects = new HashSet<>();
        Set<String> changeFolders = new HashSet<>();
        Set<String> seenNames = new HashSet<>();
        Set<String> seenFolders = new HashSet<>();
        Set<String> testFolders = new HashSet<>();
        for (ChangedFile file : files) {
            List<String> segments = Names.segments(file.path());
            if (segments.isEmpty()) {
                continue;
            }
            String simple = segments.get(segments.size() - 1);
            List<String> directory = segments.subList(0, segments.size() - 1);
            boolean isTest = markOwn(file, simple, directory, testFolders);
            List<String> words = Names.subject(simple);
            for (int test : catalog.about(String.join(" ", words))) {
                double close = 0.5 + 0.5 * suffixOverlap(directory, catalog.folderName(test));
                sameSubject[test] = Math.max(sameSubject[test], close);
            }
            if (seenNames.add(String.join(" ", words))) {
                best(words.stream().map(Names::stem).toList(), subjectPostings, true, name);
            }
            if (seenFolders.add(String.join("/", directory))) {
                near(directory);
                best(directory, folderPostings, false, folder);
            }
            words.stream().map(Names::stem).forEach(changeSubjects::add);
            changeFolders.addAll(directory);
            if (!isTest) {
                markFolder(directory);
            }
        }
        overall(changeSubjects, changeFolders);
        for (int test = 0; test < n; test++) {
            neighbour[test] = testFolders.contains(catalog.folderName(test)) && ownFile[test] == 0 ? 1 : 0;
        }
    }

    private boolean markOwn(ChangedFile file, String simple, List<String> directory, Set<String> testFolders) {
        boolean isTest = false;
        for (int test : catalog.named(simple)) {
            double overlap = suffixOverlap(directory, catalog.folderName(test));
            if (overlap == 1 || catalog.folderName(test).isEmpty()) {
                isTest = true;
                if (file.kind() != ChangeKind.DELETED) {
                    ownFile[test] = 1;
                    ownChurn[test] += Math.max(0, file.added()) + Math.max(0, file.deleted());
                    testFolders.add(catalog.folderName(test));
                }
            }
        }
        return isTest;
    }

    /** The share of the test's own folders that end the file's directory: 1 when all do, 0 when none does. */
    private static double suffixOverlap(List<String> directory, String folderName) {
        if (folderName.isEmpty()) {
            return 1;
        }
        String[] own = folderName.split("/");
        int same = 0;
        while (same < own.length
                && same < directory.size()
                && own[own.length - 1 - same].equals(directory.get(directory.size() - 1 - same))) {
            same++;
        }
        return (double) same / own.length;
    }

    private void markFolder(List<String> directory) {
        for (int from = 0; from < directory.size(); from++) {
            for (int test : catalog.in(String.join("/", directory.subList(from, directory.size())))) {
                sameFolder[test] = 1;
            }
        }
    }

    private void best(List<String> words, Map<Integer, List<Integer>> postings, boolean subject, double[] into) {
        double norm = 0;
        Map<Integer, Double> dots = new HashMap<>();
        for (String word : new HashSet<>(words)) {
            int id = catalog.word(word);
            double weight = catalog.weight(id);
            norm += weight * weight;
            List<Integer> tests = postings.getOrDefault(id, List.of());
            if (id >= 0 && tests.size() <= Math.max(3, COMMON * catalog.size())) {
                for (int test : tests) {
                    dots.merge(test, weight * weight, Double::sum);
                }
            }
        }
        double length = Math.sqrt(norm);
        dots.forEach((test, dot) -> {
            double own = subject
                    ? length(subjectLengths, test, catalog.subject(test))
                    : length(folderLengths, test, catalog.folder(test));
            if (subject && own > 0 && length > 0) {
                double shorter = Math.min(own, length);
                contained[test] = Math.max(contained[test], dot / (shorter * shorter));
            }
            if (own > 0 && length > 0) {
                into[test] = Math.max(into[test], dot / (own * length));
            }
        });
    }

    /** How much of the package tree the test shares with the file, wherever the source root ends. */
    private void near(List<String> directory) {
        for (String folderName : catalog.folderNames()) {
            double share = nearnessOf(directory, folderName.split("/"));
            if (share > 0) {
                for (int test : catalog.in(folderName)) {
                    nearness[test] = Math.max(nearness[test], share);
                }
            }
        }
    }

    private static double nearnessOf(List<String> directory, String[] folders) {
        double best = 0;
        for (int start = 0; start < directory.size(); start++) {
            int same = 0;
            while (same < folders.length
                    && start + same < directory.size()
                    && folders[same].equals(directory.get(start + same))) {
                same++;
            }
            if (same > 0) {
                int steps = (folders.length - same) + (directory.size() - start - same);
                best = Math.max(best, 1.0 / (1 + steps));
            }
        }
        return best;
    }

    /** The length of a test's words as a vector; asked for often, and the same for the whole change. */
    private double length(double[] known, int test, int[] words) {
        if (known[test] == 0) {
            double sum = 0;
            for (int word : words) {
                sum += catalog.weight(word) * catalog.weight(word);
            }
            known[test] = Math.sqrt(sum);
        }
        return known[test];
    }

    private void overall(Set<String> subjects, Set<String> folders) {
        double[] inChange = new double[catalog.words()];
        for (String word : subjects) {
            int id = catalog.word(word);
            if (id >= 0) {
                inChange[id] = 1;
            }
        }
        for (String word : folders) {
            int id = catalog.word(word);
            if (id >= 0) {
                inChange[id] = Math.max(inChange[id], 0.5);
            }
        }
        for (int test = 0; test < text.length; test++) {
            double sum = 0;
            double all = 0;
            for (int word : catalog.subject(test)) {
                double weight = catalog.weight(word);
                sum += inChange[word] * weight;
                all += weight;
            }
            for (int word : catalog.folder(test)) {
                double weight = 0.5 * catalog.weight(word);
                sum += inChange[word] * weight;
                all += weight;
            }
            text[test] = all == 0 ? 0 : sum / all;
            double best = 0;
            for (String word : catalog.methodWords(test)) {
                if (subjects.contains(word)) {
                    best += catalog.weight(catalog.word(word));
                }
            }
            method[test] = best / (1 + best);
        }
    }

    static final class Postings {
        final Map<Integer, List<Integer>> subjects = new HashMap<>();
        final Map<Integer, List<Integer>> folders = new HashMap<>();
        private int known;

        void update(TestCatalog catalog) {
            for (; known < catalog.size(); known++) {
                for (int word : catalog.subject(known)) {
                    subjects.computeIfAbsent(word, w -> new ArrayList<>()).add(known);
                }
                for (int word : catalog.folder(known)) {
                    folders.computeIfAbsent(word, w -> new ArrayList<>()).add(known);
                }
            }
        }
    }
}
