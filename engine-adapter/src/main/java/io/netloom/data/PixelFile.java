package io.netloom.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Decoded pixels in a file that is mapped into memory and removed when it is closed, or when the process ends in whatever way.
/// It grows by stretches, as pictures come, as long as there is plenty of room on the disk; what comes later is not kept.
final class PixelFile implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PixelFile.class.getName());
    private static final long STRETCH_BYTES = 1 << 25;
    private static final int WRITTEN_AT_ONCE = 1 << 20;
    /// What is left to others on the disk.
    private static final long RESERVE_BYTES = 1L << 30;
    private static final int CLAIMED = -1;

    private final Path folder;
    private final int bytes;
    private final int perStretch;
    /// For each example the number of its slot, counted from 1; 0 where it has none.
    private final AtomicIntegerArray slots;
    private final AtomicReferenceArray<MemorySegment> stretches;
    private final Arena arena = Arena.ofShared();
    private Optional<FileChannel> file = Optional.empty();
    private int used;
    private boolean full;

    /// @param folder where the file is made, once it is needed
    /// @param examples how many there are
    /// @param bytes size of each
    PixelFile(Path folder, int examples, int bytes) {
        this.folder = folder;
        this.bytes = bytes;
        this.perStretch = (int) Math.max(1, STRETCH_BYTES / bytes);
        this.slots = new AtomicIntegerArray(examples);
        this.stretches = new AtomicReferenceArray<>(Math.ceilDiv(examples, perStretch));
    }

    /// The pixels of an example, if they are kept.
    Optional<byte[]> read(int example) {
        int slot = slots.get(example);
        if (slot <= 0) {
            return Optional.empty();
        }
        byte[] pixels = new byte[bytes];
        MemorySegment.copy(stretch(slot), ValueLayout.JAVA_BYTE, offset(slot), pixels, 0, bytes);
        return Optional.of(pixels);
    }

    /// Keeps the pixels of an example, where there is room.
    void write(int example, byte[] pixels) {
        if (!slots.compareAndSet(example, 0, CLAIMED)) {
            return;
        }
        int slot = take();
        if (slot > 0) {
            MemorySegment.copy(pixels, 0, stretch(slot), ValueLayout.JAVA_BYTE, offset(slot), bytes);
        }
        slots.set(example, slot);
    }

    private MemorySegment stretch(int slot) {
        return stretches.get((slot - 1) / perStretch);
    }

    private long offset(int slot) {
        return (long) ((slot - 1) % perStretch) * bytes;
    }

    private synchronized int take() {
        if (full) {
            return 0;
        }
        if (used % perStretch == 0) {
            try {
                grow(used / perStretch);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.INFO, "no more pictures are kept in " + folder, e);
                full = true;
                return 0;
            }
        }
        return ++used;
    }

    /// The stretch is written before it is mapped, so that a full disk is told of here and not by a fault in the memory.
    private void grow(int stretch) throws IOException {
        if (file.isEmpty()) {
            Files.createDirectories(folder);
            Path path = Files.createTempFile(folder, "pictures-", ".tmp");
            file = Optional.of(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        }
        long length = (long) perStretch * bytes;
        FileStore disk = Files.getFileStore(folder);
        if (disk.getUsableSpace() < length + RESERVE_BYTES) {
            throw new IOException("there is little room on " + disk);
        }
        ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(WRITTEN_AT_ONCE, length));
        long end = (stretch + 1) * length;
        for (long at = stretch * length; at < end;) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), end - at));
            at += file.get().write(zeros, at);
        }
        stretches.set(stretch, file.get().map(FileChannel.MapMode.READ_WRITE, stretch * length, length, arena));
    }

    @Override
    public synchronized void close() {
        full = true;
        if (!arena.scope().isAlive()) {
            return;
        }
        arena.close();
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a file in " + folder, e);
        }
    }
}
