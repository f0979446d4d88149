package io.netloom.train;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A gate that somebody opens and closes from another thread. It is open at first.
public final class PauseGate implements Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private boolean paused;
    private boolean stopped;
    private int single;

    /// Lets training wait before its next step.
    public void pause() {
        change(() -> {
            paused = true;
            single = 0;
        });
    }

    /// Lets training go on.
    public void resume() {
        change(() -> paused = false);
    }

    /// Lets training learn from one batch and wait then.
    public void step() {
        change(() -> {
            single = paused ? single + 1 : 1;
            paused = true;
        });
    }

    /// Ends training, also while it waits. It cannot be taken back.
    public void stop() {
        change(() -> stopped = true);
    }

    @Override
    public Pass ask() {
        lock.lock();
        try {
            while (waits()) {
                moved.await();
            }
            if (stopped) {
                return Pass.STOP;
            }
            if (paused) {
                single--;
                return Pass.ONE;
            }
            return Pass.GO;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Pass.STOP;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean waits() {
        lock.lock();
        try {
            return paused && !stopped && single == 0;
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable how) {
        lock.lock();
        try {
            how.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
