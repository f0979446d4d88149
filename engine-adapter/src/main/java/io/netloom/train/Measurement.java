package io.netloom.train;

import io.netloom.check.CheckedGraph;
import io.netloom.compile.Objective;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Dataset;
import io.netloom.engine.Session;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Optional;

/// Judges a network on examples that it does not learn from.
public final class Measurement {
    private static final int MOST = 256;
    private static final long BYTES = 1L << 29;

    private Measurement() {}

    /// Examples that are judged or answered at once: fewer where the network's activations are large.
    public static int batchSize(CheckedGraph network) {
        return Math.clamp(BYTES / Math.max(1, network.activationBytes()), 1, MOST);
    }

    /// The metrics of those of these examples that can be read; empty where there are none to begin with.
    ///
    /// @throws BadInput if the data does not fit the network, or none can be read
    public static Optional<Metrics> of(Session session, Objective objective, Dataset data, int[] examples) {
        if (examples.length == 0) {
            return Optional.empty();
        }
        Wiring wiring = Wiring.of(objective, data);
        session.takeSums();
        int judged = 0;
        try (BatchStream stream = BatchStream.of(data, examples, batchSize(objective.network()))) {
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                session.evaluate(wiring.inputs(next.get()), wiring.targets(next.get()));
                judged += next.get().rows();
                stream.release(next.get());
            }
        }
        if (judged == 0) {
            throw new BadInput(Sentence.of("input.none-judgeable",
                    "None of the {0,number,0} examples that are to be judged can be read. The first is {1}.",
                    examples.length, data.describe(examples[0])));
        }
        return Optional.of(Metrics.of(objective.heads(), session.takeSums(), judged));
    }
}
