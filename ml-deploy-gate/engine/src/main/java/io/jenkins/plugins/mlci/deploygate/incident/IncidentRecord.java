package io.jenkins.plugins.mlci.deploygate.incident;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that broke, with all that is kept of it. Texts have secrets masked and people left out.
 *
 * @param id unique among all incidents
 * @param title one line
 * @param text the rest of the description; empty when there is none
 * @param source where it was reported, for example {@code pager} or {@code user}; empty when unknown
 * @param environment where it broke, without spaces around it
 * @param job the job or service that is affected; empty when unknown
 * @param deployment the deployment that caused it; empty when unknown
 * @param opened when it was noticed
 * @param resolved when it was over; empty while it is not
 * @param category what kind it is; empty when unknown
 * @param priority how bad it is; empty when unknown
 * @param resolution what resolved it, in words; empty when unknown
 * @param guesses which of these nobody said
 */
public record IncidentRecord(
        String id,
        String title,
        String text,
        String source,
        String environment,
        String job,
        String deployment,
        Instant opened,
        Optional<Instant> resolved,
        String category,
        String priority,
        String resolution,
        Guesses guesses) {
    /**
     * What was guessed when the incident came. A guess is shown as one, and nothing is learned from it: that would only teach
     * a model its own mistakes.
     *
     * @param category whether the category was
     * @param deployment whether the deployment was
     */
    public record Guesses(boolean category, boolean deployment) {
        /** Nothing was. */
        public static final Guesses NONE = new Guesses(false, false);
    }

    /** Longest text that is kept; what follows is cut off. */
    public static final int MAX_TEXT = 20_000;

    public IncidentRecord {
        if (id == null
                || id.isBlank()
                || title == null
                || title.isBlank()
                || environment == null
                || environment.isBlank()) {
            throw new IllegalArgumentException("An incident needs an id, a title and an environment.");
        }
        title = cut(title.strip());
        environment = environment.strip();
        text = cut(text);
        resolution = cut(resolution);
        Objects.requireNonNull(opened, "opened");
        if (resolved.isPresent() && resolved.get().isBefore(opened)) {
            throw new IllegalArgumentException("Incident " + id + " cannot be over before it was noticed.");
        }
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    /** Title and text, for what reads both. */
    public String words() {
        return title + "\n" + text;
    }

    /** Whether it is not over yet. */
    public boolean isOpen() {
        return resolved.isEmpty();
    }

    /** The same, over. */
    public IncidentRecord resolvedAt(Instant time, String how) {
        return new IncidentRecord(
                id,
                title,
                text,
                source,
                environment,
                job,
                deployment,
                opened,
                Optional.of(time),
                category,
                priority,
                how,
                guesses);
    }

    /**
     * The same with guesses where nothing was said.
     *
     * @param likelyCategory empty when there is no good guess
     * @param likelyDeployment empty when there is no good guess
     */
    public IncidentRecord guessed(String likelyCategory, String likelyDeployment) {
        boolean newCategory = category.isBlank() && !likelyCategory.isBlank();
        boolean newDeployment = deployment.isBlank() && !likelyDeployment.isBlank();
        return new IncidentRecord(
                id,
                title,
                text,
                source,
                environment,
                job,
                newDeployment ? likelyDeployment : deployment,
                opened,
                resolved,
                newCategory ? likelyCategory : category,
                priority,
                resolution,
                new Guesses(guesses.category || newCategory, guesses.deployment || newDeployment));
    }

    /** The category that somebody gave; empty when nobody did. */
    public String givenCategory() {
        return guesses.category ? "" : category;
    }

    /** The deployment that somebody named as the cause; empty when nobody did. */
    public String givenDeployment() {
        return guesses.deployment ? "" : deployment;
    }
}
