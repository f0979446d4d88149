package io.netloom.app.canvas;

import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Takes away what is selected.
final class Removing {
    private final CanvasViewModel model;

    Removing(CanvasViewModel model) {
        this.model = model;
    }

    /// Blocks with their wires, wires and remarks.
    void remove() {
        remove(GraphEdit.Remove::new);
    }

    /// The same, but what fed a block is joined to what it fed.
    void removeAndJoin() {
        remove(GraphEdit.Dissolve::new);
    }

    private void remove(Function<String, GraphEdit> how) {
        Selection selection = model.document().selection();
        Graph graph = model.document().drawing();
        var edits = new ArrayList<GraphEdit>();
        for (Edge edge : selection.edges()) {
            if (!selection.nodes().contains(edge.from()) && !selection.nodes().contains(edge.to())) {
                edits.add(new GraphEdit.Disconnect(edge));
            }
        }
        graph.nodes().stream().filter(node -> selection.nodes().contains(node.name()))
                .forEach(node -> edits.add(how.apply(node.name())));
        graph.remarks().stream().map(Remark::id).filter(selection.remarks()::contains)
                .forEach(id -> edits.add(new GraphEdit.Erase(id)));
        if (edits.size() == 1) {
            model.apply(edits.getFirst());
        } else {
            model.apply("canvas.step.remove", List.copyOf(edits));
        }
    }
}
