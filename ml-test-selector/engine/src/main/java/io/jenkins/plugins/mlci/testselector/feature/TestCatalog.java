package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the tests of a history and keeps what their names say: directory, simple name, words. */
final class TestCatalog {
    private final Map<TestId, Integer> numbers = new HashMap<>();
    private final List<TestId> tests = new ArrayList<>();
    private final Map<String, Integer> wordNumbers = new HashMap<>();
    private final List<int[]> subjects = new ArrayList<>();
    private final List<int[]> folders = new ArrayList<>();
    private final List<String> simpleNames = new ArrayList<>();
    private final List<String> subjectNames = new ArrayList<>();
    private final List<String> folderNames = new ArrayList<>();
    private final List<List<String>> methodWords = new ArrayList<>();
    private int[] documentCount = new int[1024];
    private final Map<String, List<Integer>> bySimpleName = new HashMap<>();
    private final Map<String, List<Integer>> bySubject = new HashMap<>();
    private final Map<String, List<Integer>> byFolder = new HashMap<>();

    int size() {
        return tests.size();
    }

    TestId test(int number) {
        return tests.get(number);
    }

    int find(TestId test) {
        return numbers.getOrDefault(test, -1);
    }

    int number(TestId test) {
        Integer known = numbers.get(test);
        if (known != null) {
            return known;
        }
        int number = tests.size();
        numbers.put(test, number);
        tests.add(test);
        List<String> segments = Names.segments(test.className());
        String simple = segments.isEmpty() ? test.className() : segments.get(segments.size() - 1);
        int outer = test.className().indexOf('$');
        if (outer > 0) {
            List<String> outside = Names.segments(test.className().substring(0, outer));
            simple = outside.isEmpty() ? simple : outside.get(outside.size() - 1);
        }
        List<String> words = Names.subject(simple);
        List<String> directory = segments.isEmpty() ? List.of() : segments.subList(0, segments.size() - 1);
        methodWords.add(
                test.method().isEmpty()
                        ? List.of()
                        : Names.subject(test.method()).stream()
                                .map(Names::stem)
                                .distinct()
                                .toList());
        simpleNames.add(simple);
        String subject = String.join(" ", words);
        subjectNames.add(subject);
        folderNames.add(String.join("/", directory));
        byFolder.computeIfAbsent(String.join("/", directory), name -> new ArrayList<>())
                .add(number);
        subjects.add(count(words.stream().map(Names::stem).toList()));
        folders.add(count(directory));
        bySimpleName.computeIfAbsent(simple, name -> new ArrayList<>()).add(number);
        bySubject.computeIfAbsent(subject, name -> new ArrayList<>()).add(number);
        return number;
    }

    private int[] count(List<String> words) {
        int[] ids = words.stream().distinct().mapToInt(this::wordNumber).toArray();
        for (int id : ids) {
            documentCount[id]++;
        }
        return ids;
    }

    private int wordNumber(String word) {
        int id = wordNumbers.computeIfAbsent(word, w -> wordNumbers.size());
        if (id >= documentCount.length) {
            documentCount = java.util.Arrays.copyOf(documentCount, id * 2);
        }
        return id;
    }

    /** The number of a word that some test's name holds, or -1. */
    int word(String word) {
        return wordNumbers.getOrDefault(word, -1);
    }

    int words() {
        return wordNumbers.size();
    }

    /** Inverse document frequency over the tests: log(1 + tests / tests with the word). */
    double weight(int word) {
        return word < 0
                ? Math.log(1 + tests.size())
                : Math.log(1.0 + (double) tests.size() / Math.max(1, documentCount[word]));
    }

    int[] subject(int test) {
        return subjects.get(test);
    }

    int[] folder(int test) {
        return folders.get(test);
    }

    List<String> methodWords(int test) {
        return methodWords.get(test);
    }

    String simpleName(int test) {
        return simpleNames.get(test);
    }

    String subjectName(int test) {
        return subjectNames.get(test);
    }

    String folderName(int test) {
        return folderNames.get(test);
    }

    List<Integer> named(String simpleName) {
        return bySimpleName.getOrDefault(simpleName, List.of());
    }

    /** The folders or packages that hold tests. */
    Set<String> folderNames() {
        return byFolder.keySet();
    }

    /** The tests of one folder or package. */
    List<Integer> in(String folderName) {
        return byFolder.getOrDefault(folderName, List.of());
    }

    List<Integer> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }
}
