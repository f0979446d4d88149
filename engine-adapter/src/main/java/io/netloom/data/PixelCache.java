package io.netloom.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Decoded pixels, so that later epochs need not decode again: on the heap up to a budget, and in a file beyond it. What is kept
/// stays: an epoch visits every picture once, so that dropping some for others wins nothing.
final class PixelCache implements AutoCloseable {
    private static final int ARRAY_HEADER_BYTES = 16;

    private final AtomicReferenceArray<byte[]> kept;
    private final long bytes;
    private final AtomicInteger room;
    private final AtomicInteger missing;
    private final PixelFile beyond;

    /// How an example becomes pixels.
    interface Decoder {
        byte[] decode(int example) throws IOException;
    }

    /// @param examples how many there are
    /// @param bytes size of each
    /// @param budget bytes that may be kept on the heap
    /// @param folder where a file is made for what goes beyond
    PixelCache(int examples, int bytes, long budget, Path folder) {
        kept = new AtomicReferenceArray<>(examples);
        this.bytes = bytes + ARRAY_HEADER_BYTES;
        room = new AtomicInteger((int) Math.min(examples, budget / this.bytes));
        missing = new AtomicInteger(examples);
        beyond = new PixelFile(folder, examples, bytes);
    }

    /// The pixels of an example, decoded only if they are not kept.
    byte[] get(int example, Decoder decoder) throws IOException {
        byte[] known = kept.get(example);
        if (known != null) {
            return known;
        }
        Optional<byte[]> filed = beyond.read(example);
        if (filed.isPresent()) {
            return filed.get();
        }
        byte[] pixels = decoder.decode(example);
        if (room.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            beyond.write(example, pixels);
        } else if (kept.compareAndSet(example, null, pixels)) {
            missing.decrementAndGet();
        } else {
            room.incrementAndGet();
        }
        return pixels;
    }

    /// An example will never be asked for again.
    void giveUp() {
        missing.decrementAndGet();
    }

    /// Bytes of the heap that it may still come to hold.
    long bytesToCome() {
        return room.get() * bytes;
    }

    /// Whether every example is kept on the heap.
    boolean isComplete() {
        return missing.get() <= 0;
    }

    @Override
    public void close() {
        beyond.close();
    }
}
