package io.netloom.app.canvas.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Leads a wire around the cards that stand between its ends, as a skip connection does in a paper's figure: up or down
/// to a level lane beside them, along it, and back. A wire that leads back gets a lane in which no card stands.
public final class Lanes {
    /// What is kept free between a lane and the cards along it.
    private static final double CLEAR = 10;
    /// Wires that skip more run farther out, so that those over the same cards do not cover one another.
    private static final double SPREAD = 0.03;
    private static final double MOST_SPREAD = 90;
    /// Wires that lead back by different extents run within this of the middle between the cards.
    private static final double BACK_SPREAD = 10;
    /// A space this high has room for all of that.
    private static final double ROOMY = 60;
    /// Where no lane is free after so many cards, the wire may as well pass behind them.
    private static final int TRIES = 20;
    private static final int ROUNDS = 3;

    private final Function<Box, ? extends Collection<Box>> cards;
    private final Point from;
    private final Point to;
    private final Box source;
    private final Box target;

    private Lanes(Point from, Point to, Box source, Box target, Function<Box, ? extends Collection<Box>> cards) {
        this.cards = cards;
        this.from = from;
        this.to = to;
        this.source = source;
        this.target = target;
    }

    /// The wire between two ports, around what stands between their cards.
    ///
    /// @param from an output port of `source`
    /// @param to an input port of `target`
    /// @param cards gives all cards that touch a box, `source` and `target` too: [SpatialIndex#boxes]
    public static Wire route(Point from, Point to, Box source, Box target,
            Function<Box, ? extends Collection<Box>> cards) {
        var lanes = new Lanes(from, to, source, target, cards);
        return Wire.leadsBack(from, to) ? lanes.back() : lanes.forward();
    }

    private Wire forward() {
        Wire wire = Wire.between(from, to, source, target);
        var passed = new ArrayList<Box>();
        for (int i = 0; i < ROUNDS; i++) {
            List<Box> hit = hit(wire);
            if (hit.isEmpty()) {
                return wire;
            }
            passed.addAll(hit);
            wire = around(Box.around(passed).orElseThrow()).orElse(wire);
        }
        return wire;
    }

    /// What a wire passes behind, of the cards that stand between the two.
    private List<Box> hit(Wire wire) {
        List<Box> near = cards.apply(wire.bounds()).stream()
                .filter(card -> card.x() >= source.right() && card.right() <= target.x()).toList();
        List<Point> points = near.isEmpty() ? List.of() : wire.points();
        return near.stream().filter(card -> points.stream().anyMatch(card::contains)).toList();
    }

    /// The wire over or under a block of cards that hits fewest others; of two such the shorter, then the one that stays
    /// nearer to where it comes from.
    private Optional<Wire> around(Box block) {
        double far = CLEAR + Math.min(MOST_SPREAD, block.width() * SPREAD);
        Comparator<Wire> best = Comparator.comparingInt((Wire wire) -> hit(wire).size())
                .thenComparingDouble(wire -> height(wire, from) + height(wire, to))
                .thenComparingDouble(wire -> height(wire, from));
        return Stream.of(free(block.x(), block.right(), block.y() - far, -1),
                free(block.x(), block.right(), block.bottom() + far, 1)).flatMap(Optional::stream)
                .map(y -> Wire.over(from, to, new Point(block.x(), y), new Point(block.right(), y))).min(best);
    }

    private static double height(Wire wire, Point end) {
        return Math.abs(wire.pieces().get(1).start().y() - end.y());
    }

    private Wire back() {
        double extent = from.x() - to.x() + 2 * Math.abs(to.y() - from.y());
        double spread = extent * SPREAD % (2 * BACK_SPREAD) - BACK_SPREAD;
        return Wire.back(from, to, gap().map(gap -> gap.centre().y() + spread * Math.min(1, gap.height() / ROOMY))
                .or(this::beside).orElse(Wire.lane(source, target)));
    }

    /// The highest space without cards between the source's height and the target's: the one between two rows.
    private Optional<Box> gap() {
        Box upper = source.y() <= target.y() ? source : target;
        Box lower = upper == source ? target : source;
        double height = lower.y() - upper.bottom();
        if (height < 2 * CLEAR) {
            return Optional.empty();
        }
        double left = to.x() - Wire.WIDEST;
        double width = from.x() + Wire.WIDEST - left;
        List<Box> inside = cards.apply(new Box(left, upper.bottom(), width, height)).stream()
                .filter(card -> card.bottom() > upper.bottom() && card.y() < lower.y())
                .sorted(Comparator.comparingDouble(Box::y)).toList();
        var gaps = new ArrayList<Box>();
        double top = upper.bottom();
        for (Box card : inside) {
            gaps.add(new Box(left, top, width, Math.max(0, card.y() - top)));
            top = Math.max(top, card.bottom());
        }
        gaps.add(new Box(left, top, width, Math.max(0, lower.y() - top)));
        return gaps.stream().filter(gap -> gap.height() >= 2 * CLEAR)
                .max(Comparator.comparingDouble(Box::height)
                        .thenComparingDouble(gap -> -Math.abs(gap.centre().y() - from.y())));
    }

    private Optional<Double> beside() {
        double middle = Wire.lane(source, target);
        return Stream.of(free(to.x(), from.x(), middle, 1), free(to.x(), from.x(), middle, -1))
                .flatMap(Optional::stream).min(Comparator.comparingDouble(y -> Math.abs(y - middle)));
    }

    /// The first lane at or beyond `y` in which nothing stands; upwards if `sign` is negative.
    private Optional<Double> free(double left, double right, double y, int sign) {
        double lane = y;
        for (int i = 0; i < TRIES; i++) {
            Optional<Box> inTheWay = inLane(left, right, lane);
            if (inTheWay.isEmpty()) {
                return Optional.of(lane);
            }
            Box box = inTheWay.get();
            lane = sign < 0 ? box.y() - 2 * CLEAR : box.bottom() + 2 * CLEAR;
        }
        return Optional.empty();
    }

    private Optional<Box> inLane(double left, double right, double y) {
        return Box.around(cards.apply(new Box(left, y - CLEAR, right - left, 2 * CLEAR)));
    }
}
