package io.jenkins.plugins.mlci.shared.learn;

/** Solves small symmetric positive definite systems. */
final class Cholesky {
    private Cholesky() {}

    /**
     * The x with {@code matrix * x = right}.
     *
     * @param matrix lower triangle; overwritten by its factor
     * @param right overwritten by the solution
     */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                // A tiny pivot means a column that adds nothing; it gets no step.
                matrix[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= matrix[i][k] * right[k];
            }
            right[i] /= matrix[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                right[i] -= matrix[k][i] * right[k];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }
}
