package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;

/// How texts become rows of whole numbers: cut into tokens, each of which has its place in a vocabulary, and brought to one length. Place
/// [#PADDING] fills up at the end, place [#UNKNOWN] stands for every token that the vocabulary lacks.
///
/// @param unit what a token is
/// @param vocabulary places there are, with those two, 3 to 65,536; fewer are used where the texts do not have as many tokens
/// @param letters whether capitals count
/// @param length tokens that a text has then, 1 to 16,384: of a longer one the first are kept
public record Tokenising(Unit unit, int vocabulary, Letters letters, int length) {
    /// The place of what only fills up.
    public static final int PADDING = 0;
    /// The place of all tokens that have none of their own.
    public static final int UNKNOWN = 1;
    /// Places that do not stand for a token.
    static final int SPECIAL = 2;
    /// A place fits a `char`.
    static final int MOST_PLACES = 1 << 16;
    static final int LONGEST = 1 << 14;

    /// What a token is.
    public enum Unit {
        /// A character, as Unicode counts them.
        CHARACTERS,
        /// A word, a number, a mark of punctuation, or a Chinese character.
        WORDS,
        /// A piece of a word that is frequent: byte-pair encoding over characters (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909). A piece
        /// holds the space before it, so that a text can be put together again.
        BPE
    }

    /// Whether capitals count.
    public enum Letters {
        /// As they are written.
        KEPT,
        /// Capitals become small letters.
        LOWER
    }

    /// @throws BadInput for a vocabulary or a length outside its range
    public Tokenising {
        if (vocabulary <= SPECIAL || vocabulary > MOST_PLACES) {
            throw new BadInput(Sentence.of("input.vocabulary",
                    "A vocabulary has {0,number,0} to 65,536 places, with those of padding and of unknown"
                        + " tokens, not {1,number,0}.", SPECIAL + 1, vocabulary));
        }
        if (length < 1 || length > LONGEST) {
            throw new BadInput(Sentence.of("input.text-length",
                    "Texts are brought to a length of 1 to 16,384 tokens, not {0,number,0}.", length));
        }
    }
}
