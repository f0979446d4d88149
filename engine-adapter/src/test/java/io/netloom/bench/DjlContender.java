package io.netloom.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.netloom.compile.TensorData;

/// Plain DJL as its tutorials write it, at its best: arrays over the data's own memory, no listeners, no evaluators.
final class DjlContender implements Contender {
    private final BenchData data;
    private final Model model;
    private final Trainer trainer;

    DjlContender(BenchNetwork network, BenchData data) {
        this.data = data;
        model = Model.newInstance(network.name(), "PyTorch");
        model.setBlock(network.djl().get());
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build()));
        trainer.initialize(shape(data.input(0)));
    }

    @Override
    public Run run(int steps) {
        return Contender.time(steps, this::step);
    }

    private float step(int number) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            var x = new NDList(array(manager, data.input(number), DataType.FLOAT32));
            var y = new NDList(array(manager, data.target(number), DataType.INT64));
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
    public void close() {
        trainer.close();
        model.close();
    }
}
