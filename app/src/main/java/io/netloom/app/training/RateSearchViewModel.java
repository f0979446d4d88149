package io.netloom.app.training;

import io.netloom.shape.Sentence;
import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Chart.Axis;
import io.netloom.app.chart.Chart.Line;
import io.netloom.app.chart.Chart.Mark;
import io.netloom.app.chart.Chart.Part;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.Chart.Stroke;
import io.netloom.app.chart.Digits;
import io.netloom.app.chart.Trace;
import io.netloom.app.chart.Zoom;
import io.netloom.app.document.Document;
import io.netloom.app.text.Texts;
import io.netloom.train.RateSearch;
import io.netloom.train.RateTrials;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// The search for a learning rate: rates that are tried, what comes of it, and the rate that is chosen then.
final class RateSearchViewModel {
    private static final Axis RATES = new Axis.Powers(RateSearch.LOWEST);
    private static final double DECADES = Math.log10(RateSearch.HIGHEST / RateSearch.LOWEST);
    private static final double NUDGE = 0.05;
    /// What runs away is drawn no further up than this many times the smallest loss.
    private static final double FAR = 4;

    private final Document document;
    private final TrainingDesk desk;
    private final Texts texts;
    private final Supplier<Optional<String>> obstacle;
    private final Zoom zoom = new Zoom();
    private Runnable changed = () -> {};
    private AtomicBoolean stop = new AtomicBoolean();
    private State state = State.IDLE;
    private Trace rough = new Trace();
    private Trace smooth = new Trace();
    private double smallest = Double.POSITIVE_INFINITY;
    private int tried;
    private OptionalDouble suggestion = OptionalDouble.empty();
    private OptionalDouble chosen = OptionalDouble.empty();
    private Optional<String> failure = Optional.empty();

    /// How it stands.
    enum State {
        /// Nobody has searched.
        IDLE,
        /// Rates are tried.
        SEARCHING,
        /// All were tried that matter.
        FOUND,
        /// It was not possible.
        FAILED
    }

    /// @param obstacle why nothing can be trained now
    RateSearchViewModel(Document document, TrainingDesk desk, Texts texts, Supplier<Optional<String>> obstacle) {
        this.document = document;
        this.desk = desk;
        this.texts = texts;
        this.obstacle = obstacle;
    }

    /// Calls this after something else is to be shown.
    void onChange(Runnable listener) {
        changed = listener;
    }

    /// Searches anew. Where that is not possible, [#words] say why.
    void start() {
        cancel();
        rough = new Trace();
        smooth = new Trace();
        smallest = Double.POSITIVE_INFINITY;
        tried = 0;
        suggestion = OptionalDouble.empty();
        chosen = OptionalDouble.empty();
        failure = obstacle.get().or(() -> desk.busy().map(busy -> texts.get("training.obstacle.busy", busy.name())));
        state = failure.isPresent() ? State.FAILED : State.SEARCHING;
        zoom.reset();
        if (state == State.SEARCHING) {
            var mine = new AtomicBoolean();
            stop = mine;
            desk.searchRate(document, trial -> {
                if (!mine.get()) {
                    add(trial);
                }
            }, mine::get, found -> {
                if (!mine.get()) {
                    take(found);
                }
            }, words -> {
                if (!mine.get()) {
                    fail(words);
                }
            });
        }
        changed.run();
    }

    /// Ends the search, if one is under way.
    void cancel() {
        stop.set(true);
        state = state == State.SEARCHING ? State.IDLE : state;
    }

    private void add(RateTrials.Trial trial) {
        tried++;
        smallest = Math.min(smallest, trial.smooth());
        double x = RATES.x(trial.rate());
        if (trial.loss() <= FAR * smallest) {
            rough.add(x, trial.loss());
        }
        if (Double.isFinite(trial.smooth())) {
            smooth.add(x, Math.min(trial.smooth(), FAR * smallest));
        }
        changed.run();
    }

    private void take(RateTrials found) {
        state = State.FOUND;
        suggestion = found.suggestion();
        chosen = suggestion;
        changed.run();
    }

    private void fail(Sentence words) {
        state = State.FAILED;
        failure = Optional.of(texts.say(words));
        changed.run();
    }

    State state() {
        return state;
    }

    /// How much is done, 0 to 1.
    double progress() {
        return (double) tried / RateSearch.TRIALS;
    }

    Zoom zoom() {
        return zoom;
    }

    /// The loss over the rates.
    Chart chart() {
        zoom.reach(OptionalDouble.of(DECADES));
        var marks = new ArrayList<Mark>();
        suggestion.ifPresent(rate -> marks.add(new Mark(texts.get("training.rate.suggested", text(rate)),
                RATES.x(rate))));
        chosen.ifPresent(rate -> {
            if (!suggestion.equals(chosen)) {
                marks.add(new Mark(text(rate), RATES.x(rate)));
            }
        });
        return new Chart(texts.get("training.chart.loss"), texts.get("training.chart.rate"),
                List.of(new Line(texts.get("training.rate.each"), rough, Part.TRAINING, Stroke.FAINT),
                        new Line(texts.get("training.rate.smooth"), smooth, Part.TRAINING, Stroke.PLAIN)),
                List.of(), marks, Scale.LINEAR, zoom.from(), zoom.to(), RATES);
    }

    /// What there is at a place of the chart.
    String reading(double x) {
        OptionalDouble loss = smooth.near(x);
        return texts.get("training.chart.rate") + "  " + text(rounded(RATES.said(x)))
                + (loss.isPresent() ? "\n" + texts.get("training.chart.loss") + "  " + Digits.four(loss.getAsDouble())
                        : "");
    }

    /// Chooses the rate at a place of the chart.
    void choose(double x) {
        if (state == State.FOUND) {
            chosen = OptionalDouble.of(rounded(RATES.said(Math.clamp(x, 0, DECADES))));
            changed.run();
        }
    }

    /// Chooses the next rate.
    ///
    /// @param times how far to the right, less than 0 to the left
    void nudge(int times) {
        chosen.ifPresent(rate -> choose(RATES.x(rate) + times * NUDGE));
    }

    /// The rate that is chosen; nothing while there is none.
    OptionalDouble chosen() {
        return chosen;
    }

    /// What the button says that takes it.
    String use() {
        return chosen.isPresent() ? texts.get("training.rate.use", text(chosen.getAsDouble()))
                : texts.get("training.rate.use-none");
    }

    /// How it stands, in a sentence or two.
    String words() {
        return switch (state) {
            case IDLE -> "";
            case SEARCHING -> texts.get("training.rate.searching", tried, RateSearch.TRIALS);
            case FOUND -> suggestion.isPresent() ? texts.get("training.rate.found", text(suggestion.getAsDouble()))
                    : texts.get("training.rate.none");
            case FAILED -> failure.orElse("");
        };
    }

    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(2)).doubleValue();
    }

    private static String text(double rate) {
        return new BigDecimal(Double.toString(rate)).stripTrailingZeros().toPlainString();
    }
}
