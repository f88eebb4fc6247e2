package io.jenkins.plugins.mlci.shared.privacy;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;

/** Forgets people and jobs on request, and leaves nothing of them on the disk. */
public final class Erasure {
    private final HistoryStore store;

    public Erasure(HistoryStore store) {
        this.store = store;
    }

    /**
     * Forgets which changes a person wrote, under all keys that are still known, and compacts the history.
     *
     * @param person as it was handed to {@link Pseudonymizer#pseudonym}
     * @return in how many change sets the person occurred
     */
    public int erasePerson(String person, Pseudonymizer pseudonymizer) {
        int changeSets = 0;
        for (String pseudonym : pseudonymizer.allPseudonyms(person)) {
            changeSets += store.builds().eraseAuthor(pseudonym);
        }
        if (changeSets > 0) {
            store.compact();
        }
        return changeSets;
    }

    /**
     * Forgets a job and compacts the history.
     *
     * @return whether there was anything to forget
     */
    public boolean eraseJob(String job) {
        boolean known = store.jobs().delete(job);
        if (known) {
            store.compact();
        }
        return known;
    }
}
