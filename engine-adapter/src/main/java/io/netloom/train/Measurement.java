package io.netloom.train;

import io.netloom.compile.Head;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Dataset;
import io.netloom.engine.Session;
import java.util.List;
import java.util.Optional;

/// Judges a network on examples that it does not learn from.
public final class Measurement {
    private static final int BATCH_SIZE = 256;

    private Measurement() {}

    /// The metrics of these examples; empty where there are none.
    public static Optional<Metrics> of(Session session, List<Head> heads, Dataset data, int[] examples) {
        if (examples.length == 0) {
            return Optional.empty();
        }
        session.takeSums();
        try (BatchStream stream = BatchStream.of(data, examples, BATCH_SIZE)) {
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                session.evaluate(next.get().inputTensors(), next.get().targetTensors());
                stream.release(next.get());
            }
        }
        return Optional.of(Metrics.of(heads, session.takeSums(), examples.length));
    }
}
