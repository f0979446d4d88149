package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Filling;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.PythonCode;
import io.netloom.layer.Setting;
import io.netloom.layer.TorchCode;
import io.netloom.layer.Weight;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Remedy;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// A row of numbers for each token: positions → positions × size. Tokens arrive as whole numbers from 0; one that is not
/// below the size of the vocabulary stops the run with an error.
@AutoService(Layer.class)
@Card(category = Category.EMBEDDING, icon = "mdi2b-book-alphabet", help = "Gives each token a learned row of numbers.",
        paper = "https://arxiv.org/abs/1301.3781")
public record Embedding(
        @Setting(value = "Number of different tokens; they are counted from 0.", min = 1,
                max = 10_000_000) int vocabularySize,
        @Setting(value = "Numbers for each token.", min = 1, max = 65_536) int size,
        @Setting(value = "Token that only fills up: its row begins with zeros and stays so; -1 for none.", min = -1,
                max = 10_000_000) int paddingIndex)
        implements Layer {

    public Embedding() {
        this(10_000, 64, -1);
    }

    @Override
    public Inferred infer(List<Shape> inputs) {
        Shape x = inputs.getFirst();
        if (x.rank() != 1) {
            return Problem.shape("one axis of token numbers for each example", "receives " + x,
                    Remedies.before("Flatten"));
        }
        if (paddingIndex >= vocabularySize) {
            return Problem.setting("a paddingIndex below its vocabularySize of " + vocabularySize,
                    "it is " + paddingIndex, new Remedy.Change("paddingIndex", "-1"));
        }
        return Shapes.of(x.withFeatures(x.size(0), size));
    }

    @Override
    public OptionalInt tokens() {
        return OptionalInt.of(vocabularySize);
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        return List.of(Weight.parameter("weight", new Rows(paddingIndex, size), 1, size, vocabularySize, size));
    }

    @Override
    public List<String> torch(TorchCode code) {
        return List.of("torch.embedding(" + code.weight("weight") + ", torch.to(" + code.input()
                + ", 4, False, False, None), " + paddingIndex + ", False, False)");
    }

    @Override
    public PythonCode module(List<Shape> inputs) {
        return PythonCode.module("nn.Embedding(" + vocabularySize + ", " + size
                + (paddingIndex < 0 ? ")" : ", padding_idx=" + paddingIndex + ")"), "{self}({0}.long())");
    }

    /// Normal, but for one row of zeros.
    private record Rows(int zeros, int size) implements Filling {
        @Override
        public void fill(FloatBuffer target, long fanIn, long fanOut, RandomGenerator random) {
            int begin = target.position();
            Initialiser.NORMAL.fill(target, fanIn, fanOut, random);
            if (zeros >= 0) {
                target.put(begin + zeros * size, new float[size]);
            }
        }
    }
}
