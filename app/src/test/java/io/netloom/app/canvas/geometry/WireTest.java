package io.netloom.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Lines between ports.
@Domain(Boxes.class)
@Domain(DomainContext.Global.class)
class WireTest {
    private static final double NEAR = 1e-6;

    @Property
    void aWireJoinsItsEndsWithoutAGapOrACorner(@ForAll Point from, @ForAll Point to) {
        Wire wire = Wire.between(from, to);
        assertThat(wire.start()).isEqualTo(from);
        assertThat(wire.end()).isEqualTo(to);
        for (int i = 1; i < wire.pieces().size(); i++) {
            Curve before = wire.pieces().get(i - 1);
            Curve after = wire.pieces().get(i);
            assertThat(after.start()).isEqualTo(before.end());
            Point arriving = before.end().minus(before.control2());
            Point leaving = after.control1().minus(after.start());
            assertThat(arriving.x() * leaving.y() - arriving.y() * leaving.x()).isCloseTo(0, within(NEAR));
            assertThat(arriving.x() * leaving.x() + arriving.y() * leaving.y()).isPositive();
        }
    }

    @Property
    void aWireLeavesToTheRightAndArrivesFromTheLeft(@ForAll Wire wire) {
        assertThat(wire.pieces().getFirst().control1().x()).isGreaterThanOrEqualTo(wire.start().x());
        assertThat(wire.pieces().getLast().control2().x()).isLessThanOrEqualTo(wire.end().x());
        assertThat(wire.pieces().getFirst().control1().y()).isEqualTo(wire.start().y());
        assertThat(wire.pieces().getLast().control2().y()).isEqualTo(wire.end().y());
    }

    @Property
    void itsBoxHoldsEveryPointAndIsTouchedOnAllSides(@ForAll Wire wire) {
        Box bounds = wire.bounds();
        List<Point> points = wire.points();
        assertThat(points).allMatch(bounds.inflate(NEAR)::contains);
        double coarse = 0.02 * (bounds.width() + bounds.height()) + NEAR;
        Box seen = Box.around(points.stream().map(p -> new Box(p.x(), p.y(), 0, 0)).toList()).orElseThrow();
        assertThat(seen.inflate(coarse).contains(bounds)).isTrue();
    }

    @Property
    void pointsOnAWireAreHitAndPointsBesideItsBoxAreNot(@ForAll Wire wire,
            @ForAll @DoubleRange(max = 1) double share) {
        Point on = wire.at(share);
        assertThat(wire.touches(on, 0.5)).isTrue();
        assertThat(wire.touches(new Point(on.x(), wire.bounds().bottom() + 7), 6)).isFalse();
        assertThat(wire.distance(on.plus(3, 4))).isLessThanOrEqualTo(5 + NEAR);
    }

    @Property
    void aStrokeThatBeginsOnOneSideOfAWireAndEndsOnTheOtherCutsIt(@ForAll Point from, @ForAll Point to,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double share) {
        Assume.that(!from.equals(to));
        Wire wire = Wire.between(from, to);
        Point at = wire.at(share);
        Point way = wire.direction(share);
        var across = List.of(at.plus(-way.y(), way.x()), at.plus(way.y(), -way.x()));
        assertThat(wire.cutBy(across)).isTrue();
        Box bounds = wire.bounds();
        var beside = List.of(new Point(bounds.x() - 5, bounds.y() - 5), new Point(bounds.right() + 5, bounds.y() - 5));
        assertThat(wire.cutBy(beside)).isFalse();
    }

    @Example
    void aStrokeAcrossTheBoxOfAWireThatMissesTheWireDoesNotCutIt() {
        Wire wire = Wire.between(new Point(0, 0), new Point(200, 200));
        assertThat(wire.cutBy(List.of(new Point(150, -10), new Point(210, 60)))).isFalse();
        assertThat(wire.cutBy(List.of(new Point(100, 100)))).isFalse();
        assertThat(wire.cutBy(List.of())).isFalse();
    }

    @Property
    void theMiddleOfAWireHalvesItsLength(@ForAll Wire wire, @ForAll @DoubleRange(max = 1) double share) {
        assertThat(Math.hypot(wire.direction(share).x(), wire.direction(share).y())).isCloseTo(1, within(NEAR));
        assertThat(wire.at(0).distance(wire.start())).isLessThan(NEAR);
        assertThat(wire.at(1).distance(wire.end())).isLessThan(NEAR);
        double step = wire.at(share).distance(wire.at(Math.min(1, share + 0.01)));
        double length = 0;
        for (int i = 1; i < wire.points().size(); i++) {
            length += wire.points().get(i - 1).distance(wire.points().get(i));
        }
        assertThat(step).isLessThanOrEqualTo(0.01 * length + NEAR);
    }

    @Example
    void aLevelWireIsStraight() {
        Wire wire = Wire.between(new Point(0, 40), new Point(80, 40));
        assertThat(wire.bounds()).isEqualTo(new Box(0, 40, 80, 0));
        assertThat(wire.at(0.5).distance(new Point(40, 40))).isLessThan(NEAR);
    }

    @Example
    void aWireToTheRowBelowRunsBetweenTheRows() {
        var source = new Box(800, 0, 140, 90);
        var target = new Box(0, 170, 140, 70);
        Wire wire = Wire.between(new Point(940, 40), new Point(0, 210), source, target);
        assertThat(wire.at(0.5).y()).isEqualTo(130);
        assertThat(wire.points()).noneMatch(source.inflate(-1)::contains).noneMatch(target.inflate(-1)::contains);
    }

    @Example
    void aSkipConnectionGoesAroundWhatItSkips() {
        var index = new SpatialIndex<Integer>();
        for (int i = 0; i < 5; i++) {
            index.put(i, new Box(i * 220, 0, 140, 70 + i % 2 * 20));
        }
        Wire wire = Lanes.route(new Point(140, 40), new Point(880, 60), index.box(0).orElseThrow(),
                index.box(4).orElseThrow(), index::boxes);
        assertThat(wire.points()).allSatisfy(point -> assertThat(
                List.of(1, 2, 3).stream().noneMatch(i -> index.box(i).orElseThrow().contains(point))).isTrue());
    }

    @Example
    void aWireThatLeadsBackPastOtherRowsRunsWhereNoCardStands() {
        var index = new SpatialIndex<Integer>();
        for (int i = 0; i < 12; i++) {
            index.put(i, new Box(i % 4 * 220, i / 4 * 170, 140, 90));
        }
        Wire wire = Lanes.route(new Point(800, 40), new Point(0, 380), index.box(3).orElseThrow(),
                index.box(8).orElseThrow(), index::boxes);
        double lane = wire.pieces().get(1).start().y();
        assertThat(index.touching(new Box(0, lane, 800, 0))).isEmpty();
        assertThat(lane).isBetween(90.0, 340.0);
    }
}
