package io.netloom.app.dataset;

import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.ImageFolder;
import io.netloom.data.PictureSurvey;
import io.netloom.data.TableFile;
import io.netloom.profile.Concern;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.TableProfile;
import io.netloom.profile.TargetProfile;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What was found in data, and how it would be used.
///
/// @param choice how it is read; nothing where that is not possible
/// @param problem why not, for the user
/// @param found what is in it
record Look(Optional<Choice> choice, Optional<String> problem, Found found) {

    /// What is in data.
    sealed interface Found {
        /// Rows and columns.
        record Rows(TableProfile profile) implements Found {}

        /// Pictures by class.
        record Pictures(PictureProfile profile) implements Found {}

        /// Something that is used as it is.
        ///
        /// @param examples how many
        /// @param warnings what was passed over, a sentence each
        record Plain(int examples, List<String> warnings) implements Found {}
    }

    /// Looks at data; this takes its time.
    ///
    /// @param progress takes, from any thread, how far it is, where that is known
    /// @throws BadInput if it cannot be read at all
    /// @throws java.util.concurrent.CancellationException if it was stopped
    static Look at(Path path, Answers answers, PictureSurvey.Progress progress, BooleanSupplier stop) {
        if (!Choice.isTable(path)) {
            Choice choice = Choice.of(path, answers);
            Found found = choice.source() instanceof ImageFolder
                    ? new Found.Pictures(PictureProfile.of(path, progress, stop))
                    : plain(choice.source());
            return new Look(Optional.of(choice), Optional.empty(), found);
        }
        Found found = new Found.Rows(TableProfile.of(new TableFile(path),
                answers.columns().targets().stream().findFirst(), Optional.empty(), stop));
        try {
            return new Look(Optional.of(Choice.of(path, answers)), Optional.empty(), found);
        } catch (BadInput e) {
            return new Look(Optional.empty(), Optional.of(e.getMessage()), found);
        }
    }

    private static Found plain(DataSource source) {
        try (Dataset data = source.open()) {
            return new Found.Plain(data.size(), data.warnings());
        }
    }

    /// What is wrong with it, the worst first.
    List<Concern> concerns() {
        return switch (found) {
            case Found.Rows(TableProfile profile) -> profile.concerns();
            case Found.Pictures(PictureProfile profile) -> profile.concerns();
            case Found.Plain _ -> List.of();
        };
    }

    /// What a network must beat, where that is known.
    Optional<TargetProfile> target() {
        return switch (found) {
            case Found.Rows(TableProfile profile) -> Optional.of(profile.target());
            case Found.Pictures(PictureProfile profile) -> Optional.of(profile.target());
            case Found.Plain _ -> Optional.empty();
        };
    }
}
