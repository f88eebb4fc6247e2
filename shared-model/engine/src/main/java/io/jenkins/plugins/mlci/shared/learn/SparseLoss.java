package io.jenkins.plugins.mlci.shared.learn;

/**
 * What a sparse linear model is fitted to, each as its dual problem in one variable.
 */
public enum SparseLoss {
    /** Support vector machine with squared hinge loss: the best classes. */
    SQUARED_HINGE {
        @Override
        double start(double cost) {
            return 0;
        }

        @Override
        double step(double dual, double margin, double squaredLength, double cost) {
            double diagonal = 1 / (2 * cost);
            double gradient = margin - 1 + diagonal * dual;
            return Math.max(0, dual - gradient / (squaredLength + diagonal));
        }
    },
    /** Logistic regression: margins are log-odds. */
    LOGISTIC {
        @Override
        double start(double cost) {
            return Math.min(0.001 * cost, 1e-8);
        }

        /** Finds the zero of {@code margin + squaredLength * (z - dual) + ln(z / (cost - z))}, which rises in z. */
        @Override
        double step(double dual, double margin, double squaredLength, double cost) {
            double low = 0;
            double high = cost;
            double z = Math.min(Math.max(dual, cost * 1e-12), cost * (1 - 1e-12));
            for (int i = 0; i < MOST_STEPS; i++) {
                double value = margin + squaredLength * (z - dual) + Math.log(z / (cost - z));
                if (value > 0) {
                    high = z;
                } else {
                    low = z;
                }
                double next = z - value / (squaredLength + cost / (z * (cost - z)));
                next = next > low && next < high ? next : (low + high) / 2;
                if (Math.abs(next - z) <= 1e-4 * Math.min(z, cost - z)) {
                    return next;
                }
                z = next;
            }
            return z;
        }
    };

    private static final int MOST_STEPS = 60;

    /** Where a row's dual variable starts. */
    abstract double start(double cost);

    /**
     * The best dual variable of one row when all others stay.
     *
     * @param dual what it is now
     * @param margin label times score of the row now
     * @param squaredLength of the row
     * @param cost of the row
     */
    abstract double step(double dual, double margin, double squaredLength, double cost);
}
