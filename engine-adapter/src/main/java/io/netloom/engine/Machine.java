package io.netloom.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What the machine has to compute with.
///
/// @param cores physical cores that this program may use; where the system does not tell them from threads, its threads
/// @param memory bytes of the machine, or of the container that this program runs in
/// @param free bytes that can still be taken without pushing other programs out
/// @param heap bytes that Java's own objects may take; the engine's tensors lie beside them
public record Machine(int cores, long memory, long free, long heap) {

    /// Asks the system.
    public static Machine look() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Runtime runtime = Runtime.getRuntime();
        return new Machine(Math.min(runtime.availableProcessors(), Processor.cores()), system.getTotalMemorySize(),
                MachineMemory.free(), runtime.maxMemory());
    }
}
