package io.netloom.app.canvas.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.Provide;

/// Points, boxes and views as they occur on a canvas.
class Boxes extends DomainContextBase {
    @Provide
    Arbitrary<Point> points() {
        return Combinators.combine(coordinates(), coordinates()).as(Point::new);
    }

    @Provide
    Arbitrary<Box> boxes() {
        return Combinators.combine(points(), sides(), sides())
                .as((corner, width, height) -> new Box(corner.x(), corner.y(), width, height));
    }

    @Provide
    Arbitrary<Viewport> views() {
        return Combinators.combine(Arbitraries.doubles().between(50, 4000), Arbitraries.doubles().between(50, 4000),
                Arbitraries.doubles().between(Viewport.MIN_ZOOM, Viewport.MAX_ZOOM), points()).as(Viewport::new);
    }

    @Provide
    Arbitrary<Wire> wires() {
        return Combinators.combine(points(), points()).as(Wire::between);
    }

    private static Arbitrary<Double> coordinates() {
        return Arbitraries.integers().between(-4000, 4000).map(i -> i / 2.0);
    }

    private static Arbitrary<Double> sides() {
        return Arbitraries.integers().between(1, 800).map(i -> i / 2.0);
    }

    static List<Box> overlapping(Map<String, Box> boxes) {
        var all = new ArrayList<>(boxes.values());
        var found = new ArrayList<Box>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).overlaps(all.get(j))) {
                    found.add(all.get(i));
                }
            }
        }
        return found;
    }
}
