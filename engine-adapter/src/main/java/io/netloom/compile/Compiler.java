package io.netloom.compile;

import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Turns a network and what it is to learn into TorchScript.
public final class Compiler {
    private static final Learning NOTHING = Learning.by(new Optimiser.Sgd(0, 0));

    private final Objective objective;
    private final Members members;
    private final StringBuilder methods = new StringBuilder();

    private Compiler(Objective objective, Weights weights, Learning learning) {
        this.objective = objective;
        this.members = new Members(objective, weights, learning);
    }

    /// The network as it is used: `forward` and `predict`. It opens in any libtorch that knows its layers' operators.
    public static Program inference(Objective objective, Weights weights) {
        var compiler = new Compiler(objective, weights, NOTHING);
        compiler.forward();
        compiler.predict();
        return compiler.program();
    }

    /// The network as it is judged: with `evaluate` and `take_sums` besides.
    public static Program evaluation(Objective objective, Weights weights) {
        var compiler = new Compiler(objective, weights, NOTHING);
        compiler.members.addSums();
        compiler.predict();
        compiler.evaluate();
        compiler.takeSums();
        return compiler.program();
    }

    /// The network as it learns, with an optimiser and nothing else.
    public static Program training(Objective objective, Weights weights, Optimiser optimiser) {
        return training(objective, weights, Learning.by(optimiser));
    }

    /// The network as it learns: with `step`, `evaluate` and what goes with them.
    public static Program training(Objective objective, Weights weights, Learning learning) {
        var compiler = new Compiler(objective, weights, learning);
        compiler.members.addSums();
        compiler.members.addTraining(learning);
        compiler.forward();
        compiler.predict();
        compiler.step(learning);
        compiler.steps();
        compiler.evaluate();
        compiler.takeSums();
        compiler.state();
        compiler.restore();
        return compiler.program();
    }

    /// The network as it learns where something has gone wrong: `watched_step(raw…, y…, lr, seed)` does as `step` and
    /// tells of the gradients too.
    public static Program examination(Objective objective, Weights weights, Learning learning) {
        var compiler = new Compiler(objective, weights, learning);
        compiler.members.addSums();
        compiler.members.addTraining(learning);
        compiler.watchedStep(learning);
        compiler.restore();
        return compiler.program();
    }

    private Program program() {
        return new Program(members.declare() + methods, members.attributes(), members.weightNames(), members.state(),
                members.published());
    }

    private void forward() {
        var body = new TorchBody();
        List<String> inputs = names("x", objective.feeds().size());
        List<String> answers = Forward.write(body, objective.network(), inputs, members::judgedWeight,
                _ -> "self.training");
        method("forward", inputs, tupleType(answers.size()), body, tuple(answers));
    }

    private void predict() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> logits = Forward.write(body, objective.network(), scaled(body, raw), members::judgedWeight,
                _ -> "False");
        var answers = new ArrayList<String>();
        for (int i = 0; i < logits.size(); i++) {
            answers.add(body.let(members.heads().get(i).answer(logits.get(i))));
        }
        method("predict", raw, tupleType(answers.size()), body, tuple(answers));
    }

    private void step(Learning learning) {
        learnFromBatch("step", "Tensor", learning, (loss, _) -> loss);
    }

    private void watchedStep(Learning learning) {
        learnFromBatch("watched_step", "List[Tensor]", learning, (loss, gradients) -> "[" + loss + ", torch.stack(["
                + String.join(", ", gradients.stream().map(g -> "torch.max(torch.abs(" + g + "))").toList()) + "])]");
    }

    /// @param result makes what the method returns of the loss and of the gradients before clipping
    private void learnFromBatch(String name, String type, Learning learning,
            BiFunction<String, List<String>, String> result) {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = targets();
        if (objective.network().order().stream().anyMatch(n -> n.node().layer().random())) {
            body.line("_ = torch.manual_seed(int(seed))");
        }
        String loss = lossAndSums(body, raw, targets, members::weight,
                block -> learning.freezes(block) ? "False" : "True", false);
        List<String> gradients = gradients(body, penalised(body, loss, learning));
        String used = update(body, learning, clipped(body, gradients, learning.clipping()));
        String sum = body.let("torch.add(torch.detach(" + loss + "), " + used + ")");
        method(name, join(raw, targets, "lr", "seed"), type, body, result.apply(sum, gradients));
    }

    /// Several steps over batches that stand one behind the other: as many as there are learning rates.
    private void steps() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = targets();
        body.line("count = torch.len(lr)");
        body.line("loss = torch.select(lr, 0, 0)");
        body.line("for i in range(count):");
        var batch = new ArrayList<String>();
        for (String whole : join(raw, targets)) {
            body.line("  rows_" + whole + " = torch.floordiv(torch.size(" + whole + ", 0), count)");
            body.line("  from_" + whole + " = torch.mul(i, rows_" + whole + ")");
            batch.add("torch.slice(" + whole + ", 0, from_" + whole + ", torch.add(from_" + whole + ", rows_" + whole
                    + "), 1)");
        }
        body.line("  loss = (self).step(" + String.join(", ", batch) + ", torch.select(lr, 0, i), torch.add(seed, i))");
        method("steps", join(raw, targets, "lr", "seed"), "Tensor", body, "loss");
    }

    private void evaluate() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = targets();
        String loss = lossAndSums(body, raw, targets, members::judgedWeight, _ -> "False", true);
        method("evaluate", join(raw, targets), "Tensor", body, "torch.detach(" + loss + ")");
    }

    private void takeSums() {
        var take = new TorchBody();
        var taken = new ArrayList<String>();
        for (int head = 0; head < objective.heads().size(); head++) {
            List<String> sums = members.sums(head).stream().map(s -> "self." + s.name()).toList();
            taken.add(take.let("torch.cat([" + String.join(", ", sums) + "], 0)"));
            sums.forEach(s -> take.line("_ = torch.zero_(" + s + ")"));
        }
        method("take_sums", List.of(), "List[Tensor]", take, "[" + String.join(", ", taken) + "]");
    }

    private void state() {
        var state = new TorchBody();
        List<String> values = members.state().stream().map(t -> "torch.detach(self." + t.name() + ")")
                .map(v -> state.let("torch.clone(" + v + ")")).toList();
        method("state", List.of(), "List[Tensor]", state, "[" + String.join(", ", values) + "]");
    }

    private void restore() {
        var restore = new TorchBody();
        List<String> given = names("v", members.state().size());
        restore.line(String.join(", ", given) + ", = values");
        for (int i = 0; i < given.size(); i++) {
            restore.line("_ = torch.copy_(torch.detach(self." + members.state().get(i).name() + "), " + given.get(i)
                    + ")");
        }
        methods.append("  def restore(self: __torch__.Net, values: List[Tensor]) -> List[Tensor]:\n");
        restore.lines().forEach(line -> methods.append("    ").append(line).append('\n'));
        methods.append("    return values\n");
    }

    /// Forward pass of a batch, and the weighted sum of its losses; adds what metrics need to the sums, in detail only where a network is judged.
    private String lossAndSums(TorchBody body, List<String> raw, List<String> targets, UnaryOperator<String> weight,
            UnaryOperator<String> training, boolean inDetail) {
        List<String> inputs = scaled(body, raw);
        List<String> logits = Forward.write(body, objective.network(), inputs, weight, training);
        Iterator<String> given = targets.iterator();
        String total = null;
        for (int i = 0; i < logits.size(); i++) {
            HeadCode code = members.heads().get(i);
            Head head = objective.heads().get(i);
            String learnt = head.task() instanceof Task.Reconstruction(String input)
                    ? inputs.get(objective.indexOfFeed(input)) : given.next();
            String target = body.let(code.target(learnt));
            String loss = body.let(code.loss(logits.get(i), target));
            String sums = body.let(code.sums(body, logits.get(i), target, loss));
            List<Attribute.Tensor> kept = members.sums(i);
            body.line("_ = torch.add_(self." + kept.getFirst().name() + ", " + sums + ")");
            if (inDetail) {
                code.details(body, logits.get(i), target).ifPresent(
                        details -> body.line("_ = torch.add_(self." + kept.getLast().name() + ", " + details + ")"));
            }
            String weighted = head.weight() == 1 ? loss : body.let("torch.mul(" + loss + ", " + head.weight() + ")");
            total = total == null ? weighted : body.let("torch.add(" + total + ", " + weighted + ")");
        }
        return total;
    }

    /// The arguments that hold targets, one for each head whose target the data gives.
    private List<String> targets() {
        return names("y", (int) objective.heads().stream().filter(h -> h.task().target().isPresent()).count());
    }

    private String penalised(TorchBody body, String loss, Learning learning) {
        if (learning.l1() == 0) {
            return loss;
        }
        String sums = members.parameters().stream().map(p -> "torch.sum(torch.abs(self." + p.name() + "))")
                .reduce((a, b) -> "torch.add(" + a + ", " + b + ")").orElseThrow();
        return body.let("torch.add(" + loss + ", torch.mul(" + sums + ", " + learning.l1() + "))");
    }

    /// The gradients of all parameters: an expression for each.
    private List<String> gradients(TorchBody body, String loss) {
        List<String> each = names("g", members.parameters().size());
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

    private Map<Attribute.Tensor, String> clipped(TorchBody body, List<String> found, Learning.Clipping clipping) {
        List<String> used = switch (clipping) {
            case Learning.Clipping.None() -> found;
            case Learning.Clipping.ByValue(double most) -> found.stream()
                    .map(g -> body.let("torch.clamp(" + g + ", " + -most + ", " + most + ")")).toList();
            case Learning.Clipping.ByNorm(double most) -> byNorm(body, found.stream().map(body::let).toList(), most);
        };
        var gradients = new HashMap<Attribute.Tensor, String>();
        for (int i = 0; i < used.size(); i++) {
            gradients.put(members.parameters().get(i), used.get(i));
        }
        return gradients;
    }

    private static List<String> byNorm(TorchBody body, List<String> gradients, double most) {
        String norm = body.let("torch.linalg_vector_norm(torch.stack(torch._foreach_norm(["
                + String.join(", ", gradients) + "])))");
        String factor = body.let("torch.clamp_max(torch.mul(torch.reciprocal(torch.add(" + norm + ", 1e-6)), " + most
                + "), 1.)");
        return gradients.stream().map(g -> body.let("torch.mul(" + g + ", " + factor + ")")).toList();
    }

    /// @return an expression that is 0 and keeps the update alive
    private String update(TorchBody body, Learning learning, Map<Attribute.Tensor, String> gradients) {
        var written = new ArrayList<String>();
        for (ParameterGroup group : members.groups()) {
            String list = body.let("[" + String.join(", ", group.parameters().stream().map(gradients::get).toList())
                    + "]");
            String rate = group.rate() == 1 ? "float(lr)" : "torch.mul(float(lr), " + group.rate() + ")";
            written.addAll(new OptimiserCode(body, group, list, rate).write(learning.optimiser()));
        }
        if (learning.averaging() > 0) {
            body.line("_ = torch._foreach_lerp_(self." + Members.AVERAGES + ", " + members.detachedWeights() + ", "
                    + (1 - learning.averaging()) + ")");
            written.add("self." + Members.AVERAGES);
        }
        return OptimiserCode.used(body, written);
    }

    private List<String> scaled(TorchBody body, List<String> raw) {
        var inputs = new ArrayList<String>();
        for (int i = 0; i < raw.size(); i++) {
            String floats = body.let("torch.to(" + raw.get(i) + ", 6, False, False, None)");
            String centred = body.let("torch.sub(" + floats + ", self." + members.mean(i).name() + ")");
            inputs.add(body.let("torch.div(" + centred + ", self." + members.deviation(i).name() + ")"));
        }
        return inputs;
    }

    private void method(String name, List<String> arguments, String type, TorchBody body, String result) {
        methods.append("  def ").append(name).append("(self: __torch__.Net");
        arguments.forEach(a -> methods.append(", ").append(a).append(": Tensor"));
        methods.append(") -> ").append(type).append(":\n");
        body.lines().forEach(line -> methods.append("    ").append(line).append('\n'));
        methods.append("    return ").append(result).append('\n');
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static List<String> join(List<String> raw, List<String> targets, String... others) {
        var all = new ArrayList<String>(raw);
        all.addAll(targets);
        all.addAll(List.of(others));
        return all;
    }

    private static String tuple(List<String> values) {
        return values.size() == 1 ? values.getFirst() : "(" + String.join(", ", values) + ")";
    }

    private static String tupleType(int count) {
        return count == 1 ? "Tensor" : "Tuple[" + String.join(", ", Collections.nCopies(count, "Tensor")) + "]";
    }
}
