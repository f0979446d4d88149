package io.netloom.app.chart;

import java.util.Arrays;
import java.util.OptionalDouble;

/// A curve to which points are added from left to right, in bounded memory: when it is full, neighbours are joined, and of what
/// is joined the lowest and the highest point are kept. Whatever it gives are points that were added. Several threads may use it.
public final class Trace {
    private static final int FIRST_ROOM = 64;
    /// Joined points that are kept at most: sixteen a pixel of a large window's width before one looks closer.
    static final int MOST = 16_384;

    private double[] lowX = new double[FIRST_ROOM];
    private double[] low = new double[FIRST_ROOM];
    private double[] highX = new double[FIRST_ROOM];
    private double[] high = new double[FIRST_ROOM];
    private int size;
    /// Points that are joined in each place.
    private long stride = 1;
    private long inLast;
    private double lastX = Double.NEGATIVE_INFINITY;
    private double last = Double.NaN;

    /// An empty curve.
    public Trace() {}

    /// Adds a point at the right. One without a finite value is left out.
    ///
    /// @throws IllegalArgumentException if it lies to the left of the last one
    public synchronized void add(double x, double y) {
        if (!Double.isFinite(x) || x < lastX) {
            throw new IllegalArgumentException(x + " after " + lastX);
        }
        if (!Double.isFinite(y)) {
            return;
        }
        lastX = x;
        last = y;
        if (inLast == stride || size == 0) {
            open();
            lowX[size - 1] = x;
            low[size - 1] = y;
            highX[size - 1] = x;
            high[size - 1] = y;
            inLast = 1;
        } else {
            inLast++;
            if (y < low[size - 1]) {
                lowX[size - 1] = x;
                low[size - 1] = y;
            }
            if (y > high[size - 1]) {
                highX[size - 1] = x;
                high[size - 1] = y;
            }
        }
    }

    private void open() {
        if (size == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                join(2 * i, 2 * i + 1, i);
            }
            size = MOST / 2;
            stride *= 2;
        } else if (size == low.length) {
            int room = Math.min(MOST, 2 * size);
            lowX = Arrays.copyOf(lowX, room);
            low = Arrays.copyOf(low, room);
            highX = Arrays.copyOf(highX, room);
            high = Arrays.copyOf(high, room);
        }
        size++;
    }

    private void join(int left, int right, int into) {
        int lower = low[right] < low[left] ? right : left;
        int higher = high[right] > high[left] ? right : left;
        double x = lowX[lower];
        double y = low[lower];
        highX[into] = highX[higher];
        high[into] = high[higher];
        lowX[into] = x;
        low[into] = y;
    }

    /// Points that are kept; it tells how much memory is in use.
    synchronized int size() {
        return size;
    }

    /// Whether nothing was added yet.
    public synchronized boolean isEmpty() {
        return size == 0;
    }

    /// Where the last point lies; nothing while there is none.
    public synchronized OptionalDouble lastX() {
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(lastX);
    }

    /// The value of the last point; nothing while there is none.
    public synchronized OptionalDouble last() {
        return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(last);
    }

    /// The value of the point nearest to a place; nothing while there is none.
    public synchronized OptionalDouble near(double x) {
        if (size == 0) {
            return OptionalDouble.empty();
        }
        int at = Math.min(size - 1, first(x));
        double best = last;
        double distance = Math.abs(lastX - x);
        for (int i = Math.max(0, at - 1); i <= Math.min(size - 1, at + 1); i++) {
            if (Math.abs(lowX[i] - x) < distance) {
                distance = Math.abs(lowX[i] - x);
                best = low[i];
            }
            if (Math.abs(highX[i] - x) < distance) {
                distance = Math.abs(highX[i] - x);
                best = high[i];
            }
        }
        return OptionalDouble.of(best);
    }

    /// What can be seen of it between two places, with a neighbour on either side: at most two points in each of so many columns,
    /// the lowest and the highest, from left to right, and the last point.
    public synchronized Points between(double from, double to, int columns) {
        var points = new Points.Builder(2 * (columns + 4));
        int begin = Math.max(0, first(from) - 1);
        double width = Math.max(Double.MIN_NORMAL, (to - from) / columns);
        int i = begin;
        while (i < size) {
            boolean behind = Math.min(lowX[i], highX[i]) > to;
            long column = column(i, from, width);
            int lowest = i;
            int highest = i;
            int next = i + 1;
            while (!behind && next < size && column(next, from, width) == column) {
                lowest = low[next] < low[lowest] ? next : lowest;
                highest = high[next] > high[highest] ? next : highest;
                next++;
            }
            if (lowX[lowest] <= highX[highest]) {
                points.add(lowX[lowest], low[lowest]).add(highX[highest], high[highest]);
            } else {
                points.add(highX[highest], high[highest]).add(lowX[lowest], low[lowest]);
            }
            if (behind) {
                break;
            }
            i = next;
        }
        if (i >= size && size > 0) {
            points.add(lastX, last);
        }
        return points.build();
    }

    private long column(int i, double from, double width) {
        return (long) Math.floor((Math.min(lowX[i], highX[i]) - from) / width);
    }

    /// The first place whose points do not all lie to the left of `x`.
    private int first(double x) {
        int left = 0;
        int right = size;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (Math.max(lowX[middle], highX[middle]) < x) {
                left = middle + 1;
            } else {
                right = middle;
            }
        }
        return left;
    }
}
