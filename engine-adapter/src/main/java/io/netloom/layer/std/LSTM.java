package io.netloom.layer.std;

import com.google.auto.service.AutoService;
import io.netloom.layer.Card;
import io.netloom.layer.Category;
import io.netloom.layer.Filling;
import io.netloom.layer.Layer;
import io.netloom.layer.Setting;

/// Long short-term memory (Hochreiter and Schmidhuber 1997): positions × features → positions × units, or → units. The
/// gate that forgets begins with a bias of 1, which is open (Jozefowicz et al. 2015).
@AutoService(Layer.class)
@Card(category = Category.RECURRENT, icon = "mdi2m-memory",
        help = "Reads a sequence step by step, with a memory that gates keep and change.",
        paper = "https://doi.org/10.1162/neco.1997.9.8.1735")
public record LSTM(
        @Setting(value = "Number of units: the features that go out, or half of them where it reads from both ends.",
                min = 1, max = 4096) int units,
        @Setting(value = "Number of layers, each of which reads what the one before it gives.", min = 1,
                max = 16) int layers,
        @Setting("Read from both ends, with weights of their own.") boolean bidirectional,
        @Setting(value = "Share of the entries that is made 0 between layers while training.", min = 0,
                max = 0.99) double dropout,
        @Setting("What comes out: all steps, as a sequence, or the last, as one row of features.") Steps steps)
        implements Recurrent {

    public LSTM() {
        this(64, 1, false, 0, Steps.LAST);
    }

    @Override
    public Cell cell() {
        return new Cell("LSTM", "lstm", 4, 2, Filling.constant(0, 1, 0, 0), "");
    }
}
