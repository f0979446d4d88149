package io.netloom.app.canvas.geometry;

/// How wide texts are. The window measures; [#ESTIMATE] does without a font.
@FunctionalInterface
public interface TextWidths {

    /// The type that a line of a card is set in.
    enum Face {
        /// Category: small.
        SMALL(11, 0.56),
        /// Name: bold.
        TITLE(14, 0.6),
        /// Settings.
        TEXT(13, 0.54),
        /// Shape and parameters: monospaced.
        NUMBERS(11, 0.61);

        private final double size;
        private final double letter;

        Face(double size, double letter) {
            this.size = size;
            this.letter = letter;
        }

        /// Height of the type in pixels.
        public double size() {
            return size;
        }
    }

    /// By the number of characters; Chinese ones are as wide as high.
    TextWidths ESTIMATE = (text, face) -> text.codePoints().mapToDouble(c -> c < 0x2E80 ? face.letter : 1).sum()
            * face.size;

    /// Width in pixels at zoom 1.
    double width(String text, Face face);
}
