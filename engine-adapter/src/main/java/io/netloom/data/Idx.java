package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// One file in the IDX format: bytes in one axis (labels) or three (pictures).
///
/// @param sizes entries along each axis
/// @param bytes all entries, the last axis fastest
record Idx(int[] sizes, byte[] bytes) {
    /// The magic number of bytes; its last byte is the number of axes.
    private static final int MAGIC = 0x0800;
    /// No gzip file grows more than this when it is unpacked.
    private static final long MOST_GROWTH = 1_040;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /// Reads a file with this number of axes, gzipped or not.
    ///
    /// @throws BadInput if it has another format, or is shorter or longer than its header says
    static Idx read(Path file, int axes) {
        ReadFailure.refuseEndless(file);
        try (BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                DataInputStream in = new DataInputStream(Unpacked.of(raw))) {
            return read(file, axes, in);
        } catch (IOException e) {
            throw ReadFailure.of(file, e);
        }
    }

    private static String hex(int number) {
        return String.format(Locale.ROOT, "%08x", number);
    }

    private static Idx read(Path file, int axes, DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(4 + 4 * axes);
        int magic = header.length < 4 ? 0 : (int) number(header, 0);
        if (magic != (MAGIC | axes)) {
            throw new BadInput(Sentence.of("input.no-idx",
                    "{0} is no IDX file of {1}: it begins with {2} instead of {3}. Download it again.",
                    file.toString(), axes == 1 ? Sentence.of("input.no-idx.labels", "labels")
                            : Sentence.of("input.no-idx.pictures", "pictures"),
                    hex(magic), hex(MAGIC | axes)));
        }
        if (header.length < 4 + 4 * axes) {
            throw cut(file, 0, 1);
        }
        int[] sizes = new int[axes];
        long total = 1;
        for (int axis = 0; axis < axes; axis++) {
            long size = number(header, 4 + 4 * axis);
            total = Math.min(size * total, Integer.MAX_VALUE); // both below 2^32, no overflow beyond a long
            sizes[axis] = (int) Math.min(size, Integer.MAX_VALUE);
        }
        return new Idx(sizes, entries(file, in, total));
    }

    private static byte[] entries(Path file, InputStream in, long total) throws IOException {
        if (total > MOST_BYTES) {
            throw new BadInput(Sentence.of("input.idx-large",
                    "{0} says that it holds more than 2 GB, more than Netloom reads at once. Divide it into"
                            + " smaller files.",
                    file.toString()));
        }
        if (total > Files.size(file) * MOST_GROWTH) {
            throw cut(file, Files.size(file), total);
        }
        byte[] bytes = new byte[(int) total];
        int read = in.readNBytes(bytes, 0, bytes.length);
        if (read < bytes.length) {
            throw cut(file, read, total);
        }
        if (in.read() >= 0) {
            throw new BadInput(Sentence.of("input.idx-long",
                    "{0} goes on after the {1,number,0} bytes that its header announces. Download it again.",
                    file.toString(), total));
        }
        return bytes;
    }

    private static BadInput cut(Path file, long found, long needed) {
        return new BadInput(Sentence.of("input.idx-cut",
                "{0} is cut off: its header announces {1,number,0} bytes, but only {2,number,0} are there."
                        + " Download it again.",
                file.toString(), needed, found));
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
