package io.netloom.project;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How `steps.bin` is laid out: a head that names the columns, then records of one size, big-endian: epoch and step of it as 32-bit integers,
/// and a 32-bit float a column, not a number where there is no value.
///
/// @param columns their names
record StepFormat(List<String> columns) {
    private static final int MAGIC = 0x4e4c5354;
    private static final int VERSION = 1;
    private static final int LONGEST_HEAD = 1 << 16;

    StepFormat {
        columns = List.copyOf(columns);
    }

    /// The format of a file; nothing where its head is cut off, or it is of another kind or version.
    static Optional<StepFormat> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LONGEST_HEAD, channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // The head may come in parts.
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes.array(), 0, bytes.position()))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                return Optional.empty();
            }
            var columns = new ArrayList<String>();
            for (int count = in.readInt(); count > 0; count--) {
                columns.add(in.readUTF());
            }
            return Optional.of(new StepFormat(columns));
        } catch (EOFException _) {
            return Optional.empty();
        }
    }

    /// Bytes of the head.
    int head() {
        return headBytes().remaining();
    }

    /// Bytes of a record.
    int record() {
        return 2 * Integer.BYTES + columns.size() * Float.BYTES;
    }

    /// Room for so many records.
    ByteBuffer buffer(int records) {
        return ByteBuffer.allocate(records * record());
    }

    ByteBuffer headBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(columns.size());
            for (String column : columns) {
                out.writeUTF(column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
