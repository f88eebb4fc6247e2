package io.jenkins.plugins.mlci.shared.learn;

/** What boosting minimises, over the rows of one slice of a training set. */
interface Objective {
    /** The margin that every row starts from. */
    double initialMargin();

    /**
     * First and second derivatives of the loss by each row's margin.
     *
     * @param margins current log-odds margins, one a row
     * @param gradients filled, one a row
     * @param hessians filled, one a row, 0 or more
     */
    void derive(double[] margins, double[] gradients, double[] hessians);

    /** What is compared between rounds to stop early: less is better. */
    double loss(double[] margins);
}
