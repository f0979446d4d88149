package io.netloom.layer.std;

import io.netloom.layer.Padding;

/// How a kernel slides along one axis (Dumoulin and Visin 2016, "A guide to convolution arithmetic").
///
/// @param before entries put in front of the axis
/// @param after entries put behind it
/// @param output places where the kernel fits; below 1 where it fits nowhere
record Window(long before, long after, long output) {

    /// @param axis the axis, counted from 0 behind the channels
    static Window of(long input, int kernel, int stride, int dilation, Padding padding, int axis) {
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
            case Padding.Sized sized -> {
                before = sized.size(axis);
                after = before;
            }
        }
        return new Window(before, after, Math.floorDiv(input + before + after - reach, (long) stride) + 1);
    }
}
