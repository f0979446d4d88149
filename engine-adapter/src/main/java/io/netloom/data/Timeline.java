package io.netloom.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When the examples of a [Series] are, and what a forecast by the past alone would be.
public final class Timeline {
    private final Series series;
    private final SeriesRows rows;
    private final int[] ends;
    private final List<Integer> answersBegin;

    Timeline(Series series, SeriesRows rows, int[] ends, List<Integer> answersBegin) {
        this.series = series;
        this.rows = rows;
        this.ends = ends;
        this.answersBegin = List.copyOf(answersBegin);
    }

    /// A forecast that repeats the past.
    ///
    /// @param name such as `last value` or `a week before`
    /// @param rows after which it repeats
    public record Repeat(String name, int rows) {}

    /// The column of times.
    public String column() {
        return series.time();
    }

    /// The column that tells several series apart.
    public Optional<String> group() {
        return series.group();
    }

    /// What is forecast, in a fixed order.
    public List<String> targets() {
        return List.copyOf(series.targets().keySet());
    }

    /// The columns that a target forecasts.
    public List<String> columns(int target) {
        return List.copyOf(series.targets().values()).get(target).columns();
    }

    /// Steps that are forecast.
    public int horizon() {
        return series.windows().horizon();
    }

    /// Which of several series an example is of; empty where there is only one.
    public String groupOf(int example) {
        return rows.groups().get(rows.groupOf(ends[example]));
    }

    /// The time of a step behind an example's window as it is written: a date, a moment or a number. Behind the end of the file
    /// times go on at their usual distance.
    ///
    /// @param step from 1; 0 is the last row of the window
    public String time(int example, int step) {
        return rows.cadence().text(at(ends[example], step));
    }

    private double at(int end, int step) {
        int last = rows.begins().get(rows.groupOf(end) + 1) - 1;
        return end + step <= last ? rows.times()[end + step]
                : rows.cadence().after(rows.times()[last], end + step - last);
    }

    /// The forecasts by repetition that make sense here: the last value, and the cycles of the calendar.
    public List<Repeat> repeats() {
        return Stream.concat(Stream.of(new Repeat("last value", 1)),
                rows.cadence().cycles().stream().map(c -> new Repeat(c.name() + " before", c.steps()))).toList();
    }

    /// What repetition forecasts for an example, in the order of the target's numbers; empty where the series does not reach far enough
    /// back. Instead of a missing value it repeats the one before that.
    public Optional<float[]> repeated(Repeat rule, int example, int target) {
        int end = ends[example];
        int from = rows.begins().get(rows.groupOf(end));
        int horizon = horizon();
        float[] numbers = new float[columns(target).size() * horizon];
        for (int step = 1; step <= horizon; step++) {
            int row = end + step - rule.rows() * Math.ceilDiv(step, rule.rows());
            for (int c = 0; c * horizon < numbers.length; c++) {
                float number = known(row, from, rule.rows(), answersBegin.get(target) + c);
                if (Float.isNaN(number)) {
                    return Optional.empty();
                }
                numbers[c * horizon + step - 1] = number;
            }
        }
        return Optional.of(numbers);
    }

    /// The value of a row, or where it is missing of an earlier one; NaN where there is none.
    private float known(int row, int from, int back, int column) {
        for (int at = row; at >= from; at -= back) {
            float number = rows.answers().get(at, column);
            if (!Float.isNaN(number)) {
                return number;
            }
        }
        return Float.NaN;
    }

    /// The times of all rows, rising.
    double[] rowTimes() {
        double[] times = rows.times();
        if (rows.groups().size() > 1) {
            times = times.clone();
            Arrays.sort(times);
        }
        return times;
    }

    /// When what an example forecasts begins.
    double first(int example) {
        return at(ends[example], 1);
    }

    /// When what an example forecasts ends.
    double last(int example) {
        return at(ends[example], horizon());
    }

    Windows windows() {
        return series.windows();
    }
}
