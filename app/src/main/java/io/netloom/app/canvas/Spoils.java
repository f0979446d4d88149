package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Curve;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.canvas.picture.WireFace;
import io.netloom.app.canvas.raster.Levels;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out which parts of what was painted a change spoils: where a thing was, and where it is now.
final class Spoils {
    private static final double RIM = 14;
    private static final double LETTER = 8;

    private final Picture picture;
    private final Levels levels;
    private final Map<String, CardFace> cards = new HashMap<>();
    private final Map<Edge, WireFace> wires = new HashMap<>();
    private final Map<String, Remark> remarks = new HashMap<>();

    Spoils(Picture picture, Levels levels) {
        this.picture = picture;
        this.levels = levels;
    }

    /// Another drawing is looked at.
    void forget() {
        cards.clear();
        wires.clear();
        remarks.clear();
        picture.cards().forEach(card -> cards.put(card.name(), card));
        picture.wires().forEach(wire -> wires.put(wire.edge(), wire));
        picture.graph().remarks().forEach(remark -> remarks.put(remark.id(), remark));
    }

    /// Things are different, have come or gone.
    void changed(Picture.Diff diff) {
        diff.cards().forEach(this::card);
        diff.goneCards().forEach(this::card);
        diff.wires().forEach(this::wire);
        diff.goneWires().forEach(this::wire);
        Map<String, Remark> now = new HashMap<>();
        picture.graph().remarks().forEach(remark -> now.put(remark.id(), remark));
        remarks.forEach((id, old) -> {
            if (!old.equals(now.get(id))) {
                box(old);
            }
        });
        now.forEach((id, remark) -> {
            if (!remark.equals(remarks.get(id))) {
                box(remark);
            }
        });
        remarks.clear();
        remarks.putAll(now);
    }

    /// These are selected instead of those.
    void selected(Selection old, Selection now) {
        old.nodes().stream().filter(name -> !now.nodes().contains(name)).forEach(this::card);
        now.nodes().stream().filter(name -> !old.nodes().contains(name)).forEach(this::card);
        old.edges().stream().filter(edge -> !now.edges().contains(edge)).forEach(this::wire);
        now.edges().stream().filter(edge -> !old.edges().contains(edge)).forEach(this::wire);
        old.remarks().stream().filter(id -> !now.remarks().contains(id)).forEach(this::remark);
        now.remarks().stream().filter(id -> !old.remarks().contains(id)).forEach(this::remark);
    }

    /// These are lifted, or put down.
    void lifted(Lift lift) {
        lift.cards().forEach(this::card);
        lift.wires().forEach(this::wire);
        lift.remarks().forEach(this::remark);
    }

    /// A wire is hidden, or shows again.
    void wire(Edge edge) {
        Optional.ofNullable(wires.remove(edge)).ifPresent(this::spoil);
        picture.wire(edge).ifPresent(wire -> {
            spoil(wire);
            wires.put(edge, wire);
        });
    }

    private void card(String name) {
        Optional.ofNullable(cards.remove(name)).ifPresent(old -> levels.spoil(old.box().inflate(RIM)));
        picture.card(name).ifPresent(card -> {
            levels.spoil(card.box().inflate(RIM));
            cards.put(name, card);
        });
    }

    private void remark(String id) {
        Optional.ofNullable(remarks.get(id)).ifPresent(this::box);
    }

    private void box(Remark remark) {
        levels.spoil(new Box(remark.x(), remark.y(), remark.width(), remark.height()).inflate(RIM));
    }

    private void spoil(WireFace wire) {
        List<Curve> pieces = wire.line().pieces();
        pieces.forEach(piece -> levels.spoil(piece.bounds().inflate(RIM)));
        levels.spoil(new Box(0, 0, 0, 0).at(wire.line().at(0.5)).inflate(RIM + wire.label().length() * LETTER));
    }
}
