package io.netloom.train;

/// How fast training goes, and when it is time to say so.
final class Pace {
    private static final long INTERVAL_NANOS = 100_000_000;

    private final long total;
    private final long began = System.nanoTime();
    private long told = began;
    private long done;
    private long waited;

    /// @param total examples that are to be learnt from
    Pace(long total) {
        this.total = total;
    }

    /// Leaves out time in which nothing was to be done.
    void leaveOut(long nanos) {
        waited += nanos;
    }

    void add(int examples) {
        done += examples;
    }

    /// Whether the last word was a while ago; if so, this is the next.
    boolean due() {
        long now = System.nanoTime();
        boolean due = now - told >= INTERVAL_NANOS;
        if (due) {
            told = now;
        }
        return due;
    }

    double rate() {
        return done * 1e9 / (System.nanoTime() - began - waited);
    }

    double secondsLeft() {
        return (total - done) / rate();
    }
}
