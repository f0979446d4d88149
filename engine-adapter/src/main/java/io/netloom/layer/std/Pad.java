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
import java.util.List;
import java.util.Optional;

/// Puts entries around an image, or at the ends of a sequence: channels × height × width → channels × height' × width'.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2b-border-outside",
        help = "Puts a margin around an image, or at the ends of a sequence.")
public record Pad(
        @Setting(value = "Columns put on the left of an image, or entries in front of a sequence.", min = 0,
                max = 65_536) int left,
        @Setting(value = "Columns put on the right of an image, or entries behind a sequence.", min = 0,
                max = 65_536) int right,
        @Setting(value = "Rows put above an image; 0 for a sequence.", min = 0, max = 65_536) int top,
        @Setting(value = "Rows put below an image; 0 for a sequence.", min = 0, max = 65_536) int bottom,
        @Setting("What is put there: one number, the inside mirrored, the outermost entry again, or the other end.") PaddingMode mode,
        @Setting(value = "The number that is put there, where the mode is zeros.", min = -1e6, max = 1e6) double value)
        implements Layer {

    public Pad() {
        this(1, 1, 1, 1, PaddingMode.ZEROS, 0);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        Optional<Problem> problem = sides().problem(x)
                .or(() -> edge(x).problem(x, new Remedy.Change("mode", "replicate")));
        if (problem.isPresent()) {
            return problem.get();
        }
        long[] features = x.features();
        for (int i = 1; i < features.length; i++) {
            features[i] += edge(x).before().get(i - 1) + edge(x).after().get(i - 1);
        }
        return Shapes.of(x.withFeatures(features));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of(edge(code.shape(0)).torch(code.input()));
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression(edge(inputs.getFirst()).python("{0}"));
    }

    private Edge edge(Shape x) {
        return new Edge(sides().before(x), sides().after(x), mode, value);
    }

    private Sides sides() {
        return new Sides(left, right, top, bottom);
    }
}
