package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.paint.Painter;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.canvas.raster.Tiles;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cards and remarks that are on their way, as a drag or a glide carries them. What moves as a whole is painted once, and
/// shown elsewhere from then on.
final class Lift {
    private static final double SAME = 1e-6;

    private final Picture picture;
    private final Map<String, Point> cards = new HashMap<>();
    private final Map<String, Point> remarks = new HashMap<>();
    private final Set<Edge> inside;
    private final Set<Edge> across;
    private final Box box;
    private Tiles tiles = new Tiles(1);

    /// @param remarks where they are now, by id
    Lift(Picture picture, Set<String> cards, Map<String, Point> remarks) {
        this.picture = picture;
        cards.forEach(name -> this.cards.put(name, picture.card(name).orElseThrow().corner()));
        this.remarks.putAll(remarks);
        Map<Boolean, Set<Edge>> edges = cards.stream()
                .flatMap(name -> Stream.concat(picture.graph().incoming(name).stream(),
                        picture.graph().outgoing(name).stream()))
                .collect(Collectors.partitioningBy(e -> cards.contains(e.from()) && cards.contains(e.to()),
                        Collectors.toSet()));
        inside = edges.get(true);
        across = edges.get(false);
        Stream<Box> boxes = Stream.of(cards.stream().map(name -> picture.card(name).orElseThrow().box()),
                inside.stream().map(edge -> picture.wire(edge).orElseThrow().line().bounds()),
                moved(remarks).stream().map(r -> new Box(r.x(), r.y(), r.width(), r.height())))
                .flatMap(some -> some);
        box = Box.around(boxes.toList()).orElse(new Box(0, 0, 0, 0)).inflate(Painter.AROUND);
    }

    /// Around all of it, where it stood when it was lifted.
    Box box() {
        return box;
    }

    boolean isOf(Set<String> otherCards, Set<String> otherRemarks) {
        return cards.keySet().equals(otherCards) && remarks.keySet().equals(otherRemarks);
    }

    Set<String> cards() {
        return cards.keySet();
    }

    Set<String> remarks() {
        return remarks.keySet();
    }

    /// Wires at the edge: one of their ends stays.
    Set<Edge> across() {
        return across;
    }

    /// Wires that move along, or with one end.
    Stream<Edge> wires() {
        return Stream.concat(inside.stream(), across.stream());
    }

    boolean holds(Edge edge) {
        return inside.contains(edge) || across.contains(edge);
    }

    /// How far everything has moved; nothing if not all has moved alike.
    Optional<Point> way(Map<String, Point> remarksNow) {
        List<Point> ways = Stream.concat(
                cards.entrySet().stream()
                        .map(e -> picture.card(e.getKey()).orElseThrow().corner().minus(e.getValue())),
                remarks.entrySet().stream().map(e -> remarksNow.get(e.getKey()).minus(e.getValue()))).toList();
        return ways.stream().allMatch(way -> way.distance(ways.getFirst()) < SAME) ? ways.stream().findFirst()
                : Optional.empty();
    }

    /// What was painted of it at a scale, where it stood when it was lifted.
    Tiles tiles(double scale) {
        if (tiles.scale() != scale) {
            tiles = new Tiles(scale);
        }
        return tiles;
    }

    /// All that stays.
    ///
    /// @param hidden a wire that does not show
    Painter.Motif rest(Optional<Edge> hidden) {
        return new Painter.Motif(card -> !cards.containsKey(card),
                wire -> !holds(wire) && !hidden.equals(Optional.of(wire)),
                picture.graph().remarks().stream().filter(r -> !remarks.containsKey(r.id())).toList());
    }

    /// What moves as a whole.
    Painter.Motif whole(Map<String, Point> remarksNow) {
        return new Painter.Motif(cards::containsKey, inside::contains, moved(remarksNow));
    }

    /// Around the wires of which one end stays, with their labels, where they are now.
    Box reach() {
        return Box.around(across.stream().map(edge -> picture.wire(edge).orElseThrow().line().bounds()).toList())
                .orElse(new Box(0, 0, 0, 0)).inflate(Painter.AROUND);
    }

    /// All that does not stay.
    Painter.Motif all(Map<String, Point> remarksNow) {
        return new Painter.Motif(cards::containsKey, this::holds, moved(remarksNow));
    }

    private List<Remark> moved(Map<String, Point> now) {
        return picture.graph().remarks().stream().filter(r -> remarks.containsKey(r.id()))
                .map(r -> r.at(now.get(r.id()).x(), now.get(r.id()).y())).toList();
    }
}
