package io.netloom.bench;

import java.util.List;

/// The networks that are measured. A new one is one more method here and one more network for each rival.
public final class Courses {
    private static final String CLASSES = "10";

    private Courses() {}

    /// All of them, small ones first.
    public static List<Course> all() {
        return List.of(perceptron(), leNet(), resNet(), lstm(), transformer());
    }

    private static Course perceptron() {
        return new Course("perceptron-16-64-64-3", 32, Sketch.of("16")
                .then("first", "Dense", "units", "64").then("relu1", "ReLU")
                .then("second", "Dense", "units", "64").then("relu2", "ReLU")
                .then("head", "Dense", "units", "3").end());
    }

    static Course leNet() {
        return new Course("lenet-28x28", 64, Sketch.of("1×28×28")
                .then("conv1", "Conv2d", "filters", "32", "kernelSize", "5").then("relu1", "ReLU")
                .then("pool1", "MaxPool2d")
                .then("conv2", "Conv2d", "filters", "64", "kernelSize", "5").then("relu2", "ReLU")
                .then("pool2", "MaxPool2d").then("row", "Flatten")
                .then("hidden", "Dense", "units", "128").then("relu3", "ReLU")
                .then("head", "Dense", "units", CLASSES).end());
    }

    /// The network for CIFAR-10 of He et al. 2015 (https://arxiv.org/abs/1512.03385) with one block a stage; where the size
    /// changes, a convolution of one place stands on the short cut.
    private static Course resNet() {
        Sketch sketch = Sketch.of("3×32×32");
        norm(conv(sketch, "stem_conv", 16, 3, 1), "stem_norm").then("stem_relu", "ReLU");
        residual(sketch, "a", 16, 1);
        residual(sketch, "b", 32, 2);
        residual(sketch, "c", 64, 2);
        return new Course("resnet-3x32x32", 64,
                sketch.then("mean", "GlobalAvgPool").then("head", "Dense", "units", CLASSES).end());
    }

    private static void residual(Sketch sketch, String name, int filters, int stride) {
        String before = sketch.last();
        String shortCut = before;
        if (stride > 1) {
            shortCut = norm(conv(sketch, name + "_conv0", filters, 1, stride), name + "_norm0").last();
        }
        sketch.from(before);
        norm(conv(sketch, name + "_conv1", filters, 3, stride), name + "_norm1").then(name + "_relu1", "ReLU");
        norm(conv(sketch, name + "_conv2", filters, 3, 1), name + "_norm2");
        sketch.plus(name + "_add", shortCut).then(name + "_relu2", "ReLU");
    }

    private static Sketch conv(Sketch sketch, String name, int filters, int kernel, int stride) {
        return sketch.then(name, "Conv2d", "filters", "" + filters, "kernelSize", "" + kernel, "stride", "" + stride,
                "bias", "false", "padding", "" + kernel / 2);
    }

    private static Sketch norm(Sketch sketch, String name) {
        return sketch.then(name, "BatchNorm");
    }

    private static Course lstm() {
        return new Course("lstm-28x28", 64, Sketch.of("28×28").then("lstm", "LSTM", "units", "128", "steps", "last")
                .then("head", "Dense", "units", CLASSES).end());
    }

    /// Two blocks as Vaswani et al. 2017 have them, with the norm behind each part and without dropout.
    private static Course transformer() {
        Sketch sketch = Sketch.of("64×64");
        for (String name : List.of("encoder1", "encoder2")) {
            sketch.then(name, "TransformerEncoder", "heads", "4", "feedForward", "128", "dropout", "0", "activation",
                    "relu", "normFirst", "false");
        }
        return new Course("transformer-64x64", 32, sketch.then("features_first", "Permute", "order", "2, 1")
                .then("mean", "GlobalAvgPool").then("head", "Dense", "units", CLASSES).end());
    }
}
