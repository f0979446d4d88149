package io.netloom.app.runs;

import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Chart.Line;
import io.netloom.app.chart.Chart.Part;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.Chart.Stroke;
import io.netloom.app.chart.Trace;
import io.netloom.app.chart.Zoom;
import io.netloom.app.text.Texts;
import io.netloom.project.RunRecord;
import io.netloom.project.RunSettings;
import io.netloom.project.StepBlock;
import io.netloom.train.TrainEvent.EpochEnded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Several runs in one chart, by epoch, each named by the settings in which it differs from the others.
///
/// @param groups each is drawn in a colour of its own: a run, or the mean and the deviation of several
record Comparison(List<List<RunRecord>> groups, RunWords words, Texts texts, Zoom zoom,
        Scale scale) {

    /// The chart of a metric.
    Chart chart(String metric) {
        List<RunRecord> all = groups.stream().flatMap(List::stream).toList();
        zoom.reach(all.stream().flatMap(run -> run.epochs().stream()).mapToDouble(EpochEnded::epoch).max().stream()
                .boxed().map(OptionalDouble::of).findFirst().orElse(OptionalDouble.empty()));
        var lines = new ArrayList<Line>();
        for (int place = 0; place < groups.size(); place++) {
            List<RunRecord> group = groups.get(place);
            var part = new Part.Compared(place);
            String name = name(place);
            if (group.size() == 1) {
                RunRecord run = group.getFirst();
                lines.add(new Line(texts.get("runs.curve.training", name), RunCurves.training(run, metric), part,
                        Stroke.FAINT));
                lines.add(new Line(name, RunCurves.judged(run, metric), part, Stroke.DOTTED));
            } else {
                RunCurves.Band band = RunCurves.band(group, metric);
                lines.add(new Line(texts.get("runs.curve.below", name), band.below(), part, Stroke.FAINT));
                lines.add(new Line(texts.get("runs.curve.above", name), band.above(), part, Stroke.FAINT));
                lines.add(new Line(name, band.mean(), part, Stroke.DOTTED));
            }
        }
        return new Chart(words.metric(metric), texts.get("runs.chart.epochs"), lines, List.of(), List.of(),
                scale, zoom.from(), zoom.to(), 1);
    }

    /// The chart of a metric within epochs, by step: each run as it was told, its moving average in front, and what each epoch reached on the
    /// validation part where it ended.
    ///
    /// @param curves of a run
    Chart byStep(String metric, Function<RunRecord, StepCurves> curves) {
        var lines = new ArrayList<Line>();
        for (int place = 0; place < groups.size(); place++) {
            List<RunRecord> group = groups.get(place);
            var part = new Part.Compared(place);
            for (RunRecord run : group) {
                String name = group.size() == 1 ? name(place)
                        : name(place) + " · " + words.values(run, List.of(RunSettings.SEED));
                if (metric.equals(StepBlock.LEARNING_RATE)) {
                    lines.add(new Line(name, curves.apply(run).rough(metric), part, Stroke.PLAIN));
                } else {
                    lines.add(new Line(texts.get("runs.curve.each", name), curves.apply(run).rough(metric), part,
                            Stroke.FAINT));
                    lines.add(new Line(name, curves.apply(run).smooth(metric), part, Stroke.PLAIN));
                    Trace validation = RunCurves.validationByStep(run, metric);
                    if (!validation.isEmpty()) {
                        lines.add(new Line(texts.get("runs.curve.validation", name), validation, part, Stroke.BROKEN));
                    }
                }
            }
        }
        zoom.reach(lines.stream().map(line -> line.trace().lastX()).filter(OptionalDouble::isPresent)
                .max(Comparator.comparingDouble(OptionalDouble::getAsDouble)).orElse(OptionalDouble.empty()));
        return new Chart(words.metric(metric), texts.get("runs.chart.steps"), lines, List.of(), List.of(),
                scale, zoom.from(), zoom.to(), 1);
    }

    /// What tells a group from the others: its time, or how many seeds there are, and its settings.
    String name(int place) {
        List<RunRecord> group = groups.get(place);
        List<String> names = RunSettings
                .differing(groups.stream().map(List::getFirst).map(RunRecord::settings).toList())
                .stream().filter(name -> group.size() == 1 || !name.equals(RunSettings.SEED)).toList();
        String settings = words.values(group.getFirst(), names);
        String who = group.size() == 1 ? words.time(group.getFirst())
                : texts.get("runs.seeds", group.size(), words.time(group.getFirst()));
        return settings.isEmpty() ? who : who + " · " + settings;
    }
}
