package io.netloom.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.compile.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a target means, as members of a JSON object. Which task it is shows by the member that only it has.
final class TaskJson {
    private TaskJson() {}

    static void write(Task task, ObjectNode entry) {
        switch (task) {
            case Task.Classification(List<String> classes) -> put(entry, "classes", classes);
            case Task.Regression(List<Task.Spread> numbers) when numbers.size() == 1
                    && numbers.getFirst().name().isEmpty() ->
                entry.put("mean", numbers.getFirst().mean()).put("std", numbers.getFirst().std());
            case Task.Regression(List<Task.Spread> numbers) -> numbers.forEach(number -> entry
                    .withArrayProperty("numbers").addObject().put("name", number.name()).put("mean", number.mean())
                    .put("std", number.std()));
            case Task.Tags(List<String> names) -> put(entry, "tags", names);
            case Task.Shares(List<String> classes) -> put(entry, "shares", classes);
            case Task.Reconstruction(String input) -> entry.put("reconstructs", input);
            case Task.Segmentation(List<String> classes, int height, int width) -> {
                put(entry, "pixels", classes);
                entry.put("height", height).put("width", width);
            }
            case Task.Tokens(int places, int length) -> entry.put("places", places).put("length", length);
        }
    }

    private static void put(ObjectNode entry, String name, List<String> texts) {
        texts.forEach(entry.withArrayProperty(name)::add);
    }

    /// @param others members of the object that belong to somebody else
    static Task read(Fields fields, String... others) {
        if (fields.has("classes")) {
            only(fields, others, "classes");
            return new Task.Classification(fields.texts("classes"));
        }
        if (fields.has("tags")) {
            only(fields, others, "tags");
            return new Task.Tags(fields.texts("tags"));
        }
        if (fields.has("shares")) {
            only(fields, others, "shares");
            return new Task.Shares(fields.texts("shares"));
        }
        if (fields.has("reconstructs")) {
            only(fields, others, "reconstructs");
            return new Task.Reconstruction(fields.text("reconstructs"));
        }
        if (fields.has("pixels")) {
            only(fields, others, "pixels", "height", "width");
            return fields.within(() -> new Task.Segmentation(fields.texts("pixels"), fields.integer("height"),
                    fields.integer("width")));
        }
        if (fields.has("places")) {
            only(fields, others, "places", "length");
            return fields.within(() -> new Task.Tokens(fields.integer("places"), fields.integer("length")));
        }
        if (fields.has("numbers")) {
            only(fields, others, "numbers");
            return new Task.Regression(fields.items("numbers", number -> {
                number.only("name", "mean", "std");
                return new Task.Spread(number.text("name"), (float) number.number("mean"),
                        (float) number.number("std"));
            }));
        }
        only(fields, others, "mean", "std");
        return new Task.Regression((float) fields.number("mean"), (float) fields.number("std"));
    }

    private static void only(Fields fields, String[] others, String... own) {
        fields.only(Stream.concat(Arrays.stream(others), Arrays.stream(own)).toArray(String[]::new));
    }
}
