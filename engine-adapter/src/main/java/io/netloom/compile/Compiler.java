package io.netloom.compile;

import io.netloom.layer.Precision;
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
    private final ClassTargets classes;
    private final StringBuilder methods = new StringBuilder();

    private Compiler(Objective objective, Weights weights, Learning learning, ClassTargets classes) {
        this.objective = objective;
        this.classes = classes;
        this.members = new Members(objective, weights, learning);
    }

    /// The network as it is used: `forward` and `predict`. It opens in any libtorch that knows its layers' operators.
    public static Program inference(Objective objective, Weights weights) {
        var compiler = new Compiler(objective, weights, NOTHING, ClassTargets.NUMBERS);
        compiler.forward();
        compiler.predict();
        return compiler.program();
    }

    /// The network as it is judged: with `evaluate` and `take_sums` besides.
    public static Program evaluation(Objective objective, Weights weights) {
        var compiler = new Compiler(objective, weights, NOTHING, ClassTargets.NUMBERS);
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
        return training(objective, weights, learning, ClassTargets.NUMBERS);
    }

    /// The same, where steps are told classes in another way.
    public static Program training(Objective objective, Weights weights, Learning learning, ClassTargets classes) {
        var compiler = new Compiler(objective, weights, learning, classes);
        compiler.members.addSums();
        compiler.members.addTraining(learning);
        compiler.forward();
        compiler.predict();
        compiler.move(learning);
        compiler.step(learning);
        compiler.steps(learning);
        compiler.evaluate();
        compiler.sums();
        compiler.takeSums();
        compiler.state();
        compiler.restore();
        return compiler.program();
    }

    /// The network as it learns where something has gone wrong: `watched_step(raw…, y…, lr, seed)` does as `step` and
    /// tells of the gradients too.
    public static Program examination(Objective objective, Weights weights, Learning learning,
            ClassTargets classes) {
        var compiler = new Compiler(objective, weights, learning, classes);
        compiler.members.addSums();
        compiler.members.addTraining(learning);
        compiler.move(learning);
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
                _ -> "self.training", Precision.FLOAT32);
        method("forward", inputs, tupleType(answers.size()), body, tuple(answers));
    }

    private void predict() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> logits = Forward.write(body, objective.network(), scaled(body, raw), members::judgedWeight,
                _ -> "False", Precision.FLOAT32);
        var answers = new ArrayList<String>();
        for (int i = 0; i < logits.size(); i++) {
            answers.add(body.let(members.heads().get(i).answer(logits.get(i))));
        }
        method("predict", raw, tupleType(answers.size()), body, tuple(answers));
    }

    private void step(Learning learning) {
        learnFromBatch("step", "Tensor", learning, Sums.NOW, (learnt, body) -> learnt.loss(body));
    }

    private void watchedStep(Learning learning) {
        learnFromBatch("watched_step", "List[Tensor]", learning, Sums.NOW,
                (learnt, body) -> "[" + learnt.loss(body) + ", torch.stack([" + String.join(", ",
                        learnt.gradients().stream().map(g -> "torch.max(torch.abs(" + g + "))").toList()) + "])]");
    }

    /// What a method does with what metrics need.
    private enum Sums {
        /// Adds it to the sums.
        NOW,
        /// Adds it to the sums, in detail.
        IN_DETAIL,
        /// Gives losses and logits out in lists. Its inputs have been scaled.
        LATER
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
    private void learnFromBatch(String name, String type, Learning learning, Sums sums,
            BiFunction<Learnt, TorchBody, String> result) {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = targets();
        if (isRandom()) {
            body.line("_ = torch.manual_seed(int(seed))");
        }
        List<String> inputs = sums == Sums.LATER ? raw : scaled(body, raw);
        String loss = lossAndSums(body, inputs, targets, members::weight,
                block -> learning.freezes(block) ? "False" : "True", learning.precision(), sums);
        List<String> gradients = gradients(body, penalised(body, loss, learning));
        String used = learning.accumulates()
                ? gather(body, learning, gradients)
                : update(body, learning, clipped(body, gradients, learning.clipping()));
        String returned = result.apply(new Learnt(loss, gradients, used), body);
        List<String> arguments = join(raw, targets, "lr", "seed");
        if (sums == Sums.LATER) {
            lists().forEach(list -> arguments.add(list + ": List[Tensor]"));
        }
        method(name, arguments, type, body, returned);
    }

    private boolean isRandom() {
        return objective.network().order().stream().anyMatch(n -> n.node().layer().random());
    }

    /// For each head a list of losses and one of logits, which wait to be summed.
    private List<String> lists() {
        return join(names("losses", objective.heads().size()), names("logits", objective.heads().size()));
    }

    /// Several steps over batches that stand one behind the other: as many as there are learning rates. What need not be
    /// done at each step is done for all at once: dividing into batches, scaling, and the sums. Steps are short, so that this
    /// is worth something, and so are their batches, so that it takes little memory.
    private void steps(Learning learning) {
        learnFromBatch("learn", "int", learning, Sums.LATER, (learnt, _) -> learnt.used());
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = targets();
        body.line("count = torch.len(lr)");
        var arguments = new ArrayList<String>();
        List<String> inputs = scaled(body, raw);
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
        List<String> learnt = learnt(inputs, targets);
        for (int i = 0; i < learnt.size(); i++) {
            String logits = body.let("torch.cat(logits" + i + ", 0)");
            addSums(body, i, logits, judged(body, i, body.let(members.heads().get(i).target(learnt.get(i)))),
                    body.let("torch.mean(torch.stack(losses" + i + ", 0), dtype=None)"));
            last = body.let("torch.add(" + weighted(i, "losses" + i + "[-1]") + ", " + last + ")");
        }
        method("steps", join(raw, targets, "lr", "seed"), "Tensor", body, last);
    }

    private void evaluate() {
        var body = new TorchBody();
        List<String> raw = names("r", objective.feeds().size());
        List<String> targets = targets();
        String loss = lossAndSums(body, scaled(body, raw), targets, members::judgedWeight, _ -> "False",
                Precision.FLOAT32, Sums.IN_DETAIL);
        method("evaluate", join(raw, targets), "Tensor", body, "torch.detach(" + loss + ")");
    }

    private void sums() {
        var sums = new TorchBody();
        var all = new ArrayList<String>();
        for (int head = 0; head < objective.heads().size(); head++) {
            all.add(sums.let("torch.cat([" + String.join(", ",
                    members.sums(head).stream().map(s -> "self." + s.name()).toList()) + "], 0)"));
        }
        method("sums", List.of(), "List[Tensor]", sums, "[" + String.join(", ", all) + "]");
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

    /// Forward pass of a batch and the weighted sum of its losses, and what metrics need.
    ///
    /// @param inputs scaled
    private String lossAndSums(TorchBody body, List<String> inputs, List<String> targets, UnaryOperator<String> weight,
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
    private String weighted(int head, String loss) {
        double weight = objective.heads().get(head).weight();
        return weight == 1 ? loss : "torch.mul(" + loss + ", " + weight + ")";
    }

    /// The arguments that hold targets, one for each head whose target the data gives.
    private List<String> targets() {
        return names("y", (int) objective.heads().stream().filter(h -> h.task().target().isPresent()).count());
    }

    /// What each head learns: a target, or an input that it gives back.
    ///
    /// @param inputs scaled
    private List<String> learnt(List<String> inputs, List<String> targets) {
        Iterator<String> given = targets.iterator();
        return objective.heads().stream().map(head -> head.task() instanceof Task.Reconstruction(String input)
                ? inputs.get(objective.indexOfFeed(input)) : given.next()).toList();
    }

    /// What metrics compare an answer of a step with: of a mixed example the class that has the larger share.
    private String judged(TorchBody body, int head, String target) {
        boolean mixed = classes == ClassTargets.SHARES
                && objective.heads().get(head).task() instanceof Task.Classification;
        return mixed ? body.let("torch.argmax(" + target + ", 1)") : target;
    }

    private void addSums(TorchBody body, int head, String logits, String target, String loss) {
        String sums = body.let(members.heads().get(head).sums(body, logits, target, loss));
        body.line("_ = torch.add_(self." + members.sums(head).getFirst().name() + ", " + sums + ")");
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

    /// Adds the gradients of this batch to those before; where there is a learning rate, all of them move the weights.
    ///
    /// @return an expression that is 0 and keeps all this alive
    private String gather(TorchBody body, Learning learning, List<String> gradients) {
        String sums = "self." + Members.GATHERED;
        String batches = "self." + Members.BATCHES;
        body.line("_ = torch._foreach_add_(" + sums + ", [" + String.join(", ", gradients) + "])");
        body.line("_ = torch.add_(" + batches + ", 1)");
        body.line("used = " + OptimiserCode.used(body, List.of(sums)));
        body.block("if torch.gt(float(lr), 0.):", () -> body.line("used = (self).move(lr)"));
        body.block("else:", () -> body.line("pass"));
        return "used";
    }

    /// The mean of the gradients that were added moves the weights, where any are added.
    private void move(Learning learning) {
        if (!learning.accumulates()) {
            return;
        }
        var body = new TorchBody();
        String sums = "self." + Members.GATHERED;
        String batches = "self." + Members.BATCHES;
        body.line("_ = torch._foreach_div_(" + sums + ", float(" + batches + "))");
        List<String> means = members.gathered().stream().map(sum -> "self." + sum.name()).toList();
        String moved = update(body, learning, clipped(body, means, learning.clipping()));
        body.line("_ = torch._foreach_zero_(" + sums + ")");
        body.line("_ = torch.zero_(" + batches + ")");
        method("move", List.of("lr"), "int", body,
                "torch.add(" + moved + ", " + OptimiserCode.used(body, List.of(sums)) + ")");
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
        arguments.forEach(a -> methods.append(", ").append(a).append(a.contains(":") ? "" : ": Tensor"));
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
