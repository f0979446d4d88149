package io.netloom.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a very simple model reaches on rows that it has not seen, so that any network must beat it.
///
/// @param name what the model is
/// @param scores by metric: accuracy and macro F1 for classes, MAE and R² for numbers
public record Baseline(String name, SequencedMap<String, Double> scores) {
    public Baseline {
        scores = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(scores));
    }
}
