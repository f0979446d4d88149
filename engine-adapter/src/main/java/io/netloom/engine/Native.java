package io.netloom.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import io.netloom.engine.gpu.GpuEngine;

/// The one door to DJL's engine: which of its builds is loaded is settled here before anybody loads it.
final class Native {
    private static final int MOST_GPUS = 64;

    private Native() {}

    /// The engine, loaded.
    ///
    /// @throws EngineException if it cannot be
    static Engine engine() {
        // DJL would fetch what it misses from the internet, unasked.
        System.setProperty("ai.djl.offline", "true");
        GpuEngine.choose();
        return Engine.getEngine("PyTorch");
    }

    /// How many GPUs the engine can use. DJL asks a CUDA toolkit for that, which most users do not have; so where DJL counts none, the
    /// engine is asked to put a number onto one after the other.
    static int gpus() {
        Engine engine = engine();
        if (!JniUtils.getFeatures().contains("CUDA")) {
            return 0;
        }
        int counted = CudaUtils.getGpuCount();
        int used = counted;
        while (counted == 0 && used < MOST_GPUS && takes(engine, used)) {
            used++;
        }
        return used;
    }

    private static boolean takes(Engine engine, int gpu) {
        try (NDManager manager = engine.newBaseManager(Device.gpu(gpu))) {
            return manager.create(1f).getFloat() == 1f;
        } catch (EngineException _) {
            return false;
        }
    }
}
