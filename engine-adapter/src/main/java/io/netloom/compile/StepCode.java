package io.netloom.compile;

import io.netloom.compile.BatchCode.Sums;
import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// The TorchScript of learning steps: a batch's loss, its gradients, and what they do to the weights.
final class StepCode {
    private final Objective objective;
    private final Members members;
    private final Learning learning;
    private final BatchCode batch;
    private final Methods methods;

    /// @param methods receives what is written
    StepCode(Objective objective, Members members, Learning learning, BatchCode batch, Methods methods) {
        this.objective = objective;
        this.members = members;
        this.learning = learning;
        this.batch = batch;
        this.methods = methods;
    }

    /// `step(raw…, y…, lr, seed)` learns from a batch and gives its loss.
    void writeStep() {
        new UpdateCode(members, learning).writeMethods(methods);
        learnFromBatch("step", "Tensor", Sums.NOW, (learnt, body) -> learnt.loss(body));
    }

    /// `watched_step` does the same and gives the largest entry of each gradient, too.
    void writeWatchedStep() {
        new UpdateCode(members, learning).writeMethods(methods);
        learnFromBatch("watched_step", "List[Tensor]", Sums.NOW,
                (learnt, body) -> "[" + learnt.loss(body) + ", torch.stack([" + String.join(", ",
                        learnt.gradients().stream().map(g -> "torch.max(torch.abs(" + g + "))").toList()) + "])]");
    }

    /// What a method has learnt from a batch.
    ///
    /// @param batchLoss the local that holds its loss
    /// @param gradients of all parameters before clipping
    /// @param used an expression that is 0 and keeps the update alive
    private record Learnt(String batchLoss, List<String> gradients, String used) {
        String loss(TorchBody body) {
            return body.let("torch.add(torch.detach(" + batchLoss + "), " + used + ")");
        }
    }

    /// @param result makes what the method returns
    private void learnFromBatch(String name, String type, Sums sums,
            BiFunction<Learnt, TorchBody, String> result) {
        var body = new TorchBody();
        List<String> raw = batch.raw();
        List<String> targets = batch.targets();
        if (isRandom()) {
            body.line("_ = torch.manual_seed(int(seed))");
        }
        List<String> inputs = sums == Sums.LATER ? raw : batch.scaled(body, raw);
        String loss = batch.lossAndSums(body, inputs, targets, members::weight,
                block -> learning.freezes(block) ? "False" : "True", learning.computesIn(), sums);
        var scaling = LossScaling.of(learning);
        List<String> gradients = scaling.unscaled(body, gradients(body, scaling.scaled(body, penalised(body, loss))));
        String used = new UpdateCode(members, learning).write(body, gradients);
        String returned = result.apply(new Learnt(loss, gradients, used), body);
        List<String> arguments = join(raw, targets, "lr", "seed");
        if (sums == Sums.LATER) {
            lists().forEach(list -> arguments.add(list + ": List[Tensor]"));
        }
        methods.add(name, arguments, type, body, returned);
    }

    private boolean isRandom() {
        return objective.network().order().stream().anyMatch(n -> n.node().layer().random());
    }

    /// For each head a list of losses and one of logits, which wait to be summed.
    private List<String> lists() {
        return join(Methods.names("losses", objective.heads().size()),
                Methods.names("logits", objective.heads().size()));
    }

    /// Several steps over batches that stand one behind the other: as many as there are learning rates. What need not be
    /// done at each step is done for all at once: dividing into batches, scaling, and the sums. Steps are short, so that this
    /// is worth something, and so are their batches, so that it takes little memory.
    void writeSteps() {
        learnFromBatch("learn", "int", Sums.LATER, (learnt, _) -> learnt.used());
        var body = new TorchBody();
        List<String> raw = batch.raw();
        List<String> targets = batch.targets();
        body.line("count = torch.len(lr)");
        var arguments = new ArrayList<String>();
        List<String> inputs = batch.scaled(body, raw);
        for (String whole : join(inputs, targets)) {
            arguments.add(body.let("torch.split(" + whole + ", torch.floordiv(torch.size(" + whole + ", 0), count), 0)")
                    + "[i]");
        }
        arguments.add(body.let("torch.unbind(lr, 0)") + "[i]");
        arguments.add(isRandom() ? "torch.add(seed, i)" : "seed");
        for (String list : lists()) {
            body.line(list + " = annotate(List[Tensor], [])");
            arguments.add(list);
        }
        body.line("used = 0");
        body.block("for i in range(count):",
                () -> body.line("used = torch.add(used, (self).learn(" + String.join(", ", arguments) + "))"));
        String last = "used";
        List<String> learnt = batch.learnt(inputs, targets);
        for (int i = 0; i < learnt.size(); i++) {
            String logits = body.let("torch.cat(logits" + i + ", 0)");
            batch.addSums(body, i, logits,
                    batch.judged(body, i, body.let(members.heads().get(i).target(learnt.get(i)))),
                    body.let("torch.mean(torch.stack(losses" + i + ", 0), dtype=None)"));
            last = body.let("torch.add(" + batch.weighted(i, "losses" + i + "[-1]") + ", " + last + ")");
        }
        methods.add("steps", join(raw, targets, "lr", "seed"), "Tensor", body, last);
    }

    private String penalised(TorchBody body, String loss) {
        if (learning.l1() == 0) {
            return loss;
        }
        String sums = members.parameters().stream().map(p -> "torch.sum(torch.abs(self." + p.name() + "))")
                .reduce((a, b) -> "torch.add(" + a + ", " + b + ")").orElseThrow();
        return body.let("torch.add(" + loss + ", torch.mul(" + sums + ", " + learning.l1() + "))");
    }

    /// The gradients of all parameters: an expression for each.
    private List<String> gradients(TorchBody body, String loss) {
        List<String> each = Methods.names("g", members.parameters().size());
        body.line(String.join(", ", each) + ", = torch.grad([" + loss + "], self." + Members.PARAMETERS
                + ", None, False, False, False)");
        var found = new ArrayList<String>();
        for (int i = 0; i < each.size(); i++) {
            String gradient = "torch._unwrap_optional(" + each.get(i) + ")";
            // A fused update walks through weight and gradient side by side as they lie in memory, so both must lie alike.
            boolean severalAxes = members.parameters().get(i).initial().shape().size() > 1;
            found.add(severalAxes ? "torch.contiguous(" + gradient + ")" : gradient);
        }
        return found;
    }

    private static List<String> join(List<String> raw, List<String> targets, String... others) {
        var all = new ArrayList<String>(raw);
        all.addAll(targets);
        all.addAll(List.of(others));
        return all;
    }
}
