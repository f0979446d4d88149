package io.netloom.app.chart;

import java.util.Arrays;

/// Points of a curve from left to right.
public final class Points {
    private final double[] x;
    private final double[] y;

    private Points(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// How many there are.
    public int size() {
        return x.length;
    }

    /// Where a point lies.
    public double x(int point) {
        return x[point];
    }

    /// The value of a point.
    public double y(int point) {
        return y[point];
    }

    /// Both in rows, as JFreeChart has them. Where only what is above 0 can be shown, all else is left out.
    double[][] rows(boolean aboveZero) {
        if (!aboveZero) {
            return new double[][] {x, y};
        }
        var above = new Builder(x.length);
        for (int i = 0; i < x.length; i++) {
            if (y[i] > 0) {
                above.add(x[i], y[i]);
            }
        }
        Points rest = above.build();
        return new double[][] {rest.x, rest.y};
    }

    /// Takes points one after the other; one that repeats the last is left out.
    static final class Builder {
        private double[] x;
        private double[] y;
        private int size;

        Builder(int room) {
            x = new double[Math.max(1, room)];
            y = new double[Math.max(1, room)];
        }

        Builder add(double newX, double newY) {
            if (size > 0 && x[size - 1] == newX && y[size - 1] == newY) {
                return this;
            }
            if (size == x.length) {
                x = Arrays.copyOf(x, 2 * size);
                y = Arrays.copyOf(y, 2 * size);
            }
            x[size] = newX;
            y[size++] = newY;
            return this;
        }

        Points build() {
            return new Points(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
        }
    }
}
