package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.project.EventJson;
import io.netloom.project.Training;
import io.netloom.shape.Sentence;
import io.netloom.train.Gate;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tells the terminal of a training. From the moment when there is a run, Ctrl+C ends it in good order.
final class TrainingReport implements Training.Listener, BooleanSupplier, AutoCloseable {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private Optional<LeftOutNotes> notes = Optional.empty();
    private Optional<StopOnInterrupt> stop = Optional.empty();
    private Consumer<TrainEvent> show = _ -> {};
    private Optional<TrainEvent.Diverged> diverged = Optional.empty();
    private Optional<Path> run = Optional.empty();

    /// @param json whether each event is a line of JSON
    TrainingReport(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /// What this training passes through.
    Gate gate() {
        return Gate.until(this);
    }

    @Override
    public boolean getAsBoolean() {
        return stop.filter(StopOnInterrupt::getAsBoolean).isPresent();
    }

    @Override
    public void opened(Dataset data) {
        notes = Optional.of(new LeftOutNotes(data, err));
    }

    @Override
    public void warned(Sentence sentence) {
        err.println(sentence);
    }

    @Override
    public void begun(Path folder, Prepared prepared) {
        run = Optional.of(folder);
        var repetition = RepetitionReport.of(prepared.data(), prepared.split());
        show = json ? lines(folder, repetition) : text(folder, use(prepared), repetition);
        stop = Optional.of(new StopOnInterrupt());
    }

    private Consumer<TrainEvent> lines(Path folder, RepetitionReport repetition) {
        if (!repetition.isEmpty()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "repetition").put("part",
                    repetition.part());
            line.set("metrics", repetition.json());
            out.println(line);
        }
        return event -> out.println(EventJson.line(event, folder));
    }

    private static String use(Prepared prepared) {
        return prepared.objective().heads().stream().anyMatch(head -> head.task() instanceof Task.Tokens)
                ? "continue %s --prompt TEXT"
                : "predict %s --data PATH --out predictions.csv";
    }

    private Consumer<TrainEvent> text(Path folder, String use, RepetitionReport repetition) {
        var text = new ProgressText(out, folder, use);
        return event -> {
            text.accept(event);
            if (event instanceof TrainEvent.Finished e) {
                e.test().or(e::validation).ifPresent(metrics -> repetition.print(metrics, out));
            }
        };
    }

    @Override
    public void told(TrainEvent event) {
        if (event instanceof TrainEvent.EpochEnded || event instanceof TrainEvent.Finished) {
            notes.ifPresent(LeftOutNotes::tell);
        }
        show.accept(event);
        if (event instanceof TrainEvent.Diverged e) {
            diverged = Optional.of(e);
        }
    }

    /// That the loss ran away, if it did.
    Optional<TrainEvent.Diverged> diverged() {
        return diverged;
    }

    /// The folder of the run, once it has one.
    Optional<Path> run() {
        return run;
    }

    @Override
    public void close() {
        stop.ifPresent(StopOnInterrupt::close);
    }
}
