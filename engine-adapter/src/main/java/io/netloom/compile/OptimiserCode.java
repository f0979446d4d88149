package io.netloom.compile;

import io.netloom.layer.TorchBody;
import io.netloom.shape.ElementType;
import java.util.ArrayList;
import java.util.List;

/// The TorchScript of an update: one fused native call over all parameters.
///
/// Such a call writes into lists, which TorchScript's removal of dead code does not see: without a use of those lists
/// behind it, the call and the whole backward pass would silently go. So each list's length is asked afterwards and
/// becomes part of the result, as a 0.
final class OptimiserCode {
    private static final String FIRST = "first_moments";
    private static final String SECOND = "second_moments";
    private static final String STEPS = "steps";
    private static final String MOMENTA = "momenta";

    private OptimiserCode() {}

    /// The tensors that the optimiser keeps, one of each kind a parameter.
    static List<Attribute.TensorList> state(Optimiser optimiser, List<Attribute.Tensor> parameters) {
        return switch (optimiser) {
            case Optimiser.Sgd(double momentum, double _) ->
                momentum == 0 ? List.of() : List.of(zeros(MOMENTA, parameters));
            case Optimiser.Adam _ -> List.of(zeros(FIRST, parameters), zeros(SECOND, parameters), counters(parameters));
        };
    }

    /// @return an expression that is 0 and keeps the update alive
    static String write(TorchBody body, Optimiser optimiser, String gradients) {
        String parameters = "self." + Members.DETACHED;
        return switch (optimiser) {
            case Optimiser.Sgd(double momentum, double weightDecay) -> {
                String momenta = momentum == 0 ? body.let("annotate(List[Tensor], [])") : "self." + MOMENTA;
                body.line("_ = torch._fused_sgd_(" + parameters + ", " + gradients + ", " + momenta
                        + ", weight_decay=" + weightDecay + ", momentum=" + momentum
                        + ", lr=float(lr), dampening=0., nesterov=False, maximize=False, is_first_step=False)");
                yield used(body, momentum == 0 ? List.of(parameters) : List.of(parameters, momenta));
            }
            case Optimiser.Adam(double beta1, double beta2, double epsilon, double weightDecay) -> {
                body.line("_ = torch._foreach_add_(self." + STEPS + ", 1)");
                body.line("_ = torch._fused_adam_(" + parameters + ", " + gradients + ", self." + FIRST + ", self."
                        + SECOND + ", annotate(List[Tensor], []), self." + STEPS + ", lr=float(lr), beta1=" + beta1
                        + ", beta2=" + beta2 + ", weight_decay=" + weightDecay + ", eps=" + epsilon
                        + ", amsgrad=False, maximize=False)");
                yield used(body, List.of(parameters, "self." + FIRST, "self." + SECOND, "self." + STEPS));
            }
        };
    }

    private static String used(TorchBody body, List<String> lists) {
        String sum = body.let("torch.len(" + lists.getFirst() + ")");
        for (String list : lists.subList(1, lists.size())) {
            sum = body.let("torch.add(" + sum + ", torch.len(" + list + "))");
        }
        return body.let("torch.mul(" + sum + ", 0)");
    }

    private static Attribute.TensorList zeros(String name, List<Attribute.Tensor> parameters) {
        var members = new ArrayList<Attribute.Tensor>();
        for (Attribute.Tensor parameter : parameters) {
            members.add(new Attribute.Tensor(name + "_" + members.size(),
                    TensorData.zeros(ElementType.FLOAT32, parameter.initial().shape()), false));
        }
        return new Attribute.TensorList(name, members, Attribute.View.SAME);
    }

    private static Attribute.TensorList counters(List<Attribute.Tensor> parameters) {
        var members = new ArrayList<Attribute.Tensor>();
        for (int i = 0; i < parameters.size(); i++) {
            members.add(new Attribute.Tensor(STEPS + "_" + i, TensorData.zeros(ElementType.FLOAT32, List.of()), false));
        }
        return new Attribute.TensorList(STEPS, members, Attribute.View.SAME);
    }
}
