package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/// A fully connected layer, `x Wᵀ + b` features → units.
@AutoService(Layer.class)
@Card(category = Category.DENSE, icon = "mdi2v-vector-polyline", help = "Joins every feature to every unit.")
public record Dense(
        @Setting(value = "Number of units, the size of the output.", min = 1, max = 1_000_000) int units,
        @Setting("Add a learned number to each unit.") boolean bias,
        @Setting("How the weights are filled before training.") Initialiser initialiser) implements Layer {

    public Dense() {
        this(128, true, Initialiser.HE_UNIFORM);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() != 1) {
            return Problem.shape("one row of features for each example", "receives " + x,
                    x.rank() == 3
                            ? new Remedy[] {Remedies.before("Flatten"), Remedies.before("GlobalAvgPool")}
                            : new Remedy[] {Remedies.before("Flatten")});
        }
        return Shapes.of(x.withFeatures(units));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        long features = inputs.getFirst().size(0);
        var weights = new ArrayList<Weight>();
        weights.add(Weight.parameter("weight", initialiser, features, units, units, features));
        if (bias) {
            weights.add(Weight.parameter("bias", Initialiser.ZEROS, features, units, units));
        }
        return weights;
    }

    @Override
    public long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        return Shape.product(inputs.getFirst().elements(), units);
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.linear(" + code.heavy(code.input()) + ", " + code.heavy(code.weight("weight")) + ", "
                + (bias ? code.heavy(code.weight("bias")) : "None") + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public boolean givesItsOutputAway() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module(
                "nn.Linear(" + inputs.getFirst().size(0) + ", " + units + (bias ? ")" : ", bias=False)"));
    }
}
