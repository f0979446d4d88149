package io.netloom.compile;

import io.netloom.layer.TorchBody;
import io.netloom.shape.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The TorchScript of an update of one group of parameters: fused native calls over all of them.
///
/// Such calls write into lists, which TorchScript's removal of dead code does not see: without a use of those lists
/// behind it, the call and the whole backward pass would silently go. So each list's length is asked afterwards and
/// becomes part of the result, as a 0.
final class OptimiserCode {
    private final TorchBody body;
    private final ParameterGroup group;
    private final String gradients;
    private final String rate;

    /// @param gradients the local that holds the list of gradients
    /// @param rate the expression of the group's learning rate
    OptimiserCode(TorchBody body, ParameterGroup group, String gradients, String rate) {
        this.body = body;
        this.group = group;
        this.gradients = gradients;
        this.rate = rate;
    }

    /// What an optimiser keeps for a group of parameters: lists as long as the group.
    static List<Kept> state(Optimiser optimiser) {
        return switch (optimiser) {
            case Optimiser.Sgd sgd -> sgd.momentum() == 0 ? List.of() : List.of(Kept.MOMENTA);
            case Optimiser.Adam _,Optimiser.AdamW _ -> List.of(Kept.FIRST_MOMENTS, Kept.SECOND_MOMENTS, Kept.STEPS);
            case Optimiser.NAdam _ ->
                List.of(Kept.FIRST_MOMENTS, Kept.SECOND_MOMENTS, Kept.STEPS, Kept.MOMENTUM_PRODUCTS);
            case Optimiser.RmsProp rms ->
                rms.momentum() == 0 ? List.of(Kept.SECOND_MOMENTS) : List.of(Kept.SECOND_MOMENTS, Kept.MOMENTA);
            case Optimiser.Adagrad _ -> List.of(Kept.SECOND_MOMENTS, Kept.STEPS);
        };
    }

    /// What is kept for each parameter.
    enum Kept {
        MOMENTA, FIRST_MOMENTS, SECOND_MOMENTS, STEPS, MOMENTUM_PRODUCTS;

        /// Whether one tensor serves all parameters, because it is the same for each.
        boolean isShared() {
            return switch (this) {
                case MOMENTA, FIRST_MOMENTS, SECOND_MOMENTS -> false;
                case STEPS, MOMENTUM_PRODUCTS -> true;
            };
        }

        /// The tensor before the first step.
        TensorData initial(Attribute.Tensor parameter) {
            return switch (this) {
                case MOMENTA, FIRST_MOMENTS, SECOND_MOMENTS ->
                    TensorData.zeros(ElementType.FLOAT32, parameter.initial().shape());
                case STEPS -> TensorData.zeros(ElementType.FLOAT32, List.of());
                case MOMENTUM_PRODUCTS -> TensorData.scalar(1);
            };
        }
    }

    /// @return the lists that were written to
    List<String> write(Optimiser optimiser) {
        switch (optimiser) {
            case Optimiser.Sgd sgd -> sgd(sgd);
            case Optimiser.Adam adam ->
                adam("_fused_adam_", adam.beta1(), adam.beta2(), adam.epsilon(), adam.weightDecay());
            case Optimiser.AdamW adam ->
                adam("_fused_adamw_", adam.beta1(), adam.beta2(), adam.epsilon(), adam.weightDecay());
            case Optimiser.NAdam nadam -> nadam(nadam);
            case Optimiser.RmsProp rms -> rmsProp(rms);
            case Optimiser.Adagrad adagrad -> adagrad(adagrad);
        }
        return Stream.concat(Stream.of(group.detached()), state(optimiser).stream().map(group::list)).toList();
    }

    private void sgd(Optimiser.Sgd sgd) {
        String momenta = sgd.momentum() == 0 ? body.let("annotate(List[Tensor], [])") : group.list(Kept.MOMENTA);
        run("_fused_sgd_", group.detached(), gradients, momenta, "weight_decay=" + sgd.weightDecay(),
                "momentum=" + sgd.momentum(), "lr=" + rate, "dampening=0.", "nesterov=" + python(sgd.nesterov()),
                "maximize=False", "is_first_step=False");
    }

    private void adam(String operator, double beta1, double beta2, double epsilon, double weightDecay) {
        countStep();
        run(operator, group.detached(), gradients, group.list(Kept.FIRST_MOMENTS), group.list(Kept.SECOND_MOMENTS),
                "annotate(List[Tensor], [])", group.list(Kept.STEPS), "lr=" + rate, "beta1=" + beta1, "beta2=" + beta2,
                "weight_decay=" + weightDecay, "eps=" + epsilon, "amsgrad=False", "maximize=False");
    }

    private void adagrad(Optimiser.Adagrad adagrad) {
        countStep();
        run("_fused_adagrad_", group.detached(), gradients, group.list(Kept.SECOND_MOMENTS), group.list(Kept.STEPS),
                "lr=" + rate, "lr_decay=" + adagrad.lrDecay(), "weight_decay=" + adagrad.weightDecay(),
                "eps=" + adagrad.epsilon(), "maximize=False");
    }

    private void rmsProp(Optimiser.RmsProp rms) {
        String g = decayed(rms.weightDecay());
        String squares = group.list(Kept.SECOND_MOMENTS);
        run("_foreach_mul_", squares, number(rms.alpha()));
        run("_foreach_addcmul_", squares, g, g, number(1 - rms.alpha()));
        String roots = body.let("torch._foreach_add(torch._foreach_sqrt(" + squares + "), " + rms.epsilon() + ")");
        if (rms.momentum() == 0) {
            run("_foreach_addcdiv_", group.detached(), g, roots, "torch.neg(" + rate + ")");
        } else {
            String momenta = group.list(Kept.MOMENTA);
            run("_foreach_mul_", momenta, number(rms.momentum()));
            run("_foreach_addcdiv_", momenta, g, roots);
            run("_foreach_add_", group.detached(), momenta, "alpha=torch.neg(" + rate + ")");
        }
    }

    /// The momentum grows with the steps, so that its factors are numbers of the step; all parameters share them.
    private void nadam(Optimiser.NAdam nadam) {
        countStep();
        String g = decayed(nadam.weightDecay());
        String first = group.list(Kept.FIRST_MOMENTS);
        String second = group.list(Kept.SECOND_MOMENTS);
        String step = body.let("float(" + group.shared(Kept.STEPS) + ")");
        String now = momentum(nadam, step);
        String next = momentum(nadam, body.let("torch.add(" + step + ", 1.)"));
        run("mul_", group.shared(Kept.MOMENTUM_PRODUCTS), now);
        String product = body.let("float(" + group.shared(Kept.MOMENTUM_PRODUCTS) + ")");
        run("_foreach_lerp_", first, g, number(1 - nadam.beta1()));
        run("_foreach_mul_", second, number(nadam.beta2()));
        run("_foreach_addcmul_", second, g, g, number(1 - nadam.beta2()));
        String correction = body.let("torch.sub(1., torch.pow(" + nadam.beta2() + ", " + step + "))");
        String roots = body
                .let("torch._foreach_add(torch._foreach_sqrt(torch._foreach_div(" + second + ", " + correction
                        + ")), " + nadam.epsilon() + ")");
        String alongGradient = body.let("torch.neg(torch.div(torch.mul(" + rate + ", torch.sub(1., " + now
                + ")), torch.sub(1., " + product + ")))");
        String alongMean = body
                .let("torch.neg(torch.div(torch.mul(" + rate + ", " + next + "), torch.sub(1., torch.mul("
                        + product + ", " + next + "))))");
        run("_foreach_addcdiv_", group.detached(), g, roots, alongGradient);
        run("_foreach_addcdiv_", group.detached(), first, roots, alongMean);
    }

    private String momentum(Optimiser.NAdam nadam, String step) {
        return body
                .let("torch.mul(" + nadam.beta1() + ", torch.sub(1., torch.mul(0.5, torch.pow(0.96, torch.mul(" + step
                        + ", " + nadam.momentumDecay() + ")))))");
    }

    private String decayed(double weightDecay) {
        return weightDecay == 0
                ? gradients
                : body.let(
                        "torch._foreach_add(" + gradients + ", " + group.detached() + ", alpha=" + weightDecay + ")");
    }

    private void countStep() {
        run("add_", group.shared(Kept.STEPS), "1");
    }

    private void run(String operator, String... arguments) {
        body.line("_ = torch." + operator + "(" + String.join(", ", arguments) + ")");
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }

    /// An expression that is 0 and keeps what was written to these lists alive.
    static String used(TorchBody body, List<String> lists) {
        var lengths = new ArrayList<String>();
        for (String list : lists) {
            lengths.add("torch.len(" + list + ")");
        }
        return body.let("torch.mul(" + lengths.stream().reduce((a, b) -> "torch.add(" + a + ", " + b + ")").orElse("0")
                + ", 0)");
    }
}
