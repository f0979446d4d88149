package io.netloom.app.training;

import io.netloom.app.chart.Digits;
import io.netloom.app.text.Texts;
import io.netloom.app.training.Message.Tone;
import io.netloom.engine.ComputeDevice;
import io.netloom.layer.Precision;
import io.netloom.project.Project;
import io.netloom.shape.Bytes;
import io.netloom.train.TrainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// What is said of a run, in the user's language.
final class TrainingWords {
    private static final int SECONDS_AN_HOUR = 3600;

    private final Texts texts;
    private final UnaryOperator<String> metricNames;

    /// @param metricNames what a metric is called
    TrainingWords(Texts texts, UnaryOperator<String> metricNames) {
        this.texts = texts;
        this.metricNames = metricNames;
    }

    /// The line that says how it stands.
    String headline(LiveRun run) {
        return switch (run.phase()) {
            case PREPARING -> texts.get("training.preparing");
            case TRAINING -> texts.get("training.under-way", epoch(run), run.project().plan().epochs());
            case PAUSED -> texts.get("training.paused", epoch(run), run.project().plan().epochs());
            case STOPPING -> texts.get("training.stopping");
            case ENDED -> texts.get("training.ended",
                    run.history().lastEpoch().map(TrainEvent.EpochEnded::epoch).orElse(0),
                    run.project().plan().epochs());
            case FAILED -> texts.get("training.failed");
        };
    }

    private static int epoch(LiveRun run) {
        int ended = run.history().lastEpoch().map(TrainEvent.EpochEnded::epoch).orElse(0);
        return Math.min(run.project().plan().epochs(),
                Math.max(ended + 1, run.history().progress().map(TrainEvent.Progress::epoch).orElse(1)));
    }

    /// What a training takes.
    List<Fact> estimate(TrainEvent.Estimated e) {
        return List.of(
                new Fact(texts.get("training.fact.epoch"), texts.get("training.about", seconds(e.secondsPerEpoch()))),
                new Fact(texts.get("training.fact.memory"), texts.get("training.about", Bytes.text(e.bytes()))));
    }

    /// What is known of a run that learns now.
    List<Fact> underWay(RunHistory history) {
        var facts = new ArrayList<Fact>();
        history.progress().ifPresent(e -> {
            facts.add(new Fact(texts.get("training.fact.step"), texts.get("training.of", texts.count(e.step()),
                    texts.count(history.stepsPerEpoch()))));
            facts.add(new Fact(texts.get("training.fact.left"), seconds(e.secondsLeft())));
            memory().ifPresent(bytes -> facts.add(new Fact(texts.get("training.fact.memory"), bytes)));
        });
        return facts;
    }

    /// What is known of a run, whether it is over or not.
    ///
    /// @param project as it is trained
    List<Fact> facts(RunHistory history, Optional<Project> project) {
        var facts = new ArrayList<Fact>();
        history.progress().ifPresent(e -> facts.add(new Fact(texts.get("training.fact.speed"),
                texts.get("training.per-second", texts.count(Math.round(e.examplesPerSecond()))))));
        history.bestEpoch().ifPresent(e -> facts.add(new Fact(texts.get("training.fact.best"),
                texts.get("training.best", e.epoch(), Digits.four(e.validation().orElse(e.train()).loss())))));
        history.headline().ifPresent(metric -> history.validation(metric).last().ifPresent(
                value -> facts.add(new Fact(metricNames.apply(metric), Digits.four(value)))));
        history.started().ifPresent(e -> {
            facts.add(new Fact(texts.get("training.fact.device"), e.device().toUpperCase(Locale.ROOT)));
            project.flatMap(p -> p.plan().learning().precision()).map(Precision::toString)
                    .ifPresent(words -> facts.add(new Fact(texts.get("training.plan.precision"), words)));
            facts.add(new Fact(texts.get("training.fact.examples"), texts.get("training.parts",
                    texts.count(e.train()), texts.count(e.validation()), texts.count(e.test()))));
        });
        return facts;
    }

    /// What the program holds now, where the system says.
    static Optional<String> memory() {
        OptionalLong bytes = ComputeDevice.programBytes();
        return bytes.isPresent() ? Optional.of(Bytes.text(bytes.getAsLong())) : Optional.empty();
    }

    /// How it ended, or what is wrong; the worst first.
    List<Message> messages(LiveRun run) {
        var messages = new ArrayList<Message>();
        run.failure().map(texts::say).map(Message::bad).ifPresent(messages::add);
        run.history().diverged().map(e -> Message.bad(diverged(run, e))).ifPresent(messages::add);
        if (!run.phase().isUnderWay()) {
            run.history().finished().flatMap(this::finished).ifPresent(messages::add);
        }
        run.warnings().forEach(warning -> messages.add(new Message(Tone.PLAIN, texts.say(warning))));
        return messages;
    }

    private String diverged(LiveRun run, TrainEvent.Diverged e) {
        String where = texts.get("training.diverged", e.atEpoch(), e.step(), Digits.four(e.learningRate()));
        String culprit = e.layer().map(layer -> texts.get(Double.isFinite(e.gradient())
                ? "training.diverged.largest"
                : "training.diverged.first", layer)).orElse("");
        return where + culprit + (e.isFromTheStart() ? texts.get("training.diverged.from-the-start")
                : texts.get("training.diverged.mend", run.project().plan().smallerRate()));
    }

    private Optional<Message> finished(TrainEvent.Finished e) {
        String kept = e.bestEpoch() == 0 ? texts.get("training.kept.none")
                : texts.get("training.kept", e.bestEpoch());
        return switch (e.reason()) {
            case COMPLETED -> Optional.of(new Message(Tone.GOOD, texts.get("training.completed") + kept));
            case EARLY -> Optional.of(new Message(Tone.GOOD, texts.get("training.early") + kept));
            case STOPPED -> Optional.of(new Message(Tone.PLAIN, texts.get("training.stopped") + kept));
            case DIVERGED -> Optional.empty();
        };
    }

    private String seconds(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "–";
        }
        if (seconds < 10) {
            return texts.get("training.seconds",
                    String.format(Locale.ROOT, seconds < 0.1 ? "%.3f" : seconds < 1 ? "%.2f" : "%.1f", seconds));
        }
        Duration whole = Duration.ofSeconds(Math.round(seconds));
        if (whole.toSeconds() < 60) {
            return texts.get("training.seconds", whole.toSeconds());
        }
        return whole.toSeconds() < SECONDS_AN_HOUR
                ? texts.get("training.minutes", whole.toMinutes(), whole.toSecondsPart())
                : texts.get("training.hours", whole.toHours(), whole.toMinutesPart());
    }
}
