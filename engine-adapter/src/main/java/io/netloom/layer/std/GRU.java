package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;

/// Gated recurrent units (Cho et al. 2014), in PyTorch's form: positions × features → positions × units, or → units.
@AutoService(Layer.class)
@Card(category = Category.RECURRENT, icon = "mdi2r-repeat-once",
        help = "Reads a sequence step by step, with gates; simpler than an LSTM.",
        paper = "https://arxiv.org/abs/1406.1078")
public record GRU(
        @Setting(value = "Number of units: the features that go out, or half of them where it reads from both ends.",
                min = 1, max = 4096) int units,
        @Setting(value = "Number of layers, each of which reads what the one before it gives.", min = 1,
                max = 16) int layers,
        @Setting("Read from both ends, with weights of their own.") boolean bidirectional,
        @Setting(value = "Share of the entries that is made 0 between layers while training.", min = 0,
                max = 0.99) double dropout,
        @Setting("What comes out: all steps, as a sequence, or the last, as one row of features.") Steps steps)
        implements Recurrent {

    public GRU() {
        this(64, 1, false, 0, Steps.LAST);
    }

    @Override
    public Cell cell() {
        return new Cell("GRU", "gru", 3, 1, Initialiser.ZEROS, "");
    }
}
