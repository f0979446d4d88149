package io.netloom.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Which part of a training is looked at; several charts share it. While nobody looks closer it is all of it, which grows.
public final class Zoom {
    private static final double CLOSEST = 2;

    private final List<Runnable> listeners = new ArrayList<>();
    private double end = 1;
    private double from;
    private double to = 1;
    private boolean whole = true;

    /// All of it.
    public Zoom() {}

    /// Calls this after another part is looked at.
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /// The left end.
    public double from() {
        return whole ? 0 : from;
    }

    /// The right end.
    public double to() {
        return whole ? end : to;
    }

    /// Whether all of it can be seen.
    public boolean isWhole() {
        return whole;
    }

    /// Says how far the training has come; that alone tells nobody.
    public void reach(OptionalDouble newEnd) {
        end = Math.max(1, newEnd.orElse(1));
        if (!whole && (from >= end || to > end)) {
            place(from - Math.max(0, to - end), to - from);
        }
    }

    /// Looks closer, or from further away, so that what lies at `x` stays where it is.
    ///
    /// @param factor above 1 to look closer
    public void by(double factor, double x) {
        double width = Math.max(Math.min(CLOSEST, end), (to() - from()) / factor);
        double share = to() > from() ? (x - from()) / (to() - from()) : 0.5;
        place(x - share * width, width);
        tell();
    }

    /// Moves along.
    public void move(double distance) {
        if (!whole) {
            place(from + distance, to - from);
            tell();
        }
    }

    /// Looks at all of it again.
    public void reset() {
        whole = true;
        tell();
    }

    private void place(double wanted, double width) {
        if (width >= end) {
            whole = true;
            return;
        }
        whole = false;
        from = Math.clamp(wanted, 0, end - width);
        to = from + width;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
