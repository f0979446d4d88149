package io.netloom.bench.rival;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.TransformerEncoderBlock;
import java.util.List;
import java.util.Optional;

/// The networks as DJL's tutorials and its model zoo write them.
final class DjlNetworks {
    private DjlNetworks() {}

    static Optional<Block> find(String name) {
        return switch (name) {
            case "perceptron-16-64-64-3" -> Optional.of(perceptron());
            case "lenet-28x28" -> Optional.of(leNet());
            case "resnet-3x32x32" -> Optional.of(resNet());
            case "lstm-28x28" -> Optional.of(lstm());
            case "transformer-64x64" -> Optional.of(transformer());
            default -> Optional.empty();
        };
    }

    private static Block perceptron() {
        return new SequentialBlock().add(linear(64)).add(Activation::relu).add(linear(64)).add(Activation::relu)
                .add(linear(3));
    }

    private static Block leNet() {
        return new SequentialBlock().add(conv5(32)).add(Activation::relu).add(pool2()).add(conv5(64))
                .add(Activation::relu).add(pool2()).add(Blocks.batchFlattenBlock()).add(linear(128))
                .add(Activation::relu).add(linear(10));
    }

    private static Block resNet() {
        return new SequentialBlock().add(conv(16, 3, 1)).add(norm()).add(Activation::relu).add(residual(16, 1))
                .add(residual(32, 2)).add(residual(64, 2)).add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock()).add(linear(10));
    }

    private static Block residual(int filters, int stride) {
        var main = new SequentialBlock().add(conv(filters, 3, stride)).add(norm()).add(Activation::relu)
                .add(conv(filters, 3, 1)).add(norm());
        Block shortCut = stride == 1
                ? Blocks.identityBlock()
                : new SequentialBlock().add(conv(filters, 1, stride)).add(norm());
        return new ParallelBlock(DjlNetworks::sum, List.of(main, shortCut));
    }

    private static NDList sum(List<NDList> branches) {
        NDArray sum = branches.get(0).singletonOrThrow().add(branches.get(1).singletonOrThrow());
        return new NDList(Activation.relu(sum));
    }

    private static Block lstm() {
        return new SequentialBlock().add(LSTM.builder().setStateSize(128).setNumLayers(1).optBatchFirst(true)
                .optReturnState(false).build()).addSingleton(all -> all.get(":, -1")).add(linear(10));
    }

    private static Block transformer() {
        return new SequentialBlock().add(new TransformerEncoderBlock(64, 4, 128, 0f, Activation::relu))
                .add(new TransformerEncoderBlock(64, 4, 128, 0f, Activation::relu))
                .addSingleton(all -> all.mean(new int[] {1})).add(linear(10));
    }

    private static Block linear(int units) {
        return Linear.builder().setUnits(units).build();
    }

    private static Block conv5(int filters) {
        return Conv2d.builder().setKernelShape(new Shape(5, 5)).optPadding(new Shape(2, 2)).setFilters(filters)
                .build();
    }

    private static Block conv(int filters, int kernel, int stride) {
        return Conv2d.builder().setKernelShape(new Shape(kernel, kernel)).setFilters(filters)
                .optStride(new Shape(stride, stride)).optPadding(new Shape(kernel / 2, kernel / 2)).optBias(false)
                .build();
    }

    private static Block norm() {
        return BatchNorm.builder().build();
    }

    private static Block pool2() {
        return Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    }
}
