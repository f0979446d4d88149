package io.netloom.train;

import java.util.function.BooleanSupplier;

/// Is asked before each step whether training may go on, on the thread that trains. It may take its time to answer: that is how
/// training pauses.
@FunctionalInterface
public interface Gate {

    /// What training may do next.
    enum Pass {
        /// Go on.
        GO,
        /// Learn from one batch, and ask again.
        ONE,
        /// End, and keep what was learnt.
        STOP
    }

    /// What training may do now.
    Pass ask();

    /// Whether the next question would wait: time to say how far training has come.
    default boolean waits() {
        return false;
    }

    /// A gate that lets everything through until somebody wants it to stop.
    static Gate until(BooleanSupplier stop) {
        return () -> stop.getAsBoolean() ? Pass.STOP : Pass.GO;
    }
}
