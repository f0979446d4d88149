package io.netloom.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.train.Metrics;
import io.netloom.train.TrainEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/// A training event as one line of JSON, for a run's `metrics.jsonl` and for programs that read along.
public final class EventJson {

    private EventJson() {}

    /// The event on one line.
    ///
    /// @param run the folder of the run that it belongs to
    public static String line(TrainEvent event, Path run) {
        return write(event, run).toString();
    }

    /// Whether a line of `metrics.jsonl` tells of something before this epoch.
    static boolean isBefore(String line, int epoch) throws IOException {
        JsonNode event = Json.MAPPER.readTree(line);
        return switch (event.path("event").asText()) {
            case "started", "estimated" -> true;
            case "epoch" -> event.path("epoch").asInt() < epoch;
            default -> false;
        };
    }

    /// The event of a line of `metrics.jsonl`; nothing for a line that is cut off, or of an unknown kind. What older versions did not
    /// write is not a number.
    static Optional<TrainEvent> read(String line) {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
        String event = json.path("event").asText();
        // Each epoch, and the end, tells what the training part gave.
        if ((event.equals("epoch") || event.equals("finished")) && metrics(json, "train").isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (event) {
            case "started" -> new TrainEvent.Started(json.path("parameters").asLong(), json.path("train").asInt(),
                    json.path("validation").asInt(), json.path("test").asInt(), json.path("stepsPerEpoch").asInt(),
                    json.path("device").asText());
            case "estimated" -> new TrainEvent.Estimated(number(json.path("secondsPerEpoch")),
                    json.path("bytes").asLong());
            case "epoch" -> new TrainEvent.EpochEnded(json.path("epoch").asInt(), number(json.path("seconds")),
                    number(json.path("learningRate")), metrics(json, "train").orElseThrow(),
                    metrics(json, "validation"), json.path("best").asBoolean());
            case "diverged" -> new TrainEvent.Diverged(json.path("atEpoch").asInt(), json.path("step").asInt(),
                    number(json.path("learningRate")), Optional.ofNullable(json.path("layer").textValue()),
                    number(json.path("gradient")));
            case "finished" -> reason(json.path("reason").asText())
                    .map(reason -> new TrainEvent.Finished(reason, json.path("bestEpoch").asInt(),
                            metrics(json, "train").orElseThrow(), metrics(json, "validation"),
                            metrics(json, "test")))
                    .orElse(null);
            default -> null;
        });
    }

    private static Optional<TrainEvent.Reason> reason(String word) {
        return Arrays.stream(TrainEvent.Reason.values())
                .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }

    private static Optional<Metrics> metrics(JsonNode event, String part) {
        JsonNode json = event.path("metrics").path(part);
        if (!json.isObject()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, Double>();
        json.properties().forEach(member -> values.put(member.getKey(), number(member.getValue())));
        return Optional.of(new Metrics(values));
    }

    private static double number(JsonNode json) {
        return json.isNumber() ? json.asDouble() : Double.NaN;
    }

    /// Metrics by name; a value that is not finite is null.
    public static ObjectNode of(Metrics metrics) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        metrics.values().forEach((name, value) -> put(json, name, value));
        return json;
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    private static ObjectNode write(TrainEvent event, Path run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (event) {
            case TrainEvent.Started e -> json.put("event", "started").put("run", run.toString())
                    .put("parameters", e.parameters()).put("train", e.train()).put("validation", e.validation())
                    .put("test", e.test()).put("stepsPerEpoch", e.stepsPerEpoch()).put("device", e.device());
            case TrainEvent.Estimated e -> json.put("event", "estimated").put("secondsPerEpoch", e.secondsPerEpoch())
                    .put("bytes", e.bytes());
            case TrainEvent.Progress e -> {
                json.put("event", "progress").put("atEpoch", e.epoch()).put("step", e.step())
                        .put("loss", e.loss()).put("learningRate", e.learningRate())
                        .put("examplesPerSecond", e.examplesPerSecond())
                        .put("secondsLeft", e.secondsLeft());
                put(json, "gradientNorm", e.gradientNorm());
            }
            case TrainEvent.EpochEnded e -> {
                json.put("event", "epoch").put("epoch", e.epoch()).put("seconds", e.seconds())
                        .put("learningRate", e.learningRate()).put("best", e.best());
                ObjectNode metrics = json.putObject("metrics");
                metrics.set("train", of(e.train()));
                e.validation().ifPresent(m -> metrics.set("validation", of(m)));
            }
            case TrainEvent.Diverged e -> {
                json.put("event", "diverged").put("atEpoch", e.atEpoch()).put("step", e.step())
                        .put("learningRate", e.learningRate()).put("layer", e.layer().orElse(null));
                put(json, "gradient", e.gradient());
            }
            case TrainEvent.Finished e -> {
                json.put("event", "finished").put("run", run.toString())
                        .put("reason", e.reason().name().toLowerCase(Locale.ROOT)).put("bestEpoch", e.bestEpoch());
                ObjectNode metrics = json.putObject("metrics");
                metrics.set("train", of(e.train()));
                e.validation().ifPresent(m -> metrics.set("validation", of(m)));
                e.test().ifPresent(m -> metrics.set("test", of(m)));
            }
        }
        return json;
    }
}
