package io.netloom.layer.std;

import io.netloom.layer.Padding;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;

/// What maximum and average pooling have in common: a window that slides over each channel.
record Pooling(PerAxis kernelSize, PerAxis stride, PerAxis padding) {

    Inferred infer(Shape x) {
        int axes = kernelSize.axes();
        if (x.rank() != axes + 1) {
            return Remedies.needsPlaces(x, axes);
        }
        long[] sizes = new long[axes + 1];
        sizes[0] = x.size(0);
        for (int i = 0; i < axes; i++) {
            if (2 * padding.get(i) > kernelSize.get(i)) {
                return Problem.setting("padding of at most half its " + kernelSize + " kernel",
                        "padding is " + padding, new Remedy.Change("padding", kernelSize.halved().toString()));
            }
            sizes[i + 1] = Window.of(x.size(i + 1), kernelSize.get(i), stride.get(i), 1,
                    new Padding.Sized(padding.each()), i).output();
            if (sizes[i + 1] < 1) {
                return Problem.shape(Remedies.noun(axes) + " of at least " + kernelSize, "receives " + x,
                        new Remedy.Dissolve(), new Remedy.Change("kernelSize", kernelSize.atMost(x).toString()));
            }
        }
        return Shapes.of(x.withFeatures(sizes));
    }

    String torch() {
        return kernelSize.torch() + ", " + stride.torch() + ", " + padding.torch();
    }

    String python() {
        return kernelSize.python() + (stride.equals(kernelSize) ? "" : ", stride=" + stride.python())
                + (padding.isAll(0) ? "" : ", padding=" + padding.python());
    }
}
