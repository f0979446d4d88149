package io.netloom.data;

import java.util.Locale;
import java.util.function.Consumer;

/// Cuts texts where tokens may end.
final class Pieces {
    /// Byte-pair encoding looks at all pairs of a piece again and again; scripts without spaces make long ones.
    private static final int LONGEST = 64;

    /// What characters have in common that stay together.
    private enum Kind {
        LETTER, DIGIT, SPACE, IDEOGRAPH, MARK
    }

    private Pieces() {}

    /// Takes a piece and where it begins.
    interface Placed {
        void piece(String piece, int at);
    }

    /// The pieces of a text, in their order, and where each begins; capitals are as they are written.
    static void eachPlaced(Tokenising tokenising, String text, Placed pieces) {
        Tokenising kept = new Tokenising(tokenising.unit(), tokenising.vocabulary(), Tokenising.Letters.KEPT,
                tokenising.length());
        int[] next = {0};
        each(kept, text, piece -> {
            // Between words there are spaces, which belong to none.
            int at = text.indexOf(piece, next[0]);
            pieces.piece(piece, at);
            next[0] = at + piece.length();
        });
    }

    /// The pieces of a text, in their order.
    static void each(Tokenising tokenising, String text, Consumer<String> pieces) {
        String written = tokenising.letters() == Tokenising.Letters.LOWER ? text.toLowerCase(Locale.ROOT) : text;
        switch (tokenising.unit()) {
            case CHARACTERS -> written.codePoints().forEach(c -> pieces.accept(Character.toString(c)));
            case WORDS -> words(written, pieces);
            case BPE -> spaced(written, pieces);
        }
    }

    private static void words(String text, Consumer<String> words) {
        for (int from = 0, to; from < text.length(); from = to) {
            Kind kind = kind(text.codePointAt(from));
            to = end(text, from, kind == Kind.MARK ? 1 : Integer.MAX_VALUE);
            // An apostrophe inside a word belongs to it: don't, l’été.
            while (kind == Kind.LETTER && to + 1 < text.length() && isApostrophe(text.charAt(to))
                    && kind(text.codePointAt(to + 1)) == Kind.LETTER) {
                to = end(text, to + 1, Integer.MAX_VALUE);
            }
            if (kind != Kind.SPACE) {
                words.accept(text.substring(from, to));
            }
        }
    }

    /// Pieces that hold the space before them; together they are the text.
    private static void spaced(String text, Consumer<String> pieces) {
        for (int from = 0, to; from < text.length(); from = to) {
            boolean space = text.charAt(from) == ' ' && from + 1 < text.length()
                    && kind(text.codePointAt(from + 1)) != Kind.SPACE;
            to = end(text, space ? from + 1 : from, LONGEST);
            // The last of several spaces belongs to what follows.
            if (!space && kind(text.codePointAt(from)) == Kind.SPACE && to - from > 1 && to < text.length()
                    && text.charAt(to - 1) == ' ' && kind(text.codePointAt(to)) != Kind.SPACE) {
                to--;
            }
            pieces.accept(text.substring(from, to));
        }
    }

    /// Where the characters of one kind end that begin at `from`.
    private static int end(String text, int from, int most) {
        Kind kind = kind(text.codePointAt(from));
        int to = from;
        int taken = 0;
        do {
            to += Character.charCount(text.codePointAt(to));
            taken++;
        } while (to < text.length() && taken < most && kind != Kind.IDEOGRAPH
                && belongs(text.codePointAt(to), kind));
        return to;
    }

    private static boolean belongs(int character, Kind kind) {
        boolean accent = Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
        return kind(character) == kind || accent && kind == Kind.LETTER;
    }

    private static Kind kind(int character) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return Kind.SPACE;
        }
        if (Character.isIdeographic(character)) {
            return Kind.IDEOGRAPH;
        }
        return Character.isLetter(character) ? Kind.LETTER
                : Character.isDigit(character) ? Kind.DIGIT : Kind.MARK;
    }

    private static boolean isApostrophe(char character) {
        return character == '\'' || character == '’';
    }
}
