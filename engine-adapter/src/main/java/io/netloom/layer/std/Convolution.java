package io.netloom.layer.std;

import io.netloom.layer.Initialiser;
import io.netloom.layer.Padding;
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
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// What convolutions over one, two and three axes have in common. The components are the settings of [Conv2d].
record Convolution(long filters, PerAxis kernelSize, PerAxis stride, Padding padding, PaddingMode paddingMode,
        PerAxis dilation, long groups, boolean bias, Initialiser initialiser) implements Kernel {
    private static final int CHANNELS_LAST = 2;

    /// Filters that each see one channel of an input of shape `x`, `multiplier` for each.
    static Convolution depthwise(Shape x, int multiplier, PerAxis kernelSize, PerAxis stride, Padding padding,
            PerAxis dilation, boolean bias, Initialiser initialiser) {
        long channels = x.rank() == 0 ? 1 : x.size(0);
        return new Convolution(Shape.product(channels, multiplier), kernelSize, stride, padding, PaddingMode.ZEROS,
                dilation, channels, bias, initialiser);
    }

    @Override
    public Inferred infer(Shape x) {
        int axes = kernelSize.axes();
        if (x.rank() != axes + 1) {
            return Remedies.needsPlaces(x, axes);
        }
        if (padding instanceof Padding.Sized(List<Integer> sizes) && sizes.size() > 1 && sizes.size() != axes) {
            return Problem.setting("padding of one number" + (axes == 1 ? "" : ", or of " + axes + ", one an axis"),
                    "padding is " + padding, new Remedy.Change("padding", "same"));
        }
        if (x.size(0) % groups != 0 || filters % groups != 0) {
            return Problem.setting("groups to divide both its " + x.size(0) + " channels and its " + filters
                    + " filters", "groups is " + groups, new Remedy.Change("groups", "1"));
        }
        if (windows(x).stream().anyMatch(w -> w.output() < 1)) {
            return Problem.shape(Remedies.noun(axes) + " that its " + kernelSize + " kernel fits into",
                    "receives " + x, new Remedy.Change("padding", "same"));
        }
        return edge(x).problem(x, new Remedy.Change("paddingMode", "zeros")).<Inferred>map(problem -> problem)
                .orElseGet(() -> Shapes.of(output(x)));
    }

    /// What comes out, where the kernel fits.
    Shape output(Shape x) {
        return x.withFeatures(LongStream.concat(LongStream.of(filters), windows(x).stream().mapToLong(Window::output))
                .toArray());
    }

    @Override
    public List<Weight> weights(Shape x, String prefix) {
        long channels = x.size(0) / groups;
        long fanIn = Shape.product(channels, kernelSize.product());
        long fanOut = Shape.product(filters / groups, kernelSize.product());
        long[] shape = LongStream.concat(LongStream.of(filters, channels),
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
        return Shape.product(y.elements(), x.size(0) / groups, kernelSize.product());
    }

    @Override
    public String torch(TorchCode code, String input, Shape x, String prefix) {
        Edge edge = edge(x);
        boolean outside = !edge.none() && !(edge.symmetric() && paddingMode == PaddingMode.ZEROS);
        UnaryOperator<String> operand = staysInBounds(x) ? code::heavy : code::exact;
        String padded = operand.apply(outside ? code.let(edge.torch(input)) : input);
        // With the channels of a place side by side, most runs faster on a CPU (a LeNet's step by a sixth). Of a single
        // channel they are that already, but oneDNN is slow to see it; there only what comes out is laid out anew.
        boolean pictures = kernelSize.axes() == 2;
        boolean before = pictures && x.size(0) > 1;
        String convolved = "torch.conv" + kernelSize.axes() + "d(" + (before ? channelsLast(padded) : padded) + ", "
                + operand.apply(code.weight(prefix + "weight")) + ", "
                + (bias ? operand.apply(code.weight(prefix + "bias")) : "None") + ", "
                + stride.torch() + ", " + (outside ? stride.all(0).torch() : edge.before()) + ", " + dilation.torch()
                + ", " + groups + ")";
        return pictures && !before ? channelsLast(convolved) : convolved;
    }

    /// libtorch 2.7.1 reads stray memory in some convolutions in bfloat16: of volumes (9 channels of 1×3×3, for one), and where strides leave
    /// a single column (a 3×3 kernel with strides of 1×4 over 8 channels of 9×4).
    private boolean staysInBounds(Shape x) {
        int last = kernelSize.axes() - 1;
        return last < 2 && (stride.get(last) == 1 || windows(x).get(last).output() > 1);
    }

    private static String channelsLast(String pictures) {
        return "torch.contiguous(" + pictures + ", memory_format=" + CHANNELS_LAST + ")";
    }

    @Override
    public PythonCode module(Shape x) {
        return edge(x).module(python(x));
    }

    /// The constructor in Python; [Edge#module] puts on an edge that differs before and after.
    String python(Shape x) {
        Edge edge = edge(x);
        var line = new StringBuilder("nn.Conv" + kernelSize.axes() + "d(" + x.size(0) + ", " + filters + ", "
                + kernelSize.python());
        if (!stride.isAll(1)) {
            line.append(", stride=").append(stride.python());
        }
        if (edge.symmetric() && !edge.none()) {
            line.append(", padding=")
                    .append(new PerAxis(edge.before().stream().map(Math::toIntExact).toList()).python());
        }
        if (!dilation.isAll(1)) {
            line.append(", dilation=").append(dilation.python());
        }
        if (groups > 1) {
            line.append(", groups=").append(groups);
        }
        if (!bias) {
            line.append(", bias=False");
        }
        if (edge.symmetric() && !edge.none() && paddingMode != PaddingMode.ZEROS) {
            line.append(", padding_mode='").append(paddingMode).append('\'');
        }
        return line.append(')').toString();
    }

    /// What is put around an input of shape `x`.
    Edge edge(Shape x) {
        return new Edge(windows(x).stream().map(Window::before).toList(),
                windows(x).stream().map(Window::after).toList(), paddingMode, 0);
    }

    private List<Window> windows(Shape x) {
        return IntStream.range(0, kernelSize.axes()).mapToObj(i -> Window.of(x.size(i + 1), kernelSize.get(i),
                stride.get(i), dilation.get(i), padding, i)).toList();
    }
}
