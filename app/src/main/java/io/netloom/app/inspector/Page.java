package io.netloom.app.inspector;

import io.netloom.app.look.BlockLook;
import io.netloom.check.Finding;
import io.netloom.layer.Field;
import io.netloom.layer.LayerType;
import java.util.List;
import java.util.Optional;

/// What the inspector shows.
///
/// @param subject what it is about; the same one later has the same editors
/// @param title in bold: a kind of block, or the network
/// @param help one sentence, or empty
/// @param look icon and colour, where it is of one kind
/// @param facts shapes and cost
/// @param python the line that it stands for, or empty
/// @param findings what is wrong with it
public record Page(Subject subject, String title, String help, Optional<BlockLook> look, List<Fact> facts,
        String python, List<Finding> findings) {
    public Page {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    /// What is inspected.
    public sealed interface Subject {
        /// The whole network: nothing is selected.
        record Whole() implements Subject {}

        /// Blocks of one type, one or several.
        ///
        /// @param names in the order of the drawing
        record Layers(List<String> names, LayerType type) implements Subject {}

        /// A composite.
        record Inside(String name) implements Subject {}

        /// Blocks of several types.
        record Several(int count) implements Subject {}

        /// A wire, or several.
        record Wires(int count) implements Subject {}
    }

    /// Something that is known.
    ///
    /// @param label what it is: `out`
    /// @param value in a monospaced face: `32×28×28`
    public record Fact(String label, String value) {}

    /// A setting of the blocks that are inspected.
    ///
    /// @param value as text; empty where the blocks differ
    public record Entry(Field field, Optional<String> value) {

        /// Whether all of them have the default.
        public boolean isDefault() {
            return value.filter(text -> text.equals(field.defaultText())).isPresent();
        }
    }

    /// Whether it is about the same, in the same words, so that what its user is typing may stay.
    boolean isHeadedAs(Page other) {
        return subject.equals(other.subject) && title.equals(other.title) && help.equals(other.help);
    }
}
