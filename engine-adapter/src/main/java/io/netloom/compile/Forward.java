package io.netloom.compile;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Edge;
import io.netloom.layer.Layer;
import io.netloom.layer.Precision;
import io.netloom.layer.Role;
import io.netloom.layer.TorchBody;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Writes the forward pass: each layer in turn writes its own lines.
final class Forward {
    private Forward() {}

    /// @param inputs the locals that hold the inputs, in the network's order
    /// @param weight gives the expression that reads a weight by its full name
    /// @param training gives the expression that says whether a block, by its name, trains
    /// @param precision of the heavy operators
    /// @return the locals that arrive at the outputs, in the network's order
    static List<String> write(TorchBody body, CheckedGraph network, List<String> inputs, UnaryOperator<String> weight,
            UnaryOperator<String> training, Precision precision) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(network.inputs().get(i).node().name(), List.of(inputs.get(i)));
        }
        for (CheckedNode node : network.order()) {
            if (node.node().layer().role() == Role.HIDDEN) {
                Map<String, String> weights = node.weights().stream()
                        .collect(Collectors.toMap(Weight::name, w -> weight.apply(Weights.name(node, w))));
                Layer layer = node.node().layer();
                List<String> arriving = arriving(network, values, node);
                var code = new TorchCode(body, layer.bearsRounding() ? arriving : exact(arriving, precision),
                        node.inputs(), weights, training.apply(node.node().name()), precision);
                List<String> outputs = mayOverwrite(network, node) ? layer.torchInPlace(code) : layer.torch(code);
                values.put(node.node().name(), outputs.stream().map(body::let).toList());
            }
        }
        return exact(network.outputs().stream().map(output -> arriving(network, values, output).getFirst()).toList(),
                precision);
    }

    private static List<String> exact(List<String> values, Precision precision) {
        return precision == Precision.FLOAT32 ? values : values.stream().map(Precision.FLOAT32::cast).toList();
    }

    /// Whether what comes in is given away by the block before, and to nobody else.
    private static boolean mayOverwrite(CheckedGraph network, CheckedNode node) {
        List<Edge> incoming = network.incoming(node.node().name());
        String before = incoming.getFirst().from();
        return incoming.size() == 1 && network.node(before).node().layer().givesItsOutputAway()
                && network.order().stream().flatMap(n -> network.incoming(n.node().name()).stream())
                        .filter(edge -> edge.from().equals(before)).count() == 1;
    }

    private static List<String> arriving(CheckedGraph network, Map<String, List<String>> values, CheckedNode node) {
        return network.incoming(node.node().name()).stream()
                .map((Edge edge) -> values.get(edge.from()).get(edge.output())).toList();
    }
}
