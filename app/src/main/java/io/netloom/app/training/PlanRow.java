package io.netloom.app.training;

import java.util.List;

/// A line of the plan.
///
/// @param path of the component in the plan's record; a single name in brackets is none of the plan: `(device)`
/// @param depth how far it stands to the right: 1 where it belongs to the choice above it
/// @param kind how it is edited
/// @param value as text; a choice's name
/// @param choices the names to choose from; empty for other kinds
record PlanRow(List<String> path, int depth, Kind kind, String value, List<String> choices) {

    /// How a value is edited.
    enum Kind {
        /// Typed.
        NUMBER,
        /// One of several.
        CHOICE,
        /// Yes or no.
        SWITCH
    }

    /// What tells it from the others, in style ids: `learning-optimiser-beta1`.
    String id() {
        return String.join("-", path).replaceAll("[^A-Za-z0-9-]", "");
    }
}
