package io.netloom.app.document;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Remark;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is selected of the drawing that is looked at.
///
/// @param nodes names of blocks
/// @param edges wires
/// @param remarks ids of notes and frames
public record Selection(Set<String> nodes, Set<Edge> edges, Set<String> remarks) {
    /// Nothing.
    public static final Selection NONE = new Selection(Set.of(), Set.of(), Set.of());

    public Selection {
        nodes = Set.copyOf(nodes);
        edges = Set.copyOf(edges);
        remarks = Set.copyOf(remarks);
    }

    /// These blocks and nothing else.
    public static Selection of(Collection<String> nodes) {
        return new Selection(Set.copyOf(nodes), Set.of(), Set.of());
    }

    /// One block.
    public static Selection of(String node) {
        return of(List.of(node));
    }

    /// All blocks, wires and remarks of a drawing.
    public static Selection all(Graph graph) {
        return new Selection(graph.nodes().stream().map(node -> node.name()).collect(Collectors.toSet()),
                Set.copyOf(graph.edges()), graph.remarks().stream().map(Remark::id).collect(Collectors.toSet()));
    }

    /// Whether nothing is selected.
    public boolean isEmpty() {
        return nodes.isEmpty() && edges.isEmpty() && remarks.isEmpty();
    }

    /// The same, with this block out if it was in, and in if it was out.
    public Selection toggled(String node) {
        var toggled = new LinkedHashSet<>(nodes);
        if (!toggled.remove(node)) {
            toggled.add(node);
        }
        return new Selection(toggled, edges, remarks);
    }

    /// What is left of it in a drawing.
    Selection within(Graph graph) {
        Set<Edge> there = edges.isEmpty() ? Set.of() : Set.copyOf(graph.edges());
        return new Selection(nodes.stream().filter(graph::contains).collect(Collectors.toSet()),
                edges.stream().filter(there::contains).collect(Collectors.toSet()),
                graph.remarks().stream().map(Remark::id).filter(remarks::contains).collect(Collectors.toSet()));
    }

    /// The same after a block was given another name.
    Selection renamed(String from, String to) {
        return new Selection(nodes.stream().map(name -> name.equals(from) ? to : name).collect(Collectors.toSet()),
                edges.stream()
                        .map(e -> new Edge(e.from().equals(from) ? to : e.from(), e.output(),
                                e.to().equals(from) ? to : e.to(), e.input()))
                        .collect(Collectors.toSet()),
                remarks);
    }
}
