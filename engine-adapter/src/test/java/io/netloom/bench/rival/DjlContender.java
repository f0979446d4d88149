package io.netloom.bench.rival;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.netloom.bench.Contender;
import io.netloom.bench.Contest;
import io.netloom.bench.Lap;
import io.netloom.compile.TensorData;

/// A training loop as DJL's tutorials have it, at its best: arrays over the data's own memory, no listeners, no evaluators.
/// It works on as many threads as the engine of this process has been given.
final class DjlContender implements Contender {
    private final Contest contest;
    private final Model model;
    private final Trainer trainer;
    private int taken;

    DjlContender(Contest contest, Block block) {
        this.contest = contest;
        Engine.getEngine("PyTorch").setRandomSeed((int) Contest.SEED);
        model = Model.newInstance(contest.course().name(), "PyTorch");
        model.setBlock(block);
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(
                        Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) Contest.RATE)).build()));
        trainer.initialize(shape(contest.inputs().getFirst()));
    }

    @Override
    public Lap run(int steps) {
        return Lap.time(steps, this::step);
    }

    private float step() {
        int batch = taken++ % contest.inputs().size();
        try (NDManager manager = trainer.getManager().newSubManager()) {
            var x = new NDList(array(manager, contest.inputs().get(batch), DataType.FLOAT32));
            var y = new NDList(array(manager, contest.targets().get(batch), DataType.INT64));
            NDArray loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                loss = trainer.getLoss().evaluate(y, trainer.forward(x));
                collector.backward(loss);
            }
            trainer.step();
            return loss.getFloat();
        }
    }

    private static NDArray array(NDManager manager, TensorData tensor, DataType type) {
        return manager.create(tensor.data(), shape(tensor), type);
    }

    private static Shape shape(TensorData tensor) {
        return new Shape(tensor.shape().stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public long parameters() {
        return model.getBlock().getParameters().values().stream().filter(p -> p.requiresGradient())
                .mapToLong(p -> p.getArray().size()).sum();
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
