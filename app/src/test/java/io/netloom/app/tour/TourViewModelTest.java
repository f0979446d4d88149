package io.netloom.app.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.tour.TourViewModel.End;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TourViewModelTest {
    private final List<End> ends = new ArrayList<>();

    @Test
    void itGoesFromStopToStopAndEnds() {
        var tour = new TourViewModel(_ -> true, ends::add);
        var seen = new ArrayList<Stop>();
        while (ends.isEmpty()) {
            seen.add(tour.stop());
            tour.next();
        }

        assertThat(seen).containsExactly(Stop.values());
        assertThat(ends).containsExactly(End.SEEN);
    }

    @Test
    void itGoesBackAndCanBeLeft() {
        var tour = new TourViewModel(_ -> true, ends::add);
        tour.back();
        tour.next();
        tour.next();
        tour.back();
        assertThat(tour.stop()).isEqualTo(Stop.CANVAS);

        tour.leave();

        assertThat(ends).containsExactly(End.LEFT);
    }

    @Test
    void whatIsNotThereIsPassedOver() {
        assertThat(new TourViewModel(stop -> stop == Stop.TRAIN, ends::add).stops()).containsExactly(Stop.TRAIN);
    }

    @Test
    void aCardStandsAtTheRightWhereThereIsRoom() {
        var window = new Area(0, 0, 1280, 800);

        assertThat(new Area(0, 60, 220, 700).beside(320, 140, window)).isEqualTo(new Area(234, 340, 320, 140));
        assertThat(new Area(990, 60, 290, 700).beside(320, 140, window).x()).isLessThan(990 - 320);
        assertThat(new Area(100, 0, 1100, 40).beside(320, 140, window).y()).isGreaterThan(40);
    }

    @Property
    void aCardIsAlwaysWhollySeen(@ForAll @DoubleRange(max = 1200) double x, @ForAll @DoubleRange(max = 700) double y,
            @ForAll @DoubleRange(max = 1280) double width, @ForAll @DoubleRange(max = 800) double height) {
        Area card = new Area(x, y, width, height).beside(320, 140, new Area(0, 0, 1280, 800));

        assertThat(card.x()).isBetween(0.0, 1280.0 - 320);
        assertThat(card.y()).isBetween(0.0, 800.0 - 140);
    }
}
