package io.netloom.engine;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import io.netloom.layer.Precision;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a network computes.
public final class ComputeDevice {
    /// NVIDIA's Ampere.
    private static final int FIRST_WITH_BFLOAT16 = 80;

    private final Device device;

    private ComputeDevice(Device device) {
        this.device = device;
    }

    /// Reads `cpu`, `gpu`, `gpu:1`, or `auto` for the first GPU that the engine can use, else the CPU.
    ///
    /// @throws BadInput if it is none of them, or if the engine has no such GPU
    public static ComputeDevice parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        int gpus = name.equals("cpu") ? 0 : Native.gpus();
        if (name.equals("cpu") || name.equals("auto") && gpus == 0) {
            return new ComputeDevice(Device.cpu());
        }
        if (name.equals("auto")) {
            return new ComputeDevice(Device.gpu(0));
        }
        if (!name.matches("gpu(:\\d{1,3})?")) {
            throw new BadInput(Sentence.of("train.no-device",
                    "There is no device ''{0}''. Choose cpu, gpu, gpu:1 or auto.", text));
        }
        int index = name.equals("gpu") ? 0 : Integer.parseInt(name.substring(4));
        if (index >= gpus) {
            throw new BadInput(Sentence.of("train.no-gpu",
                    "The device {0} is not there: this engine can use {1,number,0} GPUs. Choose --device cpu;"
                            + " `netloom gpu` says what there is.",
                    name, gpus));
        }
        return new ComputeDevice(Device.gpu(index));
    }

    /// Bytes of its memory that are free; empty where the engine does not know.
    public OptionalLong freeBytes() {
        if (!device.isGpu()) {
            return OptionalLong.of(MachineMemory.free());
        }
        try {
            MemoryUsage memory = CudaUtils.getGpuMemory(device);
            return OptionalLong.of(memory.getMax() - memory.getCommitted());
        } catch (EngineException | IllegalArgumentException | IllegalStateException _) {
            return OptionalLong.empty();
        }
    }

    /// Bytes of the machine's memory, not of a GPU's, that this program holds now or will soon fill with short-lived objects;
    /// empty where the system does not say.
    public static OptionalLong programBytes() {
        OptionalLong resident = MachineMemory.resident();
        return resident.isEmpty() ? resident : OptionalLong.of(resident.getAsLong() + MachineMemory.unusedEden());
    }

    /// What speaks against computing in these numbers here; empty where nothing does, or where the system does not say.
    public Optional<Sentence> warning(Precision precision) {
        if (device.isGpu()) {
            return Optional.empty();
        }
        return switch (precision) {
            case FLOAT32 -> Optional.empty();
            case BFLOAT16 -> Processor.lacksBfloat16()
                    ? Optional.of(Sentence.of("warning.no-bfloat",
                            "This processor has no instructions for bfloat16, so that training will be slower than in"
                                    + " float32. Set \"precision\" of the plan to float32."))
                    : Optional.empty();
            case FLOAT16 ->
                Optional.of(Sentence.of("warning.half-float",
                        "float16 is meant for GPUs; on a processor training is likely to be slower than in"
                                + " float32. Set \"precision\" of the plan to auto, which takes what is fastest."));
        };
    }

    /// The numbers of fewer digits that may be faster than `FLOAT32` here; empty where none are.
    public Optional<Precision> shorterNumbers() {
        if (!device.isGpu()) {
            return Processor.lacksBfloat16() ? Optional.empty() : Optional.of(Precision.BFLOAT16);
        }
        try {
            int capability = Integer.parseInt(CudaUtils.getComputeCapability(device.getDeviceId()));
            return Optional.of(capability >= FIRST_WITH_BFLOAT16 ? Precision.BFLOAT16 : Precision.FLOAT16);
        } catch (EngineException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /// Whether its memory is the machine's.
    public boolean sharesMemory() {
        return !device.isGpu();
    }

    Device device() {
        return device;
    }

    /// `cpu`, `gpu:0`.
    @Override
    public String toString() {
        return device.isGpu() ? "gpu:" + device.getDeviceId() : "cpu";
    }
}
