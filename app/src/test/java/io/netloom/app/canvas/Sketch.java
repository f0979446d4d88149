package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.CardText;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/// Draws networks for tests; what they compute does not matter, only how they hang together.
public final class Sketch {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /// Adds a block at a place.
    public Sketch block(String name, double x, double y) {
        nodes.add(new Node(name, Catalogue.standard().make(name.startsWith("add") ? "Add" : "ReLU"), x, y));
        return this;
    }

    /// Wires blocks in turn; those that are not there yet are added at the origin.
    public Sketch chain(String... names) {
        for (String name : names) {
            if (nodes.stream().noneMatch(node -> node.name().equals(name))) {
                block(name, 0, 0);
            }
        }
        for (int i = 1; i < names.length; i++) {
            String to = names[i];
            edges.add(new Edge(names[i - 1], 0, to, (int) edges.stream().filter(e -> e.to().equals(to)).count()));
        }
        return this;
    }

    /// The drawing.
    public Graph graph() {
        return Graph.of(nodes, edges);
    }

    /// The drawing with cards of an ordinary size.
    public Cards cards() {
        return cards(graph());
    }

    /// Cards of an ordinary size for a drawing.
    public static Cards cards(Graph graph) {
        return Cards.of(graph, node -> CardLayout.of(
                new CardText("Activation", node.name(), node.name().length() % 2 == 0 ? List.of("3×3") : List.of(),
                        "32×28×28", ""),
                Math.max(1, graph.incoming(node.name()).size()), 1, TextWidths.ESTIMATE));
    }

    /// The same cards at other places.
    public static Cards moved(Cards cards, Map<String, Point> corners) {
        Graph graph = cards.graph();
        return new Cards(Graph.of(graph.nodes().stream().map(node -> {
            Point corner = corners.getOrDefault(node.name(), cards.corner(node.name()));
            return node.at(corner.x(), corner.y());
        }).toList(), graph.edges()), cards.layouts());
    }

    /// A chain with a skip connection around every four blocks.
    public static Cards residual(int blocks) {
        var sketch = new Sketch();
        String last = "in";
        for (int i = 0; i < blocks; i++) {
            sketch.chain(last, "conv" + i, "norm" + i, "relu" + i, "last" + i, "add" + i).chain(last, "add" + i);
            last = "add" + i;
        }
        return sketch.cards();
    }

    /// Drawings of any kind: branches, parts without wires, cycles, blocks that feed themselves.
    public static final class Random extends DomainContextBase {
        @Provide
        Arbitrary<Cards> cards() {
            return Arbitraries.integers().between(0, 14).flatMap(size -> Arbitraries.integers().between(0, 99).list()
                    .ofMaxSize(size * 4).map(numbers -> drawn(size, numbers)));
        }

        private static Cards drawn(int size, List<Integer> numbers) {
            var sketch = new Sketch();
            for (int i = 0; i < size; i++) {
                sketch.block("b" + "x".repeat(i), i % 4 * 240, i / 4 * 160);
            }
            for (int i = 0; i + 1 < numbers.size(); i += 2) {
                sketch.chain("b" + "x".repeat(numbers.get(i) % size), "b" + "x".repeat(numbers.get(i + 1) % size));
            }
            return sketch.cards();
        }
    }
}
