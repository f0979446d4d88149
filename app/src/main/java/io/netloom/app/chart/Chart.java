package io.netloom.app.chart;

import java.util.List;

/// What a chart shows.
///
/// @param title what the values are
/// @param across what the axis from left to right counts
/// @param lines the first is drawn first
/// @param levels values to compare with, as dotted lines
/// @param marks places that matter, as lines from top to bottom
/// @param scale how values are spread from bottom to top
/// @param from the left end
/// @param to the right end, above `from`
/// @param axis what the axis from left to right says of a place
public record Chart(String title, String across, List<Line> lines, List<Level> levels, List<Mark> marks, Scale scale,
        double from, double to, Axis axis) {
    public Chart {
        lines = List.copyOf(lines);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    /// A chart that counts from left to right.
    ///
    /// @param unit what the axis counts by: a place divided by it is what it says
    public Chart(String title, String across, List<Line> lines, List<Level> levels, List<Mark> marks, Scale scale,
            double from, double to, double unit) {
        this(title, across, lines, levels, marks, scale, from, to, new Axis.Count(unit));
    }

    /// What the axis from left to right says of a place.
    public sealed interface Axis {
        /// What it says of a place.
        double said(double x);

        /// The place of which it says so.
        double x(double said);

        /// Whole numbers.
        ///
        /// @param unit what it counts by, above 0
        record Count(double unit) implements Axis {
            @Override
            public double said(double x) {
                return x / unit;
            }

            @Override
            public double x(double said) {
                return said * unit;
            }
        }

        /// Powers of ten: one to the right is ten times as much.
        ///
        /// @param lowest what it says of 0, a power of ten
        record Powers(double lowest) implements Axis {
            @Override
            public double said(double x) {
                return lowest * Math.pow(10, x);
            }

            @Override
            public double x(double said) {
                return Math.log10(said / lowest);
            }
        }
    }

    /// Whose curve it is; the look follows from it.
    public sealed interface Part {
        /// What the network learns from.
        Part TRAINING = Learning.TRAINING;
        /// What it is judged by while it learns.
        Part VALIDATION = Learning.VALIDATION;

        /// A part of the data of the run that is shown.
        enum Learning implements Part {
            /// What the network learns from.
            TRAINING,
            /// What it is judged by while it learns.
            VALIDATION
        }

        /// One of several runs that are compared.
        ///
        /// @param place among them, from 0
        record Compared(int place) implements Part {}
    }

    /// How a curve is drawn.
    public enum Stroke {
        /// A plain line.
        PLAIN,
        /// A line with a dot at each point, while there are few.
        DOTTED,
        /// The same, but broken, beside a plain line of its colour.
        BROKEN,
        /// Faint, behind its smooth twin.
        FAINT
    }

    /// How values are spread.
    public enum Scale {
        /// Evenly.
        LINEAR,
        /// By their logarithm; only values above 0 can be seen.
        LOGARITHMIC
    }

    /// A curve.
    ///
    /// @param name for the legend and the file
    public record Line(String name, Trace trace, Part part, Stroke stroke) {}

    /// A value to compare with.
    ///
    /// @param name stands beside it
    public record Level(String name, double value) {}

    /// A place that matters.
    ///
    /// @param name stands beside it
    public record Mark(String name, double x) {}

    /// Whether there is nothing to be drawn yet.
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.trace().isEmpty());
    }

    /// The same between other ends.
    public Chart between(double newFrom, double newTo) {
        return new Chart(title, across, lines, levels, marks, scale, newFrom, newTo, axis);
    }
}
