package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.compile.Learning;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.data.Dataset;
import io.netloom.data.Feature;
import io.netloom.data.Fractions;
import io.netloom.data.Series;
import io.netloom.data.TargetColumn;
import io.netloom.data.Timeline;
import io.netloom.data.Windows;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network for forecasts: gated recurrent units read the window, and what they make of it is added to the last value that is known. So
/// it need only learn the change, and is hardly ever worse than "tomorrow as today".
final class Forecaster {
    private static final int UNITS = 32;
    private static final String DROPOUT = "0.2";
    private static final int BATCH_SIZE = 32;
    private static final int STEPS_WORTH_TAKING = 2_000;
    private static final double RATE = 2e-3;
    private static final double FLOOR = 0.01;
    private static final double DECAY = 0.05;
    private static final Fractions FRACTIONS = new Fractions(0.15, 0.2);
    /// As far as an Upsample reaches.
    private static final int LONGEST_REPETITION = 64;

    private Forecaster() {}

    /// @param remarks sentences on what was done with columns
    static Proposal propose(Series series, Dataset data, List<Sentence> remarks) {
        Windows windows = series.windows();
        var drawing = new Sketch();
        List<String> ends = new ArrayList<>();
        for (var input : series.inputs().entrySet()) {
            int width = input.getValue().stream().mapToInt(Feature::width).sum();
            drawing.begin(input.getKey(), "Input", "shape", windows.length() + "×" + width);
            ends.add(drawing.last());
        }
        String window = ends.getFirst();
        drawing.from(window).add("gru", "GRU", "units", Integer.toString(UNITS)).add("dropout", "Dropout", "rate",
                DROPOUT);
        String read = drawing.last();
        List<Feature> columns = series.inputs().firstEntry().getValue();
        boolean all = true;
        for (var target : series.targets().entrySet()) {
            Optional<String> last = last(drawing, window, columns, target.getValue(), windows.horizon());
            int numbers = target.getValue().columns().size() * windows.horizon();
            drawing.from(read).add("change", "Dense", "units", Integer.toString(numbers), "initialiser", "zeros");
            last.ifPresent(block -> {
                String change = drawing.last();
                drawing.from(block).add("add", "Add").also(change, 1);
            });
            all &= last.isPresent();
            drawing.add(target.getKey(), "Output");
        }
        List<Sentence> reason = reason(series, data, columns, all);
        reason.addAll(remarks);
        return new Proposal(new Project(drawing.graph(), Optional.of(series), plan(series, data.size())),
                Sentence.inTurn(reason));
    }

    /// The last values of the columns that are forecast, each as often as there are steps; empty where they do not stand side by side in the
    /// window as they are.
    private static Optional<String> last(Sketch drawing, String window, List<Feature> columns, TargetColumn target,
            int horizon) {
        int at = 0;
        int from = -1;
        var found = new ArrayList<String>();
        for (Feature feature : columns) {
            boolean plain = feature instanceof Feature.Number number && number.scale() == Feature.Scale.STANDARD;
            if (plain && target.columns().contains(feature.column())) {
                from = from < 0 ? at : from;
                // A further number, which says that a value was missing, stands between it and the next.
                found.add(feature.width() == 1 || target.columns().size() == 1 ? feature.column() : "");
            }
            at += feature.width();
        }
        if (!found.equals(target.columns()) || horizon > LONGEST_REPETITION) {
            return Optional.empty();
        }
        int count = target.columns().size();
        drawing.from(window).add("last", "Slice", "axis", "1", "start", "-1")
                .add("value", "Slice", "axis", "2", "start", Integer.toString(from), "end",
                        Integer.toString(from + count));
        if (horizon > 1) {
            drawing.add("maps", "Reshape", "shape", count + "×1×1").add("repeat", "Upsample", "scale", "1×" + horizon);
        }
        drawing.add("flatten", "Flatten");
        return Optional.of(drawing.last());
    }

    private static TrainingPlan plan(Series series, int examples) {
        int epochs = Math.clamp(STEPS_WORTH_TAKING * (long) BATCH_SIZE / examples, 5, 60);
        var losses = new LinkedHashMap<String, Loss>();
        series.targets().keySet().forEach(name -> losses.put(name, new Loss.Mae()));
        return new TrainingPlan(epochs, BATCH_SIZE, RATE, new Schedule.Cosine(FLOOR),
                Learning.by(new Optimiser.AdamW(0.9, 0.999, 1e-8, DECAY, false)), TrainingPlan.usual().patience(),
                losses,
                Map.of(),
                FRACTIONS, 1);
    }

    private static List<Sentence> reason(Series series, Dataset data, List<Feature> columns, boolean adds) {
        Windows windows = series.windows();
        Timeline timeline = data.timeline().orElseThrow();
        int width = columns.stream().mapToInt(Feature::width).sum();
        List<Sentence> targets = series.targets().keySet().stream().map(name -> Sentence.plain("'" + name + "'"))
                .toList();
        List<Sentence> reason = new ArrayList<>();
        reason.add(Sentence.of("reason.forecast",
                "\"{0}\" tells the time ({1} and on), so that this is a forecast: {2} windows of {3} rows with {4} numbers"
                        + " each, through a GRU of {5} units, are to give {6} of the next {7,choice,1#row|1<{7} rows}.",
                series.time(), timeline.time(0, 0), data.size(), windows.length(), width, UNITS, Sentence.and(targets),
                windows.horizon()));
        if (adds) {
            reason.add(Sentence.of("reason.forecast.adds",
                    "What the GRU makes of a window is added to the last value that is known, so that the network need"
                            + " only learn the change."));
        }
        reason.add(Sentence.of("reason.forecast.plan",
                "The plan learns from the earliest rows, watches itself on later ones and is tested on the last {0} %;"
                        + " training and evaluation say what repeating the last value would reach, which it must beat.",
                Math.round(100 * FRACTIONS.test())));
        return reason;
    }
}
