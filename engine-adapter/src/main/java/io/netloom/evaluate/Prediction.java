package io.netloom.evaluate;

import io.netloom.compile.Compiler;
import io.netloom.data.Batch;
import io.netloom.data.BatchStream;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.train.Measurement;
import io.netloom.train.TrainedModel;
import io.netloom.train.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Applies a trained model to examples whose answer nobody knows.
public final class Prediction {
    private Prediction() {}

    /// Takes answers, one example after the other.
    @FunctionalInterface
    public interface Answers {
        /// @param example number of the example in its data set
        /// @param heads for each head of the network what `predict` gives, flat: a probability a class or a tag, the
        ///     shares, the numbers, or the entries of a picture, channel by channel
        void accept(int example, List<float[]> heads);
    }

    /// Predicts every example of a data set that can be read, in its order.
    ///
    /// @param data needs no targets
    /// @return how many
    /// @throws io.netloom.shape.BadInput if the data does not fit the network
    public static int of(TrainedModel model, Dataset data, ComputeDevice device, Answers answers) {
        return of(model, data, IntStream.range(0, data.size()).toArray(), device, answers);
    }

    /// Predicts some examples of a data set, in the order in which they are given.
    ///
    /// @return how many could be read
    /// @throws io.netloom.shape.BadInput if the data does not fit the network
    public static int of(TrainedModel model, Dataset data, int[] examples, ComputeDevice device, Answers answers) {
        Wiring wiring = Wiring.of(model.objective(), data);
        int answered = 0;
        try (Session session = Session.open(Compiler.inference(model.objective(), model.weights()), device);
                BatchStream stream = BatchStream.of(data, examples,
                        Measurement.batchSize(model.objective().network()))) {
            for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
                Batch batch = next.get();
                List<float[][]> heads = session.predict(wiring.inputs(batch));
                int[] held = batch.examples();
                for (int row = 0; row < held.length; row++) {
                    int r = row;
                    answers.accept(held[row], heads.stream().map(head -> head[r]).toList());
                }
                answered += batch.rows();
                stream.release(batch);
            }
        }
        return answered;
    }
}
