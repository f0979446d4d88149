package io.netloom.evaluate;

import io.netloom.compile.Compiler;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.train.Measurement;
import io.netloom.train.Metrics;
import io.netloom.train.TrainedModel;

/// Judges a trained model on labelled examples.
public final class Evaluation {
    private Evaluation() {}

    /// The metrics of a model on these examples.
    ///
    /// @param data was opened with the model's own targets
    /// @throws BadInput if there are no examples, or they do not fit the network
    public static Metrics of(TrainedModel model, Dataset data, int[] examples, ComputeDevice device) {
        try (Session session = Session.open(Compiler.evaluation(model.objective(), model.weights()), device)) {
            return Measurement.of(session, model.objective(), data, examples)
                    .orElseThrow(() -> new BadInput(Sentence.of("tryout.no-examples",
                            "There are no examples to evaluate on. Give others with --data.")));
        }
    }
}
