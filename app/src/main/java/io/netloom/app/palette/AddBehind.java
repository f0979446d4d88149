package io.netloom.app.palette;

import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a block goes that is added without a place: behind the one that is selected, into its wire if it has one; else to the
/// right of everything.
final class AddBehind {
    private static final double STEP = 210;
    private static final double ROW = 120;

    private final Graph drawing;
    private final Optional<Node> before;

    AddBehind(Graph drawing, Set<String> selected) {
        this.drawing = drawing;
        this.before = selected.size() == 1 ? Optional.of(drawing.node(selected.iterator().next())) : Optional.empty();
    }

    List<GraphEdit> edits(String name, Block block) {
        if (before.isEmpty()) {
            double x = drawing.nodes().stream().mapToDouble(Node::x).max().orElse(-STEP) + STEP;
            double y = drawing.nodes().stream().mapToDouble(Node::y).min().orElse(0);
            return List.of(new GraphEdit.Add(new Node(name, block, x, y)));
        }
        Node at = before.get();
        boolean joins = !at.block().outputs().isEmpty() && block.inputs().max() > 0;
        List<Edge> wires = drawing.outgoing(at.name());
        if (joins && wires.size() == 1 && !block.outputs().isEmpty()) {
            return into(wires.getFirst(), new Node(name, block, at.x() + STEP, at.y()));
        }
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Add(freePlace(new Node(name, block, at.x() + STEP, at.y()))));
        if (joins) {
            edits.add(new GraphEdit.Connect(Edge.of(at.name(), name)));
        }
        return edits;
    }

    /// What stands behind in the same row makes room.
    private List<GraphEdit> into(Edge wire, Node node) {
        var edits = new ArrayList<GraphEdit>();
        if (taken(node)) {
            drawing.nodes().stream().filter(n -> n.x() > node.x() - STEP && Math.abs(n.y() - node.y()) < ROW)
                    .filter(n -> !n.name().equals(wire.from()))
                    .forEach(n -> edits.add(new GraphEdit.Move(n.name(), n.x() + STEP, n.y())));
        }
        edits.add(new GraphEdit.Splice(node, wire));
        return edits;
    }

    private Node freePlace(Node wish) {
        Node place = wish;
        while (taken(place)) {
            place = new Node(wish.name(), wish.block(), wish.x(), place.y() + ROW);
        }
        return place;
    }

    private boolean taken(Node place) {
        return drawing.nodes().stream()
                .anyMatch(n -> Math.abs(n.x() - place.x()) < STEP && Math.abs(n.y() - place.y()) < ROW
                        && before.filter(b -> b.name().equals(n.name())).isEmpty());
    }
}
