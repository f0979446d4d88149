package io.netloom.shape;

import java.util.Locale;

/// Sizes of memory, for people.
public final class Bytes {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final int FEW = 10;

    private Bytes() {}

    /// `180 MB`, `3.2 GB`: two or three digits that count.
    public static String text(long bytes) {
        if (bytes < GIGA) {
            double mega = bytes / MEGA;
            return mega < FEW ? String.format(Locale.ROOT, "%.1f MB", mega) : Math.round(mega) + " MB";
        }
        double giga = bytes / GIGA;
        return giga < FEW ? String.format(Locale.ROOT, "%.1f GB", giga) : Math.round(giga) + " GB";
    }
}
