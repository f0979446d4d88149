package io.netloom.app.canvas.geometry;

import io.netloom.app.canvas.geometry.TextWidths.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The size of a card and where its ports are, from its upper left corner. The first ports are at the same height on
/// every card, so that cards whose upper edges are level are joined by straight wires. All is a multiple of half a
/// [#GRID].
///
/// @param width outer width
/// @param height outer height
/// @param inputs places on the left edge
/// @param outputs places on the right edge
public record CardLayout(double width, double height, List<Point> inputs, List<Point> outputs) {
    /// Distance of the dots behind the cards; what is dragged snaps to it.
    public static final double GRID = 20;
    /// Free space inside the upper and lower edge.
    public static final double PADDING = 8;
    /// Free space inside the left and right edge.
    public static final double SIDE = 12;
    /// The category's line.
    public static final double CATEGORY_LINE = 14;
    /// The name's line.
    public static final double NAME_LINE = 20;
    /// A line of settings, and the one of shape and parameters.
    public static final double LINE = 16;
    /// The category's mark and what separates it from the name.
    public static final double MARK = 22;
    /// What separates shape and parameters.
    public static final double BETWEEN = 16;
    /// Height of the first port.
    public static final double FIRST_PORT = 40;
    /// From a port to the one below it.
    public static final double PORT_STEP = 20;
    /// No card is narrower.
    public static final double NARROWEST = 140;
    /// No card is wider; longer texts are cut.
    public static final double WIDEST = 260;

    public CardLayout {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// Lays a card out.
    ///
    /// @param text what it says
    /// @param inputs how many input ports show, 0 or more
    /// @param outputs how many output ports show, 0 or more
    public static CardLayout of(CardText text, int inputs, int outputs, TextWidths widths) {
        var lines = new ArrayList<Double>();
        lines.add(widths.width(text.category(), Face.SMALL));
        lines.add(MARK + widths.width(text.name(), Face.TITLE));
        text.settings().forEach(line -> lines.add(widths.width(line, Face.TEXT)));
        double parameters = text.parameters().isEmpty() ? 0 : BETWEEN + widths.width(text.parameters(), Face.NUMBERS);
        lines.add(widths.width(text.shape(), Face.NUMBERS) + parameters);
        double widest = lines.stream().mapToDouble(Double::doubleValue).max().orElseThrow() + 2 * SIDE;
        double width = Math.clamp(up(widest, GRID), NARROWEST, WIDEST);
        double lower = PADDING + CATEGORY_LINE + NAME_LINE + LINE * (text.settings().size() + 1) + PADDING;
        double ports = FIRST_PORT + PORT_STEP * Math.max(inputs, outputs);
        return new CardLayout(width, up(Math.max(lower, ports), GRID / 2), ports(0, inputs), ports(width, outputs));
    }

    private static double up(double size, double step) {
        return Math.ceil(size / step) * step;
    }

    private static List<Point> ports(double x, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Point(x, FIRST_PORT + i * PORT_STEP)).toList();
    }

    /// The card at a place.
    public Box box(Point corner) {
        return new Box(corner.x(), corner.y(), width, height);
    }

    /// Where input `index` of a card at `corner` is. A wire to a port that the card does not show ends at the last one
    /// that it shows, or at the edge where the first would be.
    public Point input(Point corner, int index) {
        return corner.plus(port(inputs, index, 0));
    }

    /// Where output `index` of a card at `corner` is, in the same way.
    public Point output(Point corner, int index) {
        return corner.plus(port(outputs, index, width));
    }

    private static Point port(List<Point> ports, int index, double edge) {
        return ports.isEmpty() ? new Point(edge, FIRST_PORT) : ports.get(Math.clamp(index, 0, ports.size() - 1));
    }
}
