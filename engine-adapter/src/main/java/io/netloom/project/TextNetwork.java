package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.data.Feature;
import io.netloom.data.Tokenising;
import io.netloom.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/// From a row of tokens to a row of features. Few texts are read by the mean of their words' learned rows (Joulin et al. 2016,
/// https://arxiv.org/abs/1607.01759), which cannot learn them by heart; many by convolutions over three, four and five words, of each of which
/// the largest answer counts (Kim 2014, https://arxiv.org/abs/1408.5882). Neither changes with how far a text is filled up.
final class TextNetwork {
    private static final int MANY = 10_000;
    private static final int SIZE = 64;
    private static final int FILTERS = 64;
    private static final int MOST_EPOCHS = 30;
    private static final double RATE = 5e-3;
    private static final List<Integer> WORDS = List.of(3, 4, 5);

    private TextNetwork() {}

    /// What it does with texts, for the user.
    static Sentence reason(int examples) {
        return examples < MANY
                ? Sentence.of("reason.texts.mean", "by the mean of their tokens'' learned rows, for so few texts would"
                        + " teach convolutions only themselves,")
                : Sentence.of("reason.texts.convolutions",
                        "by convolutions over {0} to {1} neighbouring tokens, of which the largest answers count,",
                        WORDS.getFirst(), WORDS.getLast());
    }

    /// From an Input of its own to a row of features.
    static void draw(Sketch drawing, String name, Feature.Text text, int examples) {
        Tokenising tokens = text.tokens();
        drawing.begin(name, "Input", "shape", Integer.toString(text.width()));
        String input = drawing.last();
        String mask = drawing.add("mask " + name, "PaddingMask").last();
        drawing.from(input)
                .add("embed " + name, "Embedding", "vocabularySize", Integer.toString(tokens.vocabulary()), "size",
                        Integer.toString(SIZE), "paddingIndex", Integer.toString(Tokenising.PADDING))
                .add("dropout", "Dropout", "rate", "0.5").add("turn", "Permute");
        if (examples < MANY) {
            drawing.add("mean", "GlobalAvgPool").also(mask, 1);
            return;
        }
        String turned = drawing.last();
        List<String> ends = new ArrayList<>();
        for (int words : WORDS) {
            drawing.from(turned).add("conv", "Conv1d", "filters", Integer.toString(FILTERS), "kernelSize",
                    Integer.toString(words)).add("relu", "ReLU").add("largest", "GlobalMaxPool").also(mask, 1);
            ends.add(drawing.last());
        }
        drawing.from(ends.getFirst()).add("features", "Concat");
        for (int i = 1; i < ends.size(); i++) {
            drawing.also(ends.get(i), i);
        }
    }

    /// Rare words are seen seldom, and learn the faster for a higher rate.
    static TrainingPlan plan(TrainingPlan usual) {
        return usual.withLearningRate(RATE).withEpochs(Math.min(MOST_EPOCHS, usual.epochs()));
    }
}
