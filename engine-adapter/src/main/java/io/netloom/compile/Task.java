package io.netloom.compile;

import java.util.List;

/// What an output is to learn.
public sealed interface Task {

    /// One of several classes; targets are indices into `classes`, the network gives one logit a class.
    record Classification(List<String> classes) implements Task {
        public Classification {
            classes = List.copyOf(classes);
        }
    }

    /// One number. The network learns `(y - mean) / std`; `predict` and every metric speak in the target's own unit.
    record Regression(float mean, float std) implements Task {}
}
