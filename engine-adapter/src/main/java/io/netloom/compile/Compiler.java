package io.netloom.compile;

import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Turns a network and what it is to learn into TorchScript.
public final class Compiler {
    private final Objective objective;
    private final Members members;
    private final StringBuilder methods = new StringBuilder();

    private Compiler(Objective objective, Weights weights) {
        this.objective = objective;
        this.members = new Members(objective, weights);
    }

    /// The network as it is used: `forward` and `predict`. It opens in any libtorch.
    public static Program inference(Objective objective, Weights weights) {
        var compiler = new Compiler(objective, weights);
        compiler.forward();
        compiler.predict();
        return compiler.program();
    }

    /// The network as it is judged: with `evaluate` and `take_sums` besides.
    public static Program evaluation(Objective objective, Weights weights) {
        var compiler = new Compiler(objective, weights);
        compiler.members.addSums();
        compiler.predict();
        compiler.evaluate();
        compiler.takeSums();
        return compiler.program();
    }

    /// The network as it learns: with `step`, `evaluate` and what goes with them.
    public static Program training(Objective objective, Weights weights, Optimiser optimiser) {
        var compiler = new Compiler(objective, weights);
        compiler.members.addSums();
        compiler.members.addTraining(optimiser);
        compiler.forward();
        compiler.predict();
        compiler.step(optimiser);
        compiler.evaluate();
        compiler.takeSums();
        compiler.state();
        compiler.restore();
        return compiler.program();
    }

    private Program program() {
        return new Program(members.declare() + methods, members.attributes(), members.weightNames(), members.state());
    }

    private void forward() {
        var body = new TorchBody();
        List<String> inputs = names("x", objective.feeds().size());
        List<String> answers = Forward.write(body, objective.network(), inputs, members::weight, "self.training");
        method("forward", inputs, tupleType(answers.size()), body, tuple(answers));
    }

    private void predict() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> logits = Forward.write(body, objective.network(), scaled(body, raw), members::weight, "False");
        var answers = new ArrayList<String>();
        for (int i = 0; i < logits.size(); i++) {
            answers.add(body.let(HeadCode.answer(objective.heads().get(i), logits.get(i))));
        }
        method("predict", raw, tupleType(answers.size()), body, tuple(answers));
    }

    private void step(Optimiser optimiser) {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = names("y", objective.heads().size());
        if (objective.network().order().stream().anyMatch(n -> n.node().layer().random())) {
            body.line("_ = torch.manual_seed(int(seed))");
        }
        String loss = lossAndSums(body, raw, targets, "True");
        String gradients = gradients(body, loss);
        String used = OptimiserCode.write(body, optimiser, gradients);
        String result = body.let("torch.add(torch.detach(" + loss + "), " + used + ")");
        method("step", join(raw, targets, "lr", "seed"), "Tensor", body, result);
    }

    private void evaluate() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = names("y", objective.heads().size());
        String loss = lossAndSums(body, raw, targets, "False");
        method("evaluate", join(raw, targets), "Tensor", body, "torch.detach(" + loss + ")");
    }

    private void takeSums() {
        var take = new TorchBody();
        var taken = new ArrayList<String>();
        for (Attribute.Tensor sums : members.sums()) {
            taken.add(take.let("torch.clone(self." + sums.name() + ")"));
            take.line("_ = torch.zero_(self." + sums.name() + ")");
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

    /// Forward pass and loss of a batch; adds what metrics need to the sums.
    private String lossAndSums(TorchBody body, List<String> raw, List<String> targets, String training) {
        List<String> logits = Forward.write(body, objective.network(), scaled(body, raw), members::weight, training);
        String total = null;
        for (int i = 0; i < logits.size(); i++) {
            Head head = objective.heads().get(i);
            String target = body.let(HeadCode.target(head, targets.get(i)));
            String loss = body.let(HeadCode.loss(head, logits.get(i), target));
            String sums = body.let(HeadCode.sums(head, logits.get(i), target, loss));
            body.line("_ = torch.add_(self." + members.sums().get(i).name() + ", " + sums + ")");
            total = total == null ? loss : body.let("torch.add(" + total + ", " + loss + ")");
        }
        return total;
    }

    private String gradients(TorchBody body, String loss) {
        int count = members.parameters().size();
        String found = body
                .let("torch.grad([" + loss + "], self." + Members.PARAMETERS + ", None, False, False, False)");
        List<String> each = names("g", count);
        body.line(String.join(", ", each) + ", = " + found);
        return body.let("[" + String.join(", ", each.stream().map(g -> "torch._unwrap_optional(" + g + ")").toList())
                + "]");
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
