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
import io.netloom.data.Input;
import io.netloom.data.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A network and its data, ready to train: divided into parts, fitted on the training part, joined.
///
/// @param objective network and data joined
/// @param data the examples
/// @param split which part each belongs to
/// @param fitted what was learnt from the training part before training
/// @param losses what is made small, by target
public record Prepared(Objective objective, Dataset data, Split split, Fitted fitted, Map<String, Loss> losses) {

    /// Divides the data, fits scalings on the training part, and joins the data to the network's Inputs and Outputs: by
    /// name, or where there is just one, whatever its name.
    ///
    /// @throws io.netloom.shape.BadInput if the data is too small or does not fit the network
    public static Prepared of(CheckedGraph network, Dataset data, TrainingPlan plan) {
        Split split = Split.of(data, plan.fractions(), plan.seed());
        Fitted fitted = Fitted.of(data, split);
        var losses = new LinkedHashMap<String, Loss>();
        for (int t = 0; t < data.targets().size(); t++) {
            String target = data.targets().get(t).name();
            Task task = fitted.tasks().get(target);
            losses.put(target, counted(plan.loss(target, task), task, data, t, split.train()));
        }
        return new Prepared(join(network, data.inputs(), fitted.scalings(), fitted.tasks(), losses), data, split,
                fitted,
                losses);
    }

    /// Balanced weights as numbers.
    private static Loss counted(Loss loss, Task task, Dataset data, int target, int[] train) {
        if (loss instanceof Loss.CrossEntropy(double smoothing, Loss.ClassWeights.Balanced())
                && task instanceof Task.Classification(List<String> classes)) {
            long[] counts = new long[classes.size()];
            for (int example : train) {
                counts[data.classOf(example, target)]++;
            }
            var weights = new LinkedHashMap<String, Double>();
            for (int c = 0; c < counts.length; c++) {
                weights.put(classes.get(c), train.length / (double) (counts.length * Math.max(1, counts[c])));
            }
            return new Loss.CrossEntropy(smoothing, new Loss.ClassWeights.Given(weights));
        }
        return loss;
    }

    /// Joins data that was fitted before to a network.
    ///
    /// @throws io.netloom.shape.BadInput if they do not fit
    public static Objective join(CheckedGraph network, List<Input> inputs, Map<String, Scaling> scalings,
            Map<String, Task> tasks, Map<String, Loss> losses) {
        List<Feed> feeds = inputs.stream().map(i -> new Feed(block(network.inputs(), inputs.size(), i.name()),
                i.shape(), scalings.get(i.name()))).toList();
        List<Head> heads = tasks.entrySet().stream().map(t -> new Head(
                block(network.outputs(), tasks.size(), t.getKey()), t.getValue(), losses.get(t.getKey())))
                .toList();
        return Objective.of(network, feeds, heads);
    }

    private static String block(List<CheckedNode> blocks, int fields, String field) {
        return fields == 1 && blocks.size() == 1 ? blocks.getFirst().node().name() : field;
    }
}
