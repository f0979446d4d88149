package io.netloom.train;

import io.netloom.shape.Sentence;
import io.netloom.compile.TensorData;
import io.netloom.data.Augmenter;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Shuffle;
import io.netloom.engine.Session;
import io.netloom.shape.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The steps of a training: which examples come when, at what learning rate and with what random numbers. All of it follows
/// from the plan and from where training stands, so that a step can be taken once more.
final class Steps {
    private final Prepared prepared;
    private final TrainingPlan plan;
    private final Wiring wiring;
    private final int perEpoch;
    private final int perCall;
    private final Augmenter augmenter;
    private final boolean comparing;

    Steps(Prepared prepared, TrainingPlan plan) {
        this.prepared = prepared;
        this.plan = plan;
        this.wiring = Wiring.of(prepared.objective(), prepared.data());
        this.perEpoch = Math.ceilDiv(order(1).length, plan.batchSize());
        this.augmenter = new Augmenter(plan.augmentation(), prepared.data(), prepared.split().train(), plan.seed());
        this.comparing = prepared.objective().network().order().stream()
                .anyMatch(block -> block.node().layer().comparesExamples());
        this.perCall = prepared.data().inMemory() ? effort().stepsPerCall() : 1;
    }

    Effort effort() {
        return Effort.of(prepared.objective().network(), plan.batchSize());
    }

    int perEpoch() {
        return perEpoch;
    }

    /// The examples in the order of an epoch. A single one that is left over is passed over, because batch norm cannot
    /// learn from it; its turn comes in another epoch.
    int[] order(int epoch) {
        int[] order = Shuffle.order(prepared.split().train(), plan.seed(), epoch);
        boolean single = order.length > 1 && plan.batchSize() > 1 && order.length % plan.batchSize() == 1;
        return single ? Arrays.copyOf(order, order.length - 1) : order;
    }

    /// The examples of the epoch under way that are still to come.
    int[] rest(Standing at) {
        int[] order = order(at.epoch());
        return Arrays.copyOfRange(order, Math.min(order.length, at.step() * plan.batchSize()), order.length);
    }

    /// These examples in batches, each for a call of [#learn].
    BatchStream stream(int[] examples, int epoch) {
        return BatchStream.augmented(prepared.data(), examples, plan.batchSize() * perCall, augmenter, epoch);
    }

    /// These examples in batches, each for a call of [#examine].
    BatchStream oneByOne(int[] examples, int epoch) {
        return BatchStream.augmented(prepared.data(), examples, plan.batchSize(), augmenter, epoch);
    }

    /// Learns from a whole batch.
    ///
    /// @return the loss of its last step
    float learn(Session session, Batch batch, Standing at) {
        return learn(session, batch, 0, learnt(batch), at);
    }

    /// Takes as many steps as whole batches stand in the rows, in one call, and one more with what is left over.
    ///
    /// @param from first row
    /// @param to behind the last row, at most [#learnt]
    /// @return the loss of the last
    float learn(Session session, Batch batch, int from, int to, Standing at) {
        List<TensorData> inputs = rows(wiring.inputs(batch), from, to);
        List<TensorData> targets = rows(wiring.targets(batch), from, to);
        int rows = to - from;
        int steps = rows / plan.batchSize();
        int whole = steps * plan.batchSize();
        float loss = 0;
        if (steps > 1) {
            double[] rates = IntStream.range(0, steps).mapToDouble(ahead -> move(at, ahead)).toArray();
            loss = session.steps(rows(inputs, 0, whole), rows(targets, 0, whole), rates, seed(at, 0));
        } else if (steps == 1) {
            loss = session.step(rows(inputs, 0, whole), rows(targets, 0, whole), move(at, 0), seed(at, 0));
        }
        if (whole < rows) {
            loss = session.step(rows(inputs, whole, rows), rows(targets, whole, rows), move(at, steps),
                    seed(at, steps));
        }
        return loss;
    }

    /// Takes one step along another rate than the plan's.
    ///
    /// @param batch of [#oneByOne]
    /// @return its loss before the step
    float learn(Session session, Batch batch, Standing at, double rate) {
        int to = learnt(batch);
        return session.step(rows(wiring.inputs(batch), 0, to), rows(wiring.targets(batch), 0, to), rate, seed(at, 0));
    }

    /// @throws BadInput if blocks compare the examples of a batch with each other, and there is only one in each
    void refuseBatchesOfOne() {
        if (plan.batchSize() > 1 && order(1).length > 1) {
            return;
        }
        prepared.objective().network().order().stream().filter(n -> n.node().layer().comparesExamples()).findFirst()
                .ifPresent(n -> {
                    throw new BadInput(Sentence.of("train.batch-of-one",
                            "{0} compares the examples of a batch with each other, but there is only one in each. Choose a"
                                    + " batch size of at least 2, and at least 2 training examples.",
                            n.node().title()));
                });
    }

    /// Rows that are learnt from: all, but a single one that damaged examples have left over, where a block compares examples with
    /// each other.
    int learnt(Batch batch) {
        boolean single = comparing && plan.batchSize() > 1 && batch.rows() % plan.batchSize() == 1;
        return single ? batch.rows() - 1 : batch.rows();
    }

    /// Takes one step and tells of the gradients.
    Session.Watched examine(Session session, Batch batch, Standing at) {
        return session.watchedStep(wiring.inputs(batch), wiring.targets(batch), move(at, 0), seed(at, 0));
    }

    /// The row behind those of the next step alone.
    int oneStep(Batch batch, int from) {
        return Math.min(from + plan.batchSize(), learnt(batch));
    }

    /// Where training stands when a batch is learnt from.
    Standing after(Standing at, Batch batch) {
        return after(at, batch, 0, learnt(batch));
    }

    /// Where training stands when these rows of a batch are learnt from. Damaged examples count as steps, so that the order goes on at the right
    /// place, but were not seen.
    Standing after(Standing at, Batch batch, int from, int to) {
        Standing after = at;
        int seen = to - from;
        for (int left = (to == learnt(batch) ? batch.asked() : to) - from; left > 0; left -= plan.batchSize()) {
            after = after.afterStep(Math.min(seen, plan.batchSize()));
            seen = Math.max(0, seen - plan.batchSize());
        }
        return after;
    }

    /// The learning rate. Schedules count how often the weights move, as PyTorch's do.
    ///
    /// @param ahead steps from there
    double rate(Standing at, int ahead) {
        int moves = Math.ceilDiv(perEpoch, plan.learning().accumulation());
        long move = (at.epoch() - 1L) * moves + Math.floorDiv(at.step() + ahead, plan.learning().accumulation());
        return plan.learningRate() * plan.schedule().factor(new Schedule.Moment(move, moves,
                (long) moves * plan.epochs(), at.plateaus()));
    }

    /// How far the weights move: as far as the learning rate says, or not yet, while gradients are accumulated. With the last
    /// batch of an epoch they always move.
    private double move(Standing at, int ahead) {
        int done = at.step() + ahead + 1;
        return done % plan.learning().accumulation() == 0 || done == perEpoch ? rate(at, ahead) : 0;
    }

    private long seed(Standing at, int ahead) {
        return plan.seed() * 1_000_003 + step(at) + ahead;
    }

    private long step(Standing at) {
        return (at.epoch() - 1L) * perEpoch + at.step();
    }

    private static List<TensorData> rows(List<TensorData> tensors, int from, int to) {
        return tensors.stream().map(tensor -> tensor.rows(from, to)).toList();
    }
}
