package io.netloom.layer.std;

import io.netloom.layer.TorchCode;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import java.util.List;
import java.util.Optional;

/// The second input of layers that go over all places of a sequence: one number a place, 0 where it only fills up.
final class Masks {
    private Masks() {}

    /// What is wrong with the inputs of a layer that takes channels × places, and a mask only of channels × length.
    static Optional<Problem> pooled(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (inputs.size() == 1) {
            return x.rank() >= 2 && x.rank() <= 4 ? Optional.empty() : Optional.of(Remedies.needsPlaces(x));
        }
        return x.rank() != 2 ? Optional.of(Remedies.needsPlaces(x, 1))
                : Attention.maskProblem(1, inputs.get(1), x.size(1));
    }

    /// True where a place of channels × length is real; of one channel.
    static String real(TorchCode code) {
        return code.let("torch.unsqueeze(torch.ne(" + code.inputs().get(1) + ", 0), 1)");
    }
}
