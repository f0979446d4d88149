package io.netloom.check;

import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Weight;
import io.netloom.shape.Shape;
import java.util.List;

/// What the check knows of one node.
///
/// @param node the node; one that stands inside of composites is called by its path, `res1/conv1`
/// @param composites the names of the composites that it stands in, from the outside in
/// @param inputs the shapes that arrive, by input
/// @param outputs the shapes that leave, by output
/// @param weights the tensors that it keeps; those of a composite belong to the nodes inside
/// @param cost what it costs; of a composite, what all that stands inside costs
public record CheckedNode(Node node, List<String> composites, List<Shape> inputs, List<Shape> outputs,
        List<Weight> weights, Cost cost) {
    public CheckedNode {
        composites = List.copyOf(composites);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        weights = List.copyOf(weights);
    }

    /// What it is called in the drawing where it stands: `conv1`.
    public String ownName() {
        return node.name().substring(composites.stream().mapToInt(name -> name.length() + 1).sum());
    }

    /// An edit of the drawing where it stands, as an edit of the whole.
    public GraphEdit edit(GraphEdit here) {
        return GraphEdit.inside(composites, here);
    }

    /// Number of entries that are learnt.
    public long parameters() {
        return cost.parameters();
    }

    /// Multiply-accumulate operations of one example's forward pass.
    public long multiplyAdds() {
        return cost.multiplyAdds();
    }

    /// Bytes of one example's outputs, which training keeps for the backward pass.
    public long activationBytes() {
        return cost.activationBytes();
    }
}
