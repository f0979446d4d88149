package io.netloom.app.inspector;

import io.netloom.app.blocks.BlockWords;
import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.inspector.Page.Fact;
import io.netloom.app.inspector.Page.Subject;
import io.netloom.app.look.BlockLook;
import io.netloom.app.text.Texts;
import io.netloom.check.CheckedNode;
import io.netloom.check.Cost;
import io.netloom.check.Finding;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.LayerType;
import io.netloom.layer.Schema;
import io.netloom.shape.Shape;
import io.netloom.train.TrainingPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts together what is known of what is selected.
final class PageMaker {
    private final Document document;
    private final Texts texts;
    private final BlockWords words;

    PageMaker(Document document, Texts texts, BlockWords words) {
        this.document = document;
        this.texts = texts;
        this.words = words;
    }

    static Subject subject(Document document) {
        Selection selection = document.selection();
        Graph drawing = document.drawing();
        List<Node> nodes = drawing.nodes().stream().filter(n -> selection.nodes().contains(n.name())).toList();
        if (nodes.isEmpty()) {
            return selection.edges().isEmpty() ? new Subject.Whole() : new Subject.Wires(selection.edges().size());
        }
        if (nodes.size() == 1 && nodes.getFirst().block() instanceof Composite) {
            return new Subject.Inside(nodes.getFirst().name());
        }
        Set<Optional<LayerType>> types = nodes.stream().map(PageMaker::type).collect(Collectors.toSet());
        return types.size() == 1 && types.iterator().next().isPresent()
                ? new Subject.Layers(nodes.stream().map(Node::name).toList(), types.iterator().next().get())
                : new Subject.Several(nodes.size());
    }

    Page page() {
        Subject subject = subject(document);
        return switch (subject) {
            case Subject.Whole _ -> whole(subject);
            case Subject.Layers(List<String> names, LayerType type) -> layers(subject, names, type);
            case Subject.Inside(String name) -> inside(subject, document.drawing().node(name));
            case Subject.Several(int count) -> new Page(subject, texts.get("inspector.several", count), "",
                    Optional.empty(), cost(known(document.selection().nodes())), "", List.of());
            case Subject.Wires(int count) -> wires(subject, count);
        };
    }

    private Page layers(Subject subject, List<String> names, LayerType type) {
        List<CheckedNode> known = known(names);
        var facts = new ArrayList<Fact>();
        String python = "";
        String title = words.name(type);
        if (names.size() > 1) {
            title = texts.get("inspector.of-a-kind", names.size(), title);
        } else if (known.isEmpty()) {
            facts.add(new Fact(texts.get("inspector.in"), texts.get("inspector.unknown")));
        } else {
            CheckedNode node = known.getFirst();
            facts.addAll(ports(node));
            python = node.node().layer().module(node.inputs()).line();
        }
        facts.addAll(cost(known));
        return new Page(subject, title, words.help(type), Optional.of(BlockLook.of(type)), facts, python,
                names.size() == 1 ? findings(names.getFirst()) : List.of());
    }

    private Page inside(Subject subject, Node node) {
        var facts = new ArrayList<Fact>();
        known(List.of(node.name())).stream().findFirst().ifPresentOrElse(known -> facts.addAll(ports(known)),
                () -> facts.add(new Fact(texts.get("inspector.in"), texts.get("inspector.unknown"))));
        facts.add(new Fact(texts.get("inspector.blocks"), texts.count(((Composite) node.block()).inside().size())));
        facts.addAll(cost(known(List.of(node.name()))));
        return new Page(subject, node.block().type(), texts.get("inspector.composite"),
                Optional.of(BlockLook.of(node.block())), facts, "", findings(node.name()));
    }

    private Page wires(Subject subject, int count) {
        if (count > 1) {
            return new Page(subject, texts.get("inspector.wires", count), "", Optional.empty(), List.of(), "",
                    List.of());
        }
        Edge edge = document.selection().edges().iterator().next();
        Optional<Shape> shape = document.checked(edge.from()).map(CheckedNode::outputs)
                .filter(outputs -> edge.output() < outputs.size()).map(outputs -> outputs.get(edge.output()));
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(texts.get("inspector.from"), edge.from()));
        facts.add(new Fact(texts.get("inspector.to"), edge.to()));
        facts.add(new Fact(texts.get("inspector.shape"),
                shape.map(Shape::toString).orElse(texts.get("inspector.unknown"))));
        shape.ifPresent(s -> {
            facts.add(new Fact(texts.get("inspector.entries"), texts.count(s.elements())));
            facts.add(new Fact(texts.get("inspector.memory"), bytes(s.bytes())));
        });
        return new Page(subject, texts.get("inspector.wire"), texts.get("inspector.wire.help"), Optional.empty(),
                facts, "", findings(edge.to()));
    }

    private Page whole(Subject subject) {
        Graph drawing = document.drawing();
        if (drawing.nodes().isEmpty()) {
            return new Page(subject, texts.get("inspector.network"), texts.get("inspector.empty"), Optional.empty(),
                    List.of(), "", List.of());
        }
        var facts = new ArrayList<Fact>();
        drawing.inputs()
                .forEach(name -> facts.add(new Fact(texts.get("inspector.port-in", name), shapes(document.checked(name)
                        .map(CheckedNode::outputs).orElse(List.of())))));
        drawing.outputs()
                .forEach(name -> facts.add(new Fact(texts.get("inspector.port-out", name), shapes(document.checked(name)
                        .map(CheckedNode::inputs).orElse(List.of())))));
        facts.add(new Fact(texts.get("inspector.blocks"), texts.count(drawing.size())));
        boolean inside = !document.place().isEmpty();
        if (inside) {
            facts.addAll(cost(known(drawing.nodes().stream().map(Node::name).toList())));
        } else {
            Cost all = document.check().cost();
            if (!document.check().nodes().isEmpty()) {
                facts.addAll(cost(all.parameters(), all.multiplyAdds(), all.activationBytes()));
            }
            facts.addAll(plan(document.project().plan()));
        }
        return new Page(subject, inside ? document.place().getLast() : texts.get("inspector.network"),
                texts.get("inspector.none"), Optional.empty(), facts, "", List.of());
    }

    private List<Fact> plan(TrainingPlan plan) {
        return List.of(new Fact(texts.get("inspector.plan.epochs"), texts.count(plan.epochs())),
                new Fact(texts.get("inspector.plan.batch"), texts.count(plan.batchSize())),
                new Fact(texts.get("inspector.plan.rate"), Double.toString(plan.learningRate())));
    }

    private List<Fact> ports(CheckedNode node) {
        var facts = new ArrayList<Fact>();
        if (!node.inputs().isEmpty()) {
            facts.add(new Fact(texts.get("inspector.in"), shapes(node.inputs())));
        }
        if (!node.outputs().isEmpty()) {
            facts.add(new Fact(texts.get("inspector.out"), shapes(node.outputs())));
        }
        return facts;
    }

    private List<Fact> cost(Collection<CheckedNode> nodes) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        return cost(Shape.sum(nodes.stream().mapToLong(CheckedNode::parameters).toArray()),
                Shape.sum(nodes.stream().mapToLong(CheckedNode::multiplyAdds).toArray()),
                Shape.sum(nodes.stream().mapToLong(CheckedNode::activationBytes).toArray()));
    }

    private List<Fact> cost(long parameters, long multiplyAdds, long activationBytes) {
        return List.of(new Fact(texts.get("inspector.parameters"), texts.count(parameters)),
                new Fact(texts.get("inspector.multiply-adds"), texts.magnitude(multiplyAdds)),
                new Fact(texts.get("inspector.memory"), bytes(activationBytes)));
    }

    private List<CheckedNode> known(Collection<String> names) {
        return names.stream().map(document::checked).flatMap(Optional::stream).toList();
    }

    private List<Finding> findings(String node) {
        String path = document.path(node);
        return document.check().findings().stream().filter(f -> f.node().equals(path)).toList();
    }

    private String bytes(long bytes) {
        return texts.magnitude(bytes) + (bytes < 1000 ? " B" : "B");
    }

    private String shapes(List<Shape> shapes) {
        return shapes.isEmpty() ? texts.get("inspector.unknown")
                : shapes.stream().map(Shape::toString).collect(Collectors.joining(", "));
    }

    private static Optional<LayerType> type(Node node) {
        return switch (node.block()) {
            case Block.Single(var layer) -> Optional.of(Catalogue.standard().find(Schema.of(layer).type()));
            case Composite _ -> Optional.empty();
        };
    }
}
