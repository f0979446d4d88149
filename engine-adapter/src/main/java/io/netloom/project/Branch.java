package io.netloom.project;

import io.netloom.check.CheckedGraph;
import io.netloom.check.CheckedNode;
import io.netloom.compile.Weights;
import io.netloom.layer.Weight;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.TrainingPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A network that is to begin with what another run has learnt: each block takes the weights of the block of its name, if they have the
/// same shapes. Optimiser and schedule begin anew.
///
/// @param run the folder of that run
/// @param kept which of its weights
/// @param learnt the network that learnt them
/// @param network that is to have them
/// @param taken its blocks that take weights
/// @param anew its blocks with weights that begin anew, for that run has none that fit
/// @param division whether examples are divided as that run had them
public record Branch(Path run, Kept kept, CheckedGraph learnt, CheckedGraph network, List<String> taken,
        List<String> anew, Division division) {

    /// How the parts of the data lie to those of the run before.
    public enum Division {
        /// As they were.
        SAME,
        /// Otherwise, so that what was learnt from then may now be validation or test.
        ANOTHER
    }

    public Branch {
        taken = List.copyOf(taken);
        anew = List.copyOf(anew);
    }

    /// What a project would take over of a run.
    ///
    /// @param place what messages call the project
    /// @throws BadInput if drawing or run do not allow it, or nothing fits
    public static Branch of(Path run, Kept kept, Project project, Path place) {
        if (!Files.exists(kept.in(run))) {
            throw new BadInput(Sentence.of("run.no-weights-to-take",
                    "The run {0} holds no weights: it ended before its first epoch. Take another.", run.toString()));
        }
        Project before = Run.project(run);
        CheckedGraph learnt = Training.network(before, run);
        CheckedGraph network = Training.network(project, place);
        Map<String, Map<String, List<Long>>> there = new HashMap<>();
        learnt.order().forEach(node -> there.put(node.node().name(), shapes(node)));
        Map<Boolean, List<String>> fits = network.order().stream().filter(node -> !node.weights().isEmpty())
                .collect(Collectors.partitioningBy(node -> shapes(node).equals(there.get(node.node().name())),
                        Collectors.mapping(node -> node.node().name(), Collectors.toList())));
        if (fits.get(true).isEmpty()) {
            throw new BadInput(Sentence.of("run.nothing-to-take",
                    "No block of {0} has the name and the shapes of one of the run {1}, so that nothing could be"
                        + " taken over. Open the network of that run, and change that.", place.toString(), run.getFileName().toString()));
        }
        return new Branch(run, kept, learnt, network, fits.get(true), fits.get(false), division(run, before, project));
    }

    private static Map<String, List<Long>> shapes(CheckedNode node) {
        return node.weights().stream().collect(Collectors.toMap(Weight::name, Weight::shape));
    }

    private static Division division(Path run, Project before, Project now) {
        TrainingPlan then = before.plan();
        TrainingPlan plan = now.plan();
        boolean same = before.data().equals(now.data()) && then.seed() == plan.seed()
                && then.fractions().equals(plan.fractions()) && then.splitting().equals(plan.splitting())
                && now.data().flatMap(data -> Run.changeOfData(run, data)).isEmpty();
        return same ? Division.SAME : Division.ANOTHER;
    }

    /// The weights to begin with.
    ///
    /// @param seed of those that begin anew
    /// @throws BadInput if the run's cannot be read
    Weights weights(long seed) {
        Weights theirs = Weights.read(kept.in(run), learnt);
        return Weights.initial(network, seed).taking(theirs,
                network.order().stream().filter(node -> taken.contains(node.node().name())).toList());
    }

    /// What the new run keeps of it.
    Origin origin() {
        return new Origin(run.getFileName().toString(), kept, anew);
    }
}
