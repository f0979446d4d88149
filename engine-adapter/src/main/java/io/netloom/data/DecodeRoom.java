package io.netloom.data;

import io.netloom.shape.Bytes;
import io.netloom.shape.Sentence;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/// The memory that pictures may take while they are decoded, all threads together: what a file claims is weighed before anything
/// is allocated for it, large pictures wait for each other, and those that are larger than all of it are refused.
final class DecodeRoom {
    private static final int SHARE = 4;
    private static final int UNIT = 1 << 16;

    private final int units;
    private final Semaphore free;

    private DecodeRoom(long bytes) {
        units = Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
        free = new Semaphore(units, true);
    }

    /// A quarter of the largest size of the heap.
    static DecodeRoom ofHeap() {
        return ofBytes(Runtime.getRuntime().maxMemory() / SHARE);
    }

    static DecodeRoom ofBytes(long bytes) {
        return new DecodeRoom(bytes);
    }

    /// What is done while memory is taken.
    interface Work<T> {
        T run() throws IOException;
    }

    /// Waits until there is so much room, and holds it while the work is done.
    ///
    /// @throws IOException if there never is, or the work fails
    <T> T with(long bytes, Work<T> work) throws IOException {
        int wanted = Math.clamp(Math.ceilDiv(bytes, UNIT), 1, Integer.MAX_VALUE);
        if (wanted > units) {
            throw new Unusable(Sentence.of("reason.no-room",
                    "it takes about {0} of memory to decode, and {1} are set aside for that", Bytes.text(bytes),
                    Bytes.text((long) units * UNIT)));
        }
        free.acquireUninterruptibly(wanted);
        try {
            return work.run();
        } finally {
            free.release(wanted);
        }
    }
}
