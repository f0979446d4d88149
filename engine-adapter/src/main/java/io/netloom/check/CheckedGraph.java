package io.netloom.check;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.layer.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A drawing in which every block fits: the only thing that the compiler takes. [Check] makes it.
public final class CheckedGraph {
    private final Graph graph;
    private final Map<String, CheckedNode> nodes = new LinkedHashMap<>();

    CheckedGraph(Graph graph, List<CheckedNode> order) {
        this.graph = graph;
        order.forEach(node -> nodes.put(node.node().name(), node));
    }

    /// The drawing.
    public Graph graph() {
        return graph;
    }

    /// The nodes in the order in which data passes through them.
    public List<CheckedNode> order() {
        return List.copyOf(nodes.values());
    }

    /// The node of this name.
    public CheckedNode node(String name) {
        return nodes.get(name);
    }

    /// The nodes where data enters, in the order of the drawing.
    public List<CheckedNode> inputs() {
        return withRole(Role.INPUT);
    }

    /// The nodes where answers are taken, in the order of the drawing.
    public List<CheckedNode> outputs() {
        return withRole(Role.OUTPUT);
    }

    /// The wires that end at a node, by input.
    public List<Edge> incoming(String name) {
        return graph.incoming(name);
    }

    /// Number of entries that are learnt.
    public long parameters() {
        return nodes.values().stream().mapToLong(CheckedNode::parameters).reduce(0, CheckedNode::sum);
    }

    /// Multiply-accumulate operations of one example's forward pass.
    public long multiplyAdds() {
        return nodes.values().stream().mapToLong(CheckedNode::multiplyAdds).reduce(0, CheckedNode::sum);
    }

    /// Bytes of all outputs of one example, which training keeps for the backward pass.
    public long activationBytes() {
        return nodes.values().stream().mapToLong(CheckedNode::activationBytes).reduce(0, CheckedNode::sum);
    }

    private List<CheckedNode> withRole(Role role) {
        return graph.nodes().stream().filter(n -> n.layer().role() == role).map(n -> nodes.get(n.name())).toList();
    }
}
