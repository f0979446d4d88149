package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Placement;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.document.Selection;
import io.netloom.check.Fit;
import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Draws, cuts and moves wires.
final class Wiring {
    private final CanvasViewModel model;

    Wiring(CanvasViewModel model) {
        this.model = model;
    }

    /// The ports to which a wire from `port` may lead.
    ///
    /// @param lifted the wire that it was before
    Set<Port> fitting(Port port, Optional<Edge> lifted) {
        Graph graph = model.document().drawing();
        Graph rest = lifted.map(edge -> new GraphEdit.Disconnect(edge).apply(graph)).orElse(graph);
        var fit = new Fit(rest, model.document().check(), model.document().place());
        return model.opposite(port).stream().filter(p -> fit.allows(port.to(p))).collect(Collectors.toSet());
    }

    /// The port of a card that a wire dropped on it is for: the first free one that fits, or else the first free one.
    Optional<Port> portOn(String card, Port from, Set<Port> fitting) {
        Set<Port> taken = model.document().drawing().incoming(card).stream().map(e -> Port.input(card, e.input()))
                .collect(Collectors.toSet());
        List<Port> ports = model.picture().card(card).stream().flatMap(HitTest::ports)
                .filter(p -> p.side() != from.side()).toList();
        return ports.stream().filter(p -> fitting.contains(p) && !taken.contains(p)).findFirst()
                .or(() -> ports.stream().filter(p -> !taken.contains(p)).findFirst())
                .or(() -> ports.stream().findFirst());
    }

    /// Draws a wire; what is wrong with it then is said.
    ///
    /// @param lifted the wire that it was before
    void join(Edge edge, Optional<Edge> lifted) {
        if (lifted.equals(Optional.of(edge))) {
            return;
        }
        var edits = new ArrayList<GraphEdit>();
        lifted.ifPresent(old -> edits.add(new GraphEdit.Disconnect(old)));
        edits.add(new GraphEdit.Connect(edge));
        if (lifted.isPresent()) {
            model.apply("canvas.step.rewire", edits);
        } else {
            model.apply(edits.getFirst());
        }
        model.callouts().pin(edge);
    }

    /// Takes wires away.
    void cut(Collection<Edge> edges) {
        List<GraphEdit> edits = edges.stream().<GraphEdit>map(GraphEdit.Disconnect::new).toList();
        if (edits.size() == 1) {
            model.apply(edits.getFirst());
        } else {
            model.apply("canvas.step.cut", edits);
        }
    }

    /// Takes a block out of its wires and joins its neighbours; it stays on the canvas.
    ///
    /// @param corner where it goes
    void pullOut(String name, Point corner) {
        Graph graph = model.document().drawing();
        Node node = graph.node(name);
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Dissolve(name));
        edits.add(new GraphEdit.Add(node));
        edits.add(new GraphEdit.Move(name, corner.x(), corner.y()));
        model.apply("canvas.step.pull-out", edits);
        model.document().select(Selection.of(name));
    }

    /// Whether a card that is dragged may be put into a wire: it has no wires of its own there, and what comes out of it fits
    /// what stands behind.
    boolean splices(String name, Edge edge) {
        Graph graph = model.document().drawing();
        return !edge.from().equals(name) && !edge.to().equals(name) && graph.incoming(name).isEmpty()
                && graph.outgoing(name).isEmpty() && splices(graph.node(name).block(), edge);
    }

    /// Whether a block may be put into a wire.
    boolean splices(Block block, Edge edge) {
        if (block.inputs().max() == 0 || block.outputs().isEmpty()) {
            return false;
        }
        Optional<Shape> arriving = model.fit().shape(edge.from(), edge.output());
        return arriving.isEmpty() || Fit.takes(block, List.of(arriving.get()));
    }

    /// Puts a block that is there already into a wire, at a place.
    void splice(String name, Edge edge, Point corner) {
        Graph graph = model.document().drawing();
        Node node = graph.node(name);
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Remove(name));
        edits.addAll(inserting(node.at(corner.x(), corner.y()), edge,
                model.picture().card(name).map(CardFace::layout).orElseThrow(),
                new GraphEdit.Remove(name).apply(graph)));
        model.apply(new GraphEdit.Several(model.texts().get("edit.splice", node.block().type(), edge.to()), edits));
        model.document().select(Selection.of(name));
    }

    /// Puts a new block into a wire.
    void splice(Node node, Edge edge) {
        model.apply(new GraphEdit.Several(model.texts().get("edit.splice", node.block().type(), edge.to()),
                inserting(node, edge, model.picture().layout(node), model.document().drawing())));
        model.document().select(Selection.of(node.name()));
    }

    /// The edits that put a block into a wire and make room for it.
    private List<GraphEdit> inserting(Node node, Edge edge, CardLayout layout, Graph graph) {
        var cards = Cards.of(graph, n -> model.picture().card(n.name()).orElseThrow().layout());
        Placement.Splice room = Placement.splice(cards, edge, layout);
        var edits = new ArrayList<GraphEdit>();
        edits.add(new GraphEdit.Splice(node.at(room.corner().x(), room.corner().y()),
                edge));
        room.moved().forEach((name, corner) -> edits.add(new GraphEdit.Move(name, corner.x(), corner.y())));
        return edits;
    }
}
