package io.netloom.layer;

/// Two whole numbers, height before width: a kernel size, a stride.
public record Size2(int height, int width) {

    /// The same number both ways.
    public static Size2 of(int both) {
        return new Size2(both, both);
    }

    /// Reads `3×5`, `3x5`, or `3` for both.
    ///
    /// @throws IllegalArgumentException if the text is neither
    public static Size2 parse(String text) {
        String[] parts = text.strip().split("\\s*[x×X]\\s*", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException("a size is height × width, like 3×3, not " + text);
        }
        try {
            return new Size2(Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a size is height × width, like 3×3, not " + text, e);
        }
    }

    /// As TorchScript writes it: `[3, 5]`.
    public String torch() {
        return "[" + height + ", " + width + "]";
    }

    /// As Python writes it: `3`, or `(3, 5)` where the two differ.
    public String python() {
        return height == width ? Integer.toString(height) : "(" + height + ", " + width + ")";
    }

    @Override
    public String toString() {
        return height + "×" + width;
    }
}
