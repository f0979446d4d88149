package io.netloom.app.cli;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Activity;
import io.netloom.graph.Node;
import io.netloom.shape.Shape;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A network as a table: a line a block, and one for a composite, with its output shape, parameters, multiply-accumulates and activation memory.
final class NetworkTable {
    private NetworkTable() {}

    static void print(CheckedGraph network, PrintWriter out) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("Block", "Type", "Output", "Parameters", "Multiply-adds", "Memory"));
        for (CheckedNode node : network.drawn()) {
            rows.add(List.of(node.node().name(), type(node.node()),
                    node.outputs().stream().map(Shape::toString).collect(Collectors.joining(", ")),
                    count(node.parameters()), count(node.multiplyAdds()), bytes(node.activationBytes())));
        }
        rows.add(List.of("", "", "", count(network.parameters()), count(network.multiplyAdds()),
                bytes(network.activationBytes())));
        TextTable.print(rows, 3, out);
        String muted = network.graph().nodes().stream().filter(node -> node.activity() == Activity.MUTED)
                .map(Node::name).collect(Collectors.joining("', '"));
        if (!muted.isEmpty()) {
            out.println("Muted, and so left out: '" + muted + "'.");
        }
        out.println("Multiply-adds and memory are for one example.");
    }

    private static String type(Node node) {
        return node.activity() == Activity.BYPASSED ? node.block().type() + " (bypassed)" : node.block().type();
    }

    private static String count(long value) {
        return value == 0 ? "" : String.format(Locale.ROOT, "%,d", value);
    }

    private static String bytes(long value) {
        return value == 0 ? ""
                : value < 10_240 ? value + " B" : String.format(Locale.ROOT, "%,.1f KiB", value / 1024.0);
    }
}
