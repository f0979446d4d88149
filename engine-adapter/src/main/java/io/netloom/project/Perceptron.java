package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.compile.Learning;
import io.netloom.compile.Optimiser;
import io.netloom.data.Feature;
import io.netloom.data.Table;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/// A perceptron for tables: categories with many values become learned rows of numbers (Guo and Berkhahn 2016,
/// https://arxiv.org/abs/1604.06737) beside all other numbers, then come hidden layers.
final class Perceptron {
    private static final int MANY_ROWS = 5_000;
    private static final String DROPOUT = "0.2";
    private static final double RATE = 3e-3;
    private static final double FLOOR = 0.01;
    private static final double DECAY = 0.05;
    private static final int WIDEST_EMBEDDING = 32;

    private Perceptron() {}

    /// From the Inputs to the last hidden layer.
    ///
    /// @param examples how many there are
    /// @return what it takes, for the user
    static Sentence draw(Sketch drawing, Table table, int examples) {
        List<String> ends = new ArrayList<>();
        int embedded = 0;
        int numbers = 0;
        int texts = 0;
        for (var input : table.inputs().entrySet()) {
            if (input.getValue().getFirst() instanceof Feature.Category category
                    && category.coding() == Feature.Coding.EMBEDDING) {
                int size = embedding(category.places());
                drawing.begin(input.getKey(), "Input", "shape", "1");
                drawing.add("embed " + input.getKey(), "Embedding", "vocabularySize",
                        Integer.toString(category.places()), "size", Integer.toString(size)).add("flatten", "Flatten");
                embedded++;
                numbers += size;
            } else if (input.getValue().getFirst() instanceof Feature.Text text) {
                TextNetwork.draw(drawing, input.getKey(), text, examples);
                texts++;
            } else {
                int width = input.getValue().stream().mapToInt(Feature::width).sum();
                drawing.begin(input.getKey(), "Input", "shape", Integer.toString(width));
                numbers += width;
            }
            ends.add(drawing.last());
        }
        if (ends.size() > 1) {
            drawing.from(ends.getFirst()).add("together", "Concat");
            for (int i = 1; i < ends.size(); i++) {
                drawing.also(ends.get(i), i);
            }
        }
        if (texts == ends.size()) {
            drawing.add("dropout", "Dropout", "rate", DROPOUT);
            return read(texts, examples);
        }
        int[] units = examples < MANY_ROWS ? new int[] {64, 64} : new int[] {128, 64};
        for (int layer : units) {
            drawing.add("dense", "Dense", "units", Integer.toString(layer)).add("relu", "ReLU")
                    .add("dropout", "Dropout", "rate", DROPOUT);
        }
        Sentence layers = embedded == 0
                ? Sentence.of("reason.perceptron",
                        "{0} numbers each, through two hidden layers of {1} and {2} units with dropout,", numbers,
                        units[0], units[1])
                : Sentence.of("reason.perceptron.embedded",
                        "{0} numbers each (with the rows of {3,choice,1#1 embedding|1<{3} embeddings}), through two hidden"
                                + " layers of {1} and {2} units with dropout,",
                        numbers, units[0], units[1], embedded);
        return texts == 0 ? layers
                : Sentence.of("reason.beside", "{0} beside {1}", read(texts, examples), layers);
    }

    private static Sentence read(int texts, int examples) {
        return Sentence.of("reason.texts", "{0,choice,1#a text each|1<{0} texts each}, read {1}", texts,
                TextNetwork.reason(examples));
    }

    /// A plan for numbers to predict, which keeps small tables from being learnt by heart: weights decay, and the learning rate falls. It
    /// was chosen on one table of earthquakes; classes keep the usual plan.
    static TrainingPlan plan(TrainingPlan usual) {
        return new TrainingPlan(usual.epochs(), usual.batchSize(), RATE, new Schedule.Cosine(FLOOR),
                Learning.by(new Optimiser.AdamW(0.9, 0.999, 1e-8, DECAY, false)), usual.patience(), usual.losses(),
                usual.lossWeights(), usual.fractions(), usual.seed());
    }

    /// How many numbers stand for one of so many categories: a rule of thumb that fastai's users know.
    private static int embedding(int places) {
        return Math.clamp(Math.round(1.6 * Math.pow(places, 0.56)), 2, WIDEST_EMBEDDING);
    }
}
