package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Short ways to say a selection in a test. */
final class Selections {
    private Selections() {}

    /** {@code Class}, or {@code Class#method}. */
    static TestId id(String name) {
        int hash = name.indexOf('#');
        return hash < 0 ? TestId.ofClass(name) : new TestId("", name.substring(0, hash), name.substring(hash + 1));
    }

    static List<TestId> ids(String... names) {
        return List.of(names).stream().map(Selections::id).toList();
    }

    static SelectedTests of(List<TestId> selected, List<TestId> skipped) {
        return new SelectedTests(selected, skipped, false, "Because of the test.");
    }

    static SelectedTests skipping(String... names) {
        return of(ids("selected.SelectedTest"), ids(names));
    }

    static List<String> lines(Optional<Path> file) {
        return lines(file.orElseThrow());
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
