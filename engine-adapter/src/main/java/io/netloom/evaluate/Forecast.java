package io.netloom.evaluate;

import io.netloom.data.Dataset;
import io.netloom.data.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What comes after the end of a series, as a network sees it, beside what was.
///
/// @param group which of several series it is the end of; empty where there is only one
/// @param lines one a column that is forecast
public record Forecast(Optional<String> group, List<Line> lines) {
    private static final int PAST = 60;

    public Forecast {
        lines = List.copyOf(lines);
    }

    /// A column.
    ///
    /// @param past what is known, in the order of time; it ends with the series
    /// @param ahead what is forecast
    public record Line(String column, List<Point> past, List<Point> ahead) {
        public Line {
            past = List.copyOf(past);
            ahead = List.copyOf(ahead);
        }
    }

    /// A value at a time, which is written as the series writes it.
    public record Point(String time, float value) {}

    /// Forecasts what lies behind the last row.
    ///
    /// @param open the series without its targets, so that its last window ends with it
    /// @param known the series with its targets
    public static Forecast of(OpenModel model, Dataset open, Dataset known) {
        int last = open.size() - 1;
        Timeline timeline = open.timeline().orElseThrow();
        Optional<String> group = timeline.group().map(_ -> timeline.groupOf(last));
        List<Answer> answers = model.answer(open, last);
        List<Line> lines = new ArrayList<>();
        for (Answer answer : answers) {
            List<Float> values = ((Answer.Numbers) answer).values();
            int target = Math.max(0, timeline.targets().indexOf(answer.output()));
            List<String> columns = timeline.columns(target);
            for (int c = 0; c < columns.size(); c++) {
                List<Point> ahead = new ArrayList<>();
                for (int step = 1; step <= timeline.horizon(); step++) {
                    ahead.add(new Point(timeline.time(last, step), values.get(c * timeline.horizon() + step - 1)));
                }
                lines.add(new Line(columns.get(c), past(known, group, target, c), ahead));
            }
        }
        return new Forecast(group, lines);
    }

    /// The last rows, from the windows that are judged by them.
    private static List<Point> past(Dataset known, Optional<String> group, int target, int column) {
        Timeline timeline = known.timeline().orElseThrow();
        int horizon = timeline.horizon();
        Deque<Point> past = new ArrayDeque<>();
        for (int example = known.size() - 1; example >= 0 && past.size() < PAST; example--) {
            if (group.isPresent() && !group.get().equals(timeline.groupOf(example))) {
                continue;
            }
            float[] values = known.numbersOf(example, target);
            for (int step = horizon; step >= 1; step--) {
                String time = timeline.time(example, step);
                // Windows overlap: of those that reach a row, the latest has said it.
                if (past.isEmpty() || isNew(past, time, horizon)) {
                    past.addFirst(new Point(time, values[column * horizon + step - 1]));
                }
            }
        }
        return List.copyOf(past);
    }

    private static boolean isNew(Deque<Point> past, String time, int horizon) {
        return past.stream().limit(horizon).noneMatch(point -> point.time().equals(time));
    }
}
