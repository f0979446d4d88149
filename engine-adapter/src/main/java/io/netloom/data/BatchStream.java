package io.netloom.data;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Batches of examples in a wanted order, read ahead on worker threads into a few buffers that go round.
///
/// One thread consumes: it calls [#next], uses the batch, and gives it back with [#release]; at most two batches may be
/// out at a time. Where all data is in memory and a batch is small, it is copied on the consumer's own thread, because
/// handing it from thread to thread costs more than the copy; a large one is copied by one worker, and pictures are
/// decoded by several.
///
/// An example that turns out to be damaged is passed over: its batch has a row less ([Batch#asked] still counts it), and a batch of
/// which nothing is left does not come.
public final class BatchStream implements AutoCloseable {
    private static final long SMALL_BATCH_BYTES = 1 << 18;
    private static final long READ_AHEAD_BYTES = 1 << 28;
    private static final int MOST_WORKERS = 8;
    private static final int OUT_AT_ONCE = 2;

    private final Dataset dataset;
    private final int batchSize;
    private final int ahead;
    private final Optional<ExecutorService> workers;
    private final Deque<Future<Batch>> pending = new ArrayDeque<>();
    private final Deque<Batch> free = new ArrayDeque<>();
    private final Optional<Augmenter> augmenter;
    private final Set<Batch> out = Collections.newSetFromMap(new IdentityHashMap<>());
    private int[] examples;
    private int epoch;
    private int begun;
    private volatile boolean closed;

    private BatchStream(Dataset dataset, int[] examples, int batchSize, int threads, Optional<Augmenter> augmenter,
            int epoch) {
        this.dataset = dataset;
        this.augmenter = augmenter;
        this.epoch = epoch;
        this.batchSize = batchSize;
        this.examples = examples.clone();
        this.ahead = threads + 1;
        for (int i = 0; i < ahead + OUT_AT_ONCE; i++) {
            free.add(Batch.allocate(dataset.inputs(),
                    augmenter.map(Augmenter::targets).orElseGet(dataset::targets), batchSize));
        }
        this.workers = threads == 0
                ? Optional.empty()
                : Optional.of(Executors.newFixedThreadPool(threads,
                        Thread.ofPlatform().daemon().name("netloom-read-", 0).factory()));
    }

    /// A stream of these examples in this order; the last batch holds what is left over.
    ///
    /// @param batchSize examples in a batch, at least 1
    /// @throws io.netloom.shape.BadInput if a batch is too large for memory
    public static BatchStream of(Dataset dataset, int[] examples, int batchSize) {
        return new BatchStream(dataset, examples, Math.min(batchSize, Math.max(1, examples.length)),
                threads(dataset, batchSize, dataset.inMemory()), Optional.empty(), 0);
    }

    /// The same, of pictures that are changed at random.
    ///
    /// @param epoch that [#restart(int\[\], int)] counts on from
    public static BatchStream augmented(Dataset dataset, int[] examples, int batchSize, Augmenter augmenter,
            int epoch) {
        boolean copies = augmenter.isIdle() && dataset.inMemory();
        return new BatchStream(dataset, examples, Math.min(batchSize, Math.max(1, examples.length)),
                threads(dataset, batchSize, copies), Optional.of(augmenter), epoch);
    }

    private static int threads(Dataset dataset, int batchSize, boolean copies) {
        long bytes = dataset.inputs().stream().mapToLong(input -> input.shape().bytes()).sum() * batchSize;
        if (copies) {
            return bytes <= SMALL_BATCH_BYTES ? 0 : 1;
        }
        int cores = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_WORKERS);
        return Math.clamp(READ_AHEAD_BYTES / bytes, 1, cores);
    }

    /// Bytes of the buffers of a stream of batches of this size.
    public static double bytes(Dataset dataset, int batchSize) {
        double row = dataset.inputs().stream().mapToDouble(input -> input.shape().bytes()).sum();
        return row * batchSize * (threads(dataset, batchSize, dataset.inMemory()) + 1 + OUT_AT_ONCE);
    }

    /// The next batch, or empty when all examples were seen. It waits until the batch is read.
    ///
    /// @throws io.netloom.shape.BadInput if an example cannot be read; the stream is then of no more use
    /// @throws CancellationException if the waiting thread was interrupted
    /// @throws IllegalStateException if the stream is closed, or two batches are out already
    public Optional<Batch> next() {
        if (closed) {
            throw new IllegalStateException("the stream is closed");
        }
        if (out.size() == OUT_AT_ONCE) {
            throw new IllegalStateException("two batches are out; release one before the next");
        }
        int before = 0;
        readAhead();
        while (!pending.isEmpty()) {
            Batch batch = await(pending.remove());
            if (batch.rows() > 0) {
                batch.takeOver(before);
                out.add(batch);
                return Optional.of(batch);
            }
            before += batch.asked();
            free.add(batch);
            readAhead();
        }
        return Optional.empty();
    }

    /// Gives a batch back; its buffers are then filled anew.
    public void release(Batch batch) {
        if (!out.remove(batch)) {
            throw new IllegalArgumentException("this batch is not out");
        }
        free.add(batch);
        if (workers.isPresent() && !closed) {
            readAhead();
        }
    }

    /// Starts again with another order, the next epoch, on the same buffers and threads.
    ///
    /// @throws IllegalStateException if the stream was not read to its end, or a batch is still out
    public void restart(int[] order) {
        restart(order, epoch);
    }

    /// The same, for pictures that are changed at random.
    ///
    /// @param newEpoch counted from 1
    public void restart(int[] order, int newEpoch) {
        if (closed || !out.isEmpty() || !pending.isEmpty() || begun < examples.length) {
            throw new IllegalStateException("only a stream that was read to its end can start again");
        }
        examples = order.clone();
        begun = 0;
        epoch = newEpoch;
        if (workers.isPresent()) {
            readAhead();
        }
    }

    private void readAhead() {
        while (begun < examples.length && pending.size() < ahead && !free.isEmpty()) {
            int end = Math.min(examples.length, begun + batchSize);
            Batch batch = free.remove();
            batch.hold(Arrays.copyOfRange(examples, begun, end));
            begun = end;
            int now = epoch;
            FutureTask<Batch> task = new FutureTask<>(() -> fill(batch, now));
            workers.ifPresentOrElse(threads -> threads.execute(task), task);
            pending.add(task);
        }
    }

    private Batch fill(Batch batch, int now) {
        int[] held = batch.examples();
        int[] readable = new int[held.length];
        int rows = 0;
        for (int i = 0; i < held.length && !closed; i++) {
            try {
                dataset.read(held[i], batch, rows);
            } catch (UnreadableExample _) {
                continue; // the data set keeps account of it
            }
            int row = rows;
            int example = held[i];
            augmenter.ifPresent(changes -> changes.apply(batch, row, example, now));
            readable[rows++] = example;
        }
        if (rows < held.length) {
            batch.keep(Arrays.copyOf(readable, rows));
        }
        return batch;
    }

    private static Batch await(Future<Batch> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted while waiting for data");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /// Stops reading. It waits for the workers, each of which ends with the example that it is at.
    @Override
    public void close() {
        closed = true;
        workers.ifPresent(ExecutorService::close);
    }
}
