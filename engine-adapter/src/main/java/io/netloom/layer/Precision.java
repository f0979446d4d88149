package io.netloom.layer;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The numbers in which the heavy operators of a training step compute: convolutions, products of matrices, attention. Weights,
/// the optimiser, norms, softmax and losses stay with `FLOAT32`, and so does every model that is kept. It is the division of
/// `torch.autocast` (Micikevicius et al. 2017, https://arxiv.org/abs/1710.03740).
public enum Precision {
    /// 32 bits, 24 of them for digits.
    FLOAT32("6"),
    /// 16 bits, 8 of them for digits, with the range of `FLOAT32`.
    BFLOAT16("15"),
    /// 16 bits, 11 of them for digits: numbers to 65,504. It is for GPUs without `BFLOAT16`; a step scales its loss, so that small
    /// gradients do not vanish.
    FLOAT16("5");

    private static final String OPEN = "auto";

    private final String torch;

    Precision(String torch) {
        this.torch = torch;
    }

    /// What users write for a precision; `auto` leaves it open.
    ///
    /// @throws BadInput if there is none of that name
    public static Optional<Precision> parse(String name) {
        if (name.equals(OPEN)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values()).filter(p -> p.toString().equals(name)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("layer.precision",
                    "There is no precision ''{0}''. Choose {1}, or {2} for the fastest of them.", name, Arrays.stream(values()).map(Precision::toString).collect(Collectors.joining(", ")), OPEN))));
    }

    /// What users read for a precision, or for one that is left open.
    public static String text(Optional<Precision> precision) {
        return precision.map(Precision::toString).orElse(OPEN);
    }

    /// As PyTorch writes it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The expression as a tensor of such numbers; itself, where it is one.
    public String cast(String expression) {
        return "torch.to(" + expression + ", " + torch + ", False, False, None)";
    }
}
