package io.netloom.tensorboard;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// TensorFlow's framing of records: length, checksum of the length, content, checksum of the content, all little-endian
/// (https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details).
final class Records {
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int TAIL = Integer.BYTES;
    private static final int ROTATION = 15;
    private static final int MASK = 0xa282ead8;
    /// Longer than any record of scalars; what claims more is damaged.
    private static final int LONGEST = 1 << 24;

    private Records() {}

    /// Adds a record, in one write.
    static void append(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEAD + content.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(content.length);
        record.putInt(checksum(record.array(), 0, Long.BYTES));
        record.put(content);
        record.putInt(checksum(content, 0, content.length)).flip();
        while (record.hasRemaining()) {
            channel.write(record);
        }
    }

    /// CRC-32C, masked, so that a checksum over data that holds checksums is as good as any.
    private static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK;
    }

    /// How many bytes of a file hold whole events up to a step.
    static long endOf(Path file, long step) throws IOException {
        long end = 0;
        long size = Files.size(file);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (size - end >= HEAD + TAIL) {
                long length = Long.reverseBytes(in.readLong());
                in.readInt();
                if (length < 0 || length > Math.min(LONGEST, size - end - HEAD - TAIL)) {
                    break;
                }
                byte[] content = in.readNBytes((int) length);
                int sum = Integer.reverseBytes(in.readInt());
                if (sum != checksum(content, 0, content.length) || stepOf(content) > step) {
                    break;
                }
                end += HEAD + length + TAIL;
            }
        }
        return end;
    }

    private static long stepOf(byte[] event) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(event);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == EventFile.stepField()) {
                return in.readInt64();
            }
            in.skipField(tag);
        }
        return 0;
    }
}
