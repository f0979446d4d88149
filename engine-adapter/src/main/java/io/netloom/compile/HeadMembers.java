package io.netloom.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a program keeps for one head: how its numbers are spread, and how much its classes or tags count.
///
/// @param mean of each number, where they are the head's own
/// @param deviation of each number
/// @param weights of classes or tags, in their order
record HeadMembers(Optional<Attribute.Tensor> mean, Optional<Attribute.Tensor> deviation,
        Optional<Attribute.Tensor> weights) {

    /// @param number of the head, part of its members' names
    static HeadMembers of(Head head, int number) {
        List<Task.Spread> spreads = head.task() instanceof Task.Regression(List<Task.Spread> numbers) ? numbers
                : List.of();
        return new HeadMembers(
                floats("target_mean_" + number, spreads.stream().map(Task.Spread::mean).toList()),
                floats("target_deviation_" + number, spreads.stream().map(Task.Spread::std).toList()),
                floats("class_weights_" + number, weights(head)));
    }

    Stream<Attribute.Tensor> all() {
        return Stream.of(mean, deviation, weights).flatMap(Optional::stream);
    }

    private static List<Float> weights(Head head) {
        return switch (head.loss()) {
            case Loss.CrossEntropy(double _, Loss.ClassWeights weights) -> inOrder(weights, head.task().names());
            case Loss.Bce(Loss.ClassWeights weights) -> inOrder(weights, head.task().names());
            case Loss.Mse _,Loss.Mae _,Loss.Huber _,Loss.KlDivergence _,Loss.Cosine _ -> List.of();
        };
    }

    private static List<Float> inOrder(Loss.ClassWeights weights, List<String> names) {
        return weights instanceof Loss.ClassWeights.Given(Map<String, Double> given)
                ? names.stream().map(name -> given.getOrDefault(name, 1.0).floatValue()).toList()
                : List.of();
    }

    private static Optional<Attribute.Tensor> floats(String name, List<Float> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        float[] entries = new float[values.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = values.get(i);
        }
        return Optional.of(new Attribute.Tensor(name, TensorData.of(entries), false));
    }
}
