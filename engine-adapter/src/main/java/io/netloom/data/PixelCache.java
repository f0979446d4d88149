package io.netloom.data;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/// Decoded pixels that are kept on the heap, so that later epochs need not decode again. When its room is used up, what
/// is kept stays and the rest is decoded each time: an epoch visits every picture once, so that dropping some for
/// others wins nothing.
final class PixelCache {
    private static final int ARRAY_HEADER_BYTES = 16;

    private final AtomicReferenceArray<byte[]> kept;
    private final long bytes;
    private final AtomicInteger room;
    private final AtomicInteger missing;

    /// @param examples how many there are
    /// @param bytes size of each
    /// @param budget bytes that may be kept
    PixelCache(int examples, long bytes, long budget) {
        kept = new AtomicReferenceArray<>(examples);
        this.bytes = bytes + ARRAY_HEADER_BYTES;
        room = new AtomicInteger((int) Math.min(examples, budget / this.bytes));
        missing = new AtomicInteger(examples);
    }

    /// The pixels of an example, decoded only if they are not kept.
    byte[] get(int example, IntFunction<byte[]> decode) {
        byte[] known = kept.get(example);
        if (known != null) {
            return known;
        }
        byte[] pixels = decode.apply(example);
        if (room.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            if (kept.compareAndSet(example, null, pixels)) {
                missing.decrementAndGet();
            } else {
                room.incrementAndGet();
            }
        }
        return pixels;
    }

    /// Bytes that it may still come to hold.
    long bytesToCome() {
        return room.get() * bytes;
    }

    /// Whether every example is kept.
    boolean isComplete() {
        return missing.get() == 0;
    }
}
