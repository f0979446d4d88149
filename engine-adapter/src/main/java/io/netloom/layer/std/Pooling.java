package io.netloom.layer.std;

import io.netloom.layer.Padding;
import io.netloom.layer.Size2;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;

/// What maximum and average pooling have in common: a window that slides over each channel.
record Pooling(Size2 kernelSize, Size2 stride, Size2 padding) {

    Inferred infer(Shape x) {
        if (x.rank() != 3) {
            return Remedies.needsImage(x);
        }
        if (2 * padding.height() > kernelSize.height() || 2 * padding.width() > kernelSize.width()) {
            return Problem.setting("padding of at most half its " + kernelSize + " kernel", "padding is " + padding,
                    new Remedy.Change("padding", new Size2(kernelSize.height() / 2, kernelSize.width() / 2)
                            .toString()));
        }
        long height = output(x.size(1), kernelSize.height(), stride.height(), true);
        long width = output(x.size(2), kernelSize.width(), stride.width(), false);
        if (height < 1 || width < 1) {
            return Problem.shape("an image of at least " + kernelSize, "receives " + x, new Remedy.Bypass(),
                    new Remedy.Change("kernelSize", new Size2((int) Math.min(kernelSize.height(), x.size(1)),
                            (int) Math.min(kernelSize.width(), x.size(2))).toString()));
        }
        return Shapes.of(x.withFeatures(x.size(0), height, width));
    }

    String torch() {
        return kernelSize.torch() + ", " + stride.torch() + ", " + padding.torch();
    }

    String python() {
        return kernelSize.python() + (stride.equals(kernelSize) ? "" : ", stride=" + stride.python())
                + (padding.equals(Size2.of(0)) ? "" : ", padding=" + padding.python());
    }

    private long output(long input, int kernel, int step, boolean vertical) {
        return Window.of(input, kernel, step, 1, new Padding.Zeros(padding), vertical).output();
    }
}
