package io.netloom.app.training.chart;

import java.awt.Color;

/// The colours of a chart, each as 0xRRGGBB.
///
/// @param background of the whole
/// @param text of numbers and names
/// @param grid of the lines behind the curves
/// @param training of what the network learns from
/// @param validation of what it is judged by
/// @param level of values to compare with
public record Colours(int background, int text, int grid, int training, int validation, int level) {
    private static final int FAINT = 0x50;

    /// For paper, and for files that are to be printed.
    public static final Colours PAPER = new Colours(0xffffff, 0x57606a, 0xd8dee4, 0x0969da, 0xbc4c00, 0x7d5a00);

    Color of(Chart.Line line) {
        int rgb = switch (line.part()) {
            case TRAINING -> training;
            case VALIDATION -> validation;
        };
        return switch (line.stroke()) {
            case PLAIN, DOTTED -> new Color(rgb);
            case FAINT -> new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, FAINT);
        };
    }
}
