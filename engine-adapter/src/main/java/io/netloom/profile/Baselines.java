package io.netloom.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// Scores of models that any network must beat: one that always says the same, and a linear one, on rows that they have not seen.
final class Baselines {
    private static final int FEWEST_ROWS = 20;
    private static final int MOST_CLASSES = 50;
    private static final List<Double> PENALTIES = List.of(1.0, 30.0, 1000.0);
    /// Rows × classes × features from which a linear model of classes learns at most, so that it takes seconds.
    private static final long WORK = 2_000_000;

    private final Sample sample;
    private final Answer answer;
    private final LinearFeatures features;
    private final List<String> given = new ArrayList<>();
    private final List<String> unfit = new ArrayList<>();
    private final List<String> beyond = new ArrayList<>();
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
        } else if (!identifiers.contains(column.name()) && column.distinct() > 1) {
            if (features.isFull()) {
                beyond.add(column.name());
            } else if (isFree(column) ? !features.addWords(values) : !features.add(values)) {
                unfit.add(column.name());
            }
        }
    }

    /// Numbers from which the linear model may learn.
    void offer(Sample.Values.Numbers values) {
        features.add(values);
    }

    private static boolean isFree(ColumnProfile column) {
        return column
                .values() instanceof ColumnValues.Texts(List<ColumnValues.Frequent> frequent, double _, Optional<ColumnValues.Words> _)
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
            remarks.add("The linear model does not see " + Told.quoted(unfit)
                    + ": texts of which neither they nor their words are frequent.");
        }
        if (!beyond.isEmpty()) {
            remarks.add("The linear model does not see " + Told.quoted(beyond) + ", to be quick.");
        }
        if (features.count() == 0) {
            remarks.add("There is no linear model, for no column of numbers, categories or dates is left.");
        } else if (answer instanceof Answer.Classes(int[] _, int count) && count > MOST_CLASSES) {
            remarks.add("There is no linear model, for there are more than " + MOST_CLASSES + " classes.");
        } else {
            all.add(linear());
        }
        return all;
    }

    private Baseline linear() {
        return switch (answer) {
            case Answer.Classes classes -> new Baseline("logistic regression", scores(classes));
            case Answer.Quantity quantity -> new Baseline("linear regression", scores(quantity));
        };
    }

    private SequencedMap<String, Double> scores(Answer.Classes classes) {
        long work = WORK / ((long) classes.count() * features.count());
        int[] learnt = Arrays.copyOf(sample.learnt(), Math.clamp(work, 1, sample.learnt().length));
        return best(learnt, (rows, penalty) -> {
            LinearModel model = LinearModel.ofClasses(features.of(rows),
                    Arrays.stream(rows).map(row -> classes.of()[row]).toArray(), classes.count(), penalty);
            return model::likeliest;
        });
    }

    private SequencedMap<String, Double> scores(Answer.Quantity quantity) {
        return best(sample.learnt(), (rows, penalty) -> {
            LinearModel model = LinearModel.ofNumbers(features.of(rows),
                    Arrays.stream(rows).mapToDouble(row -> quantity.of()[row]).toArray(), penalty);
            return model::number;
        });
    }

    private interface Fit {
        ToDoubleFunction<double[]> on(int[] rows, double penalty);
    }

    /// Chooses the penalty on a fifth of the rows to learn from, learns from all of them, and judges.
    private SequencedMap<String, Double> best(int[] learnt, Fit fit) {
        int[] tried = Arrays.copyOf(learnt, Math.max(1, learnt.length / 5));
        int[] others = Arrays.copyOfRange(learnt, tried.length, learnt.length);
        double simplest = answer.simplest(others);
        double best = PENALTIES.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (double penalty : PENALTIES) {
            double skill = answer.skill(tried, predicted(fit.on(others, penalty), tried), simplest);
            if (skill > most) {
                most = skill;
                best = penalty;
            }
        }
        return answer.scores(sample.judged(), predicted(fit.on(learnt, best), sample.judged()));
    }

    private double[] predicted(ToDoubleFunction<double[]> model, int[] rows) {
        return Arrays.stream(features.of(rows)).mapToDouble(model).toArray();
    }

    /// What was left out, and why, a sentence each; known once [#all] has answered.
    List<String> remarks() {
        return remarks;
    }
}
