package io.netloom.check;

import io.netloom.graph.Node;
import io.netloom.layer.Weight;
import io.netloom.shape.Shape;
import java.util.List;

/// What the check knows of one node.
///
/// @param node the node
/// @param inputs the shapes that arrive, by input
/// @param outputs the shapes that leave, by output
/// @param weights the tensors that it keeps
/// @param multiplyAdds multiply-accumulate operations of one example's forward pass
public record CheckedNode(Node node, List<Shape> inputs, List<Shape> outputs, List<Weight> weights,
        long multiplyAdds) {

    /// Number of entries that are learnt.
    public long parameters() {
        return weights.stream().filter(w -> w.kind() == Weight.Kind.PARAMETER).mapToLong(Weight::elements)
                .reduce(0, CheckedNode::sum);
    }

    /// Bytes of one example's output, which training keeps for the backward pass.
    public long activationBytes() {
        return outputs.stream().mapToLong(Shape::bytes).reduce(0, CheckedNode::sum);
    }

    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
