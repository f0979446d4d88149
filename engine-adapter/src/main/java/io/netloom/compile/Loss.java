package io.netloom.compile;

import io.netloom.shape.BadInput;
import io.netloom.shape.Range;
import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What training makes small, as mean over the batch. Formulas are those of `torch.nn`.
public sealed interface Loss {
    /// Cross entropy with all classes alike.
    Loss CROSS_ENTROPY = new CrossEntropy();
    /// Mean squared error.
    Loss MSE = new Mse();

    /// Softmax cross entropy of logits against the class, as `nn.CrossEntropyLoss`.
    ///
    /// @param labelSmoothing share of the target that is spread over all classes, 0 to below 1 (Szegedy et al. 2015,
    ///     https://arxiv.org/abs/1512.00567)
    /// @param classWeights how much an example of each class counts
    record CrossEntropy(double labelSmoothing, ClassWeights classWeights) implements Loss {

        /// All classes alike, nothing spread.
        public CrossEntropy() {
            this(0, new ClassWeights.Even());
        }

        /// @throws BadInput for a value outside its range
        public CrossEntropy {
            Range.require(0 <= labelSmoothing && labelSmoothing < 1,
                    Sentence.of("setting.label-smoothing", "label smoothing"), labelSmoothing,
                    Range.fromToBelow("0", "1"));
        }
    }

    /// Squared error of the scaled target, as `nn.MSELoss`.
    record Mse() implements Loss {}

    /// Absolute error of the scaled target, as `nn.L1Loss`.
    record Mae() implements Loss {}

    /// Squared error up to `delta`, absolute beyond it, of the scaled target, as `nn.HuberLoss`.
    ///
    /// @param delta above 0
    record Huber(double delta) implements Loss {

        /// With PyTorch's delta of 1.
        public Huber() {
            this(1);
        }

        /// @throws BadInput for a value outside its range
        public Huber {
            Range.require(delta > 0, Sentence.of("setting.huber-delta", "Huber loss''s delta"), delta,
                    Range.above("0"));
        }
    }

    /// Binary cross entropy of one logit a tag, as `nn.BCEWithLogitsLoss`.
    ///
    /// @param positiveWeights how much a tag that holds counts, against 1 for one that does not; balanced:
    ///     `examples without it / examples with it`, counted on the training part
    record Bce(ClassWeights positiveWeights) implements Loss {}

    /// Kullback-Leibler divergence of the shares from the softmax of the logits, as
    /// `nn.KLDivLoss(reduction="batchmean")` of the log softmax.
    record KlDivergence() implements Loss {}

    /// 1 minus the cosine of the angle between answer and target, as `nn.CosineEmbeddingLoss` with a target of 1. Numbers are
    /// not scaled for it, because their direction from zero is what counts; how long the answer is means nothing.
    record Cosine() implements Loss {}

    /// How much an example of each class counts.
    sealed interface ClassWeights {

        /// All alike.
        record Even() implements ClassWeights {}

        /// Rare classes more: `examples / (classes × examples of the class)`, counted on the training part, as
        /// scikit-learn's `balanced`.
        record Balanced() implements ClassWeights {}

        /// As given, by class; a class that is not named counts 1.
        ///
        /// @param weights each 0 or more
        record Given(Map<String, Double> weights) implements ClassWeights {

            /// @throws BadInput for a negative weight
            public Given {
                weights = Map.copyOf(weights);
                weights.forEach((name, weight) -> Range.require(weight >= 0,
                        Sentence.of("setting.class-weight", "weight of class ''{0}''", name), weight,
                        Range.atLeast("0")));
            }
        }
    }

    /// Whether a task can be learnt by it.
    default boolean fits(Task task) {
        return switch (this) {
            case CrossEntropy _ -> task instanceof Task.Classification || task instanceof Task.Segmentation
                    || task instanceof Task.Tokens;
            case Mse _,Mae _,Huber _ -> task instanceof Task.Regression || task instanceof Task.Reconstruction;
            case Cosine _ -> task instanceof Task.Regression(List<Task.Spread> numbers) ? numbers.size() > 1
                    : task instanceof Task.Reconstruction;
            case Bce _ -> task instanceof Task.Tags;
            case KlDivergence _ -> task instanceof Task.Shares;
        };
    }

    /// The classes or tags to which it gives weights by name.
    default Set<String> namedClasses() {
        return switch (this) {
            case CrossEntropy(double _, ClassWeights.Given(Map<String, Double> weights)) -> weights.keySet();
            case Bce(ClassWeights.Given(Map<String, Double> weights)) -> weights.keySet();
            case CrossEntropy _,Bce _,Mse _,Mae _,Huber _,KlDivergence _,Cosine _ -> Set.of();
        };
    }

    /// The usual loss for a task.
    static Loss usualFor(Task task) {
        return switch (task) {
            case Task.Classification _,Task.Segmentation _,Task.Tokens _ -> CROSS_ENTROPY;
            case Task.Regression _,Task.Reconstruction _ -> MSE;
            case Task.Tags _ -> new Bce(new ClassWeights.Even());
            case Task.Shares _ -> new KlDivergence();
        };
    }

    /// The names, as a project file has them, of the losses by which a task can be learnt.
    static Sentence namesFor(Task task) {
        return switch (task) {
            case Task.Classification _,Task.Segmentation _,Task.Tokens _ -> Sentence.plain("crossentropy");
            case Task.Regression(List<Task.Spread> numbers) when numbers.size() == 1 ->
                Sentence.of("plan.losses-of-number", "mse, mae or huber");
            case Task.Regression _,Task.Reconstruction _ ->
                Sentence.of("plan.losses-of-numbers", "mse, mae, huber or cosine");
            case Task.Tags _ -> Sentence.plain("bce");
            case Task.Shares _ -> Sentence.plain("kldivergence");
        };
    }
}
