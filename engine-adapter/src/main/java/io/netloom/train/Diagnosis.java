package io.netloom.train;

import io.netloom.check.CheckedNode;
import io.netloom.compile.Compiler;
import io.netloom.compile.Weights;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.layer.Weight;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds out where a loss stopped to be finite. Training itself watches only what it has at hand, the loss of each call and
/// the weights of each checkpoint, so that watching costs it nothing. Once that is not finite, the steps since the last good
/// checkpoint are taken again, one by one, by a program that looks at every gradient.
final class Diagnosis {
    private final Prepared prepared;
    private final TrainingPlan plan;
    private final Steps steps;
    private final List<String> blocks;

    Diagnosis(Prepared prepared, TrainingPlan plan, Steps steps) {
        this.prepared = prepared;
        this.plan = plan;
        this.steps = steps;
        this.blocks = prepared.objective().network().order().stream()
                .filter(block -> !plan.learning().freezes(block.node().name())).flatMap(Diagnosis::learnt).toList();
    }

    private static Stream<String> learnt(CheckedNode block) {
        return block.weights().stream().filter(weight -> weight.kind() == Weight.Kind.PARAMETER)
                .map(_ -> block.node().name());
    }

    /// The first step whose loss or gradients are not finite; where they all are, because only the validation loss is not, the
    /// last.
    ///
    /// @param good the last checkpoint with finite weights
    /// @param seen where training stood when it was seen, in the same epoch
    /// @param gate is asked before each step
    TrainEvent.Diverged of(Checkpoint good, Standing seen, ComputeDevice device, Gate gate) {
        var found = new TrainEvent.Diverged(seen.epoch(), seen.step(), steps.rate(seen, -1), Optional.empty(),
                Double.NaN);
        var program = Compiler.examination(prepared.objective(),
                Weights.initial(prepared.objective().network(), plan.seed()), plan.learning(), plan.classTargets());
        try (Session session = Session.open(program, device);
                BatchStream stream = steps.oneByOne(steps.rest(good.standing()), good.standing().epoch())) {
            session.useOneThread(steps.effort().isForOneThread());
            session.restore(good.state());
            Standing at = good.standing();
            while (at.step() < seen.step() && gate.ask() != Gate.Pass.STOP) {
                Batch batch = stream.next().orElseThrow();
                Session.Watched watched = steps.examine(session, batch, at);
                double rate = steps.rate(at, 0);
                at = steps.after(at, batch);
                stream.release(batch);
                int culprit = culprit(watched.gradients());
                double gradient = watched.gradients().get(culprit);
                found = new TrainEvent.Diverged(at.epoch(), at.step(), rate, Optional.of(blocks.get(culprit)),
                        gradient);
                if (!Float.isFinite(watched.loss()) || !Double.isFinite(gradient)) {
                    return found;
                }
            }
        }
        return found;
    }

    /// The first gradient that is not finite, or the largest.
    private static int culprit(List<Float> gradients) {
        int culprit = 0;
        for (int i = 0; i < gradients.size(); i++) {
            if (!Float.isFinite(gradients.get(i))) {
                return i;
            }
            culprit = gradients.get(i) > gradients.get(culprit) ? i : culprit;
        }
        return culprit;
    }
}
