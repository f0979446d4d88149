package io.netloom.compile;

import io.netloom.layer.Precision;
import io.netloom.layer.TorchBody;
import io.netloom.shape.ElementType;
import java.util.List;

/// Keeps small gradients from vanishing where numbers of 16 bits have a small range: the loss is multiplied by a factor, and the
/// gradients are divided by it again. The factor is halved, and the weights stay, when a gradient is too large for that range; it is
/// doubled after many steps without. The numbers are those of `torch.amp.GradScaler` (Micikevicius et al. 2017,
/// https://arxiv.org/abs/1710.03740).
enum LossScaling {
    /// The range is large enough.
    NONE,
    /// The factor follows what is met.
    DYNAMIC;

    private static final Attribute.Tensor FACTOR = number("loss_scale", 65536);
    private static final Attribute.Tensor GOOD_STEPS = number("good_steps", 0);
    private static final Attribute.Tensor TOO_LARGE = number("too_large", 0);
    private static final String DOUBLED_AFTER = "2000";

    static LossScaling of(Learning learning) {
        return learning.computesIn() == Precision.FLOAT16 ? DYNAMIC : NONE;
    }

    /// What it keeps from step to step.
    List<Attribute.Tensor> members() {
        return this == NONE ? List.of() : List.of(FACTOR, GOOD_STEPS, TOO_LARGE);
    }

    /// The loss whose gradients are computed.
    String scaled(TorchBody body, String loss) {
        return this == NONE ? loss : body.let("torch.mul(" + loss + ", " + read(FACTOR) + ")");
    }

    /// The gradients of the loss itself; notes where one is too large.
    List<String> unscaled(TorchBody body, List<String> gradients) {
        if (this == NONE) {
            return gradients;
        }
        List<String> named = gradients.stream().map(body::let).toList();
        body.line("_ = torch._amp_foreach_non_finite_check_and_unscale_([" + String.join(", ", named) + "], "
                + read(TOO_LARGE) + ", torch.reciprocal(" + read(FACTOR) + "))");
        return named;
    }

    /// Moves the weights unless a gradient was too large, and adapts the factor.
    ///
    /// @param move an expression that moves them, and is 0
    /// @return an expression that is 0 and keeps all this alive
    String whereFinite(TorchBody body, String move) {
        body.block("if torch.eq(float(" + read(TOO_LARGE) + "), 0.):", () -> body.line("moved = " + move));
        body.block("else:", () -> body.line("moved = 0"));
        String fine = body.let("torch.rsub(" + read(TOO_LARGE) + ", 1)");
        body.line("_ = torch.mul_(torch.add_(" + read(GOOD_STEPS) + ", 1), " + fine + ")");
        String enough = body.let("torch.to(torch.eq(" + read(GOOD_STEPS) + ", " + DOUBLED_AFTER
                + "), 6, False, False, None)");
        body.line("_ = torch.mul_(" + read(FACTOR) + ", torch.mul(torch.add(" + enough + ", 1), torch.rsub("
                + read(TOO_LARGE) + ", 1, 0.5)))");
        body.line("_ = torch.mul_(" + read(GOOD_STEPS) + ", torch.rsub(" + enough + ", 1))");
        body.line("_ = torch.zero_(" + read(TOO_LARGE) + ")");
        return "moved";
    }

    private static String read(Attribute.Tensor member) {
        return "self." + member.name();
    }

    private static Attribute.Tensor number(String name, float first) {
        return new Attribute.Tensor(name, TensorData.scalar(first), false);
    }
}
