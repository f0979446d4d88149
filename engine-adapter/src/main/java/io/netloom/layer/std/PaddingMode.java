package io.netloom.layer.std;

import java.util.Locale;

/// What stands around the edge of a sequence, an image or a volume. The names are PyTorch's.
public enum PaddingMode {
    /// 0, or another number that is the same everywhere.
    ZEROS,
    /// What lies within, mirrored at the outermost entry, which is not said twice.
    REFLECT,
    /// The outermost entry, again and again.
    REPLICATE,
    /// What lies at the other end.
    CIRCULAR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether so many entries can be put at one end of an axis.
    boolean allows(long entries, long size) {
        return switch (this) {
            case ZEROS, REPLICATE -> true;
            case REFLECT -> entries < size;
            case CIRCULAR -> entries <= size;
        };
    }
}
