package io.netloom.engine;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import java.nio.file.Path;

/// How the native engine stands on this machine.
public sealed interface EngineState {

    /// It works.
    ///
    /// @param version libtorch's
    /// @param folder where its libraries were loaded from
    /// @param cuda whether it is a build for NVIDIA's GPUs
    /// @param gpus how many of them it can use
    /// @param threads threads on which the CPU works by itself
    record Loaded(String version, Path folder, boolean cuda, int gpus, int threads) implements EngineState {}

    /// It cannot be loaded.
    ///
    /// @param cause why, in its own words
    record Broken(String cause) implements EngineState {}

    /// Loads the engine, if nobody has yet, and asks it.
    static EngineState look() {
        try {
            Engine engine = Native.engine();
            boolean cuda = JniUtils.getFeatures().contains("CUDA");
            return new Loaded(engine.getVersion(), Path.of(LibUtils.getLibtorchPath()), cuda, Native.gpus(),
                    JniUtils.getNumThreads());
        } catch (EngineException | LinkageError e) {
            return new Broken(innermost(e));
        }
    }

    /// Where the engine's libraries are unpacked at first use, unless they lie unpacked already.
    static Path cache() {
        return Utils.getEngineCacheDir();
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
