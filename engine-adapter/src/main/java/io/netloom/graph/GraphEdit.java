package io.netloom.graph;

import io.netloom.layer.Layer;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
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
            return graph.with(nodes, graph.edges());
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
            return graph.with(graph.nodes().stream().filter(n -> n != gone).toList(),
                    graph.edges().stream().filter(e -> !e.touches(name)).toList());
        }

        @Override
        public String label() {
            return "Remove '" + name + "'";
        }
    }

    /// Takes a node away and joins what fed its first input to all that its first output fed.
    record Dissolve(String name) implements GraphEdit {
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
            return graph.with(graph.nodes(), edges);
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
                throw new BadInput(Sentence.of("graph.no-wire",
                        "There is no wire from ''{0}'' to ''{1}''.", edge.from(), edge.to()));
            }
            return graph.with(graph.nodes(), edges);
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
            return graph.with(mapNode(graph, from, n -> n.renamed(to)),
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
            return graph.with(mapNode(graph, name, n -> n.with(layer)), graph.edges());
        }

        @Override
        public String label() {
            return "Change '" + name + "'";
        }
    }

    /// Lets a node take part in the network, or not.
    record SetActivity(String name, Activity activity) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            return graph.with(mapNode(graph, name, n -> n.with(activity)), graph.edges());
        }

        @Override
        public String label() {
            return switch (activity) {
                case ACTIVE -> "Let '" + name + "' take part again";
                case BYPASSED -> "Bypass '" + name + "'";
                case MUTED -> "Mute '" + name + "'";
            };
        }
    }

    /// Moves a node on the canvas.
    record Move(String name, double x, double y) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            return graph.with(mapNode(graph, name, n -> n.at(x, y)), graph.edges());
        }

        @Override
        public String label() {
            return "Move '" + name + "'";
        }
    }

    /// Puts a remark on the canvas, in place of the one with its id if there is one.
    record Annotate(Remark remark) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            var remarks = new ArrayList<>(graph.remarks());
            remarks.replaceAll(r -> r.id().equals(remark.id()) ? remark : r);
            if (!remarks.contains(remark)) {
                remarks.add(remark);
            }
            return Graph.of(graph.nodes(), graph.edges(), remarks);
        }

        @Override
        public String label() {
            return switch (remark.kind()) {
                case NOTE -> "Write a note";
                case FRAME -> "Draw a frame";
            };
        }
    }

    /// Takes a remark away.
    record Erase(String id) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            var remarks = new ArrayList<>(graph.remarks());
            if (!remarks.removeIf(r -> r.id().equals(id))) {
                throw new BadInput(Sentence.of("graph.no-remark",
                        "There is no remark ''{0}''.", id));
            }
            return Graph.of(graph.nodes(), graph.edges(), remarks);
        }

        @Override
        public String label() {
            return "Erase a remark";
        }
    }

    /// An edit of what stands inside of a composite. Where it takes an Input or Output block away, the composite's port goes,
    /// and with it the port's wires; the wires of the others follow them to their new places.
    record Inside(String name, GraphEdit edit) implements GraphEdit {
        @Override
        public Graph apply(Graph graph) {
            if (!(graph.node(name).block() instanceof Composite(String title, Graph inside))) {
                throw new BadInput(Sentence.of("graph.nothing-inside",
                        "There is nothing inside of ''{0}''.", name));
            }
            Graph after = edit.apply(inside);
            var edges = new ArrayList<Edge>();
            for (Edge edge : graph.edges()) {
                int output = edge.from().equals(name) ? moved(edge.output(), inside.outputs(), after.outputs())
                        : edge.output();
                int input = edge.to().equals(name) ? moved(edge.input(), inside.inputs(), after.inputs())
                        : edge.input();
                if (output >= 0 && input >= 0) {
                    edges.add(new Edge(edge.from(), output, edge.to(), input));
                }
            }
            return graph.with(mapNode(graph, name, n -> n.with(new Composite(title, after))), edges);
        }

        @Override
        public String label() {
            return edit.label() + " in '" + name + "'";
        }

        /// The new place of a port, or -1 if it is gone. A port whose block was renamed stays where it was.
        private static int moved(int port, List<String> before, List<String> after) {
            if (before.equals(after)) {
                return port;
            }
            if (port >= before.size()) {
                return -1;
            }
            boolean renamed = before.size() == after.size() && !after.contains(before.get(port))
                    && !before.contains(after.get(port));
            return renamed ? port : after.indexOf(before.get(port));
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

    /// An edit of a drawing inside of composites, as an edit of the outermost drawing.
    ///
    /// @param composites their names, from the outside in
    static GraphEdit inside(List<String> composites, GraphEdit edit) {
        GraphEdit outer = edit;
        for (String name : composites.reversed()) {
            outer = new Inside(name, outer);
        }
        return outer;
    }

    private static List<Node> mapNode(Graph graph, String name, Function<Node, Node> change) {
        Node old = graph.node(name);
        return graph.nodes().stream().map(n -> n == old ? change.apply(n) : n).toList();
    }
}
