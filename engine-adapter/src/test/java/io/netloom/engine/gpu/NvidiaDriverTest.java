package io.netloom.engine.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaDriverTest {
    @TempDir
    private Path kernel;

    @Test
    void whatNvidiaSmiSaysIsTaken() {
        Optional<NvidiaDriver> driver = NvidiaDriver.look(kernel,
                _ -> Optional.of("550.54.14, NVIDIA GeForce RTX 4090\n550.54.14, NVIDIA A100-PCIE-40GB\n"));

        assertThat(driver).contains(
                new NvidiaDriver("550.54.14", List.of("NVIDIA GeForce RTX 4090", "NVIDIA A100-PCIE-40GB")));
    }

    @Test
    void withoutNvidiaSmiTheKernelIsRead() throws IOException {
        Files.writeString(kernel.resolve("version"),
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  470.223.02  Sat Oct  7 15:39:11 UTC 2023\nGCC version: 12\n");
        Path gpu = Files.createDirectories(kernel.resolve("gpus/0000:01:00.0"));
        Files.writeString(gpu.resolve("information"), "Model: \t\t Tesla T4\nIRQ:   \t\t 120\n");

        assertThat(NvidiaDriver.look(kernel, _ -> Optional.empty()))
                .contains(new NvidiaDriver("470.223.02", List.of("Tesla T4")));
    }

    @Test
    void aDriverThatFailsIsNone() {
        assertThat(NvidiaDriver.look(kernel, _ -> Optional.of(
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.\n"))).isEmpty();
    }

    @Test
    void aMachineWithoutADriverHasNone() {
        assertThat(NvidiaDriver.look(kernel.resolve("none"), _ -> Optional.empty())).isEmpty();
    }

    @Test
    void anOldDriverDoesNotSuitCuda12() {
        assertThat(new NvidiaDriver("470.223.02", List.of()).suits("cu128")).isFalse();
        assertThat(new NvidiaDriver("525.60.13", List.of()).suits("cu128")).isTrue();
        assertThat(new NvidiaDriver("575.51", List.of()).suits("cu130")).isFalse();
    }
}
