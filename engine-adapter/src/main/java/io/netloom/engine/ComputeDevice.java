package io.netloom.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.netloom.shape.BadInput;
import java.util.Locale;

/// Where a network computes.
public final class ComputeDevice {
    private final Device device;

    private ComputeDevice(Device device) {
        this.device = device;
    }

    /// Reads `cpu`, `gpu`, `gpu:1`, or `auto` for the first GPU that the engine can use, else the CPU.
    ///
    /// @throws BadInput if it is none of them, or if the engine has no such GPU
    public static ComputeDevice parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        int gpus = name.equals("cpu") ? 0 : Engine.getEngine("PyTorch").getGpuCount();
        if (name.equals("cpu") || name.equals("auto") && gpus == 0) {
            return new ComputeDevice(Device.cpu());
        }
        if (name.equals("auto")) {
            return new ComputeDevice(Device.gpu(0));
        }
        if (!name.matches("gpu(:\\d{1,3})?")) {
            throw new BadInput("There is no device '" + text + "'. Choose cpu, gpu, gpu:1 or auto.");
        }
        int index = name.equals("gpu") ? 0 : Integer.parseInt(name.substring(4));
        if (index >= gpus) {
            throw new BadInput("The device " + name + " is not there: this engine can use " + gpus
                    + " GPUs. Choose --device cpu.");
        }
        return new ComputeDevice(Device.gpu(index));
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
