package io.netloom.app.dataset;

import io.netloom.app.sheet.AugmentationSheet;
import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.Finding;
import io.netloom.data.Augmentation;
import io.netloom.data.Dataset;
import io.netloom.data.Split;
import io.netloom.data.Target;
import io.netloom.graph.Graph;
import io.netloom.project.Project;
import io.netloom.project.Proposal;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.Prepared;
import io.netloom.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the wizard ends in.
///
/// @param project network, data and plan
/// @param reason why this network; empty where it was there before
/// @param parts examples for training, validation and test
/// @param warnings what was left out or could not be done as asked, a sentence each
/// @param pictures whether pictures can be changed at random
/// @param findings where the network that was there does not fit the data
record Offer(Project project, Optional<Sentence> reason, List<Integer> parts, List<Sentence> warnings, boolean pictures,
        List<Finding> findings) {

    /// What the user says about the plan; the rest is proposed.
    ///
    /// @param division how examples are divided
    /// @param augmentation how pictures are changed at random
    record Wish(Optional<Division> division, Optional<Augmentation> augmentation) {}

    /// All that is shown of it but how pictures are changed: that is shown in one place, which sees to itself.
    Object key() {
        return List.of(project.graph(), project.data(), project.plan().withAugmentation(Augmentation.NONE), reason,
                parts,
                warnings, findings);
    }

    /// The same, with another plan.
    Offer with(TrainingPlan plan) {
        return new Offer(project.withPlan(plan), reason, parts, warnings, pictures, findings);
    }

    /// A new network for the data.
    ///
    /// @throws BadInput if the data cannot be learnt from, or not divided so
    static Offer ofNew(Choice choice, Wish wish) {
        try (Dataset data = choice.source().open()) {
            Proposal proposal = Proposal.of(choice.source(), data, choice.remarks());
            TrainingPlan plan = planned(proposal.project().plan(), wish);
            Split split = split(data, plan);
            return new Offer(proposal.project().withPlan(plan), Optional.of(proposal.reason()), parts(split),
                    warnings(data, split),
                    AugmentationSheet.hasPictures(data.inputs()), List.of());
        }
    }

    /// The network that is there, with other data.
    ///
    /// @param graph its drawing, which may be mended already
    /// @throws BadInput if the data cannot be learnt from, or not divided so
    static Offer joined(Choice choice, Wish wish, Graph graph, TrainingPlan old) {
        try (Dataset data = choice.source().open()) {
            TrainingPlan plan = planned(old.forTargets(data.targets().stream().map(Target::name).toList()), wish);
            Split split = split(data, plan);
            Check check = Check.of(graph);
            Optional<CheckedGraph> network = check.checked();
            List<Finding> findings = network.isEmpty() ? check.findings()
                    : Prepared.findings(network.get(), data, plan);
            return new Offer(new Project(graph, Optional.of(choice.source()), plan), Optional.empty(), parts(split),
                    warnings(data, split), AugmentationSheet.hasPictures(data.inputs()), findings);
        }
    }

    private static TrainingPlan planned(TrainingPlan plan, Wish wish) {
        TrainingPlan divided = wish.division().map(d -> plan.withSplit(d.splitting(), d.fractions())).orElse(plan);
        return wish.augmentation().map(divided::withAugmentation).orElse(divided);
    }

    private static Split split(Dataset data, TrainingPlan plan) {
        return Split.of(data, plan.splitting(), plan.fractions(), plan.seed());
    }

    private static List<Integer> parts(Split split) {
        return List.of(split.train().length, split.validation().length, split.test().length);
    }

    private static List<Sentence> warnings(Dataset data, Split split) {
        List<Sentence> all = new ArrayList<>(data.warnings());
        all.addAll(split.warnings());
        return List.copyOf(all);
    }
}
