package io.netloom.data;

import java.util.Random;

/// The order in which examples are seen. It depends on the seed and the epoch alone, on every machine.
public final class Shuffle {
    private Shuffle() {}

    /// The same examples in the order of epoch `epoch`; the array that is given stays as it is.
    public static int[] order(int[] examples, long seed, int epoch) {
        int[] order = examples.clone();
        Random random = new Random(mix(seed + epoch * 0x9E3779B97F4A7C15L));
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    /// Spreads neighbouring seeds over all longs (the finaliser of SplitMix64), since `Random` starts alike from like
    /// seeds.
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
