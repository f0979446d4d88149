package io.netloom.train;

import java.util.Map;

/// What the sums of a classifying head tell beside loss and accuracy, where they were made in judging: right among the
/// five likeliest; for each class the right answers, the answers and the examples; for two classes a histogram of scores.
record Judged(double[] sums, int classes) {
    private static final int TOP = 2;
    private static final int RIGHT = 3;
    private static final int TOP_CLASSES = 5;

    void put(String prefix, long count, Map<String, Double> values) {
        if (sums.length <= RIGHT || !wasJudged()) {
            return;
        }
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        int seen = 0;
        for (int c = 0; c < classes; c++) {
            double right = sums[RIGHT + c];
            double answers = sums[RIGHT + classes + c];
            double examples = sums[RIGHT + 2 * classes + c];
            if (answers + examples > 0) {
                seen++;
                precision += answers > 0 ? right / answers : 0;
                recall += examples > 0 ? right / examples : 0;
                f1 += 2 * right / (answers + examples);
            }
        }
        values.put(prefix + "precision", precision / seen);
        values.put(prefix + "recall", recall / seen);
        values.put(prefix + "f1", f1 / seen);
        if (classes > TOP_CLASSES) {
            values.put(prefix + "top5", sums[TOP] / count);
        }
        if (classes == 2 && sums[RIGHT + 2 * classes] > 0 && sums[RIGHT + 2 * classes + 1] > 0) {
            values.put(prefix + "auc", areaUnderCurve());
        }
    }

    private boolean wasJudged() {
        double examples = 0;
        for (int c = 0; c < classes; c++) {
            examples += sums[RIGHT + 2 * classes + c];
        }
        return examples > 0;
    }

    /// The share of pairs in which the example of the second class has the higher score; equal bins count half.
    private double areaUnderCurve() {
        int first = RIGHT + 3 * classes;
        int bins = (sums.length - first) / 2;
        double below = 0;
        double area = 0;
        double positives = 0;
        for (int b = 0; b < bins; b++) {
            area += sums[first + bins + b] * (below + sums[first + b] / 2);
            below += sums[first + b];
            positives += sums[first + bins + b];
        }
        return area / (below * positives);
    }
}
