package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Arity;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.TorchCode;
import io.netloom.shape.Inferred;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The sum of its inputs, entry by entry; all have one shape. What makes a skip connection (He et al. 2015).
@AutoService(Layer.class)
@Card(category = Category.MERGE, icon = "mdi2p-plus-circle-outline", help = "Adds its inputs, entry by entry.",
        paper = "https://arxiv.org/abs/1512.03385")
public record Add() implements Layer {

    @Override
    public Arity inputs() {
        return Arity.SEVERAL;
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        for (int i = 1; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(inputs.getFirst())) {
                return Remedies.needsSame(inputs.getFirst(), i, inputs.get(i));
            }
        }
        return Shapes.of(inputs.getFirst());
    }

    @Override
    public List<String> torch(TorchCode code) {
        String sum = code.input();
        for (String other : code.inputs().subList(1, code.inputs().size())) {
            sum = code.let("torch.add(" + sum + ", " + other + ")");
        }
        return List.of(sum);
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.expression(
                IntStream.range(0, inputs.size()).mapToObj(i -> "{" + i + "}").collect(Collectors.joining(" + ")));
    }
}
