package io.netloom.check;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A drawing in which every block fits: the only thing that the compiler takes. [Check] makes it. Composites are drawn
/// out flat: a node inside is called by its path, `res1/conv1`.
public final class CheckedGraph {
    private final Graph drawing;
    private final Graph flat;
    private final List<CheckedNode> drawn;
    private final Map<String, CheckedNode> nodes = new LinkedHashMap<>();

    /// @param drawn the nodes of the drawing itself
    /// @param order the nodes of the flat graph
    CheckedGraph(Graph drawing, Collection<CheckedNode> drawn, Graph flat, Collection<CheckedNode> order) {
        this.drawing = drawing;
        this.drawn = List.copyOf(drawn);
        this.flat = flat;
        order.forEach(node -> nodes.put(node.node().name(), node));
    }

    /// The drawing, with its composites.
    public Graph graph() {
        return drawing;
    }

    /// The nodes of the drawing in the order in which data passes through them, a composite as one node.
    public List<CheckedNode> drawn() {
        return drawn;
    }

    /// The nodes in the order in which data passes through them. All are layers.
    public List<CheckedNode> order() {
        return List.copyOf(nodes.values());
    }

    /// The layer of this name or path.
    public CheckedNode node(String name) {
        return nodes.get(name);
    }

    /// The nodes where data enters, in the order of the drawing.
    public List<CheckedNode> inputs() {
        return flat.inputs().stream().map(nodes::get).toList();
    }

    /// The nodes where answers are taken, in the order of the drawing.
    public List<CheckedNode> outputs() {
        return flat.outputs().stream().map(nodes::get).toList();
    }

    /// The wires that end at a layer, by input. They begin at layers, too.
    public List<Edge> incoming(String name) {
        return flat.incoming(name);
    }

    /// Number of entries that are learnt.
    public long parameters() {
        return cost().parameters();
    }

    /// Multiply-accumulate operations of one example's forward pass.
    public long multiplyAdds() {
        return cost().multiplyAdds();
    }

    /// Bytes of all outputs of one example, which training keeps for the backward pass.
    public long activationBytes() {
        return cost().activationBytes();
    }

    private Cost cost() {
        return nodes.values().stream().map(CheckedNode::cost).reduce(Cost.NOTHING, Cost::plus);
    }
}
