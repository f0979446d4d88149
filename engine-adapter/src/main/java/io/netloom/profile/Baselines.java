package io.netloom.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Scores of models that any network must beat: one that always says the same, and a linear one, on rows that they have not seen.
final class Baselines {
    private static final int FEWEST_ROWS = 20;
    private static final int MOST_CLASSES = 50;

    private final Sample sample;
    private final Answer answer;
    private final LinearFeatures features;
    private final List<String> given = new ArrayList<>();
    private final List<String> unfit = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Baselines(Sample sample, Answer answer) {
        this.sample = sample;
        this.answer = answer;
        this.features = new LinearFeatures(sample.learnt());
    }

    /// A column from which the linear model may learn, if it suits.
    void offer(ColumnProfile column, Sample.Values values, Collection<String> identifiers,
            Collection<String> givenAway) {
        if (givenAway.contains(column.name())) {
            given.add(column.name());
        } else if (!identifiers.contains(column.name()) && column.distinct() > 1
                && (isFree(column) || !features.add(values))) {
            unfit.add(column.name());
        }
    }

    private static boolean isFree(ColumnProfile column) {
        return column.values() instanceof ColumnValues.Texts(List<ColumnValues.Frequent> frequent, double _)
                && frequent.isEmpty();
    }

    /// The scores, the simplest model first; none where there are too few rows.
    List<Baseline> all() {
        if (sample.rows() < FEWEST_ROWS) {
            remarks.add("There are too few rows to judge by.");
            return List.of();
        }
        int[] judged = sample.judged();
        double[] same = new double[judged.length];
        Arrays.fill(same, answer.simplest(sample.learnt()));
        List<Baseline> all = new ArrayList<>();
        all.add(new Baseline(switch (answer) {
            case Answer.Classes _ -> "most frequent class";
            case Answer.Quantity _ -> "mean";
        }, answer.scores(judged, same)));
        if (!given.isEmpty()) {
            remarks.add("The linear model does not see " + Told.quoted(given) + ", which would give the target away.");
        }
        if (!unfit.isEmpty()) {
            remarks.add("The linear model does not see " + Told.quoted(unfit) + ": texts that nearly all differ.");
        }
        if (features.isEmpty()) {
            remarks.add("There is no linear model, for no column of numbers, categories or dates is left.");
        } else if (answer instanceof Answer.Classes(int[] _, int count) && count > MOST_CLASSES) {
            remarks.add("There is no linear model, for there are more than " + MOST_CLASSES + " classes.");
        } else {
            all.add(linear());
        }
        return all;
    }

    private Baseline linear() {
        double[][] x = features.of(sample.learnt());
        double[][] judged = features.of(sample.judged());
        return switch (answer) {
            case Answer.Classes(int[] of, int count) -> {
                LinearModel model = LinearModel.ofClasses(x,
                        Arrays.stream(sample.learnt()).map(row -> of[row]).toArray(), count);
                yield new Baseline("logistic regression", answer.scores(sample.judged(),
                        Arrays.stream(judged).mapToDouble(model::likeliest).toArray()));
            }
            case Answer.Quantity(double[] of) -> {
                LinearModel model = LinearModel.ofNumbers(x,
                        Arrays.stream(sample.learnt()).mapToDouble(row -> of[row]).toArray());
                yield new Baseline("linear regression",
                        answer.scores(sample.judged(), Arrays.stream(judged).mapToDouble(model::number).toArray()));
            }
        };
    }

    /// What was left out, and why, a sentence each; known once [#all] has answered.
    List<String> remarks() {
        return remarks;
    }
}
