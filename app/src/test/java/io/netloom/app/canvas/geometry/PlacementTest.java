package io.netloom.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.Sketch;
import io.netloom.graph.Edge;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Places for cards, and their sizes.
@Domain(Boxes.class)
@Domain(Sketch.Random.class)
@Domain(DomainContext.Global.class)
class PlacementTest {
    private static final CardLayout CARD = CardLayout.of(
            new CardText("Dense", "head", List.of("10 units"), "10", "1.3k"), 1, 1, TextWidths.ESTIMATE);

    @Property(tries = 300)
    void splicingLeavesNoCardOnAnotherAndMovesOnlyToTheRight(@ForAll Cards cards, @ForAll int pick) {
        Assume.that(!cards.graph().edges().isEmpty() && Boxes.overlapping(cards.boxes()).isEmpty());
        Edge edge = cards.graph().edges().get(Math.floorMod(pick, cards.graph().edges().size()));
        Placement.Splice splice = Placement.splice(cards, edge, CARD);
        Map<String, Box> boxes = Sketch.moved(cards, splice.moved()).boxes();
        assertThat(splice.moved()).allSatisfy((name, corner) -> {
            assertThat(corner.y()).isEqualTo(cards.corner(name).y());
            assertThat(corner.x()).isGreaterThan(cards.corner(name).x());
        });
        boxes.put("new", CARD.box(splice.corner()));
        assertThat(Boxes.overlapping(boxes)).isEmpty();
    }

    @Example
    void aBlockInAWireBetweenCloseCardsPushesTheRestOfTheRowAside() {
        Cards cards = new Sketch().block("a", 0, 0).block("b", 220, 0).block("c", 440, 0).block("below", 440, 200)
                .chain("a", "b", "c", "below").cards();
        Placement.Splice splice = Placement.splice(cards, Edge.of("a", "b"), CARD);
        assertThat(splice.corner()).isEqualTo(new Point(220, 0));
        assertThat(splice.moved()).containsOnly(Map.entry("b", new Point(440, 0)), Map.entry("c", new Point(660, 0)));
    }

    @Example
    void aBlockInALongWireMovesNothing() {
        Cards cards = new Sketch().block("a", 0, 0).block("b", 900, 0).chain("a", "b").cards();
        Placement.Splice splice = Placement.splice(cards, Edge.of("a", "b"), CARD);
        assertThat(splice.moved()).isEmpty();
        assertThat(splice.corner()).isEqualTo(new Point(450, 0));
    }

    @Example
    void aBlockBesideAnotherHasItsInputLevelWithTheOutput() {
        Cards cards = new Sketch().block("a", 0, 0).cards();
        Point corner = Placement.beside(cards, "a", CARD);
        assertThat(corner).isEqualTo(new Point(220, 0));
        Cards taken = new Sketch().block("a", 0, 0).block("b", 220, 0).cards();
        Point aside = Placement.beside(taken, "a", CARD);
        assertThat(taken.boxes().values()).noneMatch(CARD.box(aside)::overlaps);
    }

    @Property(tries = 300)
    void whatIsPastedKeepsItsOrderAndLiesOnNothing(@ForAll @Size(max = 6) List<Box> group,
            @ForAll @Size(max = 20) List<Box> taken) {
        Point way = Placement.freeWay(group, taken);
        for (Box box : group) {
            assertThat(taken).noneMatch(box.moved(way.x(), way.y())::overlaps);
        }
        boolean clear = group.stream().allMatch(
                box -> taken.stream().noneMatch(box.inflate(Placement.CLEAR)::overlaps));
        assertThat(way.equals(Point.ORIGIN)).isEqualTo(clear);
    }

    @Example
    void whatIsPastedOverALargeDrawingGoesBelowIt() {
        List<Box> taken = List.of(new Box(-5000, -5000, 10_000, 10_000));
        assertThat(Placement.free(new Box(0, 0, 140, 90), taken)).isEqualTo(new Point(0, 5020));
    }

    @Property
    void aCardHasRoomForItsPortsAndStandsOnTheGrid(@ForAll @Size(max = 6) List<String> lines) {
        for (int inputs = 0; inputs < 6; inputs++) {
            CardLayout card = CardLayout.of(new CardText("c", "n", lines, "1×2", "3"), inputs, 2,
                    (text, face) -> text.length() * face.size());
            Box box = card.box(Point.ORIGIN);
            assertThat(card.inputs()).hasSize(inputs).allMatch(port -> port.x() == 0 && box.inflate(-1).bottom() > port
                    .y());
            assertThat(card.outputs()).hasSize(2).allMatch(port -> port.x() == card.width());
            assertThat(box.corner().plus(card.width(), card.height()).onGrid(10)).isEqualTo(
                    new Point(card.width(), card.height()));
            assertThat(card.width()).isBetween(CardLayout.NARROWEST, CardLayout.WIDEST);
        }
    }

    @Example
    void aLongNameMakesACardWiderAndChineseCharactersTakeMoreRoomThanLatinOnes() {
        CardText latin = new CardText("Dense", "abcdefghijklmno", List.of(), "", "");
        CardText chinese = new CardText("Dense", "一二三四五六七八九十一二三四五", List.of(), "", "");
        double narrow = CardLayout.of(latin, 1, 1, TextWidths.ESTIMATE).width();
        double wide = CardLayout.of(chinese, 1, 1, TextWidths.ESTIMATE).width();
        assertThat(narrow).isGreaterThan(CardLayout.NARROWEST).isLessThan(wide);
    }

    @Example
    void aWireToAPortThatIsNotThereEndsAtTheLastOrAtTheEdge() {
        assertThat(CARD.input(new Point(100, 100), 7)).isEqualTo(new Point(100, 140));
        var bare = new CardLayout(140, 90, List.of(), Collections.emptyList());
        assertThat(bare.output(Point.ORIGIN, 0)).isEqualTo(new Point(140, 40));
    }
}
