package io.netloom.bench;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Edge;
import io.netloom.shape.Shape;
import java.util.HashSet;
import java.util.List;

/// A network that is measured, as Netloom draws it: an Input `in`, an Output `out` that receives logits.
///
/// @param name what the results call it; rivals know it by that name
/// @param batch examples a step
/// @param network what is trained
public record Course(String name, int batch, CheckedGraph network) {

    /// Shape of one example.
    public Shape input() {
        return network.inputs().getFirst().outputs().getFirst();
    }

    /// Number of logits.
    public int classes() {
        return Math.toIntExact(network.outputs().getFirst().inputs().getFirst().elements());
    }

    /// Floating point operations of a step: two for each multiply-add of the forward pass, as many for the gradient of the
    /// weights, and as many for the gradient of what comes in, where anything before it learns.
    double flopsPerStep() {
        double multiplyAdds = 0;
        var learnt = new HashSet<String>();
        for (CheckedNode node : network.order()) {
            String name = node.node().name();
            List<Edge> incoming = network.incoming(name);
            boolean learnsBefore = incoming.stream().anyMatch(edge -> learnt.contains(edge.from()));
            multiplyAdds += node.multiplyAdds() * (learnsBefore ? 3.0 : 2.0);
            if (learnsBefore || node.parameters() > 0) {
                learnt.add(name);
            }
        }
        return 2 * multiplyAdds * batch;
    }
}
