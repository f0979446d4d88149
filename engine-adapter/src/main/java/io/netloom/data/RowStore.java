package io.netloom.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Rows of numbers that are read again and again, in any order: in memory, or in a temporary file that is mapped into it where they are
/// many, so that the system keeps of it what there is room for. It is filled first, row by row, and then read by any number of threads.
final class RowStore implements AutoCloseable {
    /// Share of the heap up to which rows are kept on it.
    private static final int SHARE = 4;

    private final int width;
    private final Arena arena;
    private final MemorySegment rows;
    private final Optional<Scratch> file;
    private long written;

    private RowStore(int width, Arena arena, MemorySegment rows, Optional<Scratch> file) {
        this.width = width;
        this.arena = arena;
        this.rows = rows;
        this.file = file;
    }

    /// Room for so many rows of so many numbers.
    static RowStore of(long rows, int width) {
        return of(rows, width, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /// @param budget bytes up to which they are kept in memory
    static RowStore of(long rows, int width, long budget) {
        long bytes = Math.multiplyExact(rows, (long) width * Float.BYTES);
        if (bytes <= Math.min(budget, Integer.MAX_VALUE - 64L)) {
            return new RowStore(width, Arena.ofAuto(), MemorySegment.ofArray(new float[(int) (bytes / Float.BYTES)]),
                    Optional.empty());
        }
        Scratch scratch = Scratch.create();
        scratch.require(bytes);
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(scratch.file("rows"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new RowStore(width, arena, channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena),
                    Optional.of(scratch));
        } catch (IOException e) {
            arena.close();
            scratch.close();
            throw new UncheckedIOException("there is no room for " + bytes + " bytes of temporary files", e);
        }
    }

    /// Numbers a row.
    int width() {
        return width;
    }

    /// Whether the rows lie in a file.
    boolean isMapped() {
        return rows.isMapped();
    }

    void append(float[] row) {
        MemorySegment.copy(row, 0, rows, ValueLayout.JAVA_FLOAT, written, width);
        written += (long) width * Float.BYTES;
    }

    /// A single number.
    float get(int row, int column) {
        return rows.get(ValueLayout.JAVA_FLOAT, ((long) row * width + column) * Float.BYTES);
    }

    /// Some numbers of a row, from `column` on, as many as `into` takes.
    void get(int row, int column, float[] into) {
        MemorySegment.copy(rows, ValueLayout.JAVA_FLOAT, ((long) row * width + column) * Float.BYTES, into, 0,
                into.length);
    }

    @Override
    public void close() {
        if (isMapped()) {
            arena.close();
        }
        file.ifPresent(Scratch::close);
    }
}
