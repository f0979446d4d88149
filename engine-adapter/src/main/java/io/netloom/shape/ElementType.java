package io.netloom.shape;

/// What one entry of a tensor is. The names are PyTorch's.
public enum ElementType {
    /// Single precision: what networks compute with.
    FLOAT32(4),
    /// Double precision: sums over many examples.
    FLOAT64(8),
    /// Indices: classes, tokens.
    INT64(8),
    /// Raw pixels, 0 to 255.
    UINT8(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// Size of one entry in bytes.
    public int bytes() {
        return bytes;
    }
}
