package io.netloom.bench;

import io.netloom.engine.MatrixPeak;
import io.netloom.layer.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Trains the same network by Netloom, in `FLOAT32` and in `BFLOAT16`, and by its rivals, in turn, lap by lap.
public final class Bench {
    private static final double LAP_MILLIS = 500;
    private static final int FEWEST_STEPS = 3;
    private static final int WARM_UPS = 2;

    /// What Netloom itself is called where its heavy operators compute in 16 bits.
    public static final String BFLOAT16 = "bfloat16";

    private final List<Rival> rivals;
    private final int repeats;
    private final int threads;
    private final Consumer<String> progress;
    private final BooleanSupplier stop;
    private final Map<Integer, Double> peaks = new HashMap<>();

    /// @param rivals who else trains
    /// @param repeats laps that count, at least 1
    /// @param threads on which everybody works, at least 1; where Netloom gives a small network one thread, the others work
    ///     on one as well
    /// @param progress is told what is going on
    /// @param stop is asked before each lap
    public Bench(List<Rival> rivals, int repeats, int threads, Consumer<String> progress, BooleanSupplier stop) {
        this.rivals = List.copyOf(rivals);
        this.repeats = repeats;
        this.threads = threads;
        this.progress = progress;
        this.stop = stop;
    }

    /// Measures a network; empty if it was stopped.
    public Optional<Comparison> compare(Course course) {
        var data = new Noise(course, Contest.SEED);
        var field = new LinkedHashMap<String, Contender>();
        var missing = new ArrayList<String>();
        try {
            var netloom = new NetloomContender(course, data, Precision.FLOAT32, threads);
            field.put("netloom", netloom);
            field.put(BFLOAT16, new NetloomContender(course, data, Precision.BFLOAT16, netloom.threads()));
            var contest = new Contest(course, data.inputBatches(), data.targetBatches(), netloom.threads());
            for (Rival rival : rivals) {
                progress.accept(course.name() + ": " + rival.name() + " gets ready");
                rival.enter(contest).ifPresentOrElse(contender -> field.put(rival.name(), contender),
                        () -> missing.add(rival.name() + " is missing: it needs " + rival.needs() + "."));
            }
            return laps(course, field)
                    .map(laps -> new Comparison(course, netloom.threads(), laps.remove("netloom"), laps,
                            missing,
                            peaks.computeIfAbsent(netloom.threads(), MatrixPeak::flopsPerSecond)));
        } finally {
            field.values().forEach(Contender::close);
        }
    }

    private Optional<Map<String, List<Lap>>> laps(Course course, Map<String, Contender> field) {
        var laps = new HashMap<String, List<Lap>>();
        field.keySet().forEach(name -> laps.put(name, new ArrayList<>()));
        int steps = FEWEST_STEPS;
        for (int lap = -WARM_UPS; lap < repeats; lap++) {
            for (var entry : field.entrySet()) {
                if (stop.getAsBoolean()) {
                    return Optional.empty();
                }
                progress.accept(course.name() + ": " + entry.getKey()
                        + (lap < 0 ? " warms up" : ", lap " + (lap + 1) + " of " + repeats));
                Lap run = entry.getValue().run(steps);
                if (lap >= 0) {
                    laps.get(entry.getKey()).add(run);
                } else if (entry.getKey().equals("netloom")) {
                    steps = Math.max(FEWEST_STEPS, (int) (LAP_MILLIS / run.millis()));
                }
            }
        }
        return Optional.of(laps);
    }
}
