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
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Says which positions of a row of tokens are real: positions → positions, 1 where a token stands and 0 where it only fills up. It
/// is wired beside the sequence to the second input of attention, of recurrent layers and of pooling over all places.
@AutoService(Layer.class)
@Card(category = Category.EMBEDDING, icon = "mdi2f-format-text-wrapping-overflow",
        help = "Marks with 1 the tokens of a text and with 0 what only fills it up, for the second input of other blocks.")
public record PaddingMask(
        @Setting(value = "Token that only fills up.", min = 0, max = 10_000_000) int paddingIndex) implements Layer {

    public PaddingMask() {
        this(0);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return x.rank() == 1 ? Shapes.of(x)
                : Problem.shape("one axis of token numbers for each example", "receives " + x,
                        Remedies.before("Flatten"));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.to(torch.ne(" + code.input() + ", " + paddingIndex + "), 6, False, False, None)");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("({0} != " + paddingIndex + ").to({0})");
    }
}
