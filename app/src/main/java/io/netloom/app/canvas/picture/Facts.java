package io.netloom.app.canvas.picture;

import io.netloom.check.Check;
import io.netloom.check.CheckedNode;
import io.netloom.check.Finding;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.shape.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the check of a whole project says about one of its drawings.
final class Facts {
    /// Of a drawing without blocks.
    static final Facts NONE = new Facts(Graph.empty(), Check.of(Graph.empty()), List.of());

    private final String prefix;
    private final Map<String, CheckedNode> nodes;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Map<Edge, Finding> wrong = new HashMap<>();

    Facts(Graph graph, Check check, List<String> place) {
        this.nodes = check.nodes();
        this.prefix = place.isEmpty() ? "" : String.join("/", place) + "/";
        for (Finding finding : check.findings()) {
            if (finding.node().startsWith(prefix) && finding.node().length() > prefix.length()) {
                block(graph, finding.node().substring(prefix.length()), finding);
            }
        }
    }

    private void block(Graph graph, String path, Finding finding) {
        boolean here = graph.contains(path);
        String name = here ? path : path.substring(0, Math.max(0, path.indexOf('/')));
        if (graph.contains(name)) {
            findings.computeIfAbsent(name, _ -> new ArrayList<>()).add(finding);
        }
        if (here) {
            blamed(graph, name, finding).forEach(edge -> wrong.putIfAbsent(edge, finding));
        }
    }

    /// The wires that a finding is about: those that its fixes would cut, or else all that arrive.
    private static Set<Edge> blamed(Graph graph, String name, Finding finding) {
        var edges = new HashSet<Edge>();
        finding.fixes().forEach(fix -> collect(fix, edges));
        edges.retainAll(joined(graph, name));
        if (edges.isEmpty() && finding.problem().kind() == Problem.Kind.SHAPE) {
            edges.addAll(graph.incoming(name));
        }
        return edges;
    }

    private static Set<Edge> joined(Graph graph, String name) {
        var edges = new HashSet<>(graph.incoming(name));
        edges.addAll(graph.outgoing(name));
        return edges;
    }

    private static void collect(GraphEdit fix, Set<Edge> edges) {
        if (fix instanceof GraphEdit.Inside(String _, GraphEdit inner)) {
            collect(inner, edges);
        } else if (fix instanceof GraphEdit.Splice(var _, Edge edge)) {
            edges.add(edge);
        } else if (fix instanceof GraphEdit.Disconnect(Edge edge)) {
            edges.add(edge);
        }
    }

    Optional<CheckedNode> known(String name) {
        return Optional.ofNullable(nodes.get(prefix + name));
    }

    /// Whether nothing else is known of a block than was before.
    boolean sayTheSame(Facts before, String name) {
        return prefix.equals(before.prefix) && nodes.get(prefix + name) == before.nodes.get(before.prefix + name)
                && findings(name).equals(before.findings(name));
    }

    List<Finding> findings(String name) {
        return findings.getOrDefault(name, List.of());
    }

    Optional<Finding> finding(Edge edge) {
        return Optional.ofNullable(wrong.get(edge));
    }

    String label(Edge edge) {
        return known(edge.from()).filter(node -> edge.output() < node.outputs().size())
                .map(node -> node.outputs().get(edge.output()).toString()).orElse("");
    }
}
