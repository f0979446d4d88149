package io.netloom.project;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what a run's folder tells of its course within epochs, and goes on where it ended as more is written. It holds no file open, and
/// never more than a few thousand records. One thread at a time may use it.
public final class StepReader {
    private static final int RECORDS = 4096;

    private final Path file;
    private Optional<StepFormat> format = Optional.empty();
    private long read;
    private byte[] last = {};

    /// @param run its folder
    public StepReader(Path run) {
        file = run.resolve(Run.STEPS);
    }

    /// Reads what is new, a few thousand records at a time. A last record that is being written waits for the next time. What a damaged file
    /// holds behind a record that cannot be is not read.
    ///
    /// @param again is called before the first of all records where those that were read before are no longer true: training has gone
    ///     on from an earlier place
    /// @throws BadInput if the file cannot be read
    public void read(Runnable again, Consumer<StepBlock> then) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!goesOn(channel)) {
                format = Optional.empty();
                again.run();
            }
            if (format.isEmpty()) {
                format = StepFormat.read(channel);
                read = format.map(StepFormat::head).orElse(0);
                last = new byte[] {};
            }
            if (format.isPresent()) {
                read(channel, format.get(), then);
            }
        } catch (IOException e) {
            throw new BadInput(Sentence.of("run.unreadable",
                    "{0} cannot be read ({1}). Train anew.", file.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /// Whether the last record that was read still stands where it stood.
    private boolean goesOn(FileChannel channel) throws IOException {
        ByteBuffer there = ByteBuffer.allocate(last.length);
        return last.length == 0
                || channel.read(there, read - last.length) == last.length && Arrays.equals(there.array(), last);
    }

    private void read(FileChannel channel, StepFormat layout, Consumer<StepBlock> then) throws IOException {
        ByteBuffer records = layout.buffer(RECORDS);
        boolean sound = true;
        while (sound && channel.read(records.clear(), read) >= layout.record()) {
            int there = records.position() / layout.record();
            int count = sound(records, layout, there);
            sound = count == there;
            if (count > 0) {
                last = Arrays.copyOfRange(records.array(), (count - 1) * layout.record(), count * layout.record());
                read += (long) count * layout.record();
                then.accept(block(records, layout, count));
            }
        }
    }

    /// How many records follow each other as they should.
    private int sound(ByteBuffer records, StepFormat layout, int there) {
        long before = last.length == 0 ? 0 : ByteBuffer.wrap(last).getLong();
        for (int i = 0; i < there; i++) {
            // The epoch stands in the upper half.
            long now = records.getLong(i * layout.record());
            if (now <= before || (int) (now >> Integer.SIZE) < 1 || (int) now < 1) {
                return i;
            }
            before = now;
        }
        return there;
    }

    private static StepBlock block(ByteBuffer records, StepFormat layout, int count) {
        int columns = layout.columns().size();
        var block = new StepBlock(layout.columns(), new int[count], new int[count], new float[columns][count]);
        records.flip();
        for (int i = 0; i < count; i++) {
            block.epochs()[i] = records.getInt();
            block.steps()[i] = records.getInt();
            for (int column = 0; column < columns; column++) {
                block.values()[column][i] = records.getFloat();
            }
        }
        return block;
    }
}
