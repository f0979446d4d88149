package io.netloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void aProcessorThatListsItsFeaturesWithoutBfloat16LacksIt() {
        assertThat(lacks("model name\t: A bf16 dream", "flags\t\t: fpu avx512f avx512_vnni")).isTrue();
        assertThat(lacks("Features\t: fp asimd asimdhp")).isTrue();
    }

    @Test
    void aProcessorThatListsItDoesNot() {
        assertThat(lacks("flags\t\t: fpu avx512_bf16 amx_tile")).isFalse();
        assertThat(lacks("flags\t\t: fpu amx_bf16")).isFalse();
        assertThat(lacks("Features\t: fp asimd bf16 i8mm")).isFalse();
    }

    @Test
    void oneThatSaysNothingIsTrusted() {
        assertThat(lacks("processor\t: 0", "model name\t: unknown")).isFalse();
    }

    private static boolean lacks(String... lines) {
        return Processor.lacksBfloat16(Stream.of(lines));
    }

    @Test
    void twoThreadsOfOneCoreAreOneCore() {
        Stream<String> lines = Stream.of("processor : 0", "physical id\t: 0", "core id\t\t: 0", "processor : 1",
                "physical id\t: 0", "core id\t\t: 0", "processor : 2", "physical id\t: 1", "core id\t\t: 0");

        assertThat(Processor.cores(lines)).isEqualTo(2);
    }

    @Test
    void aSystemThatDoesNotNumberCoresSaysNothingOfThem() {
        assertThat(Processor.cores(Stream.of("processor\t: 0", "BogoMIPS\t: 48.00"))).isZero();
    }
}
