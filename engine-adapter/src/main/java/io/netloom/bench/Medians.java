package io.netloom.bench;

import java.util.List;

/// The middle of several measurements, which an interruption of one does not move.
final class Medians {
    private Medians() {}

    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static double millis(List<Lap> laps) {
        return of(laps.stream().map(Lap::millis).toList());
    }
}
