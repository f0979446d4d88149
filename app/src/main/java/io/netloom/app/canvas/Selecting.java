package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Direction;
import io.netloom.app.canvas.geometry.Walk;
import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.graph.Topology;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Selects with the keyboard.
final class Selecting {
    private final CanvasViewModel model;

    Selecting(CanvasViewModel model) {
        this.model = model;
    }

    private Document document() {
        return model.document();
    }

    void all() {
        document().select(Selection.all(document().drawing()));
    }

    void none() {
        document().select(Selection.NONE);
    }

    /// What is not selected, instead of what is.
    void invert() {
        Graph graph = document().drawing();
        Selection now = document().selection();
        document().select(new Selection(
                graph.nodes().stream().map(Node::name).filter(n -> !now.nodes().contains(n))
                        .collect(Collectors.toSet()),
                graph.edges().stream().filter(e -> !now.edges().contains(e)).collect(Collectors.toSet()),
                graph.remarks().stream().map(Remark::id).filter(id -> !now.remarks().contains(id))
                        .collect(Collectors.toSet())));
    }

    /// All that feeds what is selected, too.
    void upstream() {
        grow(name -> document().drawing().incoming(name).stream().map(Edge::from));
    }

    /// All that what is selected feeds, too.
    void downstream() {
        grow(name -> document().drawing().outgoing(name).stream().map(Edge::to));
    }

    private void grow(Function<String, Stream<String>> next) {
        Set<String> found = new HashSet<>();
        var waiting = new ArrayDeque<>(document().selection().nodes());
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (found.add(name)) {
                next.apply(name).forEach(waiting::add);
            }
        }
        document().select(Selection.of(found));
    }

    /// Goes along the wires; the nearest block that way where there is no wire.
    void walk(Direction direction) {
        Optional<String> from = one();
        if (from.isEmpty()) {
            first();
            return;
        }
        Cards cards = model.picture().layouts();
        Walk.along(cards, from.get(), direction).or(() -> Walk.nearest(cards, from.get(), direction))
                .ifPresent(this::select);
    }

    /// Selects the next block in the order in which data passes through them, if there is one.
    ///
    /// @param step 1, or -1 for the one before
    void step(int step) {
        neighbour(step).ifPresent(this::select);
    }

    /// Whether there is a next block.
    boolean canStep(int step) {
        return neighbour(step).isPresent();
    }

    private Optional<String> neighbour(int step) {
        List<String> order = (switch (Topology.order(document().drawing())) {
            case Topology.Ordered(List<Node> nodes) -> nodes;
            case Topology.Cyclic _ -> document().drawing().nodes();
        }).stream().map(Node::name).toList();
        int at = one().map(order::indexOf).orElse(step > 0 ? -1 : order.size()) + step;
        return at < 0 || at >= order.size() ? Optional.empty() : Optional.of(order.get(at));
    }

    private void first() {
        document().drawing().nodes().stream().findFirst().map(Node::name).ifPresent(this::select);
    }

    private Optional<String> one() {
        return document().selection().nodes().stream().sorted().findFirst();
    }

    private void select(String name) {
        document().select(Selection.of(name));
        model.reveal(name);
    }
}
