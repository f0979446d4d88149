package io.netloom.layer;

/// The numbers in which the heavy operators of a training step compute: convolutions, products of matrices, attention. Weights,
/// the optimiser, norms, softmax and losses stay with `FLOAT32`, and so does every model that is kept. It is the division of
/// `torch.autocast` (Micikevicius et al. 2017, https://arxiv.org/abs/1710.03740).
public enum Precision {
    /// 32 bits, 24 of them for digits.
    FLOAT32("6"),
    /// 16 bits, 8 of them for digits, with the range of `FLOAT32`.
    BFLOAT16("15");

    private final String torch;

    Precision(String torch) {
        this.torch = torch;
    }

    /// The expression as a tensor of such numbers; itself, where it is one.
    public String cast(String expression) {
        return "torch.to(" + expression + ", " + torch + ", False, False, None)";
    }
}
