package io.jenkins.plugins.mlci.deploygate.incident;

/** What the surroundings (a CI server, a chat) can do; each call says in a sentence what was done. */
public interface RemedyActions {
    /**
     * Runs a job once more.
     *
     * @throws RemedyException when it cannot, with a sentence
     */
    String retry(String job);

    /**
     * Deploys again what an earlier deployment deployed.
     *
     * @param environment where to
     * @param deployment id of the good deployment
     * @throws RemedyException when it cannot, with a sentence
     */
    String redeploy(String environment, String deployment);

    /**
     * Tells people.
     *
     * @throws RemedyException when it cannot, with a sentence
     */
    String tell(IncidentRecord incident, String message);
}
