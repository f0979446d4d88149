package io.netloom.train;

import io.netloom.compile.Loss;
import io.netloom.compile.Task;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Dataset;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Turns balanced weights of classes or tags into numbers, by counting the training part.
///
/// @param data the examples
/// @param target place of the target among those of the data
/// @param train the examples that count
record Balance(Dataset data, int target, int[] train) {
    private static final int BATCH = 32;

    /// The loss, with numbers for balanced weights.
    Loss of(Loss loss, Task task) {
        return switch (loss) {
            case Loss.CrossEntropy(double smoothing, Loss.ClassWeights.Balanced()) ->
                new Loss.CrossEntropy(smoothing, classes(task));
            case Loss.Bce(Loss.ClassWeights.Balanced()) -> new Loss.Bce(tags(task));
            case Loss.CrossEntropy _,Loss.Bce _,Loss.Mse _,Loss.Mae _,Loss.Huber _,Loss.KlDivergence _,Loss.Cosine _ ->
                loss;
        };
    }

    private Loss.ClassWeights classes(Task task) {
        return switch (task) {
            case Task.Classification(List<String> names) -> {
                long[] counts = new long[names.size()];
                for (int example : train) {
                    counts[data.classOf(example, target)]++;
                }
                yield evened(names, counts);
            }
            case Task.Segmentation(List<String> names, int _, int _) -> evened(names, pixels(names.size()));
            case Task.Tokens _ -> throw new BadInput(Sentence.of("plan.weights-of-tokens",
                    "The tokens of a text are not weighed by how frequent they are. Take ''classWeights'' out of"
                            + " the plan."));
            case Task.Regression _,Task.Tags _,Task.Shares _,Task.Reconstruction _ ->
                throw new IllegalArgumentException(task.description() + " has no classes to weigh");
        };
    }

    private long[] pixels(int classes) {
        long[] counts = new long[classes];
        try (BatchStream stream = BatchStream.of(data, train, BATCH)) {
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                ByteBuffer masks = next.get().target(target);
                while (masks.hasRemaining()) {
                    counts[masks.get() & 0xFF]++;
                }
                stream.release(next.get());
            }
        }
        return counts;
    }

    private static Loss.ClassWeights evened(List<String> names, long[] counts) {
        long all = Arrays.stream(counts).sum();
        return given(names, c -> all / (double) (counts.length * Math.max(1, counts[c])));
    }

    private Loss.ClassWeights tags(Task task) {
        List<String> names = ((Task.Tags) task).names();
        long[] counts = new long[names.size()];
        for (int example : train) {
            float[] holds = data.numbersOf(example, target);
            for (int tag = 0; tag < counts.length; tag++) {
                counts[tag] += holds[tag] > 0 ? 1 : 0;
            }
        }
        return given(names, tag -> (train.length - counts[tag]) / (double) Math.max(1, counts[tag]));
    }

    private static Loss.ClassWeights given(List<String> names, IntToDoubleFunction weight) {
        var weights = new LinkedHashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) {
            weights.put(names.get(i), weight.applyAsDouble(i));
        }
        return new Loss.ClassWeights.Given(weights);
    }
}
