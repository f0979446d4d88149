package io.netloom.layer.std;

import io.netloom.layer.Arity;
import io.netloom.layer.Filling;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A layer that reads a sequence step by step. Names, shapes and the order of the gates are those of PyTorch's modules.
/// The last step of a layer that reads from both ends is the last position of the one direction and the first of the
/// other, where each has read all. A second input may say which positions are real: one number each, 1 or, where the position only
/// fills up, 0; these must be at the end, and are not read, as with PyTorch's packed sequences.
///
/// Input weights begin as Glorot and Bengio have it, recurrent ones orthogonal, so that what is remembered neither fades
/// nor grows at first (Saxe et al. 2013), biases with 0. PyTorch draws all of them from ±1/√units, which shrinks what
/// is remembered at every step; long sequences are learnt the worse for it.
interface Recurrent extends Layer {

    /// What recurs.
    ///
    /// @param module PyTorch's name: `LSTM`
    /// @param operator ATen's name: `lstm`
    /// @param gates blocks of units in each weight
    /// @param states tensors that go from step to step
    /// @param bias how the input's bias begins
    /// @param settings further settings of the module, as Python has them
    record Cell(String module, String operator, int gates, int states, Filling bias, String settings) {}

    /// What recurs.
    Cell cell();

    /// Number of units.
    int units();

    /// Number of layers.
    int layers();

    /// Whether it reads from both ends.
    boolean bidirectional();

    /// Share of the entries that is made 0 between layers.
    double dropout();

    /// Which steps come out.
    Steps steps();

    @Override
    default Arity inputs() {
        return new Arity(1, 2);
    }

    @Override
    default Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        Optional<Problem> problem = Sequences.problem(0, x).or(() -> inputs.size() == 1 ? Optional.empty()
                : Attention.maskProblem(1, inputs.get(1), x.size(0)));
        if (problem.isPresent()) {
            return problem.get();
        }
        long features = (long) directions() * units();
        return Shapes.of(steps() == Steps.ALL ? x.withFeatures(x.size(0), features) : x.withFeatures(features));
    }

    @Override
    default List<Weight> weights(List<Shape> inputs) {
        var weights = new ArrayList<Weight>();
        long rows = (long) cell().gates() * units();
        for (int layer = 0; layer < layers(); layer++) {
            long features = features(inputs, layer);
            for (String direction : bidirectional() ? List.of("", "_reverse") : List.of("")) {
                String end = "_l" + layer + direction;
                weights.add(Weight.parameter("weight_ih" + end, Initialiser.XAVIER_UNIFORM, features, units(), rows,
                        features));
                weights.add(Weight.parameter("weight_hh" + end, Initialiser.ORTHOGONAL, units(), units(), rows,
                        units()));
                weights.add(Weight.parameter("bias_ih" + end, cell().bias(), features, units(), rows));
                weights.add(Weight.parameter("bias_hh" + end, Initialiser.ZEROS, units(), units(), rows));
            }
        }
        return weights;
    }

    @Override
    default long multiplyAdds(List<Shape> inputs, List<Shape> outputs) {
        long joined = 0;
        for (int layer = 0; layer < layers(); layer++) {
            joined += features(inputs, layer) + units();
        }
        return Shape.product(inputs.getFirst().size(0), directions(), cell().gates(), units(), joined);
    }

    @Override
    default List<String> torch(TorchCode code) {
        if (code.inputs().size() > 1) {
            return List.of(new MaskedRecurrence(this, code).answer());
        }
        String x = code.let(code.heavy(code.input()));
        int all = layers() * directions();
        String zeros = code.let("torch.new_zeros(" + x + ", [" + all + ", torch.size(" + x + ", 0), " + units()
                + "], dtype=None, layout=None, device=None, pin_memory=None)");
        String weights = weights(List.of(code.shape(0))).stream().map(w -> code.heavy(code.weight(w.name())))
                .collect(Collectors.joining(", ", "[", "]"));
        String run = code.let("torch." + cell().operator() + "(" + x + ", "
                + (cell().states() == 1 ? zeros : "[" + zeros + ", " + zeros + "]") + ", " + weights + ", True, "
                + layers() + ", " + between() + ", " + code.training() + ", " + (bidirectional() ? "True" : "False")
                + ", True)");
        if (steps() == Steps.ALL) {
            return List.of("(" + run + ")[0]");
        }
        String last = code.let("(" + run + ")[1]");
        return List.of(bidirectional()
                ? "torch.flatten(torch.transpose(torch.slice(" + last + ", 0, " + (all - 2) + ", " + all
                        + ", 1), 0, 1), 1, -1)"
                : "torch.select(" + last + ", 0, -1)");
    }

    @Override
    default boolean bearsRounding() {
        return true;
    }

    @Override
    default PythonCode module(List<Shape> inputs) {
        String line = "nn." + cell().module() + "(" + inputs.getFirst().size(1) + ", " + units()
                + (layers() == 1 ? "" : ", num_layers=" + layers()) + cell().settings() + ", batch_first=True"
                + (between() == 0 ? "" : ", dropout=" + between()) + (bidirectional() ? ", bidirectional=True)" : ")");
        String x = inputs.size() == 1 ? "{0}"
                : "nn.utils.rnn.pack_padded_sequence({0}, ({1} != 0).sum(1).clamp(min=1).cpu(), batch_first=True,"
                        + " enforce_sorted=False)";
        if (steps() == Steps.ALL) {
            return PythonCode.module(line, inputs.size() == 1 ? "{self}({0})[0]"
                    : "nn.utils.rnn.pad_packed_sequence({self}(" + x + ")[0], batch_first=True, total_length="
                            + inputs.getFirst().size(0) + ")[0]");
        }
        return PythonCode.module(line, "{self}(" + x + ")[1]" + (cell().states() == 1 ? "" : "[0]")
                + (bidirectional() ? "[-2:].transpose(0, 1).flatten(1)" : "[-1]"));
    }

    @Override
    default boolean random() {
        return between() > 0;
    }

    /// The share that is really made 0.
    default double between() {
        return layers() == 1 ? 0 : dropout();
    }

    /// 2 where it reads from both ends, else 1.
    default int directions() {
        return bidirectional() ? 2 : 1;
    }

    private long features(List<Shape> inputs, int layer) {
        return layer == 0 ? inputs.getFirst().size(1) : (long) directions() * units();
    }
}
