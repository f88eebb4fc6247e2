package io.jenkins.plugins.mlci.plugin.logscan.step;

import hudson.AbortException;
import java.util.List;

/** The words that an argument of a step takes. A word that is misspelt stops the step: a gate that never holds is worse than none. */
final class Words {
    private Words() {}

    /**
     * Takes a word or says which there are.
     *
     * @param argument in the words of its author, for example {@code result of logGate}
     * @throws AbortException with a sentence when the word is none of these
     */
    static void check(String argument, String word, List<String> known) throws AbortException {
        if (!known.contains(word)) {
            String first = String.join(", ", known.subList(0, known.size() - 1));
            throw new AbortException("The word \"" + word + "\" for " + argument + " is not known; write " + first
                    + " or " + known.get(known.size() - 1) + ".");
        }
    }
}
