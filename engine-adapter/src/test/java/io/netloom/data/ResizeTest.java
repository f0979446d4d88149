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

    private static Resize stretch(int width, int height, int toWidth, int toHeight) {
        return new Resize(new PictureForm(1, toHeight, toWidth).placement(width, height));
    }

    private static Resize resize(int width, int height, int toWidth, int toHeight, PictureForm.Fitting fitting) {
        return new Resize(new PictureForm(1, toHeight, toWidth, fitting).placement(width, height));
    }

    @Test
    void fittingShowsTheWholeBetweenBlackBars() {
        assertThat(resize(2, 1, 2, 4, PictureForm.Fitting.FIT).apply(bytes(50, 90)))
                .isEqualTo(bytes(0, 0, 50, 90, 0, 0, 0, 0));
        assertThat(resize(1, 2, 3, 2, PictureForm.Fitting.FIT).apply(bytes(50, 90)))
                .isEqualTo(bytes(0, 50, 0, 0, 90, 0));
    }

    @Test
    void fillingShowsTheMiddleAlone() {
        assertThat(resize(4, 1, 2, 1, PictureForm.Fitting.FILL).apply(bytes(10, 20, 30, 40)))
                .isEqualTo(bytes(20, 30));
        assertThat(resize(2, 6, 1, 1, PictureForm.Fitting.FILL).apply(bytes(0, 0, 0, 0, 10, 20, 30, 40, 0, 0, 0, 0)))
                .isEqualTo(bytes(25));
    }

    @Test
    void anEvenPlaneThatFillsStaysEvenInEverySize() {
        byte[] plane = bytes(255, 255, 255, 255, 255, 255);
        for (int size = 1; size < 20; size++) {
            assertThat(resize(3, 2, size, 7, PictureForm.Fitting.FILL).apply(plane)).containsOnly((byte) 255);
        }
    }

    @Test
    void shrinkingTakesTheMeanOfTheArea() {
        assertThat(stretch(4, 2, 2, 1).apply(bytes(0, 100, 200, 200, 100, 200, 250, 250)))
                .isEqualTo(bytes(100, 225));
    }

    @Test
    void shrinkingByAFractionWeighsTheBordersByWhatTheyCover() {
        // Three into two: the middle counts half on either side.
        assertThat(stretch(3, 1, 2, 1).apply(bytes(0, 90, 180))).isEqualTo(bytes(30, 150));
    }

    @Test
    void growingInterpolatesBetweenCentres() {
        assertThat(stretch(2, 1, 4, 1).apply(bytes(0, 200))).isEqualTo(bytes(0, 50, 150, 200));
    }

    @Test
    void anEvenPlaneStaysEvenInEverySize() {
        byte[] plane = bytes(255, 255, 255, 255, 255, 255);
        for (int size = 1; size < 20; size++) {
            assertThat(stretch(3, 2, size, size).apply(plane)).containsOnly((byte) 255).hasSize(size * size);
        }
    }

    @Test
    void theSameSizeIsTheSamePlane() {
        byte[] plane = bytes(1, 2, 3, 4);
        assertThat(stretch(2, 2, 2, 2).apply(plane)).isSameAs(plane);
    }
}
