package io.netloom.compile;

import io.netloom.layer.Precision;
import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/// The TorchScript of what learning and judging share: a batch's way from raw inputs to its losses and to what metrics need.
final class BatchCode {
    private final Objective objective;
    private final Members members;
    private final ClassTargets classes;

    /// @param classes how the batch tells them
    BatchCode(Objective objective, Members members, ClassTargets classes) {
        this.objective = objective;
        this.members = members;
        this.classes = classes;
    }

    /// What a method does with what metrics need.
    enum Sums {
        /// Adds it to the sums.
        NOW,
        /// Adds it to the sums, in detail.
        IN_DETAIL,
        /// Gives losses and logits out in lists. Its inputs have been scaled.
        LATER
    }

    /// The arguments that hold raw inputs.
    List<String> raw() {
        return Methods.names("r", objective.feeds().size());
    }

    /// Forward pass of a batch and the weighted sum of its losses, and what metrics need.
    ///
    /// @param inputs scaled
    String lossAndSums(TorchBody body, List<String> inputs, List<String> targets, UnaryOperator<String> weight,
            UnaryOperator<String> training, Precision precision, Sums sums) {
        List<String> logits = Forward.write(body, objective.network(), inputs, weight, training, precision)
                .stream().map(body::let).toList();
        List<String> learnt = learnt(inputs, targets);
        String total = null;
        for (int i = 0; i < logits.size(); i++) {
            HeadCode code = members.heads().get(i);
            String target = body.let(code.target(learnt.get(i)));
            String loss = body.let(code.loss(logits.get(i), target));
            switch (sums) {
                case LATER -> {
                    body.line("_ = torch.append(losses" + i + ", torch.detach(" + loss + "))");
                    body.line("_ = torch.append(logits" + i + ", torch.detach(" + logits.get(i) + "))");
                }
                case NOW -> addSums(body, i, logits.get(i), judged(body, i, target), loss);
                case IN_DETAIL -> {
                    addSums(body, i, logits.get(i), target, loss);
                    String details = "self." + members.sums(i).getLast().name();
                    code.details(body, logits.get(i), target)
                            .ifPresent(more -> body.line("_ = torch.add_(" + details + ", " + more + ")"));
                }
            }
            String part = weighted(i, loss);
            total = total == null ? body.let(part) : body.let("torch.add(" + total + ", " + part + ")");
        }
        return total;
    }

    /// How much a loss adds to the sum of all.
    String weighted(int head, String loss) {
        double weight = objective.heads().get(head).weight();
        return weight == 1 ? loss : "torch.mul(" + loss + ", " + weight + ")";
    }

    /// The arguments that hold targets, one for each head whose target the data gives.
    List<String> targets() {
        return Methods.names("y", (int) objective.heads().stream().filter(h -> h.task().target().isPresent()).count());
    }

    /// What each head learns: a target, or an input that it gives back.
    ///
    /// @param inputs scaled
    List<String> learnt(List<String> inputs, List<String> targets) {
        Iterator<String> given = targets.iterator();
        return objective.heads().stream().map(head -> head.task() instanceof Task.Reconstruction(String input)
                ? inputs.get(objective.indexOfFeed(input)) : given.next()).toList();
    }

    /// What metrics compare an answer of a step with: of a mixed example the class that has the larger share.
    String judged(TorchBody body, int head, String target) {
        boolean mixed = classes == ClassTargets.SHARES
                && objective.heads().get(head).task() instanceof Task.Classification;
        return mixed ? body.let("torch.argmax(" + target + ", 1)") : target;
    }

    void addSums(TorchBody body, int head, String logits, String target, String loss) {
        String sums = body.let(members.heads().get(head).sums(body, logits, target, loss));
        body.line("_ = torch.add_(self." + members.sums(head).getFirst().name() + ", " + sums + ")");
    }

    /// The inputs as the network wants them.
    List<String> scaled(TorchBody body, List<String> raw) {
        var inputs = new ArrayList<String>();
        for (int i = 0; i < raw.size(); i++) {
            String floats = body.let("torch.to(" + raw.get(i) + ", 6, False, False, None)");
            String centred = body.let("torch.sub(" + floats + ", self." + members.mean(i).name() + ")");
            inputs.add(body.let("torch.div(" + centred + ", self." + members.deviation(i).name() + ")"));
        }
        return inputs;
    }
}
