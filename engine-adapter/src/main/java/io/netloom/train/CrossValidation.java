package io.netloom.train;

import io.netloom.check.CheckedGraph;
import io.netloom.data.Dataset;
import io.netloom.data.Folds;
import io.netloom.data.Split;
import io.netloom.engine.ComputeDevice;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Trains a network anew on each split of a cross validation, to learn how far its figures depend on which examples are tested.
public final class CrossValidation {
    private CrossValidation() {}

    /// A training that is over.
    ///
    /// @param number counted from 1
    /// @param bestEpoch the epoch whose weights were judged
    /// @param train examples that it learnt from
    /// @param tested examples that it was tested on
    /// @param test the metrics on these
    public record Fold(int number, int bestEpoch, int train, int tested, Metrics test) {}

    /// A metric over all folds.
    ///
    /// @param mean of the folds
    /// @param std standard deviation between them, with a fold less in the denominator
    public record Spread(double mean, double std) {
        static Spread of(List<Double> values) {
            double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
            double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return new Spread(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
        }
    }

    /// Trains as often as there are folds, or until it is stopped; what was begun then does not count.
    ///
    /// @param folds 2 or more
    /// @param done is told of each fold
    /// @param stop is asked before each step
    /// @throws BadInput if the data cannot be divided so or does not fit, or a training diverges
    public static List<Fold> of(CheckedGraph network, Dataset data, TrainingPlan plan, int folds, ComputeDevice device,
            Consumer<Fold> done, BooleanSupplier stop) {
        List<Fold> finished = new ArrayList<>();
        List<Split> splits = Folds.of(data, plan.splitting(), folds, plan.fractions(), plan.seed());
        TrainingPlan settled = plan;
        for (Split split : splits) {
            var prepared = Prepared.of(network, data, plan, split);
            settled = FastestPrecision.settle(prepared, settled, device);
            Trainer.train(prepared, settled, device, new Nobody(), event -> {
                switch (event) {
                    case TrainEvent.Finished e -> take(e, split, finished, done);
                    case TrainEvent.Diverged e -> throw new BadInput(Sentence.of("train.fold-diverged",
                            "The loss of fold {0,number,0} is no longer a finite number since epoch {1,number,0}, at a"
                                    + " learning rate of {2}. Train again with a smaller one: --lr {3}.",
                            (finished.size() + 1), e.atEpoch(), String.valueOf(e.learningRate()), plan.smallerRate()));
                    case TrainEvent.Started _,TrainEvent.Estimated _,TrainEvent.Progress _,TrainEvent.EpochEnded _ -> {}
                }
            }, Gate.until(stop));
            if (stop.getAsBoolean()) {
                break;
            }
        }
        return finished;
    }

    private static void take(TrainEvent.Finished event, Split split, List<Fold> finished, Consumer<Fold> done) {
        if (event.reason() == TrainEvent.Reason.STOPPED) {
            return;
        }
        var fold = new Fold(finished.size() + 1, event.bestEpoch(), split.train().length, split.test().length,
                event.test().orElseThrow());
        finished.add(fold);
        done.accept(fold);
    }

    /// The mean of every metric over the folds, and how far they differ.
    ///
    /// @param folds at least one
    public static SequencedMap<String, Spread> summary(List<Fold> folds) {
        SequencedMap<String, Spread> summary = new LinkedHashMap<>();
        folds.getFirst().test().values().keySet().forEach(name -> summary.put(name,
                Spread.of(folds.stream().map(fold -> fold.test().values().get(name)).toList())));
        return summary;
    }
}
