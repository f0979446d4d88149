package io.netloom.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.chart.Chart.Line;
import io.netloom.app.chart.Chart.Part;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.Chart.Stroke;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPainterTest {
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;
    private static final Colours COLOURS = new Colours(0xffffff, 0, 0xdddddd, RED, BLUE, 0x888888,
            Collections.nCopies(Colours.COMPARED, 0x00ff00));

    private static long pixels(int colour, Line... lines) {
        var chart = new Chart("loss", "step", List.of(lines), List.of(), List.of(), Scale.LINEAR, 0, 10, 1);
        return Arrays.stream(ChartPainter.paint(chart, COLOURS, 300, 200, 1).pixels())
                .filter(pixel -> isLike(pixel, colour)).count();
    }

    /// Faint curves and the edges of others are paler; axes and grid are grey.
    private static boolean isLike(int pixel, int colour) {
        int red = pixel >> 16 & 0xff;
        int blue = pixel & 0xff;
        return colour == RED ? red > blue + 30 : blue > red + 30;
    }

    private static Line line(Part part, Stroke stroke, double... values) {
        var trace = new Trace();
        for (int i = 0; i < values.length; i++) {
            trace.add(10.0 * (i + 1) / values.length, values[i]);
        }
        return new Line("loss", trace, part, stroke);
    }

    @ParameterizedTest
    @EnumSource(Stroke.class)
    void aCurveOfASinglePointIsSeen(Stroke stroke) {
        assertThat(pixels(RED, line(Part.TRAINING, stroke, 0.5))).isPositive();
    }

    @Test
    void curvesOfOneNameAreAllDrawn() {
        Line first = line(Part.TRAINING, Stroke.PLAIN, 1, 1, 1);
        Line second = line(Part.VALIDATION, Stroke.PLAIN, 0.5, 0.5, 0.5);
        assertThat(pixels(RED, first, second)).isPositive();
        assertThat(pixels(BLUE, first, second)).isPositive();
    }

    @Test
    void aBrokenCurveHasGaps() {
        double[] values = new double[100];
        Arrays.fill(values, 0.5);
        assertThat(pixels(RED, line(Part.TRAINING, Stroke.BROKEN, values)))
                .isLessThan(pixels(RED, line(Part.TRAINING, Stroke.PLAIN, values)) * 9 / 10).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0.02, 1.2, 8, '0.02, 0.05, 0.1, 0.2, 0.5, 1'",
            "1e-7, 20, 10, '1E-7, 0.000001, 0.00001, 0.0001, 0.001, 0.01, 0.1, 1, 1E+1'",
            "0.55, 0.95, 5, '0.6, 0.7, 0.8, 0.9'", "0.03, 4, 3, '0.1, 1'", "1e-30, 1, 4, '1E-24, 1E-16, 1E-8, 1'"})
    void aLogarithmicAxisNamesRoundNumbers(double low, double high, double most, String names) {
        assertThat(DecadeAxis.values(low, high, most).stream().map(value -> value.stripTrailingZeros().toString())
                .collect(Collectors.joining(", "))).isEqualTo(names);
    }
}
