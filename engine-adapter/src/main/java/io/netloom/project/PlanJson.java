package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.compile.Optimiser;
import io.netloom.data.Fractions;
import io.netloom.shape.BadInput;
import io.netloom.train.TrainingPlan;

/// A training plan as JSON.
final class PlanJson {
    private PlanJson() {}

    static ObjectNode write(TrainingPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("epochs", plan.epochs()).put("batchSize", plan.batchSize()).put("learningRate", plan.learningRate());
        json.set("optimiser", write(plan.optimiser()));
        return json.put("validation", plan.fractions().validation()).put("test", plan.fractions().test())
                .put("seed", plan.seed());
    }

    static TrainingPlan read(Fields fields) {
        fields.only("epochs", "batchSize", "learningRate", "optimiser", "validation", "test", "seed");
        int epochs = fields.integer("epochs");
        int batchSize = fields.integer("batchSize");
        double learningRate = fields.number("learningRate");
        Optimiser optimiser = readOptimiser(fields.object("optimiser"));
        double validation = fields.number("validation");
        double test = fields.number("test");
        long seed = fields.longInteger("seed");
        return fields.within(() -> new TrainingPlan(epochs, batchSize, learningRate, optimiser,
                new Fractions(validation, test), seed));
    }

    private static ObjectNode write(Optimiser optimiser) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (optimiser) {
            case Optimiser.Sgd(double momentum, double weightDecay) ->
                json.put("type", "sgd").put("momentum", momentum).put("weightDecay", weightDecay);
            case Optimiser.Adam(double beta1, double beta2, double epsilon, double weightDecay) ->
                json.put("type", "adam").put("beta1", beta1).put("beta2", beta2).put("epsilon", epsilon)
                        .put("weightDecay", weightDecay);
        };
    }

    private static Optimiser readOptimiser(Fields fields) {
        return switch (fields.text("type")) {
            case "sgd" -> {
                fields.only("type", "momentum", "weightDecay");
                double momentum = fields.number("momentum");
                double weightDecay = fields.number("weightDecay");
                yield fields.within(() -> new Optimiser.Sgd(momentum, weightDecay));
            }
            case "adam" -> {
                fields.only("type", "beta1", "beta2", "epsilon", "weightDecay");
                double beta1 = fields.number("beta1");
                double beta2 = fields.number("beta2");
                double epsilon = fields.number("epsilon");
                double weightDecay = fields.number("weightDecay");
                yield fields.within(() -> new Optimiser.Adam(beta1, beta2, epsilon, weightDecay));
            }
            case String other -> throw new BadInput(
                    fields.place() + ": there is no optimiser '" + other + "'; there are sgd and adam.");
        };
    }
}
