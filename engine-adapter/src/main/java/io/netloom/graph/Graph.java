package io.netloom.graph;

import io.netloom.layer.Role;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A drawing: nodes in the order in which they were made, and wires. Immutable; a [GraphEdit] makes another. It may be
/// unfinished or wrong (cycles, shapes that do not fit): `check` says so. What holds always: names are unique, wires
/// join nodes that are there, an input has at most one wire, and the ids of remarks are unique.
public final class Graph {
    /// More nodes than anybody draws; a bound for files from strangers.
    public static final int MAX_NODES = 100_000;
    /// More remarks than anybody writes; a bound for files from strangers.
    public static final int MAX_REMARKS = 10_000;
    private static final Graph EMPTY = of(List.of(), List.of());

    private final Map<String, Node> nodes;
    private final List<Edge> edges;
    private final Map<String, List<Edge>> incoming = new HashMap<>();
    private final Map<String, List<Edge>> outgoing = new HashMap<>();
    private final Map<String, Remark> remarks;
    private final List<String> inputs;
    private final List<String> outputs;
    private final int depth;
    private final int size;

    private Graph(Collection<Node> nodes, Collection<Edge> edges, Collection<Remark> remarks, int longestName) {
        var byName = LinkedHashMap.<String, Node>newLinkedHashMap(nodes.size());
        for (Node node : nodes) {
            if (node.name().isBlank() || node.name().length() > longestName) {
                throw new BadInput(Sentence.of("graph.name",
                        "A block''s name needs 1 to {0,number,0} characters, not ''{1}''.", longestName, node.name()));
            }
            if (node.name().chars().anyMatch(Character::isISOControl)) {
                // In a terminal such signs are commands.
                throw new BadInput(Sentence.of("graph.name-control",
                        "A block''s name has line breaks or other control characters: ''{0}''. Take them out.",
                        node.name().replaceAll("\\p{Cntrl}", "?")));
            }
            if (byName.put(node.name(), node) != null) {
                throw new BadInput(Sentence.of("graph.same-name",
                        "Two blocks are called ''{0}''. Give one of them another name.", node.name()));
            }
        }
        this.nodes = Collections.unmodifiableMap(byName);
        this.edges = List.copyOf(edges);
        for (Edge edge : this.edges) {
            requireNode(edge.from());
            requireNode(edge.to());
            if (edge.output() < 0 || edge.input() < 0) {
                throw new BadInput(Sentence.of("graph.negative-port",
                        "Ports are counted from 0, but a wire from ''{0}'' to ''{1}'' has a number below.", edge.from(),
                        edge.to()));
            }
            incoming.merge(edge.to(), List.of(edge), Graph::joined);
            outgoing.merge(edge.from(), List.of(edge), Graph::joined);
        }
        incoming.replaceAll(Graph::byInput);
        outgoing.replaceAll((_, wires) -> List.copyOf(wires));
        this.remarks = byId(remarks);
        inputs = withRole(Role.INPUT);
        outputs = withRole(Role.OUTPUT);
        int deepest = 0;
        int all = this.nodes.size();
        for (Node node : this.nodes.values()) {
            if (node.block() instanceof Composite(String _, Graph inside)) {
                deepest = Math.max(deepest, inside.depth + 1);
                all += inside.size;
            }
        }
        depth = deepest;
        size = all;
    }

    /// Most blocks have one wire at each side, for which a list that can grow would be made in vain.
    private static List<Edge> joined(List<Edge> wires, List<Edge> one) {
        List<Edge> growing = wires.size() > 1 ? wires : new ArrayList<>(wires);
        growing.addAll(one);
        return growing;
    }

    private static List<Edge> byInput(String node, List<Edge> wires) {
        if (wires.size() == 1) {
            return wires;
        }
        var sorted = new ArrayList<>(wires);
        sorted.sort(Comparator.comparingInt(Edge::input));
        for (int i = 1; i < sorted.size(); i++) {
            int input = sorted.get(i).input();
            if (input == sorted.get(i - 1).input()) {
                throw new BadInput(Sentence.of("graph.two-wires",
                        "Two wires end at input {0,number,0} of ''{1}''. Take one of them away.", input, node));
            }
        }
        return List.copyOf(sorted);
    }

    /// A drawing without blocks.
    public static Graph empty() {
        return EMPTY;
    }

    /// A drawing of these nodes and wires.
    ///
    /// @throws BadInput if a name is used twice, a wire ends nowhere, or two wires end at one input
    public static Graph of(Collection<Node> nodes, Collection<Edge> edges) {
        return of(nodes, edges, List.of());
    }

    /// A drawing of these nodes, wires and remarks.
    ///
    /// @throws BadInput if a name or an id is used twice, a wire ends nowhere, or two wires end at one input
    public static Graph of(Collection<Node> nodes, Collection<Edge> edges, Collection<Remark> remarks) {
        return new Graph(nodes, edges, remarks, Node.MAX_NAME);
    }

    /// Other nodes and wires with the same remarks.
    Graph with(Collection<Node> newNodes, Collection<Edge> newEdges) {
        return of(newNodes, newEdges, remarks());
    }

    /// A drawing whose names are paths through composites.
    static Graph flat(Collection<Node> nodes, Collection<Edge> edges) {
        return new Graph(nodes, edges, List.of(), (Composite.MAX_DEPTH + 1) * (Node.MAX_NAME + 1));
    }

    /// The drawing without the blocks that are muted, and without their wires.
    public Graph live() {
        if (nodes.values().stream().allMatch(node -> node.activity() != Activity.MUTED)) {
            return this;
        }
        return with(nodes.values().stream().filter(node -> node.activity() != Activity.MUTED).toList(),
                edges.stream().filter(edge -> nodes.get(edge.from()).activity() != Activity.MUTED
                        && nodes.get(edge.to()).activity() != Activity.MUTED).toList());
    }

    /// All nodes.
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /// All wires.
    public List<Edge> edges() {
        return edges;
    }

    /// All remarks, in the order in which they were made.
    public Collection<Remark> remarks() {
        return remarks.values();
    }

    /// The names of the nodes where data enters, in the order of the drawing.
    public List<String> inputs() {
        return inputs;
    }

    /// The names of the nodes where answers are taken, in the order of the drawing.
    public List<String> outputs() {
        return outputs;
    }

    /// How deep composites are nested; 0 where there are none.
    public int depth() {
        return depth;
    }

    /// Number of nodes, also of those inside of composites.
    public int size() {
        return size;
    }

    /// Whether there is a node of this name.
    public boolean contains(String name) {
        return nodes.containsKey(name);
    }

    /// The node of this name.
    ///
    /// @throws BadInput if there is none
    public Node node(String name) {
        requireNode(name);
        return nodes.get(name);
    }

    /// The wires that end at a node, by input.
    public List<Edge> incoming(String name) {
        return incoming.getOrDefault(name, List.of());
    }

    /// The wires that begin at a node.
    public List<Edge> outgoing(String name) {
        return outgoing.getOrDefault(name, List.of());
    }

    /// A name that no node has yet: `dense`, `dense2`, `dense3`.
    public String freeName(String wish) {
        String name = wish;
        for (int i = 2; contains(name); i++) {
            name = wish + i;
        }
        return name;
    }

    /// An id that no remark has yet: `note`, `note2`, `note3`.
    public String freeId(String wish) {
        String id = wish;
        for (int i = 2; remarks.containsKey(id); i++) {
            id = wish + i;
        }
        return id;
    }

    private static Map<String, Remark> byId(Collection<Remark> remarks) {
        if (remarks.size() > MAX_REMARKS) {
            throw new BadInput(Sentence.of("graph.remarks",
                    "A drawing can have {0,number,0} remarks, not {1,number,0}.", MAX_REMARKS, remarks.size()));
        }
        var byId = new LinkedHashMap<String, Remark>();
        for (Remark remark : remarks) {
            if (byId.put(remark.id(), remark) != null) {
                throw new BadInput(Sentence.of("graph.same-remark",
                        "Two remarks have the id ''{0}''. Give one of them another.", remark.id()));
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    private List<String> withRole(Role role) {
        var names = new ArrayList<String>();
        for (Node node : nodes.values()) {
            if (node.block().role() == role) {
                names.add(node.name());
            }
        }
        return List.copyOf(names);
    }

    private void requireNode(String name) {
        if (!nodes.containsKey(name)) {
            throw new BadInput(Sentence.of("graph.no-block",
                    "There is no block called ''{0}''.", name));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Graph graph && List.copyOf(nodes()).equals(List.copyOf(graph.nodes()))
                && edges.equals(graph.edges) && List.copyOf(remarks()).equals(List.copyOf(graph.remarks()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(nodes, edges, remarks);
    }

    @Override
    public String toString() {
        return "Graph" + nodes() + edges + remarks();
    }
}
