package io.netloom.compile;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.check.Finding;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
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
            throw new BadInput(Sentence.lines(findings.stream().map(Finding::sentence).toList()));
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
        network.outputs().forEach(output -> checkOutput(network, output, head(heads, output), feeds, heads)
                .ifPresent(findings::add));
        if (network.parameters() == 0) {
            findings.add(new Finding("", "The network", new Problem(Problem.Kind.NETWORK,
                    "at least one block with weights, such as Dense", "has nothing to learn", List.of()),
                    network.outputs().stream().map(output -> Endings.insertDense(network, output, Map.of())).toList()));
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

    /// The place of an Input's feed.
    int indexOfFeed(String input) {
        return feeds.stream().map(Feed::input).toList().indexOf(input);
    }

    /// One example of what arrives at a head's Output.
    Shape arriving(Head head) {
        return network.node(head.output()).inputs().getFirst();
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
            List<Feed> feeds, List<Head> heads) {
        if (head.isEmpty()) {
            return Optional.of(finding(output, new Problem(Problem.Kind.NETWORK, "a target of its name",
                    "the data has " + names(heads.stream().map(Head::output).toList()), List.of()),
                    renamings(network, output, heads.stream().map(Head::output))));
        }
        if (head.get().task() instanceof Task.Reconstruction(String input) && !hasInput(network, feeds, input)) {
            return Optional.of(finding(output,
                    new Problem(Problem.Kind.NETWORK, "an Input '" + input + "', which it is to give back",
                            "the network has " + names(network.inputs().stream().map(i -> i.node().name()).toList()),
                            List.of()),
                    List.of(new GraphEdit.Remove(output.node().name()))));
        }
        Shape given = output.inputs().getFirst();
        Shape needed = needed(head.get().task(), feeds);
        Edge wire = network.incoming(output.node().name()).getFirst();
        CheckedNode source = network.node(wire.from());
        if (!Arrays.equals(given.features(), needed.features())) {
            return Optional.of(finding(output,
                    Problem.shape(text(head.get().task(), needed), "receives " + given),
                    List.of(Endings.reshape(network, output, source, needed))));
        }
        return source.node().layer().probabilities()
                ? takesLogits(head.get()).map(why -> finding(output,
                        Problem.shape(why, "receives probabilities from " + source.node().title()),
                        List.of(source.edit(new GraphEdit.Dissolve(source.ownName())))))
                : Optional.empty();
    }

    private static boolean hasInput(CheckedGraph network, List<Feed> feeds, String name) {
        return network.inputs().stream().anyMatch(i -> i.node().name().equals(name))
                && feeds.stream().anyMatch(f -> f.input().equals(name));
    }

    private static Shape needed(Task task, List<Feed> feeds) {
        return switch (task) {
            case Task.Classification(List<String> classes) -> Shape.of(classes.size());
            case Task.Regression(List<Task.Spread> numbers) -> Shape.of(numbers.size());
            case Task.Tags(List<String> names) -> Shape.of(names.size());
            case Task.Shares(List<String> classes) -> Shape.of(classes.size());
            case Task.Reconstruction(String input) -> Shape.of(feeds.stream().filter(f -> f.input().equals(input))
                    .findFirst().orElseThrow().raw().features());
            case Task.Segmentation(List<String> classes, int height, int width) ->
                Shape.of(classes.size(), height, width);
            case Task.Tokens(int places, int length) -> Shape.of(length, places);
        };
    }

    private static String text(Task task, Shape needed) {
        return switch (task) {
            case Task.Classification _,Task.Shares _ -> needed + " logits, one a class";
            case Task.Regression _ -> needed.size(0) == 1 ? "one number" : needed + " numbers";
            case Task.Tags _ -> needed + " logits, one a tag";
            case Task.Reconstruction(String input) ->
                "the shape of '" + input + "', which it is to give back, " + needed;
            case Task.Segmentation _ -> needed + " logits, one a class for each pixel,";
            case Task.Tokens _ -> needed + " logits, for each position one a token,";
        };
    }

    /// What must arrive where probabilities would be wrong, and why.
    private static Optional<String> takesLogits(Head head) {
        return switch (head.loss()) {
            case Loss.CrossEntropy _ -> Optional.of("logits, because cross entropy takes the softmax itself");
            case Loss.KlDivergence _ -> Optional.of("logits, because the divergence takes the softmax itself");
            case Loss.Bce _ -> Optional.of("logits, because binary cross entropy takes the sigmoid itself");
            case Loss.Mse _,Loss.Mae _,Loss.Huber _,Loss.Cosine _ -> head.task() instanceof Task.Reconstruction
                    ? Optional.of("numbers below 0 and above 1 too, because what it is to give back is scaled to a mean"
                            + " of 0 and a deviation of 1,")
                    : Optional.empty();
        };
    }

    /// A block that the data does not know can take a name that no other block has, or go.
    private static List<GraphEdit> renamings(CheckedGraph network, CheckedNode node, Stream<String> names) {
        String name = node.node().name();
        return Stream.concat(
                names.filter(n -> !network.graph().contains(n)).map(n -> (GraphEdit) new GraphEdit.Rename(name, n)),
                Stream.of(new GraphEdit.Remove(name))).toList();
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
