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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes entries away around an image, or at the ends of a sequence: channels × height × width → channels × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2c-crop",
        help = "Takes a margin of an image, or the ends of a sequence, away.")
public record Crop(
        @Setting(value = "Columns taken away on the left of an image, or entries at the beginning of a sequence.",
                min = 0,
                max = 65_536) int left,
        @Setting(value = "Columns taken away on the right of an image, or entries at the end of a sequence.", min = 0,
                max = 65_536) int right,
        @Setting(value = "Rows taken away at the top of an image; 0 for a sequence.", min = 0, max = 65_536) int top,
        @Setting(value = "Rows taken away at the bottom of an image; 0 for a sequence.", min = 0,
                max = 65_536) int bottom)
        implements Layer {

    public Crop() {
        this(1, 1, 1, 1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        Optional<Problem> problem = sides().problem(x);
        if (problem.isPresent()) {
            return problem.get();
        }
        long[] features = x.features();
        for (int i = 1; i < features.length; i++) {
            features[i] -= sides().before(x).get(i - 1) + sides().after(x).get(i - 1);
            if (features[i] < 1) {
                return Problem.shape(Remedies.noun(x.rank() - 1) + " larger than what is taken away", "receives " + x,
                        new Remedy.Change(largerSide(i == x.rank() - 1), "0"));
            }
        }
        return Shapes.of(x.withFeatures(features));
    }

    @Override
    public List<String> torch(TorchCode code) {
        Shape x = code.shape(0);
        String rest = code.input();
        for (int i = 1; i < x.rank(); i++) {
            long end = x.size(i) - sides().after(x).get(i - 1);
            rest = "torch.slice(" + rest + ", " + (i + 1) + ", " + sides().before(x).get(i - 1) + ", " + end + ", 1)";
        }
        return List.of(rest);
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        var slices = new ArrayList<String>();
        for (int i = 1; i < x.rank(); i++) {
            long before = sides().before(x).get(i - 1);
            long after = sides().after(x).get(i - 1);
            slices.add((before == 0 ? "" : before) + ":" + (after == 0 ? "" : -after));
        }
        return PythonCode.expression("{0}[:, :, " + String.join(", ", slices) + "]");
    }

    private String largerSide(boolean horizontal) {
        return horizontal ? left >= right ? "left" : "right" : top >= bottom ? "top" : "bottom";
    }

    private Sides sides() {
        return new Sides(left, right, top, bottom);
    }
}
