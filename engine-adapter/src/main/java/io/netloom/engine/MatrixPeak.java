package io.netloom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;

/// What this machine's CPU can do at best: products of large matrices.
public final class MatrixPeak {
    private static final int SIZE = 2048;
    private static final int PRODUCTS = 8;
    private static final double FLOPS = 2.0 * SIZE * SIZE * SIZE;

    private MatrixPeak() {}

    /// Floating point operations a second, the best of some products of float32 matrices. It takes a second or two.
    ///
    /// @param threads on which the engine works, at least 1
    public static double flopsPerSecond(int threads) {
        try (NDManager manager = Native.engine().newBaseManager(ai.djl.Device.cpu())) {
            int before = JniUtils.getNumThreads();
            JniUtils.setNumThreads(threads);
            try {
                return FLOPS / bestSeconds(manager);
            } finally {
                JniUtils.setNumThreads(before);
            }
        }
    }

    private static double bestSeconds(NDManager manager) {
        NDArray a = manager.randomUniform(-1, 1, new Shape(SIZE, SIZE));
        NDArray b = manager.randomUniform(-1, 1, new Shape(SIZE, SIZE));
        long best = Long.MAX_VALUE;
        for (int i = 0; i < PRODUCTS; i++) {
            long began = System.nanoTime();
            a.matMul(b).close();
            best = Math.min(best, System.nanoTime() - began);
        }
        return best / 1e9;
    }
}
