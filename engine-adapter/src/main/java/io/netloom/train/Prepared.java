package io.netloom.train;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.data.Fitted;
import io.netloom.data.Fractions;
import io.netloom.data.Input;
import io.netloom.data.Split;
import java.util.List;
import java.util.Map;

/// A network and its data, ready to train: divided into parts, fitted on the training part, joined.
///
/// @param objective network and data joined
/// @param data the examples
/// @param split which part each belongs to
/// @param fitted what was learnt from the training part before training
public record Prepared(Objective objective, Dataset data, Split split, Fitted fitted) {

    /// Divides the data, fits scalings on the training part, and joins the data to the network's Inputs and Outputs: by
    /// name, or where there is just one, whatever its name.
    ///
    /// @throws io.netloom.shape.BadInput if the data is too small or does not fit the network
    public static Prepared of(CheckedGraph network, Dataset data, Fractions fractions, long seed) {
        Split split = Split.of(data, fractions, seed);
        Fitted fitted = Fitted.of(data, split);
        return new Prepared(join(network, data.inputs(), fitted.scalings(), fitted.tasks()), data, split,
                fitted);
    }

    /// Joins data that was fitted before to a network.
    ///
    /// @throws io.netloom.shape.BadInput if they do not fit
    public static Objective join(CheckedGraph network, List<Input> inputs, Map<String, Scaling> scalings,
            Map<String, Task> tasks) {
        List<Feed> feeds = inputs.stream().map(i -> new Feed(block(network.inputs(), inputs.size(), i.name()),
                i.shape(), scalings.get(i.name()))).toList();
        List<Head> heads = tasks.entrySet().stream().map(t -> new Head(
                block(network.outputs(), tasks.size(), t.getKey()), t.getValue(), Loss.usualFor(t.getValue())))
                .toList();
        return Objective.of(network, feeds, heads);
    }

    private static String block(List<CheckedNode> blocks, int fields, String field) {
        return fields == 1 && blocks.size() == 1 ? blocks.getFirst().node().name() : field;
    }
}
