package io.netloom.layer.std;

import io.netloom.layer.Initialiser;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// What transposed convolutions have in common: the way back from a convolution's output to its input. The components
/// are the settings of [ConvTranspose2d].
record Transposed(int filters, PerAxis kernelSize, PerAxis stride, PerAxis padding, PerAxis outputPadding,
        PerAxis dilation, int groups, boolean bias, Initialiser initialiser) implements Kernel {

    @Override
    public Inferred infer(Shape x) {
        int axes = kernelSize.axes();
        if (x.rank() != axes + 1) {
            return Remedies.needsPlaces(x, axes);
        }
        if (x.size(0) % groups != 0 || filters % groups != 0) {
            return Problem.setting("groups to divide both its " + x.size(0) + " channels and its " + filters
                    + " filters", "groups is " + groups, new Remedy.Change("groups", "1"));
        }
        long[] sizes = new long[axes + 1];
        sizes[0] = filters;
        for (int i = 0; i < axes; i++) {
            if (outputPadding.get(i) >= Math.max(stride.get(i), dilation.get(i))) {
                return Problem.setting("outputPadding less than its stride or its dilation",
                        "outputPadding is " + outputPadding,
                        new Remedy.Change("outputPadding", outputPadding.all(0).toString()));
            }
            sizes[i + 1] = (x.size(i + 1) - 1) * stride.get(i) - 2L * padding.get(i)
                    + (long) dilation.get(i) * (kernelSize.get(i) - 1) + outputPadding.get(i) + 1;
            if (sizes[i + 1] < 1) {
                return Problem.setting("padding that leaves something of its output",
                        "padding " + padding + " leaves nothing",
                        new Remedy.Change("padding", padding.all(0).toString()));
            }
        }
        return Shapes.of(x.withFeatures(sizes));
    }

    @Override
    public List<Weight> weights(Shape x, String prefix) {
        long fanIn = x.size(0) / groups;
        for (int i = 0; i < kernelSize.axes(); i++) {
            fanIn *= Math.ceilDiv(kernelSize.get(i), stride.get(i));
        }
        long fanOut = Shape.product(filters / groups, kernelSize.product());
        long[] shape = LongStream.concat(LongStream.of(x.size(0), filters / groups),
                kernelSize.each().stream().mapToLong(Integer::longValue)).toArray();
        var weights = new ArrayList<Weight>();
        weights.add(Weight.parameter(prefix + "weight", initialiser, fanIn, fanOut, shape));
        if (bias) {
            weights.add(Weight.parameter(prefix + "bias", Initialiser.ZEROS, fanIn, fanOut, filters));
        }
        return weights;
    }

    @Override
    public long multiplyAdds(Shape x, Shape y) {
        return Shape.product(x.elements(), filters / groups, kernelSize.product());
    }

    @Override
    public String torch(TorchCode code, String input, Shape x, String prefix) {
        return "torch.conv_transpose" + kernelSize.axes() + "d(" + code.heavy(input) + ", "
                + code.heavy(code.weight(prefix + "weight")) + ", "
                + (bias ? code.heavy(code.weight(prefix + "bias")) : "None") + ", " + stride.torch() + ", "
                + padding.torch() + ", "
                + outputPadding.torch() + ", " + groups + ", " + dilation.torch() + ")";
    }

    @Override
    public PythonCode module(Shape x) {
        var line = new StringBuilder("nn.ConvTranspose" + kernelSize.axes() + "d(" + x.size(0) + ", " + filters + ", "
                + kernelSize.python());
        if (!stride.isAll(1)) {
            line.append(", stride=").append(stride.python());
        }
        if (!padding.isAll(0)) {
            line.append(", padding=").append(padding.python());
        }
        if (!outputPadding.isAll(0)) {
            line.append(", output_padding=").append(outputPadding.python());
        }
        if (groups > 1) {
            line.append(", groups=").append(groups);
        }
        if (!bias) {
            line.append(", bias=False");
        }
        if (!dilation.isAll(1)) {
            line.append(", dilation=").append(dilation.python());
        }
        return PythonCode.module(line.append(')').toString());
    }
}
