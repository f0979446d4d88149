package io.netloom.app.tour;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The course of the tour. It can be left at any stop.
public final class TourViewModel {
    private final List<Stop> stops;
    private final Consumer<End> ended;
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();

    /// How it ended.
    public enum End {
        /// All of it was seen.
        SEEN,
        /// It was left before.
        LEFT
    }

    /// @param there whether the control of a stop is to be seen; the others are passed over
    /// @param ended is called once, at the end
    public TourViewModel(Predicate<Stop> there, Consumer<End> ended) {
        stops = List.of(Stop.values()).stream().filter(there).toList();
        this.ended = ended;
    }

    /// Its stops.
    public List<Stop> stops() {
        return stops;
    }

    /// How many stops have been seen.
    public ReadOnlyIntegerProperty place() {
        return place.getReadOnlyProperty();
    }

    /// Where it is.
    public Stop stop() {
        return stops.get(place.get());
    }

    /// Whether there is a stop behind this one.
    public boolean hasNext() {
        return place.get() + 1 < stops.size();
    }

    /// Goes on, behind the last stop to the end.
    public void next() {
        if (hasNext()) {
            place.set(place.get() + 1);
        } else {
            ended.accept(End.SEEN);
        }
    }

    /// Goes back, if it is not at the beginning.
    public void back() {
        place.set(Math.max(0, place.get() - 1));
    }

    /// Leaves it.
    public void leave() {
        ended.accept(End.LEFT);
    }
}
