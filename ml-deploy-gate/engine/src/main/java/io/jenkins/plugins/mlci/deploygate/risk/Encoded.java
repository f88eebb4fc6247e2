package io.jenkins.plugins.mlci.deploygate.risk;

/**
 * A deployment as the linear parts see it.
 *
 * @param dense scaled features, mean 0
 * @param words positions of its words in the table of hashed words
 * @param word value of each word: the vector of words has length 1
 * @param scope position of its job and environment in the same table
 */
record Encoded(double[] dense, int[] words, double word, int scope) {}
