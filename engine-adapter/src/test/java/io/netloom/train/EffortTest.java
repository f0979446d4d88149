package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.Drawing;
import io.netloom.check.CheckedGraph;
import org.junit.jupiter.api.Test;

class EffortTest {
    @Test
    void manySmallBlocksAreForOneThreadAndOneLargeBlockIsNot() {
        CheckedGraph one = new Drawing().block("in", "Input", "shape", "512").block("large", "Dense", "units", "512")
                .block("head", "Dense", "units", "512").block("out", "Output").chain("in", "large", "head", "out")
                .checked();
        var many = new Drawing().block("in", "Input", "shape", "64");
        var names = new String[34];
        names[0] = "in";
        for (int i = 1; i <= 32; i++) {
            names[i] = "dense" + i;
            many.block(names[i], "Dense", "units", "64");
        }
        names[33] = "out";
        CheckedGraph small = many.block("out", "Output").chain(names).checked();

        assertThat(Effort.of(one, 32).isForOneThread()).isFalse();
        assertThat(Effort.of(small, 32).isForOneThread()).isTrue();
        assertThat(Effort.of(small, 32).multiplyAdds()).isGreaterThan(4e6);
        assertThat(Effort.of(small, 1024).isForOneThread()).as("with large batches").isFalse();
    }
}
