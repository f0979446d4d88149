package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Role;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Where data enters: one example's shape, such as channels × height × width of an image or the columns of a table.
@AutoService(Layer.class)
@Card(category = Category.DATA, icon = "mdi2i-import", help = "Where data enters the network.")
public record Input(@Setting("Shape of one example; images are channels × height × width.") Shape shape)
        implements Layer {

    public Input() {
        this(Shape.of(1, 28, 28));
    }

    @Override
    public Arity inputs() {
        return Arity.NONE;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        return Shapes.of(shape);
    }

    @Override
    public List<String> torch(TorchCode code) {
        return code.inputs();
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0}");
    }

    @Override
    public Role role() {
        return Role.INPUT;
    }
}
