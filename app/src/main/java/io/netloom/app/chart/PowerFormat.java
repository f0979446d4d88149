package io.netloom.app.chart;

import java.io.Serial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;

/// Writes the powers of ten at places of an axis: those near 1 in full, the others as `1e-6`.
final class PowerFormat extends NumberFormat {
    @Serial
    private static final long serialVersionUID = 1;
    private static final double FULL_FROM = 9e-4;
    private static final double FULL_TO = 1.1e3;

    private final double lowest;

    PowerFormat(Chart.Axis.Powers powers) {
        lowest = powers.lowest();
    }

    @Override
    public StringBuffer format(double x, StringBuffer into, FieldPosition position) {
        var said = new BigDecimal(new Chart.Axis.Powers(lowest).said(x)).round(new MathContext(2)).stripTrailingZeros();
        boolean full = said.doubleValue() > FULL_FROM && said.doubleValue() < FULL_TO;
        return into.append(full ? said.toPlainString()
                : said.unscaledValue() + "e" + -said.scale());
    }

    @Override
    public StringBuffer format(long x, StringBuffer into, FieldPosition position) {
        return format((double) x, into, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new UnsupportedOperationException("axes are written, not read");
    }
}
