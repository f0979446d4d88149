package io.netloom.evaluate;

import io.netloom.compile.Compiler;
import io.netloom.compile.Task;
import io.netloom.compile.TensorData;
import io.netloom.data.Tokenising;
import io.netloom.data.Vocabulary;
import io.netloom.engine.ComputeDevice;
import io.netloom.engine.Session;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.train.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Lets a trained model go on with a text, token by token.
public final class Continuation {
    private final Vocabulary vocabulary;
    private final Task.Tokens task;
    private final double temperature;
    private final RandomGenerator random;

    private Continuation(Vocabulary vocabulary, Task.Tokens task, double temperature, RandomGenerator random) {
        this.vocabulary = vocabulary;
        this.task = task;
        this.temperature = temperature;
        this.random = random;
    }

    /// How the next token is chosen.
    ///
    /// @param tokens how many there are to be, 1 to 1,000,000
    /// @param temperature 0 always takes the likeliest; 1 takes each as often as the model says; from 0 to 100
    /// @param seed fixes what is drawn
    public record Drawing(int tokens, double temperature, long seed) {
        private static final int MOST_TOKENS = 1_000_000;
        private static final double HOTTEST = 100;

        /// @throws BadInput for a value outside its range
        public Drawing {
            if (tokens < 1 || tokens > MOST_TOKENS) {
                throw new BadInput(Sentence.of("tryout.tokens",
                        "A text goes on for 1 to 1,000,000 tokens, not {0,number,0}.", tokens));
            }
            if (!(0 <= temperature && temperature <= HOTTEST)) {
                throw new BadInput(Sentence.of("tryout.temperature",
                        "The temperature must be 0 to 100, not {0}.", String.valueOf(temperature)));
            }
        }
    }

    /// Goes on with a text.
    ///
    /// @param vocabulary with which the model was trained
    /// @param prompt what stands before, of which the model sees the last tokens
    /// @param text takes what is new, piece by piece
    /// @throws BadInput if the model does not continue texts, or the prompt is empty
    public static void of(TrainedModel model, Vocabulary vocabulary, String prompt, Drawing drawing,
            ComputeDevice device, Consumer<String> text) {
        if (!(model.objective().heads().getFirst().task() instanceof Task.Tokens task)) {
            throw new BadInput(Sentence.of("tryout.no-text",
                    "This model does not continue texts: it gives {0}. Use `netloom predict`, or train on a"
                            + " plain text file.",
                    model.objective().heads().getFirst().task().description()));
        }
        int[] known = vocabulary.encode(prompt);
        if (known.length == 0) {
            throw new BadInput(Sentence.of("tryout.no-prompt",
                    "There is nothing to go on from. Give some text with --prompt."));
        }
        var continuation = new Continuation(vocabulary, task, drawing.temperature(),
                new SplittableRandom(drawing.seed()));
        try (Session session = Session.open(Compiler.inference(model.objective(), model.weights()), device)) {
            continuation.run(session, known, drawing.tokens(), text);
        }
    }

    private void run(Session session, int[] prompt, int count, Consumer<String> text) {
        int[] all = Arrays.copyOf(prompt, prompt.length + count);
        for (int at = prompt.length; at < all.length; at++) {
            int from = Math.max(0, at - task.length());
            float[] window = new float[task.length()];
            for (int i = from; i < at; i++) {
                window[i - from] = all[i];
            }
            var row = new TensorData(ElementType.FLOAT32, List.of(1L, (long) window.length),
                    TensorData.of(window).data());
            float[] answer = session.predict(List.of(row)).getFirst()[0];
            all[at] = draw(answer, (at - from - 1) * task.places());
            // The token before says whether a space comes between.
            String tail = vocabulary.decode(all[at - 1]);
            text.accept(vocabulary.decode(all[at - 1], all[at])
                    .substring(tail.length()));
        }
    }

    /// Draws one of the places whose probabilities begin at `first`; never one that stands for no token, or that the vocabulary does not fill.
    private int draw(float[] probabilities, int first) {
        int end = Tokenising.UNKNOWN + 1 + vocabulary.tokens().size();
        double[] shares = new double[end];
        int best = Tokenising.UNKNOWN + 1;
        for (int place = best; place < end; place++) {
            best = probabilities[first + place] > probabilities[first + best] ? place : best;
        }
        if (temperature == 0) {
            return best;
        }
        double sum = 0;
        for (int place = Tokenising.UNKNOWN + 1; place < end; place++) {
            shares[place] = Math.pow(probabilities[first + place] / (double) probabilities[first + best],
                    1 / temperature);
            sum += shares[place];
        }
        double point = random.nextDouble() * sum;
        for (int place = Tokenising.UNKNOWN + 1; place < end; place++) {
            point -= shares[place];
            if (point < 0) {
                return place;
            }
        }
        return best;
    }
}
