package io.netloom.app.training;

import io.netloom.app.text.Texts;
import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Chart.Level;
import io.netloom.app.chart.Chart.Line;
import io.netloom.app.chart.Chart.Mark;
import io.netloom.app.chart.Chart.Part;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.Chart.Stroke;
import io.netloom.app.chart.Digits;
import io.netloom.app.chart.Zoom;
import io.netloom.profile.Baseline;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainEvent.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// The charts of a run: what is drawn, how, and what there is where the pointer is.
public final class ChartsViewModel {

    /// What the charts count by.
    public enum Across {
        /// Each report within epochs.
        STEPS,
        /// The means of epochs.
        EPOCHS
    }

    private static final String LOSS = "loss";

    private final Supplier<RunHistory> history;
    private final Supplier<List<Baseline>> baselines;
    private final Texts texts;
    private final Zoom zoom = new Zoom();
    private Across across = Across.STEPS;
    private Scale scale = Scale.LINEAR;

    /// @param history of the run that is shown now
    ChartsViewModel(Supplier<RunHistory> history, Supplier<List<Baseline>> baselines, Texts texts) {
        this.history = history;
        this.baselines = baselines;
        this.texts = texts;
    }

    Zoom zoom() {
        return zoom;
    }

    Across across() {
        return across;
    }

    void setAcross(Across newAcross) {
        across = newAcross;
    }

    Scale scale() {
        return scale;
    }

    void setScale(Scale newScale) {
        scale = newScale;
    }

    /// Whether there is anything to be drawn.
    boolean isEmpty() {
        return history.get().reached().isEmpty();
    }

    /// The loss of training and validation.
    Chart loss() {
        return chart(texts.get("training.chart.loss"), curves(LOSS), List.of(), marks(), scale);
    }

    /// The metric that says most, or an empty chart before it is known.
    Chart metric() {
        return history.get().headline().map(metric -> chart(name(metric), curves(metric), levels(metric),
                marks(), Scale.LINEAR))
                .orElseGet(() -> chart(texts.get("training.chart.metric"), List.of(), List.of(), List.of(),
                        Scale.LINEAR));
    }

    /// The learning rate.
    Chart rate() {
        return chart(texts.get("training.chart.rate"), List.of(new Line(texts.get("training.chart.rate"),
                history.get().rate(), Part.TRAINING, Stroke.PLAIN)), List.of(), List.of(), Scale.LINEAR);
    }

    /// How large the gradients are together.
    Chart norm() {
        RunHistory run = history.get();
        String name = texts.get("training.chart.norm");
        return chart(name, List.of(new Line(texts.get("training.chart.norm-each"), run.norm(), Part.TRAINING, Stroke.FAINT),
                new Line(name, run.smoothNorm(), Part.TRAINING, Stroke.PLAIN)), List.of(), List.of(), scale);
    }

    private Chart chart(String title, List<Line> lines, List<Level> levels, List<Mark> marks, Scale spread) {
        RunHistory run = history.get();
        zoom.reach(run.reached());
        boolean epochs = across == Across.EPOCHS;
        return new Chart(title, texts.get(epochs ? "training.chart.epochs" : "training.chart.steps"), lines, levels,
                marks, spread, zoom.from(), zoom.to(), epochs ? Math.max(1, run.stepsPerEpoch()) : 1);
    }

    private List<Line> curves(String metric) {
        RunHistory run = history.get();
        var lines = new ArrayList<Line>();
        String training = texts.get("training.chart.training");
        boolean steps = across == Across.STEPS && !run.rough(metric).isEmpty();
        if (steps) {
            lines.add(new Line(texts.get("training.chart.rough"), run.rough(metric), Part.TRAINING, Stroke.FAINT));
            lines.add(new Line(training, run.smooth(metric), Part.TRAINING, Stroke.PLAIN));
        } else {
            lines.add(new Line(training, run.training(metric), Part.TRAINING, Stroke.DOTTED));
        }
        lines.add(new Line(texts.get("training.chart.validation"), run.validation(metric), Part.VALIDATION,
                Stroke.DOTTED));
        return lines;
    }

    private List<Level> levels(String metric) {
        return baselines.get().stream().filter(b -> b.scores().containsKey(metric)).map(b -> new Level(
                texts.get("training.baseline." + b.name().replace(' ', '-')), b.scores().get(metric))).toList();
    }

    private List<Mark> marks() {
        RunHistory run = history.get();
        var marks = new ArrayList<Mark>();
        run.bestEpoch().ifPresent(best -> marks.add(new Mark(texts.get("training.chart.best", best.epoch()),
                run.steps(best.epoch()))));
        run.finished().map(TrainEvent.Finished::reason).filter(Reason.EARLY::equals)
                .flatMap(_ -> run.lastEpoch()).ifPresent(last -> marks.add(new Mark(
                        texts.get("training.chart.early"), run.steps(last.epoch()))));
        return marks;
    }

    /// What there is at a place of a chart: the place, and a line a curve.
    String reading(Chart chart, double x) {
        RunHistory run = history.get();
        double epoch = Math.floor(Math.max(0, x - 1) / run.stepsPerEpoch()) + 1;
        var lines = new ArrayList<String>();
        lines.add(texts.get("training.chart.place", texts.count((long) epoch),
                texts.count(Math.max(0, Math.round(x)))));
        for (Line line : chart.lines()) {
            OptionalDouble value = line.trace().near(x);
            value.ifPresent(v -> lines.add(line.name() + "  " + Digits.four(v)));
        }
        chart.levels().forEach(level -> lines.add(level.name() + "  " + Digits.four(level.value())));
        return String.join("\n", lines);
    }

    /// A metric's name for people: `accuracy`, or `species.accuracy` where there are several outputs.
    String name(String metric) {
        String last = metric.substring(metric.lastIndexOf('.') + 1);
        String head = metric.substring(0, metric.length() - last.length());
        String key = "training.metric." + last;
        return head + (texts.has(key) ? texts.get(key) : last);
    }
}
