package io.netloom.layer;

/// Three whole numbers, depth before height before width: the size or the stride of a kernel that slides over a volume.
public record Size3(int depth, int height, int width) {

    /// The same number all three ways.
    public static Size3 of(int all) {
        return new Size3(all, all, all);
    }

    /// Reads `3×5×5`, `3x5x5`, or `3` for all.
    ///
    /// @throws IllegalArgumentException if the text is neither
    public static Size3 parse(String text) {
        String[] parts = text.strip().split("\\s*[x×X]\\s*", -1);
        try {
            if (parts.length == 1) {
                return of(Integer.parseInt(parts[0]));
            } else if (parts.length == 3) {
                return new Size3(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
            }
            throw new NumberFormatException(parts.length + " numbers");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a size is depth × height × width, like 3×3×3, not " + text, e);
        }
    }

    @Override
    public String toString() {
        return depth + "×" + height + "×" + width;
    }
}
