package io.netloom.export;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Edge;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A network as the Python that a person would write with PyTorch: one class `Net(nn.Module)` with a member for each
/// layer that keeps something, and a `forward` that reads like the drawing.
public final class PyTorchSource {
    private static final String INDENT = "        ";

    private final CheckedGraph network;
    private final PythonNames members = PythonNames.ofMembers();
    private final PythonNames locals = PythonNames.ofLocals();
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final List<String> constructed = new ArrayList<>();
    private final List<String> called = new ArrayList<>();
    private final List<String> passing = new ArrayList<>();

    private PyTorchSource(CheckedGraph network) {
        this.network = network;
    }

    /// Writes the network, with the imports that it needs. Its weights are those that PyTorch draws.
    public static String of(CheckedGraph network) {
        return new PyTorchSource(network).write();
    }

    private String write() {
        List<CheckedNode> inputs = network.inputs();
        for (CheckedNode input : inputs) {
            values.put(input.node().name(), List.of(locals.take(input.node().name())));
        }
        network.order().forEach(node -> network.incoming(node.node().name()).stream().map(Edge::from).distinct()
                .forEach(from -> readers.merge(from, 1, Integer::sum)));
        network.order().stream().filter(node -> node.node().layer().role() == Role.HIDDEN).forEach(this::call);
        String arguments = inputs.stream().map(i -> values.get(i.node().name()).getFirst())
                .collect(Collectors.joining(", "));
        String answers = network.outputs().stream().map(output -> arriving(output).getFirst())
                .collect(Collectors.joining(", "));
        return imports() + """


                class Net(nn.Module):
                    def __init__(self):
                        super().__init__()
                """ + lines(constructed) + "\n    def forward(self, " + arguments + "):\n" + lines(called) + INDENT
                + "return " + answers + "\n";
    }

    private void call(CheckedNode node) {
        PythonCode code = node.node().layer().module(node.inputs());
        List<String> inputs = arriving(node);
        String self = "";
        if (code.constructor().isPresent()) {
            self = "self." + members.take(node.node().name());
            constructed.add(self + " = " + code.constructor().get());
        }
        String expression = code.applied(self, inputs);
        List<String> outputs = results(node);
        called.add(String.join(", ", outputs) + " = " + expression);
        values.put(node.node().name(), outputs);
    }

    /// A value that nothing else reads gives its name to what is made of it, as in a chain of `x = self.layer(x)`.
    private List<String> results(CheckedNode node) {
        String name = node.node().name();
        for (Edge wire : network.incoming(name)) {
            String value = values.get(wire.from()).get(wire.output());
            if (readers.merge(wire.from(), -1, Integer::sum) == 0 && node.outputs().size() == 1
                    && passing.contains(value)) {
                return List.of(value);
            }
        }
        List<String> results = new ArrayList<>();
        for (int i = 0; i < node.outputs().size(); i++) {
            boolean alone = node.outputs().size() == 1;
            results.add(locals.take(alone && passing.isEmpty() ? "x" : alone ? name : name + "_" + i));
        }
        passing.addAll(results);
        return results;
    }

    private List<String> arriving(CheckedNode node) {
        return network.incoming(node.node().name()).stream().map(wire -> values.get(wire.from()).get(wire.output()))
                .toList();
    }

    private String imports() {
        String code = String.join("\n", constructed) + String.join("\n", called);
        return (code.contains("torch.") ? "import torch\n" : "")
                + (code.contains("F.") ? "import torch.nn.functional as F\n" : "") + "from torch import nn\n";
    }

    private static String lines(List<String> statements) {
        return statements.stream().map(s -> INDENT + s + "\n").collect(Collectors.joining());
    }
}
