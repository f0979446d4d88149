package io.netloom.app.tryit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.evaluate.Answer;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is drawn by hand becomes a picture like those of the data.
class SketchTest {
    private static final int SIDE = 28;

    @Test
    void whatIsDrawnSmallInACornerIsAsLargeAndCentralAsTheData() {
        var sketch = new Sketch();
        sketch.begin(0.05, 0.05);
        sketch.goOn(0.05, 0.25);
        sketch.goOn(0.15, 0.25);
        Ink found = Ink.of(List.of(picture(sketch.pixels(SIDE, SIDE, Ink.USUAL))));
        assertThat(found.background()).isZero();
        assertThat(found.span() * SIDE).isCloseTo(20, within(1.5));
        assertThat(found.x()).isCloseTo(0.5, within(0.03));
        assertThat(found.y()).isCloseTo(0.5, within(0.03));
    }

    @Test
    void theSameDrawingElsewhereAndInAnotherSizeIsTheSamePicture() {
        var here = new Sketch();
        here.begin(0.1, 0.1);
        here.goOn(0.1, 0.9);
        here.goOn(0.4, 0.9);
        var there = new Sketch();
        there.begin(0.6, 0.5);
        there.goOn(0.6, 0.9);
        there.goOn(0.75, 0.9);
        byte[] first = here.pixels(SIDE, SIDE, Ink.USUAL);
        byte[] second = there.pixels(SIDE, SIDE, Ink.USUAL);
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i] & 0xFF).isCloseTo(first[i] & 0xFF, within(3));
        }
    }

    @Test
    void theBrushIsSoftAndThickAndADotStaysADot() {
        var dot = new Sketch();
        dot.begin(0.9, 0.9);
        byte[] pixels = dot.pixels(SIDE, SIDE, Ink.USUAL);
        int bright = 0;
        int grey = 0;
        for (byte pixel : pixels) {
            bright += (pixel & 0xFF) > 200 ? 1 : 0;
            grey += (pixel & 0xFF) > 0 && (pixel & 0xFF) <= 200 ? 1 : 0;
        }
        assertThat(bright).isBetween(1, 9);
        assertThat(grey).isBetween(1, 16);
    }

    @Test
    void whereTheDataIsDarkOnLightSoIsTheDrawing() {
        byte[] light = new byte[SIDE * SIDE];
        Arrays.fill(light, (byte) 255);
        for (int i = 4; i < 24; i++) {
            light[i * SIDE + 14] = 0;
        }
        Ink ink = Ink.of(List.of(picture(light)));
        assertThat(ink.background()).isEqualTo(255);
        var sketch = new Sketch();
        sketch.begin(0.5, 0.1);
        sketch.goOn(0.5, 0.9);
        byte[] pixels = sketch.pixels(SIDE, SIDE, ink);
        assertThat(pixels[0] & 0xFF).isEqualTo(255);
        assertThat(pixels[14 * SIDE + 14] & 0xFF).isLessThan(60);
    }

    @Test
    void withoutPicturesTheDrawingIsPlacedAsMnistIs() {
        assertThat(Ink.of(List.of())).isEqualTo(Ink.USUAL);
    }

    private static Answer.Picture picture(byte[] pixels) {
        return new Answer.Picture("image", Shape.of(ElementType.UINT8, 1, SIDE, SIDE), pixels);
    }
}
