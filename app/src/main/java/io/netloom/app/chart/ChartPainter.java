package io.netloom.app.chart;

import io.netloom.app.chart.Chart.Scale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultXYDataset;

/// Draws charts with JFreeChart, on whatever thread asks: the window's only takes the pixels over.
public final class ChartPainter {
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Font LARGE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    private static final double AXIS = 56;
    private static final int FEW_POINTS = 40;
    private static final double DOT = 5;
    private static final double ROOM_ABOVE = 0.06;
    /// How much the ground of a label hides of what is behind it, of 255.
    private static final int VEILED = 210;

    private ChartPainter() {}

    /// A picture of a chart, and where on it values lie.
    ///
    /// @param pixels row by row, premultiplied ARGB
    /// @param width pixels
    /// @param height pixels
    /// @param area where curves are drawn, in units of the window
    /// @param chart what was drawn
    /// @param bottom value at the lower end of the area
    /// @param top value at its upper end
    public record Painted(int[] pixels, int width, int height, Area area, Chart chart, double bottom, double top) {

        /// The place that is drawn so far from the left.
        public double x(double across) {
            return chart.from() + (across - area.left()) / area.width() * (chart.to() - chart.from());
        }

        /// How far from the left a place is drawn.
        public double across(double x) {
            return area.left() + (x - chart.from()) / (chart.to() - chart.from()) * area.width();
        }

        /// How far from above a value is drawn.
        public double down(double y) {
            double share = switch (chart.scale()) {
                case LINEAR -> (y - bottom) / (top - bottom);
                case LOGARITHMIC -> (Math.log(y) - Math.log(bottom)) / (Math.log(top) - Math.log(bottom));
            };
            return area.top() + (1 - share) * area.height();
        }
    }

    /// A rectangle in units of the window.
    public record Area(double left, double top, double width, double height) {}

    /// Draws a chart.
    ///
    /// @param width in units of the window, at least 1
    /// @param height in units of the window, at least 1
    /// @param scale pixels a unit
    public static Painted paint(Chart chart, Colours colours, int width, int height, double scale) {
        int pixelsWide = (int) Math.ceil(width * scale);
        int pixelsHigh = (int) Math.ceil(height * scale);
        var image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(scale, scale);
        Drawn drawn = draw(chart, colours, graphics, width, height);
        graphics.dispose();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new Painted(pixels, pixelsWide, pixelsHigh, drawn.area(), chart, drawn.values().getLowerBound(),
                drawn.values().getUpperBound());
    }

    /// Where curves were drawn, and between which values.
    private record Drawn(Area area, Range values) {}

    private static Drawn draw(Chart chart, Colours colours, Graphics2D graphics, int width, int height) {
        XYPlot plot = plot(chart, colours, width);
        return draw(new JFreeChart(null, SMALL, plot, false), plot, colours, graphics, width, height);
    }

    /// Draws a chart that stands alone, with its title and the names of its curves.
    static void drawAlone(Chart chart, Colours colours, Graphics2D graphics, int width, int height) {
        XYPlot plot = plot(chart, colours, width);
        var drawing = new JFreeChart(chart.title(), LARGE, plot, true);
        plot.getDomainAxis().setLabel(chart.across());
        drawing.getTitle().setPaint(new Color(colours.text()));
        drawing.getLegend().setFrame(BlockBorder.NONE);
        drawing.getLegend().setItemFont(SMALL);
        drawing.getLegend().setBackgroundPaint(new Color(colours.background()));
        draw(drawing, plot, colours, graphics, width, height);
    }

    private static Drawn draw(JFreeChart drawing, XYPlot plot, Colours colours, Graphics2D graphics, int width,
            int height) {
        drawing.setBackgroundPaint(new Color(colours.background()));
        drawing.setPadding(new RectangleInsets(4, 0, 0, 4));
        var info = new ChartRenderingInfo();
        drawing.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        Rectangle2D area = info.getPlotInfo().getDataArea();
        return new Drawn(new Area(area.getX(), area.getY(), area.getWidth(), area.getHeight()),
                plot.getRangeAxis().getRange());
    }

    private static XYPlot plot(Chart chart, Colours colours, int columns) {
        boolean logarithmic = chart.scale() == Scale.LOGARITHMIC;
        var curves = new DefaultXYDataset();
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < chart.lines().size(); i++) {
            Chart.Line line = chart.lines().get(i);
            double[][] rows = line.trace().between(chart.from(), chart.to(), columns).rows(logarithmic);
            rows[0] = Arrays.stream(rows[0]).map(x -> drawn(chart, x)).toArray();
            curves.addSeries(new Name(i, line.name()), rows);
            Color colour = colours.of(line);
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesStroke(i, stroke(line.stroke()));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesShapesVisible(i, hasDots(line.stroke(), rows[0].length));
        }
        NumberAxis across = dressed(new NumberAxis(), colours);
        across.setRange(drawn(chart, chart.from()), drawn(chart, chart.to()));
        across.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        across.setNumberFormatOverride(switch (chart.axis()) {
            case Chart.Axis.Count _ -> new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
            case Chart.Axis.Powers powers -> new PowerFormat(powers);
        });
        across.setTickLabelInsets(new RectangleInsets(2, 16, 2, 16));
        ValueAxis values = values(chart, colours, curves);
        var plot = new XYPlot(curves, across, values, renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(new Color(colours.grid()));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        // All charts have their left end at the same place, so that the eye can go from one to the next.
        var beside = new AxisSpace();
        beside.setLeft(AXIS);
        plot.setFixedRangeAxisSpace(beside);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        chart.levels().forEach(level -> plot.addRangeMarker(marker(level, colours)));
        chart.marks().forEach(mark -> plot.addDomainMarker(marker(mark, chart, colours)));
        return plot;
    }

    /// JFreeChart would draw only the last of several curves of one name.
    ///
    /// @param place among the curves
    private record Name(int place, String words) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static BasicStroke stroke(Chart.Stroke stroke) {
        return switch (stroke) {
            case PLAIN, DOTTED -> new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            case BROKEN -> new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4},
                    0);
            case FAINT -> new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        };
    }

    /// A line of a single point would not be seen without.
    private static boolean hasDots(Chart.Stroke stroke, int points) {
        return switch (stroke) {
            case PLAIN, FAINT -> points == 1;
            case DOTTED, BROKEN -> points <= FEW_POINTS;
        };
    }

    /// Where JFreeChart has a place: powers stay as they lie, for its own logarithmic axis writes fewer of them.
    private static double drawn(Chart chart, double x) {
        return switch (chart.axis()) {
            case Chart.Axis.Count count -> count.said(x);
            case Chart.Axis.Powers _ -> x;
        };
    }

    private static ValueAxis values(Chart chart, Colours colours, DefaultXYDataset curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int line = 0; line < curves.getSeriesCount(); line++) {
            for (int i = 0; i < curves.getItemCount(line); i++) {
                if (isWithin(chart, curves.getXValue(line, i))) {
                    low = Math.min(low, curves.getYValue(line, i));
                    high = Math.max(high, curves.getYValue(line, i));
                }
            }
        }
        for (Chart.Level level : chart.levels()) {
            if (chart.scale() == Scale.LINEAR || level.value() > 0) {
                low = Math.min(low, level.value());
                high = Math.max(high, level.value());
            }
        }
        if (!(low <= high)) {
            low = chart.scale() == Scale.LINEAR ? 0 : 0.1;
            high = 1;
        }
        return chart.scale() == Scale.LOGARITHMIC ? logarithmic(low, high, colours) : linear(low, high, colours);
    }

    private static boolean isWithin(Chart chart, double x) {
        double from = drawn(chart, chart.from());
        double to = drawn(chart, chart.to());
        double slack = (to - from) * 1e-9;
        return x >= from - slack && x <= to + slack;
    }

    private static ValueAxis linear(double low, double high, Colours colours) {
        double room = high > low ? (high - low) * ROOM_ABOVE : Math.max(Math.abs(high) * ROOM_ABOVE, 1e-12);
        // Losses and shares begin at 0; nobody wants to see what lies below. What never changes is seen against 0, too.
        double bottom = low >= 0 && (low == high || low - room < 0) ? 0 : low - room;
        NumberAxis axis = dressed(new NumberAxis(), colours);
        axis.setRange(bottom, high + room);
        return axis;
    }

    private static ValueAxis logarithmic(double low, double high, Colours colours) {
        var axis = new DecadeAxis();
        axis.setRange(low / 1.2, high * 1.2);
        axis.setMinorTickMarksVisible(false);
        return dressed(axis, colours);
    }

    private static <A extends ValueAxis> A dressed(A axis, Colours colours) {
        axis.setTickLabelFont(SMALL);
        axis.setLabelFont(SMALL);
        axis.setTickLabelPaint(new Color(colours.text()));
        axis.setLabelPaint(new Color(colours.text()));
        axis.setAxisLinePaint(new Color(colours.grid()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0);
        return axis;
    }

    private static Marker marker(Chart.Level level, Colours colours) {
        var marker = new ValueMarker(level.value(), new Color(colours.level()), new BasicStroke(1.4f,
                BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 4}, 0));
        named(marker, level.name(), colours.level(), colours);
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        return marker;
    }

    private static Marker marker(Chart.Mark mark, Chart chart, Colours colours) {
        var marker = new ValueMarker(drawn(chart, mark.x()), new Color(colours.text()), new BasicStroke(1f,
                BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0));
        named(marker, mark.name(), colours.text(), colours);
        boolean atTheRight = mark.x() > (chart.from() + chart.to()) / 2;
        marker.setLabelAnchor(atTheRight ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(atTheRight ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        return marker;
    }

    private static void named(Marker marker, String name, int colour, Colours colours) {
        marker.setLabel(name);
        marker.setLabelFont(SMALL);
        marker.setLabelPaint(new Color(colour));
        // Lines of the grid and curves would strike it through.
        marker.setLabelBackgroundColor(new Color(colours.background() & 0xFFFFFF | VEILED << 24, true));
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
    }
}
