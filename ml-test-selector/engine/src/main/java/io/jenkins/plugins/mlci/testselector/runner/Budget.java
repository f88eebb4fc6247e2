package io.jenkins.plugins.mlci.testselector.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Keeps command lines below a limit of characters. */
final class Budget {
    private final int max;

    /** A limit of {@code max} characters, of which {@code used} are taken. */
    Budget(int max, int used) {
        this.max = Math.max(0, max - used);
    }

    /** Those that fit together, in order; one that is too long for the rest is left out, a shorter one after it may fit. */
    <T> List<T> fitting(List<T> items, ToIntFunction<T> length) {
        List<T> fitting = new ArrayList<>();
        int left = max;
        for (T item : items) {
            int need = length.applyAsInt(item);
            if (need <= left) {
                fitting.add(item);
                left -= need;
            }
        }
        return fitting;
    }

    /** All of them, in as few pieces as going through in order gives; one that is too long alone is a piece of its own. */
    List<List<String>> pieces(List<String> items, int separator) {
        List<List<String>> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        int length = 0;
        for (String item : items) {
            int need = item.length() + separator;
            if (!piece.isEmpty() && length + need > max) {
                pieces.add(piece);
                piece = new ArrayList<>();
                length = 0;
            }
            piece.add(item);
            length += need;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return pieces;
    }
}
