package io.netloom.app.dataset;

import io.netloom.data.Dialect;
import io.netloom.profile.Concern;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.TableProfile;
import io.netloom.profile.TargetProfile;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was found in data, and how it would be used.
///
/// @param choice how it is read; nothing where that is not possible
/// @param problem why not
/// @param found what is in it
record Look(Optional<Choice> choice, Optional<BadInput> problem, Found found) {

    /// What is in data.
    sealed interface Found {
        /// Rows and columns.
        ///
        /// @param dialect what had been said about how the file is written
        /// @param test the test that it was looked at with
        /// @param written all about how it is written, where it is text with delimiters
        record Rows(TableProfile profile, Dialect dialect, Optional<Path> test, Optional<Dialect> written)
                implements Found {}

        /// Pictures by class.
        record Pictures(PictureProfile profile) implements Found {}

        /// Something that is used as it is.
        ///
        /// @param examples how many
        /// @param warnings what was passed over, a sentence each
        record Plain(int examples, List<Sentence> warnings) implements Found {}
    }

    /// Rows and columns, where they were looked at.
    Optional<Found.Rows> rows() {
        return found instanceof Found.Rows rows ? Optional.of(rows) : Optional.empty();
    }

    /// What was found in rows and columns, if it does not hang on what else is said now.
    Optional<Found> rowsFor(Answers said) {
        return rows().filter(rows -> rows.dialect().equals(said.dialect()) && rows.test().equals(said.test())
                && said.target().filter(target -> !target.equals(rows.profile().target().column())).isEmpty())
                .map(rows -> rows);
    }

    /// What is wrong with it, the worst first.
    List<Concern> concerns() {
        return switch (found) {
            case Found.Rows rows -> rows.profile().concerns();
            case Found.Pictures(PictureProfile profile) -> profile.concerns();
            case Found.Plain _ -> List.of();
        };
    }

    /// What a network must beat, where that is known.
    Optional<TargetProfile> target() {
        return switch (found) {
            case Found.Rows rows -> Optional.of(rows.profile().target());
            case Found.Pictures(PictureProfile profile) -> Optional.of(profile.target());
            case Found.Plain _ -> Optional.empty();
        };
    }
}
