package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.shape.BadInput;
import org.junit.jupiter.api.Test;

class EngineFailureTest {

    @Test
    void whatTheAllocatorsSayBecomesAdvice() {
        var cpu = new IllegalStateException("[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't"
                + " allocate memory: you tried to allocate 3200000000 bytes. Error code 12 (Cannot allocate memory)");
        assertThat(EngineFailure.of("x", cpu)).isInstanceOf(BadInput.class).hasCause(cpu)
                .hasMessage("There is not enough"
                        + " memory for this: 3.2 GB more are needed at once. Choose a smaller batch or a smaller network, or close"
                        + " other programs.");
        var gpu = new IllegalStateException(
                "CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity");
        assertThat(EngineFailure.of("x", gpu)).isInstanceOf(BadInput.class).hasMessageContaining("21 MB more");
    }

    @Test
    void anyOtherFailureIsOurs() {
        assertThat(EngineFailure.of("x", new IllegalStateException("shapes differ"))).isInstanceOf(EngineFailure.class)
                .hasMessage("x");
    }
}
