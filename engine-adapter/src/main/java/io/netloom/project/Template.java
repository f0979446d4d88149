package io.netloom.project;

import io.netloom.graph.Composite;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import java.util.Map;

/// A composite to begin with.
///
/// @param name what it is: `Residual block`
/// @param help one sentence on what it does
/// @param graph what stands inside of it
public record Template(String name, String help, Graph graph) {

    /// A composite like it, which shares nothing with others.
    public Composite composite() {
        return new Composite(name, graph);
    }

    /// A template in which one block has other settings, as text.
    ///
    /// @throws io.netloom.shape.BadInput for a block or a setting that is not there
    public Template with(String block, Map<String, String> settings) {
        Node node = graph.node(block);
        Layer layer = Schema.of(node.layer()).with(node.layer(), settings);
        return new Template(name, help, new GraphEdit.Change(block, layer).apply(graph));
    }
}
