package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds what lies under the pointer: ports first, for they are small, then cards, wires and remarks.
final class HitTest {
    private static final double PORT = 10;
    private static final double WIRE = 6;
    private static final double EDGE = 6;
    private static final double TITLE = 24;
    private static final double CORNER = 14;
    private static final double FARTHEST = 20;

    private final Picture picture;

    HitTest(Picture picture) {
        this.picture = picture;
    }

    /// @param zoom things that are drawn small are still caught from some pixels' distance
    Target at(Point world, double zoom) {
        Optional<Target> port = port(world, Math.clamp(PORT / zoom, PORT * 0.6, FARTHEST)).map(Target.OfPort::new);
        return port.or(() -> card(world).map(Target.OfCard::new)).or(() -> wire(world, zoom).map(Target.OfWire::new))
                .or(() -> remark(world, zoom)).orElse(new Target.Empty());
    }

    /// The nearest port.
    Optional<Port> port(Point world, double tolerance) {
        record Near(Port port, double distance) {}
        return picture.cardIndex().touching(new Box(world.x(), world.y(), 0, 0).inflate(tolerance)).stream()
                .flatMap(name -> ports(picture.card(name).orElseThrow()))
                .map(port -> new Near(port, place(port).distance(world))).filter(near -> near.distance <= tolerance)
                .min(Comparator.comparingDouble(Near::distance)).map(Near::port);
    }

    /// Where a port is.
    Point place(Port port) {
        CardFace card = picture.card(port.node()).orElseThrow();
        return switch (port.side()) {
            case INPUT -> card.layout().input(card.corner(), port.index());
            case OUTPUT -> card.layout().output(card.corner(), port.index());
        };
    }

    static Stream<Port> ports(CardFace card) {
        return Stream.concat(
                IntStream.range(0, card.layout().inputs().size()).mapToObj(i -> Port.input(card.name(), i)),
                IntStream.range(0, card.layout().outputs().size()).mapToObj(i -> Port.output(card.name(), i)));
    }

    Optional<String> card(Point world) {
        List<String> there = picture.cardIndex().at(world);
        return there.isEmpty() ? Optional.empty() : Optional.of(there.getLast());
    }

    Optional<Edge> wire(Point world, double zoom) {
        return wireNear(world, Math.min(FARTHEST, WIRE / zoom));
    }

    /// The nearest wire.
    Optional<Edge> wireNear(Point world, double tolerance) {
        return picture.wireIndex().touching(new Box(world.x(), world.y(), 0, 0).inflate(tolerance)).stream()
                .filter(edge -> picture.wire(edge).orElseThrow().line().touches(world, tolerance))
                .min(Comparator.comparingDouble(edge -> picture.wire(edge).orElseThrow().line().distance(world)));
    }

    private Optional<Target> remark(Point world, double zoom) {
        Optional<Target> found = Optional.empty();
        for (Remark remark : picture.graph().remarks()) {
            var box = new Box(remark.x(), remark.y(), remark.width(), remark.height());
            double corner = CORNER / zoom;
            if (new Box(box.right() - corner, box.bottom() - corner, corner, corner).inflate(EDGE / zoom / 2)
                    .contains(world)) {
                found = Optional.of(new Target.OfCorner(remark.id()));
            } else if (switch (remark.kind()) {
                case NOTE -> box.contains(world);
                case FRAME -> box.inflate(EDGE / zoom).contains(world) && (world.y() < box.y() + TITLE
                        || !box.inflate(-EDGE / zoom).contains(world));
            }) {
                found = Optional.of(new Target.OfRemark(remark.id()));
            }
        }
        return found;
    }
}
