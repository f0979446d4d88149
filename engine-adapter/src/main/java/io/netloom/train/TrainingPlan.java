package io.netloom.train;

import io.netloom.compile.ClassTargets;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Task;
import io.netloom.data.Augmentation;
import io.netloom.data.Fractions;
import io.netloom.data.Splitting;
import io.netloom.shape.BadInput;
import io.netloom.shape.Range;
import io.netloom.shape.Sentence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How to train.
///
/// @param epochs how often the network sees the training part, 1 to 1,000,000
/// @param batchSize examples a step, 1 to 1,000,000
/// @param learningRate how far a step moves along the gradient, above 0, at most 100
/// @param schedule how the learning rate changes
/// @param learning how gradients move the weights
/// @param patience epochs without a smaller validation loss after which training stops; 0 for never
/// @param losses what is made small, by target; a target that is not named has the usual loss of its task
/// @param lossWeights how much the loss of a target counts in their sum, above 0, at most 1000; a target that is not named
///     counts 1
/// @param splitting by what the data is divided into parts
/// @param fractions shares of the data kept for validation and test
/// @param seed fixes the split, the first weights, the order of examples, dropout and what is changed about pictures
/// @param augmentation how pictures are changed at random while the network learns from them
public record TrainingPlan(int epochs, int batchSize, double learningRate, Schedule schedule, Learning learning,
        int patience, Map<String, Loss> losses, Map<String, Double> lossWeights, Splitting splitting,
        Fractions fractions, long seed, Augmentation augmentation) {
    private static final int MANY = 1_000_000;

    /// @throws io.netloom.shape.BadInput for a value outside its range
    public TrainingPlan {
        Range.require(1 <= epochs && epochs <= MANY, Sentence.of("setting.epochs", "epochs"), epochs,
                Range.fromTo("1", "1,000,000"));
        Range.require(1 <= batchSize && batchSize <= MANY, Sentence.of("setting.batch-size", "batch size"),
                batchSize, Range.fromTo("1", "1,000,000"));
        Range.require(learningRate > 0 && learningRate <= 100, Sentence.of("setting.learning-rate", "learning rate"),
                learningRate, Range.aboveTo("0", "100"));
        Range.require(patience >= 0, Sentence.of("setting.patience", "patience"), patience, Range.atLeast("0"));
        losses = Map.copyOf(losses);
        lossWeights = Map.copyOf(lossWeights);
        lossWeights.forEach((target, weight) -> Range.require(weight > 0 && weight <= 1000,
                Sentence.of("setting.loss-weight", "weight of the loss of ''{0}''", target), weight,
                Range.aboveTo("0", "1000")));
    }

    /// A plan that divides the data by chance and leaves pictures as they are.
    public TrainingPlan(int epochs, int batchSize, double learningRate, Schedule schedule, Learning learning,
            int patience, Map<String, Loss> losses, Map<String, Double> lossWeights, Fractions fractions, long seed) {
        this(epochs, batchSize, learningRate, schedule, learning, patience, losses, lossWeights,
                new Splitting.Stratified(), fractions, seed, Augmentation.NONE);
    }

    /// A plan with a constant learning rate and the usual losses.
    public TrainingPlan(int epochs, int batchSize, double learningRate, Optimiser optimiser, Fractions fractions,
            long seed) {
        this(epochs, batchSize, learningRate, new Schedule.Constant(), Learning.by(optimiser), 0, Map.of(), Map.of(),
                fractions, seed);
    }

    /// Adam, 20 epochs, batches of 32, learning rate 0.001.
    public static TrainingPlan usual() {
        return new TrainingPlan(20, 32, 1e-3, new Optimiser.Adam(), Fractions.DEFAULT, 1);
    }

    /// The same plan with another number of epochs.
    public TrainingPlan withEpochs(int newEpochs) {
        return new TrainingPlan(newEpochs, batchSize, learningRate, schedule, learning, patience, losses, lossWeights,
                splitting, fractions, seed, augmentation);
    }

    /// The same plan with another batch size.
    public TrainingPlan withBatchSize(int newBatchSize) {
        return new TrainingPlan(epochs, newBatchSize, learningRate, schedule, learning, patience, losses, lossWeights,
                splitting, fractions, seed, augmentation);
    }

    /// The same plan with another learning rate.
    public TrainingPlan withLearningRate(double newLearningRate) {
        return new TrainingPlan(epochs, batchSize, newLearningRate, schedule, learning, patience, losses, lossWeights,
                splitting, fractions, seed, augmentation);
    }

    /// The same plan with gradients that move the weights in another way.
    public TrainingPlan withLearning(Learning newLearning) {
        return new TrainingPlan(epochs, batchSize, learningRate, schedule, newLearning, patience, losses, lossWeights,
                splitting, fractions, seed, augmentation);
    }

    /// The same plan behind the renaming of a block.
    ///
    /// @param from the old name, behind the composites that it stands in
    /// @param to the new one
    public TrainingPlan renamed(String from, String to) {
        return withLearning(learning.renamed(from, to));
    }

    /// What to try where a loss ran away: a tenth of the learning rate, to three digits.
    public String smallerRate() {
        return BigDecimal.valueOf(learningRate / 10).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /// The same plan with another seed.
    public TrainingPlan withSeed(long newSeed) {
        return new TrainingPlan(epochs, batchSize, learningRate, schedule, learning, patience, losses, lossWeights,
                splitting, fractions, newSeed, augmentation);
    }

    /// The same plan with data that is divided in another way.
    public TrainingPlan withSplit(Splitting newSplitting, Fractions newFractions) {
        return new TrainingPlan(epochs, batchSize, learningRate, schedule, learning, patience, losses, lossWeights,
                newSplitting, newFractions, seed, augmentation);
    }

    /// The same plan for data with these targets: what it says about others is left away.
    public TrainingPlan forTargets(Collection<String> targets) {
        Map<String, Loss> keptLosses = new HashMap<>(losses);
        keptLosses.keySet().retainAll(targets);
        Map<String, Double> keptWeights = new HashMap<>(lossWeights);
        keptWeights.keySet().retainAll(targets);
        return new TrainingPlan(epochs, batchSize, learningRate, schedule, learning, patience, keptLosses,
                keptWeights, splitting, fractions, seed, augmentation);
    }

    /// The same plan with pictures that are changed in another way.
    public TrainingPlan withAugmentation(Augmentation newAugmentation) {
        return new TrainingPlan(epochs, batchSize, learningRate, schedule, learning, patience, losses, lossWeights,
                splitting, fractions, seed, newAugmentation);
    }

    /// How steps are told classes.
    ClassTargets classTargets() {
        return augmentation.mixup() > 0 ? ClassTargets.SHARES : ClassTargets.NUMBERS;
    }

    /// The loss of a target.
    Loss loss(String target, Task task) {
        Loss loss = losses.getOrDefault(target, Loss.usualFor(task));
        if (!loss.fits(task)) {
            throw new BadInput(Sentence.of("plan.wrong-loss",
                    "The target ''{0}'' is {1}, which the loss {2} cannot learn. Choose {3}.", target,
                    task.sentence(), loss.getClass().getSimpleName().toLowerCase(Locale.ROOT), Loss.namesFor(task)));
        }
        return loss;
    }
}
