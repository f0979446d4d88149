package io.netloom.app.tryit;

import io.netloom.evaluate.Answer;
import java.util.List;
import java.util.Optional;

/// What a user asks a network about, and its answers.
public sealed interface Asked permits FormViewModel, PictureViewModel {

    /// Calls this after something else is to be shown.
    void onChange(Runnable listener);

    /// Asks anew: the network has changed.
    void ask();

    /// What it answers; nothing while it was not asked, or cannot answer.
    List<Answer> answers();

    /// Why it does not answer, for the user.
    Optional<String> failure();
}
