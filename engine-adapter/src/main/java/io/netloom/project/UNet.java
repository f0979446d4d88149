package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.ArrayDeque;
import java.util.Deque;

/// A small network that gives each pixel of a picture its class: down to fewer places, and up again past what was seen on the way
/// (Ronneberger et al. 2015, https://arxiv.org/abs/1505.04597).
final class UNet {
    private static final int FILTERS = 16;
    private static final int MOST_STAGES = 3;
    private static final int SMALLEST_MAP = 4;

    private UNet() {}

    static Sentence draw(Sketch drawing, Shape shape, int classes) {
        int stages = stages(shape);
        Deque<String> passed = new ArrayDeque<>();
        for (int stage = 0; stage < stages; stage++) {
            convolve(drawing, "down", FILTERS << stage);
            passed.push(drawing.last());
            drawing.add("pool", "MaxPool2d");
        }
        convolve(drawing, "bottom", FILTERS << stages);
        for (int stage = stages - 1; stage >= 0; stage--) {
            drawing.add("larger", "Upsample", "scale", "2").add("join", "Concat", "axis", "1").also(passed.pop(), 1);
            convolve(drawing, "up", FILTERS << stage);
        }
        drawing.add("head", "Conv2d", "filters", Integer.toString(classes), "kernelSize", "1");
        return Sentence.of("reason.u-net",
                "images of {0}, through a U-Net of {1,choice,0#no stages|1#1 stage|1<{1} stages} down and up again,",
                shape.toString(), stages);
    }

    private static void convolve(Sketch drawing, String name, int filters) {
        for (int i = 0; i < 2; i++) {
            drawing.add(name, "Conv2d", "filters", Integer.toString(filters), "bias", "false").add("norm", "BatchNorm")
                    .add("relu", "ReLU");
        }
    }

    /// As often as both sides can be halved.
    private static int stages(Shape shape) {
        int stages = 0;
        long both = shape.size(1) | shape.size(2);
        while (stages < MOST_STAGES && both % (2L << stages) == 0
                && Math.min(shape.size(1), shape.size(2)) >> (stages + 1) >= SMALLEST_MAP) {
            stages++;
        }
        return stages;
    }
}
