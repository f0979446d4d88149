package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;

/// Adds waves to a sequence that tell positions apart, nothing of which is learned (Vaswani et al. 2017): feature `2i` of
/// position `p` gets `sin(p / 10000^(2i / features))`, feature `2i + 1` the cosine, which is a sine a quarter turn on.
@AutoService(Layer.class)
@Card(category = Category.EMBEDDING, icon = "mdi2s-sine-wave",
        help = "Adds waves that tell the positions of a sequence apart.", paper = "https://arxiv.org/abs/1706.03762")
public record SinusoidalPosition() implements Layer {

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        return Sequences.problem(0, x).<Inferred>map(p -> p).orElseGet(() -> Shapes.of(x));
    }

    @Override
    public List<String> torch(TorchCode code) {
        long features = code.shape(0).size(1);
        String position = code.let("torch.unsqueeze(" + range(code, code.shape(0).size(0)) + ", 1)");
        String feature = code.let(range(code, features));
        String pair = code.let("torch.floor(torch.div(" + feature + ", 2))");
        String length = code.let("torch.pow(10000., torch.mul(" + pair + ", " + 2.0 / features + "))");
        String turn = code.let("torch.mul(torch.remainder(" + feature + ", 2), " + Math.PI / 2 + ")");
        String waves = code.let("torch.sin(torch.add(torch.div(" + position + ", " + length + "), " + turn + "))");
        return List.of("torch.add(" + code.input() + ", " + waves + ")");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        long positions = inputs.getFirst().size(0);
        long features = inputs.getFirst().size(1);
        return PythonCode.expression("{0} + torch.sin(torch.arange(" + positions + ".).unsqueeze(1) / 10000 ** "
                + "(torch.arange(" + features + ") // 2 * 2 / " + features + ") + torch.arange(" + features
                + ") % 2 * torch.pi / 2).to({0})");
    }

    private static String range(TorchCode code, long end) {
        return "torch.arange(" + end + ", dtype=6, layout=None, device=ops.prim.device(" + code.input()
                + "), pin_memory=None)";
    }
}
