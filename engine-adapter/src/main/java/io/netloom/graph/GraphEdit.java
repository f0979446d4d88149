package io.netloom.graph;

import io.netloom.layer.Layer;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A change of a drawing, as a value. Undo is the graph before it.
public sealed interface GraphEdit {

    /// The graph after the edit; `graph` itself stays as it is.
    ///
    /// @throws BadInput if the edit does not fit the graph
    Graph apply(Graph graph);

    /// What it does, for the undo menu and for buttons: "Add Dense 'head'".
    String label();

    /// Puts a node on the canvas.
    record Add(Node node) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            var nodes = new ArrayList<>(graph.nodes());
            nodes.add(node);
            return Graph.of(nodes, graph.edges());
        }

        @Override
        public String label() {
            return "Add " + node.title();
        }
    }

    /// Takes a node and its wires away.
    record Remove(String name) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            Node gone = graph.node(name);
            return Graph.of(graph.nodes().stream().filter(n -> n != gone).toList(),
                    graph.edges().stream().filter(e -> !e.touches(name)).toList());
        }

        @Override
        public String label() {
            return "Remove '" + name + "'";
        }
    }

    /// Takes a node away and joins what fed its first input to all that its first output fed.
    record Bypass(String name) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            Graph rest = new Remove(name).apply(graph);
            if (graph.incoming(name).isEmpty()) {
                return rest;
            }
            Edge in = graph.incoming(name).getFirst();
            for (Edge out : graph.outgoing(name)) {
                if (out.output() == 0 && !out.to().equals(name) && !in.from().equals(name)) {
                    rest = new Connect(new Edge(in.from(), in.output(), out.to(), out.input())).apply(rest);
                }
            }
            return rest;
        }

        @Override
        public String label() {
            return "Remove '" + name + "' and join its neighbours";
        }
    }

    /// Draws a wire; a wire that ended at the same input goes.
    record Connect(Edge edge) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            var edges = new ArrayList<>(graph.edges());
            edges.removeIf(e -> e.to().equals(edge.to()) && e.input() == edge.input());
            edges.add(edge);
            return Graph.of(graph.nodes(), edges);
        }

        @Override
        public String label() {
            return "Join '" + edge.from() + "' to '" + edge.to() + "'";
        }
    }

    /// Takes a wire away.
    record Disconnect(Edge edge) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            var edges = new ArrayList<>(graph.edges());
            if (!edges.remove(edge)) {
                throw new BadInput("There is no wire from '" + edge.from() + "' to '" + edge.to() + "'.");
            }
            return Graph.of(graph.nodes(), edges);
        }

        @Override
        public String label() {
            return "Take the wire from '" + edge.from() + "' to '" + edge.to() + "' away";
        }
    }

    /// Puts a node into a wire: from the wire's beginning to the node, from the node to the wire's end.
    record Splice(Node node, Edge edge) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            Graph cut = new Add(node).apply(new Disconnect(edge).apply(graph));
            Graph half = new Connect(new Edge(edge.from(), edge.output(), node.name(), 0)).apply(cut);
            return new Connect(new Edge(node.name(), 0, edge.to(), edge.input())).apply(half);
        }

        @Override
        public String label() {
            return "Insert " + node.title() + " before '" + edge.to() + "'";
        }
    }

    /// Gives a node another name; its wires follow.
    record Rename(String from, String to) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            return Graph.of(mapNode(graph, from, n -> n.renamed(to)),
                    graph.edges().stream().map(e -> e.renamed(from, to)).toList());
        }

        @Override
        public String label() {
            return "Rename '" + from + "' to '" + to + "'";
        }
    }

    /// Gives a node other settings, or another layer altogether.
    record Change(String name, Layer layer) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            return Graph.of(mapNode(graph, name, n -> n.with(layer)), graph.edges());
        }

        @Override
        public String label() {
            return "Change '" + name + "'";
        }
    }

    /// Moves a node on the canvas.
    record Move(String name, double x, double y) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            return Graph.of(mapNode(graph, name, n -> n.at(x, y)), graph.edges());
        }

        @Override
        public String label() {
            return "Move '" + name + "'";
        }
    }

    /// Several edits, one after the other, as one.
    record Several(String label, List<GraphEdit> edits) implements GraphEdit {
        public Several {
            edits = List.copyOf(edits);
        }

        @Override
        public Graph apply(Graph graph) {
            Graph result = graph;
            for (GraphEdit edit : edits) {
                result = edit.apply(result);
            }
            return result;
        }
    }

    private static List<Node> mapNode(Graph graph, String name, Function<Node, Node> change) {
        Node old = graph.node(name);
        return graph.nodes().stream().map(n -> n == old ? change.apply(n) : n).toList();
    }
}
