package io.netloom.train;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
        /// A class an example: before the right answers stands how often it was among the five likeliest; behind the examples stand
        /// histograms of scores.
        CLASS,
        /// A class a pixel.
        PIXELS,
        /// Tags; behind the examples stand histograms of scores.
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
                areaUnderCurves(count).ifPresent(area -> values.put(prefix + "auc", area));
            }
            case PIXELS -> {
                values.put(prefix + "iou", iou / seen);
                for (int c = 0; c < classes; c++) {
                    if (answers(c) + examples(c) > 0) {
                        values.put(prefix + "iou." + names.get(c), right(c) / (answers(c) + examples(c) - right(c)));
                    }
                }
            }
            case TAGS -> areaUnderCurves(count).ifPresent(area -> values.put(prefix + "auc", area));
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

    /// The mean over the classes that some examples are of, and some are not.
    private OptionalDouble areaUnderCurves(long count) {
        return sums.length <= scores() ? OptionalDouble.empty()
                : IntStream.range(0, names.size()).filter(c -> examples(c) > 0 && examples(c) < count)
                        .mapToDouble(this::areaUnderCurve).average();
    }

    private int scores() {
        return first + 3 * names.size();
    }

    /// The share of pairs of an example of a class and one that is not in which the first has the higher score; equal bins count
    /// half.
    private double areaUnderCurve(int c) {
        int bins = (sums.length - scores()) / (2 * names.size());
        int scores = scores() + 2 * c * bins;
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
