package io.netloom.project;

import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import java.util.ArrayList;
import java.util.List;

/// Puts blocks behind each other, in rows that read like text.
final class Sketch {
    private static final int CARDS_A_ROW = 5;
    private static final int CARD_WIDTH = 210;
    private static final int ROW_HEIGHT = 180;
    /// A column may have a whole question for a name. There is just one target, which finds its block all the same.
    private static final int LONGEST_NAME = 60;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private String last = "";

    void begin(String name, String type, String... settings) {
        place(name, new Block.Single(Catalogue.standard().make(type, settings)));
    }

    Sketch add(String name, String type, String... settings) {
        return add(name, new Block.Single(Catalogue.standard().make(type, settings)));
    }

    Sketch add(String name, Block block) {
        String before = last;
        place(name, block);
        edges.add(Edge.of(before, last));
        return this;
    }

    Sketch from(String name) {
        last = name;
        return this;
    }

    /// Leads a wire to a further input of the block that was added last.
    Sketch also(String from, int input) {
        edges.add(new Edge(from, 0, last, input));
        return this;
    }

    /// Whether the next block will stand behind a convolution.
    boolean endsInMaps() {
        return nodes.stream().anyMatch(n -> n.name().equals(last) && n.block().type().equals("Conv2d"));
    }

    String last() {
        return last;
    }

    Graph graph() {
        return Graph.of(nodes, edges);
    }

    private void place(String wish, Block block) {
        last = graph().freeName(wish.length() > LONGEST_NAME ? wish.substring(0, LONGEST_NAME) + "…" : wish);
        nodes.add(new Node(last, block, nodes.size() % CARDS_A_ROW * CARD_WIDTH,
                nodes.size() / CARDS_A_ROW * ROW_HEIGHT));
    }
}
