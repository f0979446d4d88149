package io.netloom.train;

import io.netloom.compile.Feed;
import io.netloom.compile.Objective;
import io.netloom.compile.TensorData;
import io.netloom.data.Batch;
import io.netloom.data.Dataset;
import io.netloom.data.Input;
import io.netloom.data.Target;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Brings what a data set offers to the blocks of a network, which may stand in another order.
public final class Wiring {
    private final int[] inputs;
    private final int[] targets;

    private Wiring(int[] inputs, int[] targets) {
        this.inputs = inputs;
        this.targets = targets;
    }

    /// Finds for each Input of the network its input in the data, and for each Output its target if the data has any.
    ///
    /// @throws BadInput if the data lacks one, or has it in another shape
    public static Wiring of(Objective objective, Dataset data) {
        List<String> inputs = data.inputs().stream().map(Input::name).toList();
        List<String> targets = data.targets().stream().map(Target::name).toList();
        List<String> given = data.targets().stream().filter(target -> target.task().target().isPresent())
                .map(Target::name).toList();
        int[] inputOrder = objective.feeds().stream().mapToInt(feed -> place(feed.input(), inputs)).toArray();
        for (int i = 0; i < inputOrder.length; i++) {
            refuseOtherShape(objective.feeds().get(i), data.inputs().get(inputOrder[i]));
        }
        return new Wiring(inputOrder, targets.isEmpty() ? new int[0]
                : objective.heads().stream().filter(head -> head.task().target().isPresent())
                        .mapToInt(head -> given.indexOf(targets.get(place(head.output(), targets)))).toArray());
    }

    /// The inputs of a batch in the network's order.
    public List<TensorData> inputs(Batch batch) {
        return ordered(batch.inputTensors(), inputs);
    }

    /// The targets of a batch that the data gives, in the network's order.
    public List<TensorData> targets(Batch batch) {
        return ordered(batch.targetTensors(), targets);
    }

    private static List<TensorData> ordered(List<TensorData> tensors, int[] order) {
        return Arrays.stream(order).mapToObj(tensors::get).toList();
    }

    /// Where there is just one it belongs to the only block, whatever its name.
    private static int place(String block, List<String> names) {
        int place = names.size() == 1 ? 0 : names.indexOf(block);
        if (place < 0) {
            throw new BadInput(Sentence.of("input.other-names",
                    "The network needs ''{0}'', but the data has {1}. Give data with the same names.", block,
                    names.stream().collect(Collectors.joining("', '", "'", "'"))));
        }
        return place;
    }

    private static void refuseOtherShape(Feed feed, Input given) {
        if (!feed.raw().equals(given.shape())) {
            throw new BadInput(Sentence.of("input.other-size",
                    "The network was made for examples of {0}, but this data has {1}. Give data of the same"
                            + " size, or train on this data.",
                    feed.raw().toString(), given.shape().toString()));
        }
    }
}
