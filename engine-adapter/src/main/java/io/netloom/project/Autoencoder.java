package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;

/// The halves of a network that gives its input back from a code of fewer numbers (Hinton and Salakhutdinov 2006,
/// https://doi.org/10.1126/science.1127647).
final class Autoencoder {
    private static final int SMALLEST_MAP = 8;
    private static final int MOST_STAGES = 3;
    private static final int FILTERS = 16;
    private static final int CODE_CHANNELS = 8;
    private static final int UNITS = 64;

    private Autoencoder() {}

    /// From the Input to the code.
    static Sentence encoder(Sketch drawing, Shape shape) {
        if (shape.rank() != 3) {
            if (shape.rank() > 1) {
                drawing.add("flatten", "Flatten");
            }
            long code = Math.clamp(shape.elements() / 2, 1, UNITS / 2);
            drawing.add("encode", "Dense", "units", Integer.toString(UNITS)).add("relu", "ReLU")
                    .add("code", "Dense", "units", Long.toString(code));
            return Sentence.of("reason.code", "{0} numbers each, through a code of {1},", shape.elements(), code);
        }
        int stages = stages(shape);
        for (int stage = 0; stage < stages; stage++) {
            drawing.add("encode", "Conv2d", "filters", Integer.toString(FILTERS << stage), "stride", "2")
                    .add("relu", "ReLU");
        }
        drawing.add("code", "Conv2d", "filters", Integer.toString(CODE_CHANNELS));
        return Sentence.of("reason.code.images", "images of {0}, through a code of {1} numbers,", shape.toString(),
                CODE_CHANNELS + "×" + small(shape.size(1), stages) + "×" + small(shape.size(2), stages));
    }

    /// From the code to what the Output takes.
    static void decoder(Sketch drawing, Shape shape) {
        if (shape.rank() != 3) {
            drawing.add("decode", "Dense", "units", Integer.toString(UNITS)).add("relu", "ReLU").add("back", "Dense",
                    "units", Long.toString(shape.elements()));
            if (shape.rank() > 1) {
                drawing.add("reshape", "Reshape", "shape", shape.toString());
            }
            return;
        }
        int stages = stages(shape);
        for (int stage = stages - 1; stage >= 0; stage--) {
            drawing.add("larger", "Upsample", "scale", "2")
                    .add("decode", "Conv2d", "filters", Integer.toString(FILTERS << stage)).add("relu", "ReLU");
        }
        drawing.add("back", "Conv2d", "filters", Long.toString(shape.size(0)));
        long rows = (small(shape.size(1), stages) << stages) - shape.size(1);
        long columns = (small(shape.size(2), stages) << stages) - shape.size(2);
        if (rows > 0 || columns > 0) {
            drawing.add("crop", "Crop", "left", "0", "right", Long.toString(columns), "top", "0", "bottom",
                    Long.toString(rows));
        }
    }

    private static int stages(Shape shape) {
        int stages = 0;
        while (stages < MOST_STAGES && Math.min(shape.size(1), shape.size(2)) >> stages >= SMALLEST_MAP) {
            stages++;
        }
        return stages;
    }

    /// A side after so many halvings, each rounded up.
    private static long small(long side, int stages) {
        return Math.ceilDiv(side, 1L << stages);
    }
}
