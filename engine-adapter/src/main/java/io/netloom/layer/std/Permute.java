package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Axes;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.IntStream;

/// Puts the axes of each example into another order: `2, 1` makes length × channels of channels × length, `2, 3, 1` height ×
/// width × channels of channels × height × width.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2s-swap-horizontal",
        help = "Puts the axes into another order.")
public record Permute(
        @Setting(value = "The axes in their new order, counted as in PyTorch: 1 is the first behind the batch.",
                min = 1,
                max = Shape.MAX_RANK) Axes order)
        implements Layer {

    public Permute() {
        this(Axes.of(2, 1));
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        List<Integer> axes = IntStream.rangeClosed(1, x.rank()).boxed().toList();
        if (!order.order().stream().sorted().toList().equals(axes)) {
            return Problem.setting("each axis from 1 to " + x.rank() + " once in its order", "order is " + order,
                    x.rank() == 0 ? new Remedy.Dissolve()
                            : new Remedy.Change("order", new Axes(axes.reversed()).toString()));
        }
        return Shapes.of(x.withFeatures(order.order().stream().mapToLong(axis -> x.size(axis - 1)).toArray()));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.permute(" + code.input() + ", [0, " + order + "])");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0}.permute(0, " + order + ")");
    }
}
