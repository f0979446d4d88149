package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.Dataset;
import io.netloom.data.Split;
import io.netloom.evaluate.Repetition;
import io.netloom.train.Metrics;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What forecasts reach that only repeat the past, beside what the network reaches. Says nothing where the data is no series.
///
/// @param part the part that it is about
/// @param scores by kind of repetition
record RepetitionReport(String part, SequencedMap<String, SequencedMap<String, Double>> scores) {

    /// Of the test part; where none was kept, of what was kept for validation.
    static RepetitionReport of(Dataset data, Split split) {
        return split.test().length > 0 ? of("test", data, split.test())
                : of("validation", data, split.validation());
    }

    static RepetitionReport of(String part, Dataset data, int[] examples) {
        return new RepetitionReport(part, Repetition.of(data, examples));
    }

    boolean isEmpty() {
        return scores.isEmpty();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        scores.forEach((name, values) -> values.forEach(json.putObject(name)::put));
        return json;
    }

    /// @param network what the network reaches on the same part
    void print(Metrics network, PrintWriter out) {
        if (isEmpty()) {
            return;
        }
        out.println("What forecasts that repeat the past reach (" + part + "):");
        int width = scores.keySet().stream().mapToInt(String::length).max().orElse(0);
        scores.forEach((name, values) -> out.println("  " + name + " ".repeat(width - name.length()) + "  "
                + values.entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
                        .collect(Collectors.joining(" "))
                + compared(values, network)));
    }

    private static String compared(SequencedMap<String, Double> values, Metrics network) {
        Double own = network.values().get("mae");
        Double other = values.get("mae");
        if (own == null || other == null || other == 0) {
            return "";
        }
        double share = 100 * (own / other - 1);
        return String.format(Locale.ROOT, "; the network's mae is %.1f %% %s", Math.abs(share),
                share < 0 ? "below" : "above");
    }
}
