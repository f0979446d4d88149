package io.netloom.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A logarithmic axis at the left that names numbers which people count by: powers of ten, and 2 and 5 of each where there is room; within
/// less than a decade round numbers at equal distances. JFreeChart's own names roots of ten, such as 0.316228.
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final int[] FEW = {1};
    private static final int[] MORE = {1, 2, 5};
    /// Of the window, between one name and the next.
    private static final double ROOM = 18;
    /// Decades between those names of [#MORE] that lie nearest to each other.
    private static final double NEAREST = Math.log10(2);
    private static final int LONG = 6;

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<BigDecimal> named = values(getRange().getLowerBound(), getRange().getUpperBound(),
                Math.max(1, area.getHeight() / ROOM));
        return named.stream().map(value -> new NumberTick(value.doubleValue(), name(value), TextAnchor.CENTER_RIGHT,
                TextAnchor.CENTER_RIGHT, 0)).toList();
    }

    /// The numbers to name between two that are above 0.
    ///
    /// @param most names for which there is room
    static List<BigDecimal> values(double low, double high, double most) {
        double from = Math.log10(low);
        double to = Math.log10(high);
        double perDecade = most / (to - from);
        int[] digits = perDecade * NEAREST >= 1 ? MORE : FEW;
        int every = Math.max(1, (int) Math.ceil(1 / perDecade));
        var values = new ArrayList<BigDecimal>();
        for (int power = Math.floorDiv((int) Math.floor(from), every) * every; power <= to; power += every) {
            for (int digit : digits) {
                values.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(power));
            }
        }
        values.removeIf(value -> value.doubleValue() < low || value.doubleValue() > high);
        return to - from >= 1 && values.size() > 1 ? values : evenly(low, high, Math.min(LONG, most));
    }

    private static List<BigDecimal> evenly(double low, double high, double most) {
        double wish = (high - low) / most;
        int power = (int) Math.floor(Math.log10(wish));
        BigDecimal step = BigDecimal.TEN.scaleByPowerOfTen(power);
        for (int digit : new int[] {5, 2}) {
            BigDecimal smaller = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
            step = smaller.doubleValue() >= wish ? smaller : step;
        }
        var values = new ArrayList<BigDecimal>();
        for (BigDecimal value = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step); value
                .doubleValue() <= high; value = value.add(step)) {
            values.add(value);
        }
        return values;
    }

    private static String name(BigDecimal value) {
        return value.precision() - value.scale() > LONG || value.scale() > LONG
                ? String.valueOf(value.doubleValue()).replace("E", "e") : value.stripTrailingZeros().toPlainString();
    }
}
