package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Its inputs one behind the other along one axis; all other axes agree.
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2s-set-merge", help = "Puts its inputs one behind the other.")
public record Concat(
        @Setting(value = "Axis along which they are joined, counted as in PyTorch: 1 is the first behind the batch (the"
                + " channels of an image), -1 the last.", min = -Shape.MAX_RANK, max = Shape.MAX_RANK) int axis)
        implements Layer {

    public Concat() {
        this(1);
    }

    @Override
    public Arity inputs() {
        return Arity.SEVERAL;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        if (!(Axis.of(axis, first) instanceof Axis.Feature(int along))) {
            return Axis.problem(axis, first);
        }
        long[] joined = first.features();
        for (int i = 1; i < inputs.size(); i++) {
            Shape other = inputs.get(i);
            if (!fits(first, other, along)) {
                return Remedies.needsSame(first, i, other);
            }
            joined[along] += other.size(along);
        }
        return Shapes.of(first.withFeatures(joined));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.cat([" + String.join(", ", code.inputs()) + "], " + axis + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression(IntStream.range(0, inputs.size()).mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining(", ", "torch.cat([", "], dim=" + axis + ")")));
    }

    private static boolean fits(Shape first, Shape other, int along) {
        if (other.rank() != first.rank() || other.type() != first.type()) {
            return false;
        }
        for (int i = 0; i < first.rank(); i++) {
            if (i != along && first.size(i) != other.size(i)) {
                return false;
            }
        }
        return true;
    }
}
