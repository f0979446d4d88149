package io.netloom.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A file of scalars over steps that TensorBoard draws: records of TensorFlow's `Event` message
/// (https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/util/event.proto). What is added is in the file at once, so that
/// it is not lost with the process.
public final class EventFile implements AutoCloseable {
    private static final String BEGIN = "events.out.tfevents.";
    /// Where others put the machine's name, which is nobody's business.
    private static final String END = ".netloom";
    private static final String VERSION = "brain.Event:2";

    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;

    private final FileChannel channel;
    private final Clock clock;

    private EventFile(FileChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /// Goes on with the file that was made in a folder before, or makes one.
    ///
    /// @param clock says when scalars are added
    /// @throws UncheckedIOException if it cannot be written there
    public static EventFile in(Path folder, Clock clock) {
        try {
            Optional<Path> before = all(folder).stream().max(Comparator.comparing(Path::getFileName));
            Path file = before.orElseGet(() -> folder.resolve(BEGIN + clock.instant().getEpochSecond() + END));
            var events = new EventFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    clock);
            if (events.channel.size() == 0) {
                events.write(out -> out.writeString(FILE_VERSION, VERSION));
            }
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /// Takes what tells of steps behind this one out of the files of a folder, and what was cut off in the middle of a record: training goes on
    /// from there.
    ///
    /// @throws UncheckedIOException if it cannot be done
    public static void cutBehind(Path folder, long step) {
        try {
            for (Path file : all(folder)) {
                long end = Records.endOf(file, step);
                try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    cut.truncate(end);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                String name = file.getFileName().toString();
                return name.startsWith(BEGIN) && name.endsWith(END);
            }).toList();
        }
    }

    /// Adds values of a step.
    ///
    /// @param step counted over all epochs
    /// @param values by tag; one that is not a number is left out
    /// @throws UncheckedIOException if they cannot be written
    public void add(long step, SequencedMap<String, Double> values) {
        try {
            byte[] summary = summary(values);
            if (summary.length > 0) {
                write(out -> {
                    out.writeInt64(STEP, step);
                    out.writeByteArray(SUMMARY, summary);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write scalars", e);
        }
    }

    private static byte[] summary(SequencedMap<String, Double> values) throws IOException {
        return message(out -> {
            for (Map.Entry<String, Double> entry : values.entrySet()) {
                if (!entry.getValue().isNaN()) {
                    out.writeByteArray(VALUE, message(value -> {
                        value.writeString(TAG, entry.getKey());
                        value.writeFloat(SIMPLE_VALUE, entry.getValue().floatValue());
                    }));
                }
            }
        });
    }

    private void write(Content content) throws IOException {
        Instant now = clock.instant();
        Records.append(channel, message(out -> {
            out.writeDouble(WALL_TIME, now.getEpochSecond() + now.getNano() / 1e9);
            content.writeTo(out);
        }));
    }

    /// Members of a message.
    private interface Content {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        content.writeTo(out);
        out.flush();
        return bytes.toByteArray();
    }

    static int stepField() {
        return STEP;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a file of events", e);
        }
    }
}
