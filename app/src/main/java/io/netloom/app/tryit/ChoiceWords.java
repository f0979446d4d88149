package io.netloom.app.tryit;

import io.netloom.app.text.Texts;
import javafx.util.StringConverter;

/// Choices as they are shown: what is missing has a word, too.
final class ChoiceWords extends StringConverter<String> {
    private final Texts texts;

    ChoiceWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String toString(String choice) {
        return choice == null || choice.isEmpty() ? texts.get("tryit.missing") : choice;
    }

    @Override
    public String fromString(String text) {
        throw new UnsupportedOperationException("it is chosen, not typed");
    }
}
