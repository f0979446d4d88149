package io.netloom.train;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.check.Finding;
import io.netloom.compile.Feed;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Objective;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.data.Feature;
import io.netloom.data.Fitted;
import io.netloom.data.FittedColumn;
import io.netloom.data.Input;
import io.netloom.data.Split;
import io.netloom.data.Target;
import io.netloom.graph.Node;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A network and its data, ready to train: divided into parts, fitted on the training part, joined.
///
/// @param objective network and data joined
/// @param data the examples, prepared for the network
/// @param split which part each belongs to
/// @param fitted what was learnt from the training part before training
/// @param goals what each target is to be, named after the target
public record Prepared(Objective objective, Dataset data, Split split, Fitted fitted, List<Head> goals) {
    private static final Scaling UNSCALED = new Scaling(new float[0], new float[0]);

    public Prepared {
        goals = List.copyOf(goals);
    }

    /// Divides the data, fits scalings on the training part, and joins the data to the network's Inputs and Outputs: by
    /// name, or where there is just one, whatever its name.
    ///
    /// @throws BadInput if the data is too small or does not fit the network, or if the plan speaks of targets that are not there
    public static Prepared of(CheckedGraph network, Dataset data, TrainingPlan plan) {
        return of(network, data, plan, Split.of(data, plan.splitting(), plan.fractions(), plan.seed()));
    }

    /// The same for data that is divided already.
    ///
    /// @throws BadInput if the data does not fit the network, or if the plan speaks of targets that are not there
    public static Prepared of(CheckedGraph network, Dataset data, TrainingPlan plan, Split split) {
        refuseUnknown(plan, data.targets().stream().map(Target::name).toList());
        refuseNothingToLearn(network, plan);
        Fitted fitted = Fitted.of(data, split);
        refuseFewTokens(network, fitted);
        var goals = new ArrayList<Head>();
        for (int t = 0; t < data.targets().size(); t++) {
            String target = data.targets().get(t).name();
            Loss loss = plan.loss(target, fitted.tasks().get(target));
            fitted = loss instanceof Loss.Cosine ? fitted.withoutScaling(target) : fitted;
            Task task = fitted.tasks().get(target);
            refuseUnknownClasses(loss, task);
            goals.add(new Head(target, task, new Balance(data, t, split.train()).of(loss, task),
                    plan.lossWeights().getOrDefault(target, 1.0)));
        }
        return new Prepared(join(network, data.inputs(), fitted.scalings(), goals), data.prepared(fitted.inputs()),
                split,
                fitted, goals);
    }

    /// A code beyond an Embedding's vocabulary would stop the engine in the middle of an epoch.
    private static void refuseFewTokens(CheckedGraph network, Fitted fitted) {
        fitted.inputs().forEach((name, input) -> {
            String from = block(network.inputs(), fitted.inputs().size(), name);
            List<Node> next = network.order().stream().map(CheckedNode::node)
                    .filter(node -> network.incoming(node.name()).stream().anyMatch(edge -> edge.from().equals(from)))
                    .toList();
            for (FittedColumn column : input.columns()) {
                if (column.feature() instanceof Feature.Text text) {
                    int places = text.tokens().vocabulary();
                    next.stream().filter(node -> node.layer().tokens().orElse(places) < places).findFirst()
                            .ifPresent(node -> refuse(node, text));
                }
                if (column.feature() instanceof Feature.Category category
                        && category.coding() == Feature.Coding.EMBEDDING) {
                    next.stream().filter(node -> node.layer().tokens().orElse(category.places()) < category.places())
                            .findFirst().ifPresent(node -> refuse(node, category));
                }
            }
        });
    }

    private static void refuse(Node node, Feature.Category category) {
        int tokens = node.layer().tokens().orElseThrow();
        int more = category.places() - category.slots();
        throw new BadInput(Sentence.of("input.vocabulary-of-column",
                "{0} has room for {1,number,0} different tokens, but the column \"{2}\" needs {3,number,0}:"
                        + " {4,number,0} slots and {5,number,0} for rare and missing values. Set its vocabularySize to"
                        + " {6,number,0}{7}.",
                node.title(), tokens, category.column(), category.places(), category.slots(), more, category.places(),
                (tokens > more ? Sentence.of("input.vocabulary.slots", ", or the column''s slots to {0,number,0}",
                        tokens - more) : "")));
    }

    private static void refuse(Node node, Feature.Text text) {
        int tokens = node.layer().tokens().orElseThrow();
        int places = text.tokens().vocabulary();
        throw new BadInput(Sentence.of("input.vocabulary-of-text",
                "{0} has room for {1,number,0} different tokens, but the vocabulary of \"{2}\" has"
                        + " {3,number,0} places. Set its vocabularySize to {4,number,0}, or the vocabulary to"
                        + " {5,number,0}.",
                node.title(), tokens, text.column(), places, places, tokens));
    }

    private static void refuseUnknown(TrainingPlan plan, List<String> targets) {
        Stream.concat(plan.losses().keySet().stream(), plan.lossWeights().keySet().stream())
                .filter(name -> !targets.contains(name)).findFirst().ifPresent(name -> {
                    throw new BadInput(Sentence.of("plan.unknown-target",
                            "The plan says how ''{0}'' is to be learnt, but the data has {1}. Name a target of the data"
                                    + " under losses and lossWeights.",
                            name, targets.stream().collect(Collectors.joining("', '", "'", "'"))));
                });
    }

    private static void refuseUnknownClasses(Loss loss, Task task) {
        List<String> known = task.names();
        loss.namedClasses().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new BadInput(Sentence.of("plan.unknown-class",
                    "The plan gives a weight to the class ''{0}'', but {1}. Name classes of the data, or take the weight"
                            + " out of the loss.",
                    name, known.isEmpty() ? Sentence.of("plan.no-classes", "what is learnt has no classes with names")
                            : Sentence.of("plan.classes", "the data has {0}",
                                    known.stream().collect(Collectors.joining("', '", "'", "'")))));
        });
    }

    private static void refuseNothingToLearn(CheckedGraph network, TrainingPlan plan) {
        if (network.parameters() == 0) {
            throw new BadInput(Sentence.of("plan.no-weights",
                    "No block of the network has weights, so that there is nothing to learn. Add one that has, such as"
                            + " Dense."));
        }
        if (network.order().stream()
                .allMatch(block -> block.parameters() == 0 || plan.learning().freezes(block.node().name()))) {
            throw new BadInput(Sentence.of("plan.all-frozen",
                    "The plan freezes every block that has weights, so that there is nothing to learn. Take one of them"
                            + " out of rates, or give it a rate above 0."));
        }
    }

    /// What is strange about it, and about a plan for it, but holds nothing up.
    public List<Sentence> warnings(TrainingPlan plan) {
        List<String> blocks = objective.network().order().stream().map(block -> block.node().name()).toList();
        return Stream.concat(split.warnings().stream(), plan.learning().ratesOfNobody(blocks).stream()
                .map(name -> Sentence.of("plan.rate-of-nobody",
                        "The plan gives a learning rate to ''{0}'', but the network has no such block: the rate is not used.",
                        name)))
                .toList();
    }

    /// Joins data that was fitted before to a network.
    ///
    /// @param goals what each target is to be, named after the target
    /// @throws BadInput if they do not fit
    public static Objective join(CheckedGraph network, List<Input> inputs, Map<String, Scaling> scalings,
            List<Head> goals) {
        UnaryOperator<String> input = name -> block(network.inputs(), inputs.size(), name);
        List<Feed> feeds = inputs.stream().map(i -> new Feed(input.apply(i.name()), i.shape(),
                scalings.get(i.name()))).toList();
        List<Head> heads = goals.stream()
                .map(goal -> goal.task() instanceof Task.Reconstruction(String name)
                        ? new Head(goal.output(), new Task.Reconstruction(input.apply(name)), goal.loss(),
                                goal.weight())
                        : goal)
                .map(goal -> goal.at(block(network.outputs(), goals.size(), goal.output()))).toList();
        return Objective.of(network, feeds, heads);
    }

    /// Everything that keeps a network from learning from this data, as far as shapes and names tell.
    ///
    /// @throws BadInput if the plan gives a target a loss that it cannot learn
    public static List<Finding> findings(CheckedGraph network, Dataset data, TrainingPlan plan) {
        List<Feed> feeds = data.inputs().stream()
                .map(i -> new Feed(block(network.inputs(), data.inputs().size(), i.name()), i.shape(), UNSCALED))
                .toList();
        List<Head> heads = data.targets().stream().map(target -> {
            Task task = target.task() instanceof Task.Reconstruction(String name)
                    ? new Task.Reconstruction(block(network.inputs(), data.inputs().size(), name))
                    : target.task();
            return new Head(block(network.outputs(), data.targets().size(), target.name()), task,
                    plan.loss(target.name(), task), 1);
        }).toList();
        return Objective.findings(network, feeds, heads);
    }

    private static String block(List<CheckedNode> blocks, int fields, String field) {
        return fields == 1 && blocks.size() == 1 ? blocks.getFirst().node().name() : field;
    }
}
