package io.netloom.app.chart;

import io.netloom.app.chart.Chart.Part.Learning;
import java.awt.Color;
import java.util.List;

/// The colours of a chart, each as 0xRRGGBB.
///
/// @param background of the whole
/// @param text of numbers and names
/// @param grid of the lines behind the curves
/// @param training of what the network learns from
/// @param validation of what it is judged by
/// @param level of values to compare with
/// @param compared of runs that are compared, the first run's first; after the last one they begin again
public record Colours(int background, int text, int grid, int training, int validation, int level,
        List<Integer> compared) {
    /// How many runs can be told from each other.
    public static final int COMPARED = 8;
    private static final int FAINT = 0x50;

    /// For paper, and for files that are to be printed.
    public static final Colours PAPER = new Colours(0xffffff, 0x57606a, 0xd8dee4, 0x0969da, 0xbc4c00, 0x7d5a00,
            List.of(0x0969da, 0xbc4c00, 0x1a7f37, 0x8250df, 0xbf3989, 0x0b7a75, 0x7d5a00, 0x57606a));

    public Colours {
        compared = List.copyOf(compared);
    }

    Color of(Chart.Line line) {
        int rgb = switch (line.part()) {
            case Learning.TRAINING -> training;
            case Learning.VALIDATION -> validation;
            case Chart.Part.Compared(int place) -> compared.get(place % compared.size());
        };
        return switch (line.stroke()) {
            case PLAIN, DOTTED, BROKEN -> new Color(rgb);
            case FAINT -> new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, FAINT);
        };
    }
}
