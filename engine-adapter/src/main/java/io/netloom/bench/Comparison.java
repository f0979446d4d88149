package io.netloom.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What came out for one network.
///
/// @param course the network
/// @param threads on which everybody worked
/// @param netloom Netloom's laps
/// @param rivals the laps of each rival that was there
/// @param missing a sentence for each rival that was not
/// @param peak floating point operations a second that the machine can do on so many threads
public record Comparison(Course course, int threads, List<Lap> netloom, Map<String, List<Lap>> rivals,
        List<String> missing, double peak) {
    public Comparison {
        netloom = List.copyOf(netloom);
        rivals = Map.copyOf(rivals);
        missing = List.copyOf(missing);
    }

    /// Milliseconds a step, the median of the laps.
    public double netloomMillis() {
        return Medians.millis(netloom);
    }

    /// Milliseconds a step of a rival; empty where it was not there.
    public OptionalDouble millis(String rival) {
        return rivals.containsKey(rival) ? OptionalDouble.of(Medians.millis(rivals.get(rival)))
                : OptionalDouble.empty();
    }

    /// A rival's time ÷ Netloom's: above 1 Netloom is faster.
    public OptionalDouble ratio(String rival) {
        OptionalDouble millis = millis(rival);
        return millis.isPresent() ? OptionalDouble.of(millis.getAsDouble() / netloomMillis()) : millis;
    }

    /// The last loss of a rival; empty where it was not there.
    public OptionalDouble loss(String rival) {
        return rivals.containsKey(rival) ? OptionalDouble.of(rivals.get(rival).getLast().loss())
                : OptionalDouble.empty();
    }

    /// Floating point operations a second that Netloom does.
    public double flopsPerSecond() {
        return course.flopsPerStep() / (netloomMillis() / 1e3);
    }

    /// Share of the machine's peak.
    public double peakShare() {
        return flopsPerSecond() / peak;
    }
}
