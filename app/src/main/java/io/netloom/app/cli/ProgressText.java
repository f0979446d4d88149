package io.netloom.app.cli;

import io.netloom.shape.Bytes;
import io.netloom.train.Metrics;
import io.netloom.train.TrainEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Training as text: on a terminal a line that moves while an epoch goes on, and a line that stays for each epoch.
final class ProgressText implements Consumer<TrainEvent> {
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int SECONDS_AN_HOUR = 3600;
    private static final int SECONDS_IN_WORDS = 100;
    private final PrintWriter out;
    private final Path run;
    private final String use;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private int stepsPerEpoch;

    /// @param use the command that uses the model, with a place for the run
    ProgressText(PrintWriter out, Path run, String use) {
        this.out = out;
        this.run = run;
        this.use = use;
    }

    @Override
    public void accept(TrainEvent event) {
        switch (event) {
            case TrainEvent.Started e -> {
                stepsPerEpoch = e.stepsPerEpoch();
                line("%,d parameters learn from %,d examples on %s; %,d are kept for validation, %,d for the test.",
                        e.parameters(), e.train(), e.device(), e.validation(), e.test());
            }
            case TrainEvent.Estimated e -> line("About %s an epoch, %s.", seconds(e.secondsPerEpoch()),
                    Bytes.text(e.bytes()));
            case TrainEvent.Progress e -> {
                if (terminal) {
                    out.print(CLEAR_LINE + text("epoch %d  step %d/%d  loss %.4f  %,.0f examples/s  %s left", e.epoch(),
                            e.step(), stepsPerEpoch, e.loss(), e.examplesPerSecond(), duration(e.secondsLeft())));
                    out.flush();
                }
            }
            case TrainEvent.EpochEnded e -> line("epoch %3d  %s%s  %.1f s%s", e.epoch(), brief("train", e.train()),
                    e.validation().map(m -> "  " + brief("validation", m)).orElse(""), e.seconds(),
                    e.best() ? "  best so far" : "");
            case TrainEvent.Diverged e ->
                line("The loss is no longer a finite number (epoch %d, step %d).", e.atEpoch(),
                        e.step());
            case TrainEvent.Finished e -> finished(e);
        }
    }

    private void finished(TrainEvent.Finished e) {
        line(switch (e.reason()) {
            case COMPLETED -> "Done.";
            case EARLY -> "Ended early, because the validation loss no longer falls.";
            case STOPPED -> "Stopped.";
            case DIVERGED -> "Ended.";
        } + " " + (e.bestEpoch() == 0 ? "No epoch was completed; the last good weights are kept."
                : "The weights of epoch " + e.bestEpoch() + " are kept."));
        part("train", Optional.of(e.train()));
        part("validation", e.validation());
        part("test", e.test());
        line("The run is in %s", run);
        line("  netloom evaluate %s", run);
        line("  netloom " + use, run);
    }

    private void part(String name, Optional<Metrics> metrics) {
        metrics.ifPresent(m -> line("  %-11s %s", name, metrics("", m).strip()));
    }

    private void line(String format, Object... values) {
        out.println((terminal ? CLEAR_LINE : "") + text(format, values));
    }

    /// The metrics that are watched while a network learns.
    private static String brief(String part, Metrics metrics) {
        var watched = new LinkedHashMap<>(metrics.values());
        watched.keySet().removeIf(name -> name.matches("(.*\\.)?(precision|recall|f1|top5|auc|iou\\..*)"));
        return metrics(part, new Metrics(watched));
    }

    private static String metrics(String part, Metrics metrics) {
        return part + metrics.values().entrySet().stream().map(e -> text(" %s %.4f", e.getKey(), e.getValue()))
                .collect(Collectors.joining());
    }

    private static String text(String format, Object... values) {
        return values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    }

    private static String seconds(double seconds) {
        return seconds < SECONDS_IN_WORDS ? text(seconds < 1 ? "%.2g s" : "%.1f s", seconds) : duration(seconds);
    }

    private static String duration(double seconds) {
        long s = Math.round(seconds);
        return s >= SECONDS_AN_HOUR
                ? text("%d:%02d:%02d", s / SECONDS_AN_HOUR, s / 60 % 60, s % 60)
                : text("%d:%02d", s / 60, s % 60);
    }
}
