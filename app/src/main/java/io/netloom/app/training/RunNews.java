package io.netloom.app.training;

import io.netloom.app.text.Texts;
import java.util.function.UnaryOperator;

/// What is said of a run that is over, away from the desk.
public final class RunNews {
    private RunNews() {}

    /// In a sentence or two, the worst first.
    public static String of(LiveRun run, Texts texts) {
        var words = new TrainingWords(texts, UnaryOperator.identity());
        return words.messages(run).stream().findFirst().map(Message::words).orElseGet(() -> words.headline(run));
    }
}
