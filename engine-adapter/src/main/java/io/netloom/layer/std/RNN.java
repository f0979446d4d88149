package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;
import java.util.Locale;

/// A plain recurrent network (Elman 1990): positions × features → positions × units, or → units.
@AutoService(Layer.class)
@Card(category = Category.RECURRENT, icon = "mdi2r-repeat",
        help = "Reads a sequence step by step; soon forgets what it has read.",
        paper = "https://doi.org/10.1207/s15516709cog1402_1")
public record RNN(
        @Setting(value = "Number of units: the features that go out, or half of them where it reads from both ends.",
                min = 1, max = 4096) int units,
        @Setting("What bends the sum at each step.") Nonlinearity activation,
        @Setting(value = "Number of layers, each of which reads what the one before it gives.", min = 1,
                max = 16) int layers,
        @Setting("Read from both ends, with weights of their own.") boolean bidirectional,
        @Setting(value = "Share of the entries that is made 0 between layers while training.", min = 0,
                max = 0.99) double dropout,
        @Setting("What comes out: all steps, as a sequence, or the last, as one row of features.") Steps steps)
        implements Recurrent {

    /// What bends the sum.
    public enum Nonlinearity {
        TANH, RELU
    }

    public RNN() {
        this(64, Nonlinearity.TANH, 1, false, 0, Steps.LAST);
    }

    @Override
    public Cell cell() {
        String name = activation.name().toLowerCase(Locale.ROOT);
        return new Cell("RNN", "rnn_" + name, 1, 1, Initialiser.ZEROS,
                activation == Nonlinearity.TANH ? "" : ", nonlinearity='" + name + "'");
    }
}
