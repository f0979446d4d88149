package io.netloom.data;

import io.netloom.shape.BadInput;
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

    private static Idx read(Path file, int axes, DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(4 + 4 * axes);
        int magic = header.length < 4 ? 0 : (int) number(header, 0);
        if (magic != (MAGIC | axes)) {
            throw new BadInput(String.format(Locale.ROOT,
                    "%s is no IDX file of %s: it begins with %08x instead of %08x. Download it again.",
                    file, axes == 1 ? "labels" : "pictures", magic, MAGIC | axes));
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
            throw new BadInput(file
                    + " says that it holds more than 2 GB, more than Netloom reads at once. Divide it into smaller files.");
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
            throw new BadInput(
                    file + " goes on after the " + total + " bytes that its header announces. Download it again.");
        }
        return bytes;
    }

    private static BadInput cut(Path file, long found, long needed) {
        return new BadInput(file + " is cut off: its header announces " + needed + " bytes, but only " + found
                + " are there. Download it again.");
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}
