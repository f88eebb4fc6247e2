/** Speed and accuracy of the learners and of scoring, beside XGBoost and Smile. */
package io.jenkins.plugins.mlci.benchmark.learn;
