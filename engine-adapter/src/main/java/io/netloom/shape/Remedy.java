package io.netloom.shape;

import java.util.Map;
import java.util.stream.Collectors;

/// A way to mend a [Problem], said in terms of the layer that has it; `check` turns it into an edit of the graph.
public sealed interface Remedy {

    /// What to do, as a sentence: "Put a Flatten before it."
    String sentence();

    /// Insert a layer on the wire that arrives at input `input`.
    record InsertBefore(int input, String type, Map<String, String> settings) implements Remedy {
        public InsertBefore {
            settings = Map.copyOf(settings);
        }

        @Override
        public String sentence() {
            String article = "AEIOU".indexOf(type.charAt(0)) >= 0 ? "an " : "a ";
            String detail = settings.entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
            return "Put " + article + type + (detail.isEmpty() ? "" : " (" + detail + ")") + " before it.";
        }
    }

    /// Give a setting of the layer another value.
    record Change(String setting, String value) implements Remedy {
        @Override
        public String sentence() {
            return "Set " + setting + " to " + value + ".";
        }
    }

    /// Take the layer out and join its neighbours.
    record Dissolve() implements Remedy {
        @Override
        public String sentence() {
            return "Remove it.";
        }
    }
}
