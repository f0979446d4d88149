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

/// A part of one axis: entries `start`, `start + step` and so on, as far as `end`, which is left out. As in Python, numbers
/// below 0 count from the end of the axis; an `end` of 0 is the end of the axis.
@AutoService(Layer.class)
@Card(category = Category.SHAPE, icon = "mdi2c-content-cut",
        help = "Keeps a part of one axis.")
public record Slice(
        @Setting(value = "Axis that is cut, counted as in PyTorch: 1 is the first behind the batch (the"
                + " channels of an image), -1 the last.", min = -Shape.MAX_RANK, max = Shape.MAX_RANK) int axis,
        @Setting(value = "First entry that is kept, counted from 0; below 0, from the end.", min = -2147483647,
                max = 2147483647) int start,
        @Setting(value = "First entry that is not kept any more; below 0, from the end; 0 keeps all as far as the end.",
                min = -2147483647, max = 2147483647) int end,
        @Setting(value = "Distance from one entry that is kept to the next.", min = 1, max = 1_000_000) int step)
        implements Layer {

    public Slice() {
        this(1, 0, 0, 1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (!(Axis.of(axis, x) instanceof Axis.Feature(int along))) {
            return Axis.problem(axis, x);
        }
        long size = x.size(along);
        long kept = Math.ceilDiv(place(end == 0 ? size : end, size) - place(start, size), (long) step);
        if (kept < 1) {
            return Problem.setting("entries between start and end", "none of the " + size + " of its axis lies from "
                    + start + " to " + end, new Remedy.Change(end == 0 || start >= size ? "start" : "end", "0"));
        }
        long[] features = x.features();
        features[along] = kept;
        return Shapes.of(x.withFeatures(features));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.slice(" + code.input() + ", " + axis + ", " + start + ", "
                + (end == 0 ? Long.MAX_VALUE : end) + ", " + step + ")");
    }

    @Override
    public boolean bearsRounding() {
        return true;
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        int axes = axis > 0 ? axis : inputs.getFirst().rank() + 1 + axis;
        return PythonCode.expression("{0}[" + ":, ".repeat(axes) + (start == 0 ? "" : start) + ":"
                + (end == 0 ? "" : end) + (step == 1 ? "" : ":" + step) + "]");
    }

    /// Where an entry lies, counted from the front, and held within the axis.
    private static long place(long entry, long size) {
        return Math.clamp(entry < 0 ? entry + size : entry, 0, size);
    }
}
