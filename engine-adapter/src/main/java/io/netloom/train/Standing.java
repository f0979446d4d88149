package io.netloom.train;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Where training stands.
///
/// @param epoch that is under way, counted from 1
/// @param step steps of it that are done, one a batch
/// @param seen examples of it that were learnt from
/// @param bestLoss smallest validation loss so far
/// @param bestEpoch the epoch that had it; 0 before the first is over
/// @param sinceBest epochs since then
/// @param plateaus how often the loss has stopped to fall
/// @param sincePlateau epochs since the loss last fell or the rate was lowered
public record Standing(int epoch, int step, long seen, double bestLoss, int bestEpoch, int sinceBest, int plateaus,
        int sincePlateau) {

    /// Before the first step.
    static final Standing BEGINNING = new Standing(1, 0, 0, Double.POSITIVE_INFINITY, 0, 0, 0, 0);

    /// After a step that learnt from so many examples.
    Standing afterStep(int examples) {
        return new Standing(epoch, step + 1, seen + examples, bestLoss, bestEpoch, sinceBest, plateaus, sincePlateau);
    }

    /// After an epoch with this loss.
    ///
    /// @param patience epochs without a fall that are waited for; one more is a plateau
    Standing afterEpoch(double loss, int patience) {
        if (loss < bestLoss) {
            return new Standing(epoch + 1, 0, 0, loss, epoch, 0, plateaus, 0);
        }
        boolean plateau = sincePlateau + 1L > patience;
        return new Standing(epoch + 1, 0, 0, bestLoss, bestEpoch, sinceBest + 1, plateau ? plateaus + 1 : plateaus,
                plateau ? 0 : sincePlateau + 1);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(epoch);
        out.writeInt(step);
        out.writeLong(seen);
        out.writeDouble(bestLoss);
        out.writeInt(bestEpoch);
        out.writeInt(sinceBest);
        out.writeInt(plateaus);
        out.writeInt(sincePlateau);
    }

    static Standing read(DataInputStream in) throws IOException {
        return new Standing(in.readInt(), in.readInt(), in.readLong(), in.readDouble(), in.readInt(), in.readInt(),
                in.readInt(), in.readInt());
    }
}
