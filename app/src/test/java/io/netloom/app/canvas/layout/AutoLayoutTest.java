package io.netloom.app.canvas.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.Sketch;
import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Cards;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Edge;
import io.netloom.graph.Topology;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Places for a whole drawing.
@Domain(Sketch.Random.class)
@Domain(DomainContext.Global.class)
class AutoLayoutTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final String[] LENET = {"image", "conv1", "relu1", "pool1", "conv2", "relu2", "pool2", "flatten",
            "dense", "head"};

    @Property(tries = 60)
    void everyCardGetsAPlaceOfItsOwnOnTheGridAndAlwaysTheSame(@ForAll Cards cards,
            @ForAll @DoubleRange(min = 100, max = 3000) double width) {
        var corners = AutoLayout.corners(cards, width);
        assertThat(corners.keySet()).isEqualTo(cards.boxes().keySet());
        assertThat(corners.values()).allMatch(corner -> corner.equals(corner.onGrid(10)));
        List<Box> boxes = new ArrayList<>(Sketch.moved(cards, corners).boxes().values());
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(box::overlaps);
        }
        assertThat(AutoLayout.corners(cards, width)).isEqualTo(corners);
        assertThat(Box.around(boxes).map(Box::corner)).isEqualTo(cards.bounds().map(Box::corner));
    }

    @Property(tries = 60)
    void inOneRowEveryWireLeadsToTheRightUnlessThereIsACycle(@ForAll Cards cards) {
        Cards placed = Sketch.moved(cards, AutoLayout.corners(cards, ENDLESS));
        if (Topology.order(cards.graph()) instanceof Topology.Ordered) {
            assertThat(cards.graph().edges()).allMatch(e -> placed.start(e).x() < placed.end(e).x());
        }
    }

    @Example
    void aChainInAWideWindowIsOneStraightLine() {
        Cards lenet = new Sketch().chain(LENET).cards();
        Cards placed = Sketch.moved(lenet, AutoLayout.corners(lenet, ENDLESS));
        assertThat(placed.graph().edges()).allMatch(e -> placed.start(e).y() == placed.end(e).y());
    }

    @Example
    void aChainInANarrowWindowBreaksIntoRowsThatBeginAtTheLeft() {
        Cards lenet = new Sketch().chain(LENET).cards();
        Cards placed = Sketch.moved(lenet, AutoLayout.corners(lenet, 900));
        assertThat(placed.bounds().orElseThrow().width()).isLessThanOrEqualTo(900);
        List<Edge> breaks = placed.graph().edges().stream().filter(e -> placed.start(e).x() > placed.end(e).x())
                .toList();
        assertThat(breaks).hasSize(2);
        assertThat(breaks).allSatisfy(e -> {
            assertThat(placed.corner(e.to()).x()).isZero();
            assertThat(placed.box(e.to()).y()).isGreaterThan(placed.box(e.from()).bottom());
        });
    }

    @Example
    void rowsBreakBetweenBranchingPartsRatherThanInside() {
        Cards cards = new Sketch().chain("a", "b", "c", "d").chain("d", "p", "add").chain("d", "q", "add")
                .chain("d", "r", "add").chain("add", "e", "f", "g").cards();
        double row = 5 * 140 + 4 * 80;
        Cards placed = Sketch.moved(cards, AutoLayout.corners(cards, row));
        assertThat(placed.bounds().orElseThrow().width()).isLessThanOrEqualTo(row);
        assertThat(placed.graph().edges()).filteredOn(e -> e.from().equals("d") || e.to().equals("add")).hasSize(6)
                .allMatch(e -> placed.start(e).x() < placed.end(e).x());
    }

    @Example
    void partsWithoutWiresBetweenThemStandBelowOneAnotherAndLonelyBlocksFollow() {
        Cards cards = new Sketch().block("alone", 0, 0).chain("a", "b").chain("c", "d").block("single", 0, 0).cards();
        Cards placed = Sketch.moved(cards, AutoLayout.corners(cards, 900));
        assertThat(placed.corner("a")).isEqualTo(Point.ORIGIN);
        assertThat(placed.corner("c").y()).isGreaterThan(placed.box("a").bottom());
        assertThat(placed.corner("alone").y()).isGreaterThan(placed.box("c").bottom());
        assertThat(placed.corner("single").x()).isGreaterThan(placed.box("alone").right());
    }

    @Example
    void aDrawingStaysWhereItWas() {
        Cards cards = new Sketch().block("a", 1000, 2000).block("b", 1000, 2000).chain("a", "b").cards();
        assertThat(AutoLayout.corners(cards, ENDLESS)).containsEntry("a", new Point(1000, 2000));
        assertThat(AutoLayout.corners(new Sketch().cards(), ENDLESS)).isEmpty();
    }

    @Example
    void fiveHundredBlocksWithSkipConnectionsKeepToTheWidth() {
        Cards cards = Sketch.residual(100);
        Cards placed = Sketch.moved(cards, AutoLayout.corners(cards, 2000));
        assertThat(placed.boxes()).hasSize(501);
        assertThat(placed.bounds().orElseThrow().width()).isLessThanOrEqualTo(2000);
    }
}
