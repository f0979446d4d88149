package io.netloom.compile;

import io.netloom.layer.TorchBody;
import io.netloom.shape.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The TorchScript of an update of one group of parameters: fused native calls over all of them.
///
/// Such calls write into lists, which TorchScript's removal of dead code does not see: without a use of those lists
/// behind it, the call and the whole backward pass would silently go. So each list's length is asked afterwards and
/// becomes part of the result, as a 0.
final class OptimiserCode {
    private static final String NO_LIST = "annotate(List[Tensor], [])";

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
            case Optimiser.Sgd sgd when sgd.momentum() == 0 -> List.of();
            case Optimiser.Sgd sgd ->
                sgd.dampening() == 0 ? List.of(Kept.MOMENTA) : List.of(Kept.MOMENTA, Kept.STEPS);
            case Optimiser.Adam adam -> moments(adam.amsgrad());
            case Optimiser.AdamW adam -> moments(adam.amsgrad());
            case Optimiser.NAdam _ ->
                List.of(Kept.FIRST_MOMENTS, Kept.SECOND_MOMENTS, Kept.STEPS, Kept.MOMENTUM_PRODUCTS);
            case Optimiser.RmsProp rms -> {
                var kept = new ArrayList<>(List.of(Kept.SECOND_MOMENTS));
                if (rms.momentum() > 0) {
                    kept.add(Kept.MOMENTA);
                }
                if (rms.centered()) {
                    kept.add(Kept.FIRST_MOMENTS);
                }
                yield kept;
            }
            case Optimiser.Adagrad _ -> List.of(Kept.SECOND_MOMENTS, Kept.STEPS);
        };
    }

    private static List<Kept> moments(boolean amsgrad) {
        return amsgrad ? List.of(Kept.FIRST_MOMENTS, Kept.SECOND_MOMENTS, Kept.STEPS, Kept.LARGEST_SECOND_MOMENTS)
                : List.of(Kept.FIRST_MOMENTS, Kept.SECOND_MOMENTS, Kept.STEPS);
    }

    /// What is kept for each parameter.
    enum Kept {
        MOMENTA, FIRST_MOMENTS, SECOND_MOMENTS, LARGEST_SECOND_MOMENTS, STEPS, MOMENTUM_PRODUCTS;

        /// Whether one tensor serves all parameters, because it is the same for each.
        boolean isShared() {
            return switch (this) {
                case MOMENTA, FIRST_MOMENTS, SECOND_MOMENTS, LARGEST_SECOND_MOMENTS -> false;
                case STEPS, MOMENTUM_PRODUCTS -> true;
            };
        }

        /// The tensor before the first step.
        TensorData initial(Optimiser optimiser, Attribute.Tensor parameter) {
            return switch (this) {
                case SECOND_MOMENTS -> filled(parameter,
                        optimiser instanceof Optimiser.Adagrad adagrad ? adagrad.initialAccumulator() : 0);
                case MOMENTA, FIRST_MOMENTS, LARGEST_SECOND_MOMENTS -> filled(parameter, 0);
                case STEPS -> TensorData.zeros(ElementType.FLOAT32, List.of());
                case MOMENTUM_PRODUCTS -> TensorData.scalar(1);
            };
        }

        private static TensorData filled(Attribute.Tensor parameter, double value) {
            List<Long> shape = parameter.initial().shape();
            if (value == 0) {
                return TensorData.zeros(ElementType.FLOAT32, shape);
            }
            float[] values = new float[(int) parameter.initial().elements()];
            Arrays.fill(values, (float) value);
            return new TensorData(ElementType.FLOAT32, shape, TensorData.of(values).data());
        }
    }

    /// @return the lists that were written to
    List<String> write(Optimiser optimiser) {
        switch (optimiser) {
            case Optimiser.Sgd sgd -> sgd(sgd);
            case Optimiser.Adam adam ->
                adam("_fused_adam_", adam.beta1(), adam.beta2(), adam.epsilon(), adam.weightDecay(), adam.amsgrad());
            case Optimiser.AdamW adam -> adam("_fused_adamw_", adam.beta1(), adam.beta2(), adam.epsilon(),
                    adam.weightDecay(), adam.amsgrad());
            case Optimiser.NAdam nadam -> nadam(nadam);
            case Optimiser.RmsProp rms -> rmsProp(rms);
            case Optimiser.Adagrad adagrad -> adagrad(adagrad);
        }
        return Stream.concat(Stream.of(group.detached()), state(optimiser).stream().map(group::list)).toList();
    }

    private void sgd(Optimiser.Sgd sgd) {
        String momenta = sgd.momentum() == 0 ? NO_LIST : group.list(Kept.MOMENTA);
        boolean counts = state(sgd).contains(Kept.STEPS);
        String first = counts ? body.let("torch.eq(float(" + group.shared(Kept.STEPS) + "), 0.)") : python(false);
        run("_fused_sgd_", group.detached(), gradients, momenta, "weight_decay=" + sgd.weightDecay(),
                "momentum=" + sgd.momentum(), "lr=" + rate, "dampening=" + sgd.dampening(),
                "nesterov=" + python(sgd.nesterov()), "maximize=False", "is_first_step=" + first);
        if (counts) {
            countStep();
        }
    }

    private void adam(String operator, double beta1, double beta2, double epsilon, double weightDecay,
            boolean amsgrad) {
        countStep();
        run(operator, group.detached(), gradients, group.list(Kept.FIRST_MOMENTS), group.list(Kept.SECOND_MOMENTS),
                amsgrad ? group.list(Kept.LARGEST_SECOND_MOMENTS) : NO_LIST, group.list(Kept.STEPS), "lr=" + rate,
                "beta1=" + beta1, "beta2=" + beta2, "weight_decay=" + weightDecay, "eps=" + epsilon,
                "amsgrad=" + python(amsgrad), "maximize=False");
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
        String roots = body.let("torch._foreach_add(torch._foreach_sqrt("
                + (rms.centered() ? variances(rms, g, squares) : squares) + "), " + rms.epsilon() + ")");
        if (rms.momentum() == 0) {
            run("_foreach_addcdiv_", group.detached(), g, roots, "torch.neg(" + rate + ")");
        } else {
            String momenta = group.list(Kept.MOMENTA);
            run("_foreach_mul_", momenta, number(rms.momentum()));
            run("_foreach_addcdiv_", momenta, g, roots);
            run("_foreach_add_", group.detached(), momenta, "alpha=torch.neg(" + rate + ")");
        }
    }

    /// What is left of the mean square without the square of the mean. Rounding must not push it below 0, where it has no root.
    private String variances(Optimiser.RmsProp rms, String g, String squares) {
        String means = group.list(Kept.FIRST_MOMENTS);
        run("_foreach_mul_", means, number(rms.alpha()));
        run("_foreach_add_", means, g, "alpha=" + number(1 - rms.alpha()));
        return body.let("torch._foreach_clamp_min(torch._foreach_addcmul(" + squares + ", " + means + ", " + means
                + ", -1.), 0.)");
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
