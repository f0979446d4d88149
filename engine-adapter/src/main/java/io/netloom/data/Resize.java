package io.netloom.data;

import java.util.Arrays;

/// Brings planes of one size to another: the mean of the area where they shrink, linear interpolation where they grow.
/// Where nothing of the old plane is seen, the new one is black.
final class Resize {
    private final Placement placement;
    private final Axis across;
    private final Axis down;

    Resize(Placement placement) {
        this.placement = placement;
        this.across = Axis.of(placement.across());
        this.down = Axis.of(placement.down());
    }

    /// What each new place on one axis is made of: `weights[i]` over the old places from `first[i]` on.
    private record Axis(int[] first, float[][] weights) {

        static Axis of(Placement.Span span) {
            int[] first = new int[span.size()];
            float[][] weights = new float[span.size()][];
            double scale = span.length() / span.size();
            for (int i = 0; i < span.size(); i++) {
                // The stretch of old places that is seen: the area of the new place, or the centres around its centre.
                double reach = Math.max(1, scale);
                double centre = span.from() + (i + 0.5) * scale;
                double low = Math.max(0, centre - reach / 2);
                double high = Math.min(span.old(), centre + reach / 2);
                first[i] = Math.min(span.old() - 1, (int) low);
                int last = Math.max(first[i], Math.min(span.old() - 1, (int) Math.ceil(high) - 1));
                weights[i] = new float[last - first[i] + 1];
                for (int k = 0; k < weights[i].length; k++) {
                    double covered = Math.min(high, first[i] + k + 1) - Math.max(low, first[i] + k);
                    weights[i][k] = (float) (covered / (high - low));
                }
            }
            return new Axis(first, weights);
        }

        int length() {
            return first.length;
        }
    }

    /// The plane in the new size; the same array where nothing changes.
    byte[] apply(byte[] plane) {
        if (placement.across().changesNothing() && placement.down().changesNothing()) {
            return plane;
        }
        return columns(rows(plane));
    }

    private float[] rows(byte[] plane) {
        int width = placement.across().old();
        int height = placement.down().old();
        float[] narrow = new float[height * across.length()];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < across.length(); x++) {
                float sum = 0;
                int from = y * width + across.first[x];
                float[] weights = across.weights[x];
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * (plane[from + k] & 0xFF);
                }
                narrow[y * across.length() + x] = sum;
            }
        }
        return narrow;
    }

    private byte[] columns(float[] narrow) {
        int wide = across.length();
        int whole = placement.across().whole();
        byte[] result = new byte[whole * placement.down().whole()];
        int corner = placement.down().at() * whole + placement.across().at();
        float[] sums = new float[wide];
        for (int y = 0; y < down.length(); y++) {
            Arrays.fill(sums, 0.5f);
            float[] weights = down.weights[y];
            for (int k = 0; k < weights.length; k++) {
                int from = (down.first[y] + k) * wide;
                for (int x = 0; x < wide; x++) {
                    sums[x] += weights[k] * narrow[from + x];
                }
            }
            for (int x = 0; x < wide; x++) {
                result[corner + y * whole + x] = (byte) Math.min(255, (int) sums[x]);
            }
        }
        return result;
    }
}
