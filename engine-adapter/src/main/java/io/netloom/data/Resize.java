package io.netloom.data;

import java.util.Arrays;

/// Brings planes of one size to another: the mean of the area where they shrink, linear interpolation where they grow.
final class Resize {
    private final int width;
    private final int height;
    private final Axis across;
    private final Axis down;

    Resize(int width, int height, int toWidth, int toHeight) {
        this.width = width;
        this.height = height;
        this.across = Axis.of(width, toWidth);
        this.down = Axis.of(height, toHeight);
    }

    /// What each new place on one axis is made of: `weights[i]` over the old places from `first[i]` on.
    private record Axis(int[] first, float[][] weights) {

        static Axis of(int from, int to) {
            int[] first = new int[to];
            float[][] weights = new float[to][];
            double scale = (double) from / to;
            for (int i = 0; i < to; i++) {
                // The stretch of old places that is seen: the area of the new place, or the centres around its centre.
                double reach = Math.max(1, scale);
                double low = Math.max(0, (i + 0.5) * scale - reach / 2);
                double high = Math.min(from, (i + 0.5) * scale + reach / 2);
                first[i] = Math.min(from - 1, (int) low);
                int last = Math.max(first[i], Math.min(from - 1, (int) Math.ceil(high) - 1));
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
        if (width == across.length() && height == down.length()) {
            return plane;
        }
        return columns(rows(plane));
    }

    private float[] rows(byte[] plane) {
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
        byte[] result = new byte[wide * down.length()];
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
                result[y * wide + x] = (byte) Math.min(255, (int) sums[x]);
            }
        }
        return result;
    }
}
