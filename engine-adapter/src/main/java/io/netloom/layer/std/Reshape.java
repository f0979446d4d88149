package io.netloom.layer.std;

import com.google.auto.service.AutoService;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Gives one example's entries other axes, in the same order; their number stays.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2v-view-grid-outline", help = "Arranges the same numbers in other axes.")
public record Reshape(@Setting("Shape of one example afterwards; the number of entries stays.") Shape shape)
        implements Layer {

    public Reshape() {
        this(Shape.of(1, 28, 28));
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.elements() != shape.elements()) {
            return Problem.setting("a shape of " + x.elements() + " entries, as many as " + x + " has",
                    shape + " has " + shape.elements(), new Remedy.Change("shape", Long.toString(x.elements())));
        }
        return Shapes.of(x.withFeatures(shape.features()));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.reshape(" + code.input() + ", [-1, " + sizes() + "])");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0}.reshape(-1, " + sizes() + ")");
    }

    private String sizes() {
        return Arrays.stream(shape.features()).mapToObj(Long::toString).collect(Collectors.joining(", "));
    }
}
