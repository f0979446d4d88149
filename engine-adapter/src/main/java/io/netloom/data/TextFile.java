package io.netloom.data;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A plain text of which a network learns how it goes on. Windows are cut out of it; in each the network is given all tokens but the last, and
/// learns for each of them which comes next. A window begins every `stride` characters, words, or (for byte-pair encoding) words with the space before them.
///
/// @param file the text
/// @param encoding in which it is written; empty for UTF-8, or UTF-16 with a mark at its beginning
/// @param tokens how it is cut, and into windows of which length
/// @param stride how far behind a window the next begins, at least 1
public record TextFile(Path file, Optional<String> encoding, Tokenising tokens, int stride) implements DataSource {
    /// The name of the input.
    public static final String INPUT = "text";
    /// The name of the target.
    public static final String TARGET = "next";
    private static final int LONG_TEXT = 1 << 20;
    private static final int CHARACTERS = 100;
    private static final int TOKENS = 128;
    private static final int PAIRS = 2_000;

    /// @throws BadInput if the stride is less than 1
    public TextFile {
        if (stride < 1) {
            throw new BadInput(Sentence.of("input.stride",
                    "The windows of a text begin at least 1 apart, not {0,number,0}. Choose another stride.", stride));
        }
    }

    /// Whether a path's ending is that of a plain text.
    public static boolean isText(Path path) {
        return path.getFileName() != null
                && path.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(txt|text|md)");
    }

    /// Proposes how to cut a text: a short one into characters, one of a million or more into pieces of words.
    ///
    /// @throws BadInput if it cannot be read, or is too short
    public static TextFile detect(Path file, Optional<String> encoding) {
        String text = WholeText.read(file, encoding);
        Set<Integer> characters = new HashSet<>();
        text.codePoints().forEach(characters::add);
        int places = Math.clamp(characters.size(), 1, Tokenising.MOST_PLACES - Tokenising.SPECIAL) + Tokenising.SPECIAL;
        TextFile choice = text.length() < LONG_TEXT
                ? new TextFile(file, encoding, new Tokenising(Tokenising.Unit.CHARACTERS, places,
                        Tokenising.Letters.KEPT, CHARACTERS), CHARACTERS / 2)
                : new TextFile(file, encoding, new Tokenising(Tokenising.Unit.BPE, Math.max(PAIRS, 2 * places),
                        Tokenising.Letters.KEPT, TOKENS), TOKENS / 2);
        TextWindows.of(choice, text, new Labels.None());
        return choice;
    }

    @Override
    public Dataset open(Labels labels) {
        Dataset windows = TextWindows.of(this, WholeText.read(file, encoding), labels);
        return labels instanceof Labels.Known(Map<String, Task> tasks) ? new KnownClasses(windows, tasks) : windows;
    }

    @Override
    public TextFile at(Path path) {
        return new TextFile(path, encoding, tokens, stride);
    }
}
