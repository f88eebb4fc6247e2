package io.jenkins.plugins.mlci.shared.history.jdbc;

/**
 * A row of the table of jobs.
 *
 * @param id its number in the database
 * @param nextTest the index that its next new test gets
 * @param dictionary how often tests were taken out of its dictionary
 * @param statisticsValid whether its statistics are up to date
 * @param countedStarted start of the newest build in its statistics, in ms
 * @param countedNumber number of that build
 */
record JobRow(
        long id, int nextTest, long dictionary, boolean statisticsValid, long countedStarted, long countedNumber) {

    /** Whether a build comes, in time order, after all that are counted. */
    boolean isBefore(long started, long number) {
        return started == countedStarted ? number > countedNumber : started > countedStarted;
    }

    JobRow withNextTest(int next) {
        return new JobRow(id, next, dictionary, statisticsValid, countedStarted, countedNumber);
    }

    JobRow withNextDictionary() {
        return new JobRow(id, nextTest, dictionary + 1, statisticsValid, countedStarted, countedNumber);
    }

    JobRow withInvalidStatistics() {
        return new JobRow(id, nextTest, dictionary, false, countedStarted, countedNumber);
    }

    JobRow withCounted(long started, long number) {
        return new JobRow(id, nextTest, dictionary, true, started, number);
    }
}
