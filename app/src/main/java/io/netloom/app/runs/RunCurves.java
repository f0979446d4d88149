package io.netloom.app.runs;

import io.netloom.app.chart.Trace;
import io.netloom.project.RunRecord;
import io.netloom.project.RunSettings;
import io.netloom.train.Metrics;
import io.netloom.train.TrainEvent.EpochEnded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/// Metrics of runs by epoch.
final class RunCurves {
    private RunCurves() {}

    /// A mean over runs, and how far most of them lie from it.
    ///
    /// @param mean of all runs that have come so far
    /// @param below the mean less one standard deviation
    /// @param above the mean and one standard deviation
    record Band(Trace mean, Trace below, Trace above) {}

    /// The metric that says most of how well the networks do, besides the loss; nothing where no run tells of one.
    static Optional<String> headline(List<RunRecord> runs) {
        List<String> known = runs.stream().flatMap(run -> run.epochs().stream().limit(1))
                .flatMap(epoch -> epoch.train().values().keySet().stream()).distinct().toList();
        return Metrics.headline(known);
    }

    /// What the network is judged by at the end of an epoch: the validation part, where there is one.
    static OptionalDouble judged(EpochEnded epoch, String metric) {
        return value(epoch.validation().orElse(epoch.train()), metric);
    }

    static OptionalDouble value(Metrics metrics, String metric) {
        Double value = metrics.values().get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// A metric of a run while it learnt.
    static Trace training(RunRecord run, String metric) {
        return trace(run, epoch -> value(epoch.train(), metric));
    }

    /// A metric of a run on its validation part.
    static Trace judged(RunRecord run, String metric) {
        return trace(run, epoch -> judged(epoch, metric));
    }

    /// A metric of a run on its validation part, at the step at which each epoch ended; empty where it has none.
    static Trace validationByStep(RunRecord run, String metric) {
        var trace = new Trace();
        run.stepsPerEpoch().ifPresent(steps -> run.epochs().forEach(epoch -> epoch.validation()
                .map(metrics -> value(metrics, metric)).orElse(OptionalDouble.empty())
                .ifPresent(value -> trace.add((double) epoch.epoch() * steps, value))));
        return trace;
    }

    private static Trace trace(RunRecord run, Function<EpochEnded, OptionalDouble> what) {
        var trace = new Trace();
        run.epochs().forEach(epoch -> what.apply(epoch).ifPresent(value -> trace.add(epoch.epoch(), value)));
        return trace;
    }

    /// The runs that differ in nothing but the seed, together, in the order of the first of each.
    static List<List<RunRecord>> bySettings(List<RunRecord> runs) {
        var groups = new LinkedHashMap<Map<String, String>, List<RunRecord>>();
        for (RunRecord run : runs) {
            var settings = new LinkedHashMap<>(run.settings());
            settings.remove(RunSettings.SEED);
            groups.computeIfAbsent(settings, _ -> new ArrayList<>()).add(run);
        }
        return List.copyOf(groups.values());
    }

    /// The mean of a metric over runs, and the standard deviation of a sample (one less than there are runs below the line) around it,
    /// at each epoch that two runs or more have reached.
    static Band band(List<RunRecord> runs, String metric) {
        var values = new TreeMap<Integer, List<Double>>();
        runs.forEach(run -> run.epochs().forEach(epoch -> judged(epoch, metric).ifPresent(
                value -> values.computeIfAbsent(epoch.epoch(), _ -> new ArrayList<>()).add(value))));
        var band = new Band(new Trace(), new Trace(), new Trace());
        values.forEach((epoch, all) -> {
            if (all.size() > 1) {
                double mean = mean(all);
                double deviation = deviation(all);
                band.mean().add(epoch, mean);
                band.below().add(epoch, mean - deviation);
                band.above().add(epoch, mean + deviation);
            }
        });
        return band;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    static double deviation(List<Double> values) {
        double mean = mean(values);
        return Math.sqrt(values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
                / (values.size() - 1));
    }
}
