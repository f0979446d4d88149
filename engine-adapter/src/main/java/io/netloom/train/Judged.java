package io.netloom.train;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the sums of a head with classes or tags tell beside loss and accuracy, where they were made in judging: for each the
/// right answers, the answers and the examples.
///
/// @param sums of the head
/// @param names of the classes or tags
/// @param first place of the right answers among the sums
/// @param kind what else the sums hold
record Judged(double[] sums, List<String> names, int first, Kind kind) {
    private static final int TOP_CLASSES = 5;

    private enum Kind {
        /// A class an example: before the right answers stands how often it was among the five likeliest; for two classes a
        /// histogram of scores stands behind the examples.
        CLASS,
        /// A class a pixel.
        PIXELS,
        /// Tags.
        TAGS
    }

    static Judged likeliest(double[] sums, List<String> classes) {
        return new Judged(sums, classes, 3, Kind.CLASS);
    }

    static Judged ofPixels(double[] sums, List<String> classes) {
        return new Judged(sums, classes, 2, Kind.PIXELS);
    }

    static Judged ofTags(double[] sums, List<String> tags) {
        return new Judged(sums, tags, 3, Kind.TAGS);
    }

    void put(String prefix, long count, Map<String, Double> values) {
        if (sums.length <= first || !wasJudged()) {
            return;
        }
        int classes = names.size();
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double iou = 0;
        int seen = 0;
        for (int c = 0; c < classes; c++) {
            double right = right(c);
            double answers = answers(c);
            double examples = examples(c);
            if (answers + examples > 0) {
                seen++;
                precision += answers > 0 ? right / answers : 0;
                recall += examples > 0 ? right / examples : 0;
                f1 += 2 * right / (answers + examples);
                iou += right / (answers + examples - right);
            }
        }
        values.put(prefix + "precision", precision / seen);
        values.put(prefix + "recall", recall / seen);
        values.put(prefix + "f1", f1 / seen);
        switch (kind) {
            case CLASS -> {
                if (classes > TOP_CLASSES) {
                    values.put(prefix + "top5", sums[first - 1] / count);
                }
                if (classes == 2 && examples(0) > 0 && examples(1) > 0) {
                    values.put(prefix + "auc", areaUnderCurve());
                }
            }
            case PIXELS -> {
                values.put(prefix + "iou", iou / seen);
                for (int c = 0; c < classes; c++) {
                    if (answers(c) + examples(c) > 0) {
                        values.put(prefix + "iou." + names.get(c), right(c) / (answers(c) + examples(c) - right(c)));
                    }
                }
            }
            case TAGS -> {
            }
        }
    }

    private double right(int c) {
        return sums[first + c];
    }

    private double answers(int c) {
        return sums[first + names.size() + c];
    }

    private double examples(int c) {
        return sums[first + 2 * names.size() + c];
    }

    private boolean wasJudged() {
        return IntStream.range(0, names.size()).anyMatch(c -> answers(c) + examples(c) > 0);
    }

    /// The share of pairs in which the example of the second class has the higher score; equal bins count half.
    private double areaUnderCurve() {
        int scores = first + 3 * names.size();
        int bins = (sums.length - scores) / 2;
        double below = 0;
        double area = 0;
        double positives = 0;
        for (int b = 0; b < bins; b++) {
            area += sums[scores + bins + b] * (below + sums[scores + b] / 2);
            below += sums[scores + b];
            positives += sums[scores + bins + b];
        }
        return area / (below * positives);
    }
}
