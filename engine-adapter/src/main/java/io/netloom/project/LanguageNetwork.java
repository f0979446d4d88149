package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.compile.Learning;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Task;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.util.Map;
import java.util.Optional;

/// Networks that say which token comes next, for every token of a window: an LSTM where there are few, a small causal transformer
/// where there are many.
final class LanguageNetwork {
    private static final int MANY = 5_000;
    private static final int STEPS = 2_000;

    private LanguageNetwork() {}

    /// From the Input to the Output.
    ///
    /// @return what it is, for the user
    static Sentence draw(Sketch drawing, String input, String target, Task.Tokens tokens, int examples) {
        drawing.begin(input, "Input", "shape", Integer.toString(tokens.length()));
        String places = Integer.toString(tokens.places());
        Sentence what;
        if (examples < MANY) {
            drawing.add("embed", "Embedding", "vocabularySize", places, "size", "32")
                    .add("lstm", "LSTM", "units", "128", "steps", "all").add("dropout", "Dropout", "rate", "0.2");
            what = Sentence.of("reason.text.lstm", "through an LSTM, which learns from little text,");
        } else {
            drawing.add("embed", "Embedding", "vocabularySize", places, "size", "128").add("position",
                    "LearnedPosition");
            for (int block = 1; block <= 2; block++) {
                drawing.add("block" + block, "TransformerEncoder", "heads", "4", "feedForward", "256", "causal",
                        "true");
            }
            drawing.add("norm", "LayerNorm");
            what = Sentence.of("reason.text.transformer",
                    "through two causal transformer blocks, which see what came before and nothing else,");
        }
        drawing.add("head", "PositionwiseDense", "units", places);
        drawing.add(target, "Output");
        return Sentence.of("reason.text.windows", "windows of {0} tokens, {1}", tokens.length(), what);
    }

    /// Gradients through many steps are clipped, and the rate falls.
    static TrainingPlan plan(TrainingPlan usual, int examples) {
        int epochs = Math.clamp(STEPS * (long) usual.batchSize() / examples, 2, 100);
        return new TrainingPlan(epochs, usual.batchSize(), examples < MANY ? 3e-3 : 1e-3, new Schedule.Cosine(0.05),
                new Learning(new Optimiser.Adam(), 0, new Learning.Clipping.ByNorm(1), 1, 0, Map.of(),
                        Optional.empty()),
                usual.patience(), usual.losses(), usual.lossWeights(), usual.fractions(), usual.seed());
    }
}
