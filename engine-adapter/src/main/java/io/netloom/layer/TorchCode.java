package io.netloom.layer;

import io.netloom.shape.Shape;
import java.util.List;
import java.util.Map;

/// What a layer needs to write its forward pass: the names of its inputs and weights, and a place for statements.
/// The language is TorchScript as archives hold it: `torch.relu(x)` is the operator `aten::relu`, called with its
/// arguments as `native_functions.yaml` of PyTorch lists them; no device is named.
public final class TorchCode {
    private final TorchBody body;
    private final List<String> inputs;
    private final List<Shape> shapes;
    private final Map<String, String> weights;
    private final String training;
    private final Precision precision;

    /// @param body where statements go
    /// @param inputs the names of the inputs, of shapes `shapes`
    /// @param weights for each weight of the layer, the expression that reads it
    /// @param training the expression that says whether this is training: `True`, `False` or `self.training`
    /// @param precision of the heavy operators
    public TorchCode(TorchBody body, List<String> inputs, List<Shape> shapes, Map<String, String> weights,
            String training, Precision precision) {
        this.body = body;
        this.inputs = List.copyOf(inputs);
        this.shapes = List.copyOf(shapes);
        this.weights = Map.copyOf(weights);
        this.training = training;
        this.precision = precision;
    }

    /// The first input.
    public String input() {
        return inputs.getFirst();
    }

    /// All inputs.
    public List<String> inputs() {
        return inputs;
    }

    /// The shape of input `i`.
    public Shape shape(int i) {
        return shapes.get(i);
    }

    /// The expression that reads a weight, by the name that [Layer#weights] gave it.
    public String weight(String name) {
        String expression = weights.get(name);
        if (expression == null) {
            throw new IllegalArgumentException("no weight " + name + " among " + weights.keySet());
        }
        return expression;
    }

    /// An operand of a heavy operator, in the numbers in which that computes.
    public String heavy(String expression) {
        return precision == Precision.FLOAT32 ? expression : precision.cast(expression);
    }

    /// An operand of an operator that needs all digits.
    public String exact(String expression) {
        return precision == Precision.FLOAT32 ? expression : Precision.FLOAT32.cast(expression);
    }

    /// The expression that says whether this is training.
    public String training() {
        return training;
    }

    /// One expression in training, another otherwise; only the one is computed.
    public String whenTraining(String expression, String otherwise) {
        return switch (training) {
            case "True" -> expression;
            case "False" -> otherwise;
            default -> "(" + expression + " if " + training + " else " + otherwise + ")";
        };
    }

    /// Gives the expression's value a name and returns the name.
    public String let(String expression) {
        return body.let(expression);
    }
}
