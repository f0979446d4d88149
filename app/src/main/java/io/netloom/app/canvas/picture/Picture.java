package io.netloom.app.canvas.picture;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.CardText;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Lanes;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.SpatialIndex;
import io.netloom.app.canvas.geometry.TextWidths;
import io.netloom.app.canvas.geometry.Wire;
import io.netloom.app.look.BlockLook;
import io.netloom.app.text.FindingWords;
import io.netloom.app.text.Texts;
import io.netloom.check.Check;
import io.netloom.check.CheckedNode;
import io.netloom.check.Finding;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All cards and wires of the drawing that is looked at. After an edit only what is different is made anew. For one thread.
public final class Picture {
    private static final double SAME = 1e-6;

    private final Texts texts;
    private final CardTexts words;
    private final TextWidths widths;
    private Map<String, CardFace> cards = new LinkedHashMap<>();
    private final Map<Edge, WireFace> wires = new LinkedHashMap<>();
    private SpatialIndex<String> cardIndex = new SpatialIndex<>();
    private SpatialIndex<Edge> wireIndex = new SpatialIndex<>();
    private Graph graph = Graph.empty();
    private Facts facts = Facts.NONE;
    private Set<String> lifted = Set.of();
    private Set<Edge> liftedWires = Set.of();
    private boolean indexed = true;

    /// What an update changed.
    ///
    /// @param cards names of those that are new or different
    /// @param goneCards names of those that are no more
    /// @param wires those that are new or different
    /// @param goneWires those that are no more
    public record Diff(Set<String> cards, Set<String> goneCards, Set<Edge> wires, Set<Edge> goneWires) {}

    public Picture(Texts texts, TextWidths widths) {
        this.texts = texts;
        this.words = new CardTexts(texts);
        this.widths = widths;
    }

    /// The drawing.
    public Graph graph() {
        return graph;
    }

    /// All cards by name, in the order of the drawing.
    public Collection<CardFace> cards() {
        return cards.values();
    }

    /// A block's card.
    public Optional<CardFace> card(String name) {
        return Optional.ofNullable(cards.get(name));
    }

    /// All wires.
    public Collection<WireFace> wires() {
        return wires.values();
    }

    /// A wire.
    public Optional<WireFace> wire(Edge edge) {
        return Optional.ofNullable(wires.get(edge));
    }

    /// Finds cards by place.
    public SpatialIndex<String> cardIndex() {
        index();
        return cardIndex;
    }

    /// Finds wires by place.
    public SpatialIndex<Edge> wireIndex() {
        index();
        return wireIndex;
    }

    /// The drawing with the size of each card, as laying out and walking need it.
    public Cards layouts() {
        return Cards.of(graph, node -> cards.get(node.name()).layout());
    }

    /// The size that a block's card would have, as long as nothing is known of what arrives.
    public CardLayout layout(Node node) {
        return layout(words.of(node, Optional.empty()), node, 0);
    }

    /// Forgets everything: another drawing is looked at.
    public void clear() {
        cards.clear();
        wires.clear();
        cardIndex = new SpatialIndex<>();
        wireIndex = new SpatialIndex<>();
        graph = Graph.empty();
        facts = Facts.NONE;
        lifted = Set.of();
        liftedWires = Set.of();
        indexed = true;
    }

    /// Draws what is there now.
    ///
    /// @param check of the whole project
    /// @param place the composites that the drawing stands in
    public Diff update(Graph newGraph, Check check, List<String> place) {
        index();
        lifted = Set.of();
        liftedWires = Set.of();
        Graph oldGraph = graph;
        Facts oldFacts = facts;
        facts = new Facts(newGraph, check, place);
        graph = newGraph;
        var touched = new ArrayList<Box>();
        var changed = new HashSet<String>();
        var order = LinkedHashMap.<String, CardFace>newLinkedHashMap(graph.nodes().size());
        int kept = 0;
        for (Node node : graph.nodes()) {
            CardFace old = cards.get(node.name());
            boolean same = old != null && old.node() == node && old.isAt(node.x(), node.y())
                    && facts.sayTheSame(oldFacts, node.name())
                    && graph.incoming(node.name()).equals(oldGraph.incoming(node.name()));
            CardFace now = same ? old : face(node, old);
            kept += old == null ? 0 : 1;
            order.put(node.name(), now);
            if (now != old) {
                changed.add(node.name());
                moved(touched, old, now);
                cardIndex.put(node.name(), now.box());
            }
        }
        Set<String> gone = kept == cards.size() ? Set.of() : without(cards.keySet(), order.keySet());
        for (String name : gone) {
            moved(touched, cards.get(name), null);
            cardIndex.remove(name);
        }
        cards = order;
        return wires(changed, gone, touched);
    }

    private static <T> Set<T> without(Set<T> all, Collection<T> those) {
        var rest = new HashSet<>(all);
        those.forEach(rest::remove);
        return rest;
    }

    private static void moved(List<Box> touched, CardFace old, CardFace now) {
        if (old != null && now != null && old.box().equals(now.box())) {
            return;
        }
        if (old != null) {
            touched.add(old.box());
        }
        if (now != null) {
            touched.add(now.box());
        }
    }

    private Diff wires(Set<String> changedCards, Set<String> goneCards, List<Box> touched) {
        int before = wires.size();
        int kept = 0;
        var changed = new HashSet<Edge>();
        Set<Edge> near = touched.stream().flatMap(box -> wireIndex.touching(box).stream()).collect(Collectors.toSet());
        for (Edge edge : graph.edges()) {
            WireFace old = wires.get(edge);
            kept += old == null ? 0 : 1;
            boolean stays = old != null && !near.contains(edge) && !changedCards.contains(edge.from())
                    && !changedCards.contains(edge.to());
            WireFace now = stays && old.finding().equals(facts.finding(edge)) ? old
                    : face(edge, stays ? old.line() : route(edge), old);
            if (now != old) {
                changed.add(edge);
                wires.put(edge, now);
                wireIndex.put(edge, now.line().bounds());
            }
        }
        Set<Edge> gone = kept == before ? Set.of() : without(wires.keySet(), graph.edges());
        for (Edge edge : gone) {
            wires.remove(edge);
            wireIndex.remove(edge);
        }
        return new Diff(changedCards, goneCards, changed, gone);
    }

    /// Shows some cards elsewhere, with their wires: while they are dragged.
    ///
    /// @param corners by name
    public Diff lift(Map<String, Point> corners) {
        if (!lifted.equals(corners.keySet())) {
            index();
            lifted = Set.copyOf(corners.keySet());
            liftedWires = lifted.stream()
                    .flatMap(name -> Stream.concat(graph.incoming(name).stream(), graph.outgoing(name).stream()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        corners.forEach((name, corner) -> cards.computeIfPresent(name, (_, old) -> old.at(corner)));
        for (Edge edge : liftedWires) {
            wires.computeIfPresent(edge, (_, old) -> {
                Point way = start(edge).minus(old.line().start());
                boolean together = end(edge).minus(old.line().end()).distance(way) < SAME;
                Wire line = together ? old.line().moved(way) : Wire.between(start(edge), end(edge),
                        cards.get(edge.from()).box(), cards.get(edge.to()).box());
                return new WireFace(edge, line, old.label(), old.finding(), old.spoken());
            });
        }
        indexed = false;
        return new Diff(lifted, Set.of(), liftedWires, Set.of());
    }

    /// The indexes learn only when they are asked where the lifted cards are, for most frames of a drag do not ask.
    private void index() {
        if (!indexed) {
            indexed = true;
            lifted.forEach(name -> cardIndex.put(name, cards.get(name).box()));
            liftedWires.forEach(edge -> wireIndex.put(edge, wires.get(edge).line().bounds()));
        }
    }

    /// Where a wire begins.
    public Point start(Edge edge) {
        CardFace card = cards.get(edge.from());
        return card.layout().output(card.corner(), edge.output());
    }

    /// Where a wire ends.
    public Point end(Edge edge) {
        CardFace card = cards.get(edge.to());
        return card.layout().input(card.corner(), edge.input());
    }

    private Wire route(Edge edge) {
        return Lanes.route(start(edge), end(edge), cards.get(edge.from()).box(), cards.get(edge.to()).box(),
                cardIndex::boxes);
    }

    private CardFace face(Node node, CardFace old) {
        Optional<CheckedNode> known = facts.known(node.name());
        List<Shape> outputs = known.map(CheckedNode::outputs).orElse(List.of());
        long parameters = known.map(CheckedNode::parameters).orElse(0L);
        List<Finding> findings = facts.findings(node.name());
        int wired = graph.incoming(node.name()).stream().mapToInt(edge -> edge.input() + 1).max().orElse(0);
        if (old != null && old.node() == node && old.outputs().equals(outputs) && old.parameters() == parameters
                && old.findings().equals(findings) && ports(node, wired) == old.layout().inputs().size()
                && old.isAt(node.x(), node.y())) {
            return old;
        }
        CardText text = words.of(node, known);
        return new CardFace(node, new Point(node.x(), node.y()), text, BlockLook.of(node.block()),
                layout(text, node, wired), outputs, parameters, findings, Standing.of(findings),
                spoken(node, text, findings));
    }

    private CardLayout layout(CardText text, Node node, int wired) {
        return CardLayout.of(text, ports(node, wired), node.block().outputs().size(), widths);
    }

    /// A block that takes any number of wires shows one port more than it has.
    private static int ports(Node node, int wired) {
        int most = node.block().inputs().max();
        return most == Integer.MAX_VALUE ? Math.max(node.block().inputs().min(), wired + 1) : Math.max(most, wired);
    }

    private String spoken(Node node, CardText text, List<Finding> findings) {
        String problem = findings.isEmpty() ? "" : FindingWords.withFix(texts, findings.getFirst());
        String activity = switch (node.activity()) {
            case ACTIVE -> "";
            case BYPASSED -> texts.get("canvas.activity.bypassed");
            case MUTED -> texts.get("canvas.activity.muted");
        };
        return texts.get("canvas.card.spoken", node.name(), text.category(), String.join(" ", text.settings()),
                text.shape(), text.parameters(), (activity + " " + problem).strip()).strip();
    }

    private WireFace face(Edge edge, Wire line, WireFace old) {
        Optional<Finding> finding = facts.finding(edge);
        String label = facts.label(edge);
        if (old != null && old.line().equals(line) && old.label().equals(label) && old.finding().equals(finding)) {
            return old;
        }
        return new WireFace(edge, line, label, finding, texts.get("canvas.wire.spoken", edge.from(), edge.to(), label,
                finding.map(f -> FindingWords.withFix(texts, f)).orElse("")).strip());
    }
}
