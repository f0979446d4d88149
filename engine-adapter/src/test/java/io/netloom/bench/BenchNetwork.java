package io.netloom.bench;

import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import java.util.List;
import java.util.function.Supplier;

/// A network that is measured, written three times. A new one is one more entry in [#all].
///
/// @param name what the results call it
/// @param batch examples a step
/// @param together steps that Netloom's trainer takes in one call
/// @param steps steps that are timed at once; about a second's worth
/// @param input shape of one example
/// @param classes number of logits
/// @param netloom as Netloom draws it; its blocks `in` and `out` are the ends
/// @param djl as DJL's tutorials write it
/// @param python as PyTorch's tutorials write it, an expression over `nn`
record BenchNetwork(String name, int batch, int together, int steps, List<Long> input, int classes,
        CheckedGraph netloom,
        Supplier<Block> djl, String python) {

    static List<BenchNetwork> all() {
        return List.of(perceptron(), leNet());
    }

    private static BenchNetwork perceptron() {
        CheckedGraph netloom = new Drawing().block("in", "Input", "shape", "16")
                .block("first", "Dense", "units", "64").block("relu1", "ReLU")
                .block("second", "Dense", "units", "64").block("relu2", "ReLU")
                .block("head", "Dense", "units", "3").block("out", "Output")
                .chain("in", "first", "relu1", "second", "relu2", "head", "out").checked();
        Supplier<Block> djl = () -> new SequentialBlock().add(linear(64)).add(Activation::relu).add(linear(64))
                .add(Activation::relu).add(linear(3));
        return new BenchNetwork("perceptron-16-64-64-3", 32, 20, 2000, List.of(16L), 3, netloom, djl,
                "nn.Sequential(nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 3))");
    }

    private static BenchNetwork leNet() {
        CheckedGraph netloom = new Drawing().block("in", "Input", "shape", "1×28×28")
                .block("conv1", "Conv2d", "filters", "32", "kernelSize", "5").block("relu1", "ReLU")
                .block("pool1", "MaxPool2d")
                .block("conv2", "Conv2d", "filters", "64", "kernelSize", "5").block("relu2", "ReLU")
                .block("pool2", "MaxPool2d").block("row", "Flatten")
                .block("hidden", "Dense", "units", "128").block("relu3", "ReLU")
                .block("head", "Dense", "units", "10").block("out", "Output")
                .chain("in", "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "row", "hidden", "relu3", "head",
                        "out")
                .checked();
        Supplier<Block> djl = () -> new SequentialBlock().add(conv5(32)).add(Activation::relu).add(pool2())
                .add(conv5(64)).add(Activation::relu).add(pool2()).add(Blocks.batchFlattenBlock()).add(linear(128))
                .add(Activation::relu).add(linear(10));
        return new BenchNetwork("lenet-28x28", 64, 1, 30, List.of(1L, 28L, 28L), 10, netloom, djl,
                "nn.Sequential(nn.Conv2d(1, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), "
                        + "nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), "
                        + "nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10))");
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block conv5(int filters) {
        return Conv2d.builder().setKernelShape(new ai.djl.ndarray.types.Shape(5, 5))
                .optPadding(new ai.djl.ndarray.types.Shape(2, 2)).setFilters(filters).build();
    }

    private static Block pool2() {
        var two = new ai.djl.ndarray.types.Shape(2, 2);
        return Pool.maxPool2dBlock(two, two);
    }
}
