package io.netloom.compile;

import io.netloom.layer.Precision;
import io.netloom.layer.TorchBody;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns a network and what it is to learn into TorchScript.
public final class Compiler {
    private static final Learning NOTHING = Learning.by(new Optimiser.Sgd(0, 0));

    private final Objective objective;
    private final Members members;
    private final BatchCode batch;
    private final StepCode steps;
    private final Methods methods = new Methods();

    private Compiler(Objective objective, Weights weights, Learning learning, ClassTargets classes) {
        this.objective = objective;
        this.members = new Members(objective, weights, learning);
        this.batch = new BatchCode(objective, members, classes);
        this.steps = new StepCode(objective, members, learning, batch, methods);
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
        compiler.steps.writeStep();
        compiler.steps.writeSteps();
        compiler.evaluate();
        compiler.sums();
        compiler.takeSums();
        compiler.takeNorm();
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
        compiler.steps.writeWatchedStep();
        compiler.restore();
        return compiler.program();
    }

    private Program program() {
        return new Program(members.declare() + methods.text(), members.attributes(), members.weightNames(),
                members.state(),
                members.published());
    }

    private void forward() {
        var body = new TorchBody();
        List<String> inputs = Methods.names("x", objective.feeds().size());
        List<String> answers = Forward.write(body, objective.network(), inputs, members::judgedWeight,
                _ -> "self.training", Precision.FLOAT32);
        methods.add("forward", inputs, Methods.tupleType(answers.size()), body, Methods.tuple(answers));
    }

    private void predict() {
        var body = new TorchBody();
        List<String> raw = batch.raw();
        List<String> logits = Forward.write(body, objective.network(), batch.scaled(body, raw), members::judgedWeight,
                _ -> "False", Precision.FLOAT32);
        var answers = new ArrayList<String>();
        for (int i = 0; i < logits.size(); i++) {
            answers.add(body.let(members.heads().get(i).answer(logits.get(i))));
        }
        methods.add("predict", raw, Methods.tupleType(answers.size()), body, Methods.tuple(answers));
    }

    private void evaluate() {
        var body = new TorchBody();
        List<String> raw = batch.raw();
        List<String> targets = batch.targets();
        String loss = batch.lossAndSums(body, batch.scaled(body, raw), targets, members::judgedWeight, _ -> "False",
                Precision.FLOAT32, BatchCode.Sums.IN_DETAIL);
        methods.add("evaluate", Stream.concat(raw.stream(), targets.stream()).toList(), "Tensor", body,
                "torch.detach(" + loss + ")");
    }

    private void sums() {
        var sums = new TorchBody();
        var all = new ArrayList<String>();
        for (int head = 0; head < objective.heads().size(); head++) {
            all.add(sums.let("torch.clone(self." + members.sums(head).getFirst().name() + ")"));
        }
        methods.add("sums", List.of(), "List[Tensor]", sums, "[" + String.join(", ", all) + "]");
    }

    private void takeSums() {
        var take = new TorchBody();
        var taken = new ArrayList<String>();
        for (int head = 0; head < objective.heads().size(); head++) {
            List<String> sums = members.sums(head).stream().map(s -> "self." + s.name()).toList();
            taken.add(take.let("torch.cat([" + String.join(", ", sums) + "], 0)"));
            sums.forEach(s -> take.line("_ = torch.zero_(" + s + ")"));
        }
        methods.add("take_sums", List.of(), "List[Tensor]", take, "[" + String.join(", ", taken) + "]");
    }

    private void takeNorm() {
        var take = new TorchBody();
        String norm = take.let("torch.clone(self." + Members.NORM + ")");
        take.line("_ = torch.fill_(self." + Members.NORM + ", " + Members.NO_NORM + ")");
        methods.add("take_norm", List.of(), "Tensor", take, norm);
    }

    private void state() {
        var state = new TorchBody();
        List<String> values = members.state().stream().map(t -> "torch.detach(self." + t.name() + ")")
                .map(v -> state.let("torch.clone(" + v + ")")).toList();
        methods.add("state", List.of(), "List[Tensor]", state, "[" + String.join(", ", values) + "]");
    }

    private void restore() {
        var restore = new TorchBody();
        List<String> given = Methods.names("v", members.state().size());
        restore.line(String.join(", ", given) + ", = values");
        for (int i = 0; i < given.size(); i++) {
            restore.line("_ = torch.copy_(torch.detach(self." + members.state().get(i).name() + "), " + given.get(i)
                    + ")");
        }
        methods.add("restore", List.of("values: List[Tensor]"), "List[Tensor]", restore, "values");
    }
}
