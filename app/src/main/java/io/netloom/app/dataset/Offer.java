package io.netloom.app.dataset;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.Finding;
import io.netloom.data.Dataset;
import io.netloom.data.Split;
import io.netloom.data.Target;
import io.netloom.graph.Graph;
import io.netloom.project.Project;
import io.netloom.project.Proposal;
import io.netloom.shape.BadInput;
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
/// @param findings where the network that was there does not fit the data
record Offer(Project project, String reason, List<Integer> parts, List<String> warnings, List<Finding> findings) {

    /// A new network for the data.
    ///
    /// @param division as the user says; else as proposed
    /// @throws BadInput if the data cannot be learnt from, or not divided so
    static Offer ofNew(Choice choice, Optional<Division> division) {
        try (Dataset data = choice.source().open()) {
            Proposal proposal = Proposal.of(choice.source(), data, choice.remarks());
            TrainingPlan plan = divided(proposal.project().plan(), division);
            Split split = split(data, plan);
            return new Offer(proposal.project().withPlan(plan), proposal.reason(), parts(split), warnings(data, split),
                    List.of());
        }
    }

    /// The network that is there, with other data.
    ///
    /// @param graph its drawing, which may be mended already
    /// @throws BadInput if the data cannot be learnt from, or not divided so
    static Offer joined(Choice choice, Optional<Division> division, Graph graph, TrainingPlan old) {
        try (Dataset data = choice.source().open()) {
            TrainingPlan plan = divided(old.forTargets(data.targets().stream().map(Target::name).toList()), division);
            Split split = split(data, plan);
            Check check = Check.of(graph);
            Optional<CheckedGraph> network = check.checked();
            List<Finding> findings = network.isEmpty() ? check.findings()
                    : Prepared.findings(network.get(), data, plan);
            return new Offer(new Project(graph, Optional.of(choice.source()), plan), "", parts(split),
                    warnings(data, split), findings);
        }
    }

    private static TrainingPlan divided(TrainingPlan plan, Optional<Division> division) {
        return division.map(d -> plan.withSplit(d.splitting(), d.fractions())).orElse(plan);
    }

    private static Split split(Dataset data, TrainingPlan plan) {
        return Split.of(data, plan.splitting(), plan.fractions(), plan.seed());
    }

    private static List<Integer> parts(Split split) {
        return List.of(split.train().length, split.validation().length, split.test().length);
    }

    private static List<String> warnings(Dataset data, Split split) {
        List<String> all = new ArrayList<>(data.warnings());
        all.addAll(split.warnings());
        return List.copyOf(all);
    }
}
