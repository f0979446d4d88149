package io.netloom.layer.std;

import io.netloom.layer.Padding;
import io.netloom.layer.Size2;

/// How a kernel slides along one axis (Dumoulin and Visin 2016, "A guide to convolution arithmetic").
///
/// @param before zeros in front of the axis
/// @param after zeros behind it
/// @param output places where the kernel fits; below 1 where it fits nowhere
record Window(long before, long after, long output) {

    static Window of(long input, int kernel, int stride, int dilation, Padding padding, boolean vertical) {
        long reach = (long) dilation * (kernel - 1) + 1;
        long before = 0;
        long after = 0;
        switch (padding) {
            case Padding.Valid() -> {}
            case Padding.Same() -> {
                long total = Math.max(0, (Math.ceilDiv(input, stride) - 1) * stride + reach - input);
                before = total / 2;
                after = total - before;
            }
            case Padding.Zeros(Size2(int height, int width)) -> {
                before = vertical ? height : width;
                after = before;
            }
        }
        return new Window(before, after, Math.floorDiv(input + before + after - reach, (long) stride) + 1);
    }

    boolean symmetric() {
        return before == after;
    }
}
