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
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Cuts one axis into equal parts, each of which goes its own way; Concat joins them again.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2s-set-split",
        help = "Cuts one axis into equal parts, with one output for each.")
public record Split(
        @Setting(value = "Axis that is cut, counted as in PyTorch: 1 is the first behind the batch (the"
                + " channels of an image), -1 the last.", min = -Shape.MAX_RANK, max = Shape.MAX_RANK) int axis,
        @Setting(value = "Number of parts, and of outputs.", min = 1, max = Split.MOST_PARTS) int parts)
        implements Layer {
    static final int MOST_PARTS = 64;

    public Split() {
        this(1, 2);
    }

    @Override
    public List<String> outputs() {
        return IntStream.rangeClosed(1, Math.clamp(parts, 1, MOST_PARTS)).mapToObj(i -> "part " + i).toList();
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (!(Axis.of(axis, x) instanceof Axis.Feature(int along))) {
            return Axis.problem(axis, x);
        }
        long[] features = x.features();
        if (features[along] % parts != 0) {
            int fitting = parts;
            while (features[along] % fitting != 0) {
                fitting--;
            }
            return Problem.setting("parts to divide the " + features[along] + " entries of its axis",
                    "parts is " + parts, new Remedy.Change("parts", Integer.toString(fitting)));
        }
        features[along] /= parts;
        return new Shapes(Collections.nCopies(parts, x.withFeatures(features)));
    }

    @Override
    public List<String> torch(TorchCode code) {
        String list = code.let("torch.chunk(" + code.input() + ", " + parts + ", " + axis + ")");
        return IntStream.range(0, parts).mapToObj(i -> list + "[" + i + "]").toList();
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression("{0}.chunk(" + parts + ", dim=" + axis + ")");
    }
}
