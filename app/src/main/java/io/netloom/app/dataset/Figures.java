package io.netloom.app.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as people read them.
final class Figures {
    private static final int DIGITS = 4;

    private Figures() {}

    /// Four digits that count.
    static String number(double number) {
        return Double.isFinite(number) ? new BigDecimal(number).round(new MathContext(DIGITS)).stripTrailingZeros()
                .toPlainString() : Double.toString(number);
    }

    /// `3.1 %`; empty for nothing.
    static String share(long part, long all) {
        double percent = all == 0 ? 0 : 100.0 * part / all;
        return part == 0 ? ""
                : percent < 0.1 ? "< 0.1 %" : String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
