package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.compile.Learning;
import io.netloom.compile.Learning.Clipping;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.data.Augmentation;
import io.netloom.data.Fractions;
import io.netloom.data.Splitting;
import io.netloom.layer.Precision;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A training plan as JSON. What is off is not written, and what is not there is off.
final class PlanJson {
    private PlanJson() {}

    static ObjectNode write(TrainingPlan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("epochs", plan.epochs()).put("batchSize", plan.batchSize()).put("learningRate", plan.learningRate());
        Learning learning = plan.learning();
        json.set("optimiser", RecordJson.write((Record) learning.optimiser()));
        if (!(plan.schedule() instanceof Schedule.Constant)) {
            json.set("schedule", RecordJson.write((Record) plan.schedule()));
        }
        if (learning.l1() > 0) {
            json.put("l1", learning.l1());
        }
        if (!(learning.clipping() instanceof Clipping.None)) {
            json.set("clipping", RecordJson.write((Record) learning.clipping()));
        }
        if (learning.accumulation() > 1) {
            json.put("accumulation", learning.accumulation());
        }
        if (learning.averaging() > 0) {
            json.put("averaging", learning.averaging());
        }
        learning.rates().forEach((block, rate) -> json.withObjectProperty("rates").put(block, rate));
        if (!learning.precision().equals(Optional.of(Precision.FLOAT32))) {
            json.put("precision", Precision.text(learning.precision()));
        }
        if (plan.patience() > 0) {
            json.put("patience", plan.patience());
        }
        plan.losses().forEach((target, loss) -> json.withObjectProperty("losses").set(target,
                RecordJson.write((Record) loss)));
        plan.lossWeights().forEach((target, weight) -> json.withObjectProperty("lossWeights").put(target, weight));
        if (!(plan.splitting() instanceof Splitting.Stratified)) {
            json.set("split", RecordJson.write((Record) plan.splitting()));
        }
        if (!plan.augmentation().equals(Augmentation.NONE)) {
            json.set("augmentation", AugmentationJson.write(plan.augmentation()));
        }
        return json.put("validation", plan.fractions().validation()).put("test", plan.fractions().test())
                .put("seed", plan.seed());
    }

    static TrainingPlan read(Fields fields) {
        fields.only("epochs", "batchSize", "learningRate", "optimiser", "schedule", "l1", "clipping",
                "accumulation", "averaging", "rates", "precision", "patience", "losses", "lossWeights", "split",
                "validation", "test", "seed", "augmentation");
        int epochs = fields.integer("epochs");
        int batchSize = fields.integer("batchSize");
        double learningRate = fields.number("learningRate");
        Schedule schedule = fields.optionalObject("schedule").map(s -> RecordJson.read(s, Schedule.class))
                .orElseGet(Schedule.Constant::new);
        Learning learning = learning(fields);
        int patience = fields.has("patience") ? fields.integer("patience") : 0;
        Map<String, Double> lossWeights = fields.optionalObject("lossWeights").map(RecordJson::numbers)
                .orElseGet(Map::of);
        double validation = fields.number("validation");
        double test = fields.number("test");
        long seed = fields.longInteger("seed");
        Splitting splitting = fields.optionalObject("split").map(s -> RecordJson.read(s, Splitting.class))
                .orElseGet(Splitting.Stratified::new);
        Augmentation augmentation = fields.optionalObject("augmentation").map(AugmentationJson::read)
                .orElse(Augmentation.NONE);
        Map<String, Loss> losses = losses(fields);
        return fields.within(() -> new TrainingPlan(epochs, batchSize, learningRate, schedule, learning, patience,
                losses, lossWeights, splitting, new Fractions(validation, test), seed, augmentation));
    }

    private static Learning learning(Fields fields) {
        Optimiser optimiser = fields.optionalObject("optimiser").map(o -> RecordJson.read(o, Optimiser.class))
                .orElseGet(Optimiser.Adam::new);
        double l1 = fields.has("l1") ? fields.number("l1") : 0;
        Clipping clipping = fields.optionalObject("clipping").map(c -> RecordJson.read(c, Clipping.class))
                .orElseGet(Clipping.None::new);
        int accumulation = fields.has("accumulation") ? fields.integer("accumulation") : 1;
        double averaging = fields.has("averaging") ? fields.number("averaging") : 0;
        Map<String, Double> rates = fields.optionalObject("rates").map(RecordJson::numbers).orElseGet(Map::of);
        Optional<Precision> precision = fields.has("precision")
                ? fields.within(() -> Precision.parse(fields.text("precision")))
                : Optional.of(Precision.FLOAT32);
        return fields.within(() -> new Learning(optimiser, l1, clipping, accumulation, averaging, rates, precision));
    }

    private static Map<String, Loss> losses(Fields fields) {
        var losses = new LinkedHashMap<String, Loss>();
        fields.optionalObject("losses").ifPresent(given -> given.names()
                .forEach(target -> losses.put(target, RecordJson.read(given.object(target), Loss.class))));
        return losses;
    }
}
