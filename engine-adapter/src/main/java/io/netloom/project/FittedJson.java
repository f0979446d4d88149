package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.compile.Head;
import io.netloom.compile.Loss;
import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.data.Feature;
import io.netloom.data.Fitted;
import io.netloom.data.FittedColumn;
import io.netloom.data.FittedInput;
import io.netloom.data.Input;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import io.netloom.train.Prepared;
import java.util.Locale;
import java.util.SequencedMap;

/// What a run learnt about its data before training, as JSON: how inputs are stored, prepared and scaled, and what the targets are.
///
/// @param inputs the data's inputs
/// @param fitted how they are prepared and scaled, and the tasks
/// @param goals what each target was to be, named after the target
record FittedJson(List<Input> inputs, Fitted fitted, List<Head> goals) {
    private static final int VERSION = 1;

    static ObjectNode write(Prepared prepared) {
        Fitted fitted = prepared.fitted();
        var scalings = fitted.scalings();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("fitted", VERSION);
        var inputs = json.putArray("inputs");
        for (Input input : prepared.data().inputs()) {
            Scaling scaling = scalings.get(input.name());
            ObjectNode entry = inputs.addObject().put("name", input.name()).put("shape", input.shape().toString())
                    .put("type", input.shape().type().name().toLowerCase(Locale.ROOT));
            for (float mean : scaling.mean()) {
                entry.withArrayProperty("mean").add(mean);
            }
            for (float std : scaling.std()) {
                entry.withArrayProperty("std").add(std);
            }
            if (scaling.along() != Scaling.Along.FIRST) {
                entry.put("along", scaling.along().name().toLowerCase(Locale.ROOT));
            }
            fitted.inputs().get(input.name()).columns()
                    .forEach(column -> entry.withArrayProperty("columns").add(write(column)));
        }
        var targets = json.putArray("targets");
        prepared.goals().forEach(goal -> {
            ObjectNode entry = targets.addObject().put("name", goal.output());
            entry.set("loss", RecordJson.write((Record) goal.loss()));
            if (goal.weight() != 1) {
                entry.put("weight", goal.weight());
            }
            TaskJson.write(fitted.tasks().get(goal.output()), entry);
        });
        return json;
    }

    static FittedJson read(Fields fields) {
        fields.only("fitted", "inputs", "targets");
        var prepared = new LinkedHashMap<String, FittedInput>();
        List<Input> inputs = fields.items("inputs", input -> {
            input.only("name", "shape", "type", "mean", "std", "along", "columns");
            prepared.put(input.text("name"), new FittedInput(
                    input.has("columns") ? input.items("columns", FittedJson::column) : List.of(),
                    new Scaling(input.floats("mean"), input.floats("std"), along(input))));
            return new Input(input.text("name"), shape(input));
        });
        SequencedMap<String, Task> tasks = new LinkedHashMap<>();
        var goals = new ArrayList<Head>();
        for (Fields target : fields.objects("targets")) {
            String name = target.text("name");
            Task task = TaskJson.read(target, "name", "loss", "weight");
            tasks.put(name, task);
            Loss loss = RecordJson.read(target.object("loss"), Loss.class);
            double weight = target.has("weight") ? target.number("weight") : 1;
            goals.add(target.within(() -> new Head(name, task, loss, weight)));
        }
        return new FittedJson(inputs, new Fitted(prepared, tasks), goals);
    }

    private static Scaling.Along along(Fields input) {
        return switch (input.has("along") ? input.text("along") : "first") {
            case "first" -> Scaling.Along.FIRST;
            case "last" -> Scaling.Along.LAST;
            case String other ->
                throw new BadInput(Sentence.of("file.along",
                        "{0}, along must be first or last, not ''{1}''.", input.place(), other));
        };
    }

    private static ObjectNode write(FittedColumn column) {
        ObjectNode json = FeatureJson.write(column.feature());
        if (!Float.isNaN(column.fill())) {
            json.put("fill", column.fill());
        }
        column.categories().forEach(json.withArrayProperty("categories")::add);
        return json;
    }

    private static FittedColumn column(Fields fields) {
        Feature feature = FeatureJson.read(fields, "fill", "categories");
        return new FittedColumn(feature, fields.has("fill") ? (float) fields.number("fill") : Float.NaN,
                fields.texts("categories"));
    }

    private static Shape shape(Fields input) {
        try {
            return Shape.of(ElementType.valueOf(input.text("type").toUpperCase(Locale.ROOT)),
                    Shape.parse(input.text("shape")).features());
        } catch (IllegalArgumentException e) {
            throw new BadInput(Sentence.of("file.unfit",
                    "{0}: {1}.", input.place(), String.valueOf(e.getMessage())), e);
        }
    }
}
