package io.netloom.compile;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.layer.Weight;
import io.netloom.shape.ElementType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/// The weights of a network by name, `<node>.<weight>` as in PyTorch's `state_dict`, in the order of the network.
public record Weights(SequencedMap<String, TensorData> tensors) {

    public Weights {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
    }

    /// Weights as they are before training. Each is drawn from a generator of its own, so that a change to one block
    /// leaves the others as they were.
    ///
    /// @param seed the same seed gives the same weights
    public static Weights initial(CheckedGraph network, long seed) {
        var tensors = new LinkedHashMap<String, TensorData>();
        for (CheckedNode node : network.order()) {
            for (Weight weight : node.weights()) {
                String name = name(node, weight);
                var data = TensorData.zeros(ElementType.FLOAT32, weight.shape());
                weight.initialiser().fill(data.floats(), weight.fanIn(), weight.fanOut(),
                        new SplittableRandom(seed * 31 + name.hashCode()));
                tensors.put(name, data);
            }
        }
        return new Weights(tensors);
    }

    /// What a weight of a node is called.
    static String name(CheckedNode node, Weight weight) {
        return node.node().name() + "." + weight.name();
    }

    /// Whether these are weights of `network`: the same names with the same shapes.
    public boolean fit(CheckedGraph network) {
        Map<String, TensorData> wanted = initial(network, 0).tensors();
        return wanted.keySet().equals(tensors.keySet())
                && wanted.entrySet().stream().allMatch(e -> e.getValue().shape().equals(
                        tensors.get(e.getKey()).shape()));
    }
}
