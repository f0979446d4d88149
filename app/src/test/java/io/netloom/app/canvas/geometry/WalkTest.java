package io.netloom.app.canvas.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.Sketch;
import java.util.HashSet;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/// Keys that lead from block to block.
@Domain(Sketch.Random.class)
@Domain(DomainContext.Global.class)
class WalkTest {
    private final Cards branches = new Sketch().block("in", 0, 100).block("top", 220, 0).block("middle", 220, 120)
            .block("bottom", 220, 240).block("add", 440, 100).chain("in", "middle", "add").chain("in", "top", "add")
            .chain("in", "bottom", "add").cards();

    @Example
    void rightAndLeftFollowTheWires() {
        assertThat(Walk.along(branches, "add", Direction.LEFT)).contains("middle");
        assertThat(Walk.along(branches, "middle", Direction.LEFT)).contains("in");
        assertThat(Walk.along(branches, "in", Direction.RIGHT)).contains("top");
        assertThat(Walk.along(branches, "add", Direction.RIGHT)).isEmpty();
        assertThat(Walk.along(branches, "in", Direction.LEFT)).isEmpty();
    }

    @Example
    void upAndDownGoThroughTheBranches() {
        assertThat(Walk.along(branches, "top", Direction.DOWN)).contains("middle");
        assertThat(Walk.along(branches, "middle", Direction.DOWN)).contains("bottom");
        assertThat(Walk.along(branches, "bottom", Direction.DOWN)).isEmpty();
        assertThat(Walk.along(branches, "middle", Direction.UP)).contains("top");
        assertThat(Walk.sibling(branches, "middle", Direction.LEFT)).isEmpty();
    }

    @Example
    void theNearestBlockIsTheOneStraightAhead() {
        Cards cards = new Sketch().block("here", 0, 0).block("aside", 200, 180).block("ahead", 400, 0)
                .block("far", 0, 2000).cards();
        assertThat(Walk.nearest(cards, "here", Direction.RIGHT)).contains("ahead");
        assertThat(Walk.nearest(cards, "here", Direction.DOWN)).contains("far");
        assertThat(Walk.nearest(cards, "here", Direction.UP)).isEmpty();
        assertThat(Walk.nearest(cards, "ahead", Direction.DOWN)).contains("far");
    }

    @Property(tries = 300)
    void aStepLeadsToAnotherBlockThatWayAndEveryBlockOfAGridIsReached(@ForAll Cards cards,
            @ForAll Direction direction) {
        Assume.that(!cards.graph().nodes().isEmpty());
        for (String name : cards.boxes().keySet()) {
            Optional<String> next = Walk.nearest(cards, name, direction);
            next.ifPresent(other -> assertThat(
                    direction.ahead(new Point(cards.box(other).centre().x() - cards.box(name).centre().x(),
                            cards.corner(other).y() - cards.corner(name).y())))
                    .isPositive());
            Walk.along(cards, name, direction).ifPresent(other -> assertThat(cards.graph().contains(other)).isTrue());
        }
        var reached = new HashSet<String>();
        reach(cards, cards.graph().nodes().iterator().next().name(), reached);
        assertThat(reached).isEqualTo(cards.boxes().keySet());
    }

    private static void reach(Cards cards, String name, HashSet<String> reached) {
        if (reached.add(name)) {
            for (Direction direction : Direction.values()) {
                Walk.nearest(cards, name, direction).ifPresent(next -> reach(cards, next, reached));
            }
        }
    }
}
