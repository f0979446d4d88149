package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResizeTest {

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void shrinkingTakesTheMeanOfTheArea() {
        assertThat(new Resize(4, 2, 2, 1).apply(bytes(0, 100, 200, 200, 100, 200, 250, 250)))
                .isEqualTo(bytes(100, 225));
    }

    @Test
    void shrinkingByAFractionWeighsTheBordersByWhatTheyCover() {
        // Three into two: the middle counts half on either side.
        assertThat(new Resize(3, 1, 2, 1).apply(bytes(0, 90, 180))).isEqualTo(bytes(30, 150));
    }

    @Test
    void growingInterpolatesBetweenCentres() {
        assertThat(new Resize(2, 1, 4, 1).apply(bytes(0, 200))).isEqualTo(bytes(0, 50, 150, 200));
    }

    @Test
    void anEvenPlaneStaysEvenInEverySize() {
        byte[] plane = bytes(255, 255, 255, 255, 255, 255);
        for (int size = 1; size < 20; size++) {
            assertThat(new Resize(3, 2, size, size).apply(plane)).containsOnly((byte) 255).hasSize(size * size);
        }
    }

    @Test
    void theSameSizeIsTheSamePlane() {
        byte[] plane = bytes(1, 2, 3, 4);
        assertThat(new Resize(2, 2, 2, 2).apply(plane)).isSameAs(plane);
    }
}
