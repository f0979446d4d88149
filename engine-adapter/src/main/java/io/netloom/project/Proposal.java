package io.netloom.project;

import io.netloom.shape.Sentence;
import io.netloom.compile.Optimiser;
import io.netloom.compile.Task;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Feature;
import io.netloom.data.Fractions;
import io.netloom.data.Input;
import io.netloom.data.Series;
import io.netloom.data.Table;
import io.netloom.data.Target;
import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.shape.Shape;
import io.netloom.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A sensible first network for some data, and why.
///
/// @param project network, data and plan
/// @param reason one paragraph for the user
public record Proposal(Project project, Sentence reason) {
    private static final int BATCH_SIZE = 32;
    private static final int STEPS_WORTH_TAKING = 2_000;
    private static final int SMALLEST_MAP = 8;
    private static final int MOST_STAGES = 5;
    private static final int MOST_FEATURES = 10_000;
    private static final int SMALLEST_RESIDUAL = 32;
    private static final int FEWEST_RESIDUAL = 300;
    private static final int RESIDUAL_STAGES = 3;
    private static final int BLOCKS_A_STAGE = 2;

    /// Looks at data and proposes a network: a convolutional one for images, residual where they are large and many, a
    /// U-Net where each pixel has a class, an autoencoder where the input is to be given back, a perceptron for tables, in which texts are
    /// read by a [TextNetwork], gated recurrent units for forecasts, a [LanguageNetwork] for a plain text.
    ///
    /// @throws io.netloom.shape.BadInput if the data cannot be used
    public static Proposal of(DataSource source, Dataset data) {
        return of(source, data, List.of());
    }

    /// The same, with what there is to say about the data already.
    ///
    /// @param remarks what was done with the data
    public static Proposal of(DataSource source, Dataset data, List<Sentence> remarks) {
        if (source instanceof Series series) {
            return Forecaster.propose(series, data, remarks);
        }
        var drawing = new Sketch();
        var parts = new ArrayList<Sentence>();
        boolean autoencoder = data.targets().stream().anyMatch(t -> t.task() instanceof Task.Reconstruction);
        if (source instanceof Table table) {
            parts.add(Perceptron.draw(drawing, table, data.size()));
        }
        if (data.targets().getFirst().task() instanceof Task.Tokens tokens) {
            return text(source, data, tokens, remarks);
        }
        for (Input input : source instanceof Table ? List.<Input>of() : data.inputs()) {
            drawing.begin(input.name(), "Input", "shape", input.shape().toString());
            parts.add(autoencoder ? Autoencoder.encoder(drawing, input.shape())
                    : data.targets().getFirst().task() instanceof Task.Segmentation(List<String> classes, int _, int _)
                            ? UNet.draw(drawing, input.shape(), classes.size())
                            : trunk(drawing, input.shape(), data.size()));
        }
        String last = drawing.last();
        var goals = new ArrayList<Sentence>();
        for (Target target : data.targets()) {
            drawing.from(last);
            goals.add(head(drawing, target, data));
        }
        int steps = source instanceof Table ? 2 * STEPS_WORTH_TAKING : STEPS_WORTH_TAKING;
        int epochs = Math.clamp(steps * (long) BATCH_SIZE / data.size(), 5, 100);
        var usual = new TrainingPlan(epochs, BATCH_SIZE, 1e-3, new Optimiser.Adam(), Fractions.DEFAULT, 1);
        boolean numbers = data.targets().stream().allMatch(t -> t.task() instanceof Task.Regression);
        TrainingPlan plan = hasText(source) ? TextNetwork.plan(usual)
                : source instanceof Table && numbers ? Perceptron.plan(usual) : usual;
        var reason = new ArrayList<>(List.of(
                Sentence.of("reason.goal", "{0} examples with {1} are to give {2}.", data.size(), Sentence.and(parts),
                        Sentence.and(goals)),
                Sentence.of("reason.plan",
                        "The plan is {0} epochs of {1} in batches of {2}; the weights of the epoch with the smallest"
                                + " validation loss are kept.",
                        plan.epochs(), plan.learning().optimiser().getClass().getSimpleName(), BATCH_SIZE)));
        reason.addAll(remarks);
        return new Proposal(new Project(drawing.graph(), Optional.of(source), plan), Sentence.inTurn(reason));
    }

    private static Proposal text(DataSource source, Dataset data, Task.Tokens tokens, List<Sentence> remarks) {
        var drawing = new Sketch();
        Sentence what = LanguageNetwork.draw(drawing, data.inputs().getFirst().name(), data.targets().getFirst().name(),
                tokens, data.size());
        TrainingPlan plan = LanguageNetwork.plan(TrainingPlan.usual(), data.size());
        var reason = new ArrayList<>(List.of(
                Sentence.of("reason.text", "{0} {1} are to say at each token which comes next.", data.size(), what),
                Sentence.of("reason.text.plan",
                        "The plan is {0} epochs of Adam in batches of {1}, with gradients that are clipped and a rate that"
                                + " falls; the weights of the epoch with the smallest validation loss are kept. The end"
                                + " of the text is kept back for validation and test.",
                        plan.epochs(), plan.batchSize())));
        reason.addAll(remarks);
        return new Proposal(new Project(drawing.graph(), Optional.of(source), plan), Sentence.inTurn(reason));
    }

    private static boolean hasText(DataSource source) {
        return source instanceof Table table && table.inputs().values().stream()
                .anyMatch(features -> features.getFirst() instanceof Feature.Text);
    }

    private static Sentence trunk(Sketch drawing, Shape shape, int examples) {
        if (shape.rank() != 3) {
            drawing.add("dense", "Dense", "units", "64").add("relu", "ReLU");
            drawing.add("dense", "Dense", "units", "64").add("relu", "ReLU");
            return Sentence.of("reason.two-layers", "{0} numbers each, through two hidden layers of 64 units,",
                    shape.elements());
        }
        return Math.min(shape.size(1), shape.size(2)) >= SMALLEST_RESIDUAL && examples >= FEWEST_RESIDUAL
                ? residual(drawing, shape)
                : pyramid(drawing, shape);
    }

    /// Like the network of He et al. (2015) for small images: few filters, as everybody's processor must do.
    private static Sentence residual(Sketch drawing, Shape shape) {
        long side = Math.min(shape.size(1), shape.size(2));
        boolean large = side >= 2 * SMALLEST_RESIDUAL;
        drawing.add("stem", "Conv2d", "filters", "16", "stride", large ? "2" : "1", "bias", "false")
                .add("norm", "BatchNorm").add("relu", "ReLU");
        for (long left = large ? side / 2 : side; left >= 2 * SMALLEST_RESIDUAL; left /= 2) {
            drawing.add("pool", "MaxPool2d");
        }
        for (int stage = 0; stage < RESIDUAL_STAGES; stage++) {
            var filters = Map.of("filters", Integer.toString(16 << stage));
            if (stage > 0) {
                drawing.add("half", Templates.halvingResidual().with("conv1", filters).with("conv2", filters)
                        .with("shortcut", filters).composite());
            }
            for (int i = stage > 0 ? 1 : 0; i < BLOCKS_A_STAGE; i++) {
                drawing.add("res", Templates.residual().with("conv1", filters).with("conv2", filters).composite());
            }
        }
        drawing.add("mean", "GlobalAvgPool");
        return Sentence.of("reason.residual",
                "images of {0}, through {1} stages of residual blocks like ResNet''s,", shape.toString(),
                RESIDUAL_STAGES);
    }

    /// Like LeNet (LeCun et al. 1998).
    private static Sentence pyramid(Sketch drawing, Shape shape) {
        long height = shape.size(1);
        long width = shape.size(2);
        int stages = 0;
        long filters = 16;
        while (stages < MOST_STAGES && Math.min(height, width) >= SMALLEST_MAP || stages == 0) {
            filters = Math.min(256, filters * 2);
            drawing.add("conv", "Conv2d", "filters", Long.toString(filters)).add("relu", "ReLU");
            if (Math.min(height, width) >= 2) {
                drawing.add("pool", "MaxPool2d");
                height /= 2;
                width /= 2;
            }
            stages++;
        }
        drawing.add("flatten", filters * height * width <= MOST_FEATURES ? "Flatten" : "GlobalAvgPool");
        drawing.add("dense", "Dense", "units", "128").add("relu", "ReLU").add("dropout", "Dropout", "rate", "0.3");
        return Sentence.of("reason.pyramid",
                "images of {0}, through {1} stages of convolution and pooling like LeNet''s,", shape.toString(),
                stages);
    }

    private static Sentence head(Sketch drawing, Target target, Dataset data) {
        return switch (target.task()) {
            case Task.Classification(List<String> classes) ->
                dense(drawing, target, classes.size(), Sentence.of("reason.class", "one of {0} classes of ''{1}''",
                        classes.size(), target.name()));
            case Task.Regression(List<Task.Spread> numbers) -> dense(drawing, target, numbers.size(),
                    Sentence.of("reason.number", "the {0,choice,1#number|1<{0} numbers of} ''{1}''", numbers.size(),
                            target.name()));
            case Task.Tags(List<String> names) ->
                dense(drawing, target, names.size(),
                        Sentence.of("reason.tags", "any of {0} tags of ''{1}''", names.size(), target.name()));
            case Task.Shares(List<String> classes) ->
                dense(drawing, target, classes.size(), Sentence.of("reason.shares",
                        "the shares of {0} classes of ''{1}''", classes.size(), target.name()));
            case Task.Reconstruction(String input) -> {
                Shape shape = data.inputs().stream().filter(i -> i.name().equals(input)).findFirst().orElseThrow()
                        .shape();
                Autoencoder.decoder(drawing, shape);
                drawing.add(target.name(), "Output");
                yield Sentence.of("reason.itself", "''{0}'' itself again, from a code of fewer numbers", input);
            }
            case Task.Tokens _ ->
                throw new IllegalArgumentException("the next token is learnt by a network of its own");
            case Task.Segmentation(List<String> classes, int _, int _) -> {
                drawing.add(target.name(), "Output");
                yield Sentence.of("reason.pixels", "one of {0} classes for each pixel", classes.size());
            }
        };
    }

    private static Sentence dense(Sketch drawing, Target target, int units, Sentence goal) {
        if (drawing.endsInMaps()) {
            drawing.add("flatten", "Flatten");
        }
        drawing.add("head", "Dense", "units", Integer.toString(units), "initialiser", "xavier_uniform");
        drawing.add(target.name(), "Output");
        return goal;
    }
}
