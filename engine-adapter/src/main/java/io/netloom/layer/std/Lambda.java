package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.layer.std.ExpressionReader.Reading.Misread;
import io.netloom.layer.std.ExpressionReader.Reading.Read;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Arithmetic, entry by entry, over inputs of one shape, which are called `x`, or `x0`, `x1` … where there are several:
/// numbers, `+ - * / ^` (or `**`), brackets, and the functions exp, log, sqrt, abs, sin, cos, tanh, sigmoid, relu, min, max and
/// clamp(x, least, most). No code is run: the text is read, checked and translated.
@AutoService(Layer.class)
@Card(category = Category.ACTIVATION, icon = "mdi2f-function-variant",
        help = "Computes an expression that you write, for every entry.")
public record Lambda(
        @Setting("Expression of x, or of x0, x1 … for several inputs: numbers, + - * / ^, brackets, exp, log, sqrt, abs,"
                + " sin, cos, tanh, sigmoid, relu, min, max, clamp.") String expression)
        implements Layer {
    private static final int MOST_INPUTS = 64;

    public Lambda() {
        this("x * sigmoid(x)");
    }

    @Override
    public Arity inputs() {
        return new Arity(1, MOST_INPUTS);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape first = inputs.getFirst();
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(first)) {
                return Remedies.needsSame(first, i, inputs.get(i));
            }
        }
        return switch (Expression.read(expression, inputs.size())) {
            case Misread(String needed, String found) -> problem(needed, found, inputs.size());
            case Read(Expression read) -> IntStream.range(0, inputs.size()).filter(i -> !read.inputs().contains(i))
                    .mapToObj(i -> (Inferred) problem("an expression of all its inputs",
                            (inputs.size() == 1 ? "x" : "x" + i) + " is not in it", inputs.size()))
                    .findFirst().orElseGet(() -> Shapes.of(first));
        };
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of(read(code.inputs().size()).torch(code));
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression(read(inputs.size()).python());
    }

    private Expression read(int inputs) {
        return switch (Expression.read(expression, inputs)) {
            case Read(Expression read) -> read;
            case Misread misread -> throw new IllegalStateException(misread.toString());
        };
    }

    private static Problem problem(String needed, String found, int inputs) {
        String sum = inputs == 1 ? "x"
                : IntStream.range(0, inputs).mapToObj(i -> "x" + i).collect(Collectors.joining(" + "));
        return Problem.setting(needed, found, new Remedy.Change("expression", sum));
    }
}
