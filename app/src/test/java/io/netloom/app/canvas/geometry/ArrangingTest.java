package io.netloom.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.app.canvas.geometry.Arrange.Side;
import io.netloom.app.canvas.geometry.Guides.Line;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Lines to snap to, and boxes in order.
@Domain(Boxes.class)
@Domain(DomainContext.Global.class)
class ArrangingTest {
    private static final double NEAR = 1e-6;
    private static final Box CARD = new Box(0, 0, 140, 90);

    @Property
    void aDraggedBoxSnapsNoFartherThanTheToleranceAndShowsToWhat(@ForAll Box moving,
            @ForAll @Size(max = 12) List<Box> others, @ForAll @DoubleRange(max = 20) double tolerance) {
        Guides.Snap snap = Guides.snap(moving, others, tolerance, 0);
        assertThat(Math.abs(snap.shift().x())).isLessThanOrEqualTo(tolerance);
        assertThat(Math.abs(snap.shift().y())).isLessThanOrEqualTo(tolerance);
        if (snap.shift().x() != 0 && snap.shift().y() != 0) {
            assertThat(snap.levels().isEmpty() && snap.gaps().isEmpty()).isFalse();
        }
    }

    @Property
    void everyLineThatIsShownRunsAlongTheBoxAndAnother(@ForAll Box moving, @ForAll @Size(max = 12) List<Box> others) {
        Guides.Snap snap = Guides.snap(moving, others, 8, 0);
        Box there = moving.moved(snap.shift().x(), snap.shift().y()).inflate(NEAR);
        for (Line line : snap.levels()) {
            Box extent = Box.between(line.a(), line.b());
            assertThat(extent.intersects(there)).isTrue();
            assertThat(others).anyMatch(other -> other.inflate(NEAR).intersects(extent));
        }
    }

    @Example
    void aBoxThatIsNearlyLevelWithAnotherIsMadeLevelAndALineShowsIt() {
        Guides.Snap snap = Guides.snap(CARD.moved(203, 4), List.of(CARD), 6, 0);
        assertThat(snap.shift()).isEqualTo(new Point(0, -4));
        assertThat(snap.levels()).contains(new Line(new Point(0, 0), new Point(343, 0)));
    }

    @Example
    void aBoxBetweenTwoOthersIsPutInTheMiddleAndTheEqualGapsShow() {
        var moving = new Box(303, 500, 100, 50);
        Guides.Snap snap = Guides.snap(moving, List.of(new Box(0, 480, 140, 90), new Box(560, 480, 140, 90)), 6, 0);
        assertThat(snap.shift().x()).isEqualTo(-3);
        assertThat(snap.gaps()).extracting(line -> line.b().x() - line.a().x()).containsExactly(160.0, 160.0);
    }

    @Example
    void aBoxBehindTwoOthersKeepsTheirDistance() {
        List<Box> row = List.of(CARD, CARD.moved(220, 0));
        assertThat(Guides.snap(new Box(443, 10, 99, 33), row, 6, 0).shift().x()).isEqualTo(-3);
        assertThat(Guides.snap(new Box(-182, 10, 99, 33), row, 6, 0).shift().x()).isEqualTo(3);
    }

    @Example
    void aBoxThatIsNearNothingGoesToTheGrid() {
        Guides.Snap snap = Guides.snap(new Box(1003, 1009, 140, 90), List.of(CARD), 6, 20);
        assertThat(snap.shift()).isEqualTo(new Point(-3, -9));
        assertThat(snap.levels()).isEmpty();
    }

    @Property
    void aligningMakesOneEdgeLevelAndKeepsTheOtherAxis(@ForAll @Size(min = 1, max = 8) List<Box> boxes,
            @ForAll Side side) {
        List<Box> aligned = Arrange.align(boxes, side);
        assertThat(aligned).hasSameSizeAs(boxes);
        assertThat(aligned).allSatisfy(box -> assertThat(side.of(box)).isCloseTo(side.of(aligned.getFirst()),
                within(NEAR)));
        boolean across = side == Side.LEFT || side == Side.CENTRE || side == Side.RIGHT;
        for (int i = 0; i < boxes.size(); i++) {
            Point way = aligned.get(i).corner().minus(boxes.get(i).corner());
            assertThat(across ? way.y() : way.x()).isZero();
        }
        Box around = Box.around(boxes).orElseThrow();
        assertThat(side.of(aligned.getFirst())).isCloseTo(side.of(around), within(NEAR));
    }

    @Property
    void distributingMakesAllGapsEqualAndKeepsTheOuterBoxes(@ForAll @Size(min = 3, max = 8) List<Box> boxes,
            @ForAll Axis axis) {
        List<Box> placed = Arrange.distribute(boxes, axis);
        List<Integer> order = IntStream.range(0, boxes.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> axis.middle(boxes.get(i)))).toList();
        assertThat(placed.get(order.getFirst())).isEqualTo(boxes.get(order.getFirst()));
        assertThat(placed.get(order.getLast())).isEqualTo(boxes.get(order.getLast()));
        double gap = axis.low(placed.get(order.get(1))) - axis.high(placed.get(order.get(0)));
        for (int i = 1; i < order.size(); i++) {
            assertThat(axis.low(placed.get(order.get(i))) - axis.high(placed.get(order.get(i - 1)))).isCloseTo(gap,
                    within(NEAR));
        }
    }

    @Property
    void aNudgeThereAndBackIsNone(@ForAll @Size(max = 8) List<Box> boxes) {
        List<Box> there = Arrange.nudge(boxes, Direction.LEFT, 20);
        assertThat(Arrange.nudge(there, Direction.RIGHT, 20)).isEqualTo(boxes);
        assertThat(Arrange.nudge(List.of(CARD), Direction.UP, 1)).containsExactly(CARD.moved(0, -1));
    }

    @Example
    void whatIsTooFewToArrangeStaysAsItIs() {
        assertThat(Arrange.align(List.of(), Side.TOP)).isEmpty();
        assertThat(Arrange.distribute(List.of(CARD, CARD.moved(9, 9)), Axis.X)).containsExactly(CARD,
                CARD.moved(9, 9));
    }
}
