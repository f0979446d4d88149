package io.netloom.data;

import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// What was learned from the training part before training: how each input is prepared and scaled, and the spread of each number to
/// predict. Validation and test examples have no part in it.
///
/// @param inputs for each input, by its name, in the data set's order
/// @param tasks for each target, by its name, in the data set's order; a regression carries mean and deviation, the
///     deviation of a constant being 1
public record Fitted(SequencedMap<String, FittedInput> inputs, SequencedMap<String, Task> tasks) {
    private static final int PICTURES_LOOKED_AT = 2_000;
    private static final int BATCH = 64;
    private static final long SAMPLE_SEED = 0;

    public Fitted {
        inputs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inputs));
        tasks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tasks));
    }

    /// Inputs whose values are taken as they are.
    public static Fitted scaled(SequencedMap<String, Scaling> scalings, SequencedMap<String, Task> tasks) {
        SequencedMap<String, FittedInput> inputs = new LinkedHashMap<>();
        scalings.forEach((name, scaling) -> inputs.put(name, new FittedInput(List.of(), scaling)));
        return new Fitted(inputs, tasks);
    }

    /// Reads the training part: all rows of a table, a seeded sample of at most 2,000 pictures, with mean and deviation
    /// for each channel on the raw values 0 to 255.
    ///
    /// @throws io.netloom.shape.BadInput if an example cannot be read
    public static Fitted of(Dataset dataset, Split split) {
        SequencedMap<String, FittedInput> inputs = dataset.fit(split.train());
        return inputs.isEmpty()
                ? scaled(scalings(dataset, sample(dataset, split.train())), tasks(dataset, split.train()))
                : new Fitted(inputs, tasks(dataset, split.train()));
    }

    /// How the program scales each input, by its name.
    public SequencedMap<String, Scaling> scalings() {
        SequencedMap<String, Scaling> scalings = new LinkedHashMap<>();
        inputs.forEach((name, input) -> scalings.put(name, input.scaling()));
        return scalings;
    }

    private static int[] sample(Dataset dataset, int[] train) {
        boolean pictures = dataset.inputs().stream().anyMatch(input -> input.shape().type() == ElementType.UINT8);
        if (!pictures || train.length <= PICTURES_LOOKED_AT) {
            return train;
        }
        return Arrays.copyOf(Shuffle.order(train, SAMPLE_SEED, 0), PICTURES_LOOKED_AT);
    }

    private static SequencedMap<String, Scaling> scalings(Dataset dataset, int[] examples) {
        var moments = dataset.inputs().stream().map(input -> ChannelMoments.of(input.shape())).toList();
        int read = 0;
        try (BatchStream stream = BatchStream.of(dataset, examples, BATCH)) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                Batch batch = next.get();
                for (int input = 0; input < moments.size(); input++) {
                    moments.get(input).add(batch.input(input), batch.rows());
                }
                read += batch.rows();
                stream.release(batch);
            }
        }
        if (read == 0) {
            throw new BadInput(Sentence.of("input.none-learnable",
                    "None of the examples that are to be learnt from can be read: {0}. Replace them.",
                    PictureCheck.some(dataset.leftOut())));
        }
        SequencedMap<String, Scaling> scalings = new LinkedHashMap<>();
        for (int input = 0; input < moments.size(); input++) {
            scalings.put(dataset.inputs().get(input).name(), moments.get(input).scaling());
        }
        return scalings;
    }

    private static SequencedMap<String, Task> tasks(Dataset dataset, int[] examples) {
        SequencedMap<String, Task> tasks = new LinkedHashMap<>();
        for (int t = 0; t < dataset.targets().size(); t++) {
            Target target = dataset.targets().get(t);
            tasks.put(target.name(), switch (target.task()) {
                case Task.Regression(List<Task.Spread> numbers) -> regression(dataset, t, numbers, examples);
                case Task.Classification _,Task.Tags _,Task.Shares _,Task.Reconstruction _,Task.Segmentation _,Task.Tokens _ ->
                    target.task();
            });
        }
        return tasks;
    }

    private static Task.Regression regression(Dataset dataset, int target, List<Task.Spread> numbers, int[] examples) {
        List<Moments> moments = numbers.stream().map(_ -> new Moments()).toList();
        for (int example : examples) {
            float[] values = dataset.numbersOf(example, target);
            for (int i = 0; i < values.length; i++) {
                moments.get(i).add(values[i]);
            }
        }
        return new Task.Regression(IntStream.range(0, numbers.size())
                .mapToObj(i -> new Task.Spread(numbers.get(i).name(), moments.get(i).mean(), moments.get(i).std()))
                .toList());
    }

    /// The same, but the numbers of a target are not scaled.
    public Fitted withoutScaling(String target) {
        var changed = new LinkedHashMap<>(tasks);
        changed.computeIfPresent(target,
                (_, task) -> task instanceof Task.Regression numbers ? numbers.unscaled() : task);
        return new Fitted(inputs, changed);
    }
}
