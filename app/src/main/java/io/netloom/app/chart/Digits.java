package io.netloom.app.chart;

import java.util.Locale;

/// Numbers as charts and tables have them.
public final class Digits {
    private Digits() {}

    /// A number in four digits that count.
    public static String four(double value) {
        double size = Math.abs(value);
        return size != 0 && (size < 1e-3 || size >= 1e5) ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, size >= 100 ? "%.1f" : "%.4f", value);
    }
}
