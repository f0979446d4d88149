package io.netloom.project;

import io.netloom.train.Standing;
import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes what a run tells within its epochs behind the end of its `steps.bin`. Training tells ten times a second at most, so each record goes
/// to the file at once: a process that is killed takes none with it, and others see them as they come.
final class StepLog implements AutoCloseable {
    private final Path run;
    private FileChannel channel;
    private StepFormat format;

    private StepLog(Path run) {
        this.run = run;
    }

    /// The log of a run that begins.
    static StepLog begin(Path run) {
        return new StepLog(run);
    }

    /// The log of a run that goes on from there: what is told of later steps, or is cut off, is taken out.
    ///
    /// @throws UncheckedIOException if it cannot be written
    static StepLog goOn(Path run, Standing from) {
        Path file = run.resolve(Run.STEPS);
        var log = new StepLog(run);
        try {
            if (Files.exists(file)) {
                log.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                log.cut(from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file, e);
        }
        return log;
    }

    private void cut(Standing from) throws IOException {
        StepFormat.read(channel).ifPresent(found -> format = found);
        if (format == null) {
            channel.truncate(0);
            return;
        }
        long end = format.head();
        ByteBuffer record = format.buffer(1);
        while (channel.size() - end >= format.record()) {
            channel.read(record.clear(), end);
            int epoch = record.getInt(0);
            if (epoch > from.epoch() || epoch == from.epoch() && record.getInt(Integer.BYTES) > from.step()) {
                break;
            }
            end += format.record();
        }
        channel.truncate(end).position(end);
    }

    /// Adds a record.
    ///
    /// @throws UncheckedIOException if it cannot be written
    void add(TrainEvent.Progress event) {
        try {
            if (format == null) {
                begin(event);
            }
            ByteBuffer record = format.buffer(1).putInt(event.epoch()).putInt(event.step());
            for (String column : format.columns()) {
                record.putFloat((float) value(event, column));
            }
            write(record.flip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + run.resolve(Run.STEPS), e);
        }
    }

    private void begin(TrainEvent.Progress event) throws IOException {
        List<String> columns = new ArrayList<>(List.of(StepBlock.LEARNING_RATE, StepBlock.GRADIENT_NORM));
        columns.addAll(event.recent().values().keySet());
        format = new StepFormat(columns);
        if (channel == null) {
            channel = FileChannel.open(run.resolve(Run.STEPS), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        write(format.headBytes());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static double value(TrainEvent.Progress event, String column) {
        return switch (column) {
            case StepBlock.LEARNING_RATE -> event.learningRate();
            case StepBlock.GRADIENT_NORM -> event.gradientNorm();
            default -> event.recent().values().getOrDefault(column, Double.NaN);
        };
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + run.resolve(Run.STEPS), e);
        }
    }
}
