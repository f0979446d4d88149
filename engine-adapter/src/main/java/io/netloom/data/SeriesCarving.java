package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Windows of a series, of which the last are cut off. Borders lie between rows. A window may look back over a border, but what it
/// forecasts lies wholly on one side; windows whose forecast reaches over a border are in no part.
final class SeriesCarving implements Carving {
    private final Timeline timeline;
    private final int[] free;
    /// Of all rows up to the last forecast of a free window, rising.
    private final double[] times;
    private int left;

    SeriesCarving(Timeline timeline, int[] free) {
        this.timeline = timeline;
        this.free = free;
        double last = Arrays.stream(free).mapToDouble(timeline::last).max().orElse(Double.NEGATIVE_INFINITY);
        double[] all = timeline.rowTimes();
        times = Arrays.copyOf(all, place(all, Math.nextUp(last)));
        left = times.length;
    }

    /// How many times lie before another.
    private static int place(double[] times, double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int[] cut(double fraction) {
        if (left < 2) {
            return new int[0];
        }
        int count = Math.clamp(Math.round(fraction * times.length), 1, left - 1);
        // Rows of one time, in several series, stay together.
        int border = place(times, times[left - count]);
        int[] part = part(border, left);
        if (part.length == 0) {
            throw new BadInput(Sentence.of("input.short-part",
                    "A part of {0,number,0} rows, which is kept back for validation or test, holds no whole"
                            + " forecast. Keep a larger share, or take a shorter horizon.",
                    left - border));
        }
        left = border;
        return part;
    }

    /// The windows whose forecast lies in these rows.
    private int[] part(int from, int to) {
        double begin = from == 0 ? Double.NEGATIVE_INFINITY : times[from];
        double end = to == times.length ? Double.POSITIVE_INFINITY : times[to];
        return Arrays.stream(free).filter(e -> timeline.first(e) >= begin && timeline.last(e) < end).toArray();
    }

    @Override
    public int[] rest() {
        int[] rest = part(0, left);
        if (rest.length == 0) {
            Windows windows = timeline.windows();
            throw new BadInput(Sentence.of("input.short-rest",
                    "The {0,number,0} rows that are left to learn from hold no window of {1,number,0} with a"
                            + " horizon of {2,number,0}. Take shorter windows, keep less back for validation and test, or"
                            + " add rows.",
                    left, windows.length(), windows.horizon()));
        }
        return rest;
    }

    @Override
    public List<int[]> deal(int parts) {
        double first = Arrays.stream(free).mapToDouble(timeline::first).min().orElse(0);
        int begin = place(times, first);
        return IntStream.range(0, parts).mapToObj(p -> part(border(begin, p, parts), border(begin, p + 1, parts)))
                .toList();
    }

    private int border(int begin, int part, int parts) {
        int row = begin + (int) ((long) (left - begin) * part / parts);
        return row >= times.length ? times.length : place(times, times[row]);
    }

    @Override
    public List<Sentence> warnings() {
        return List.of();
    }
}
