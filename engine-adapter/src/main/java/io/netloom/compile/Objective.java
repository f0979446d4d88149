package io.netloom.compile;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.check.Finding;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A network together with what it is to learn from what: each Input has its feed, each Output its head, and they fit.
public final class Objective {
    private final CheckedGraph network;
    private final List<Feed> feeds;
    private final List<Head> heads;

    private Objective(CheckedGraph network, List<Feed> feeds, List<Head> heads) {
        this.network = network;
        this.feeds = feeds;
        this.heads = heads;
    }

    /// Joins a network to its data. Feeds and heads are brought into the order of the network's blocks.
    ///
    /// @throws BadInput with every message of [#findings], if there are any
    public static Objective of(CheckedGraph network, List<Feed> feeds, List<Head> heads) {
        List<Finding> findings = findings(network, feeds, heads);
        if (!findings.isEmpty()) {
            throw new BadInput(findings.stream().map(Finding::message).collect(Collectors.joining("\n")));
        }
        return new Objective(network,
                network.inputs().stream().map(i -> feed(feeds, i).orElseThrow()).toList(),
                network.outputs().stream().map(o -> head(heads, o).orElseThrow()).toList());
    }

    /// Everything that keeps a network from learning from this data.
    public static List<Finding> findings(CheckedGraph network, List<Feed> feeds, List<Head> heads) {
        var findings = new ArrayList<Finding>();
        network.inputs()
                .forEach(input -> checkInput(network, input, feed(feeds, input), feeds).ifPresent(findings::add));
        network.outputs().forEach(output -> checkOutput(network, output, head(heads, output), heads)
                .ifPresent(findings::add));
        if (network.parameters() == 0) {
            findings.add(new Finding("", "The network", new Problem(Problem.Kind.NETWORK,
                    "at least one block with weights, such as Dense", "has nothing to learn", List.of()),
                    network.outputs().stream().map(output -> insertDense(network, output, Map.of())).toList()));
        }
        return findings;
    }

    /// The network.
    public CheckedGraph network() {
        return network;
    }

    /// One feed for each Input, in the network's order.
    public List<Feed> feeds() {
        return feeds;
    }

    /// One head for each Output, in the network's order.
    public List<Head> heads() {
        return heads;
    }

    private static Optional<Finding> checkInput(CheckedGraph network, CheckedNode input, Optional<Feed> feed,
            List<Feed> feeds) {
        if (feed.isEmpty()) {
            return Optional.of(finding(input, new Problem(Problem.Kind.NETWORK, "data of its name",
                    "the data has " + names(feeds.stream().map(Feed::input).toList()), List.of()),
                    renamings(network, input, feeds.stream().map(Feed::input))));
        }
        Shape drawn = input.outputs().getFirst();
        Shape given = feed.get().raw();
        if (Arrays.equals(drawn.features(), given.features())) {
            return Optional.empty();
        }
        var layer = Schema.of(input.node().layer()).with(input.node().layer(), Map.of("shape", given.toString()));
        return Optional.of(finding(input,
                Problem.shape("the shape of the data, " + given, "its shape is " + drawn,
                        new Remedy.Change("shape", given.toString())),
                List.of(new GraphEdit.Change(input.node().name(), layer))));
    }

    private static Optional<Finding> checkOutput(CheckedGraph network, CheckedNode output, Optional<Head> head,
            List<Head> heads) {
        if (head.isEmpty()) {
            return Optional.of(finding(output, new Problem(Problem.Kind.NETWORK, "a target of its name",
                    "the data has " + names(heads.stream().map(Head::output).toList()), List.of()),
                    renamings(network, output, heads.stream().map(Head::output))));
        }
        Shape given = output.inputs().getFirst();
        Shape needed = switch (head.get().task()) {
            case Task.Classification(List<String> classes) -> Shape.of(classes.size());
            case Task.Regression _ -> Shape.of(1);
        };
        Edge wire = network.incoming(output.node().name()).getFirst();
        CheckedNode source = network.node(wire.from());
        if (!Arrays.equals(given.features(), needed.features())) {
            String what = switch (head.get().task()) {
                case Task.Classification(List<String> classes) -> classes.size() + " logits, one a class";
                case Task.Regression _ -> "one number";
            };
            return Optional.of(finding(output, Problem.shape(what, "receives " + given),
                    List.of(resize(network, output, source, needed))));
        }
        if (head.get().loss() instanceof Loss.CrossEntropy && source.node().layer().probabilities()) {
            return Optional.of(finding(output, Problem.shape(
                    "logits, because cross entropy takes the softmax itself", "receives probabilities from "
                            + source.node().title()),
                    List.of(source.edit(new GraphEdit.Bypass(source.ownName())))));
        }
        return Optional.empty();
    }

    /// A block that the data does not know can take a name that no other block has, or go.
    private static List<GraphEdit> renamings(CheckedGraph network, CheckedNode node, Stream<String> names) {
        String name = node.node().name();
        return Stream.concat(
                names.filter(n -> !network.graph().contains(n)).map(n -> (GraphEdit) new GraphEdit.Rename(name, n)),
                Stream.of(new GraphEdit.Remove(name))).toList();
    }

    /// The likely mend of a wrong number of outputs: change the units of the Dense before it, else add one.
    private static GraphEdit resize(CheckedGraph network, CheckedNode output, CheckedNode source, Shape needed) {
        Layer layer = source.node().layer();
        Schema schema = Schema.of(layer);
        var units = Map.of("units", Long.toString(needed.size(0)));
        boolean hasUnits = schema.fields().stream().anyMatch(f -> f.name().equals("units"));
        if (hasUnits && schema.with(layer, units).infer(source.inputs()) instanceof Shapes(List<Shape> shapes)
                && shapes.getFirst().equals(needed)) {
            return new GraphEdit.Several("Set units of '" + source.node().name() + "' to " + needed.size(0),
                    List.of(source.edit(new GraphEdit.Change(source.ownName(), schema.with(layer, units)))));
        }
        return insertDense(network, output, units);
    }

    private static GraphEdit insertDense(CheckedGraph network, CheckedNode output, Map<String, String> settings) {
        Graph drawing = network.graph();
        Edge wire = drawing.incoming(output.node().name()).getFirst();
        Node source = drawing.node(wire.from());
        Layer dense = Catalogue.standard().find("Dense").with(settings);
        return new GraphEdit.Splice(new Node(drawing.freeName("dense"), dense, source.x(), source.y()), wire);
    }

    private static Finding finding(CheckedNode node, Problem problem, List<GraphEdit> fixes) {
        return new Finding(node.node().name(), node.node().title(), problem, fixes);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining("', '", "'", "'"));
    }

    private static Optional<Feed> feed(List<Feed> feeds, CheckedNode input) {
        return feeds.stream().filter(f -> f.input().equals(input.node().name())).findFirst();
    }

    private static Optional<Head> head(List<Head> heads, CheckedNode output) {
        return heads.stream().filter(h -> h.output().equals(output.node().name())).findFirst();
    }
}
