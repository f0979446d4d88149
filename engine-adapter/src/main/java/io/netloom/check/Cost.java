package io.netloom.check;

import io.netloom.layer.Weight;
import io.netloom.shape.Shape;
import java.util.List;

/// What a part of a network costs, for one example where it depends on examples.
///
/// @param parameters number of entries that are learnt
/// @param multiplyAdds multiply-accumulate operations of one forward pass
/// @param activationBytes bytes of all outputs, which training keeps for the backward pass
public record Cost(long parameters, long multiplyAdds, long activationBytes) {
    static final Cost NOTHING = new Cost(0, 0, 0);

    static Cost of(List<Weight> weights, long multiplyAdds, List<Shape> outputs) {
        return new Cost(
                Shape.sum(weights.stream().filter(w -> w.kind() == Weight.Kind.PARAMETER).mapToLong(Weight::elements)
                        .toArray()),
                multiplyAdds, Shape.sum(outputs.stream().mapToLong(Shape::bytes).toArray()));
    }

    Cost plus(Cost other) {
        return new Cost(Shape.sum(parameters, other.parameters), Shape.sum(multiplyAdds, other.multiplyAdds),
                Shape.sum(activationBytes, other.activationBytes));
    }
}
