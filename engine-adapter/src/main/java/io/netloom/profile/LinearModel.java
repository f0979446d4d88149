package io.netloom.profile;

import java.util.Arrays;

/// A linear model of a few hundred features: least squares with a small penalty for numbers, and multinomial logistic regression for
/// classes. The latter goes uphill by Böhning's lower bound of the curvature (Annals of the Institute of Statistical Mathematics 44,
/// 1992), one matrix for all steps, so that each of them is sure to help and no step size is to be chosen.
final class LinearModel {
    private static final int STEPS = 200;
    private static final double ENOUGH = 1e-5;

    private final double[][] weights;

    private LinearModel(double[][] weights) {
        this.weights = weights;
    }

    /// @param x a row an example, the last feature 1
    /// @param penalty on the squares of all weights but the last
    static LinearModel ofNumbers(double[][] x, double[] y, double penalty) {
        double[] right = new double[x[0].length];
        for (int i = 0; i < x.length; i++) {
            add(right, x[i], y[i]);
        }
        double[][] factor = factor(gram(x, penalty));
        solve(factor, right);
        return new LinearModel(new double[][] {right});
    }

    /// @param x a row an example, the last feature 1
    /// @param penalty on the squares of all weights but the last
    /// @param y the class of each
    static LinearModel ofClasses(double[][] x, int[] y, int classes, double penalty) {
        double[][] factor = factor(gram(x, 2 * penalty));
        double[][] weights = new double[classes][x[0].length];
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[][] gradient = new double[classes][];
            for (int c = 0; c < classes; c++) {
                double[] w = weights[c];
                gradient[c] = Arrays.stream(w).map(v -> -penalty * v).toArray();
                gradient[c][w.length - 1] = 0;
            }
            double likelihood = 0;
            double[] shares = new double[classes];
            for (int i = 0; i < x.length; i++) {
                shares(weights, x[i], shares);
                likelihood += Math.log(Math.max(Double.MIN_NORMAL, shares[y[i]]));
                for (int c = 0; c < classes; c++) {
                    add(gradient[c], x[i], (c == y[i] ? 1 : 0) - shares[c]);
                }
            }
            if (likelihood - before < ENOUGH * x.length && step > 0) {
                break;
            }
            before = likelihood;
            for (int c = 0; c < classes; c++) {
                solve(factor, gradient[c]);
                add(weights[c], gradient[c], 2);
            }
        }
        return new LinearModel(weights);
    }

    /// The number of a row.
    double number(double[] row) {
        return dot(weights[0], row);
    }

    /// The likeliest class of a row.
    double likeliest(double[] row) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < weights.length; c++) {
            double logit = dot(weights[c], row);
            if (logit > most) {
                most = logit;
                best = c;
            }
        }
        return best;
    }

    private static void shares(double[][] weights, double[] row, double[] into) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < into.length; c++) {
            into[c] = dot(weights[c], row);
            most = Math.max(most, into[c]);
        }
        double sum = 0;
        for (int c = 0; c < into.length; c++) {
            into[c] = Math.exp(into[c] - most);
            sum += into[c];
        }
        for (int c = 0; c < into.length; c++) {
            into[c] /= sum;
        }
    }

    /// The products of all pairs of features, and a penalty on all but the last.
    private static double[][] gram(double[][] x, double penalty) {
        int width = x[0].length;
        double[][] gram = new double[width][width];
        for (double[] row : x) {
            for (int i = 0; i < width; i++) {
                if (row[i] != 0) {
                    for (int j = 0; j <= i; j++) {
                        gram[i][j] += row[i] * row[j];
                    }
                }
            }
        }
        for (int i = 0; i < width; i++) {
            gram[i][i] += i < width - 1 ? penalty : 1e-6;
        }
        return gram;
    }

    /// Cholesky's factor in the lower triangle.
    private static double[][] factor(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int i = j; i < matrix.length; i++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(Math.max(1e-12, sum)) : sum / matrix[j][j];
            }
        }
        return matrix;
    }

    private static void solve(double[][] factor, double[] right) {
        for (int i = 0; i < right.length; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= factor[i][k] * right[k];
            }
            right[i] /= factor[i][i];
        }
        for (int i = right.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < right.length; k++) {
                right[i] -= factor[k][i] * right[k];
            }
            right[i] /= factor[i][i];
        }
    }

    private static void add(double[] into, double[] row, double factor) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * row[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
