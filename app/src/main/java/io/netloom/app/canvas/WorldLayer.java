package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.document.Selection;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// The drawing: remarks, wires above them, cards above these, and on top what a gesture shows. A card or wire has a node
/// from when it first shows; those that do not show are invisible, so that they cost nothing.
final class WorldLayer extends Pane {
    private static final double FAR = 0.45;
    private static final double AROUND = 40;

    private final CanvasViewModel model;
    private final MeasuredWidths widths;
    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private final Group remarkLayer = new Group();
    private final Group wireLayer = new Group();
    private final Group cardLayer = new Group();
    private final OverlayLayer overlay;
    private final Map<String, CardView> cards = new HashMap<>();
    private final Map<Edge, WireView> wires = new HashMap<>();
    private final Map<String, RemarkView> remarks = new HashMap<>();
    private Set<String> shownCards = new HashSet<>();
    private Set<Edge> shownWires = new HashSet<>();
    private Selection selection = Selection.NONE;
    private Set<Edge> marked = Set.of();

    WorldLayer(CanvasViewModel model, MeasuredWidths widths) {
        this.model = model;
        this.widths = widths;
        overlay = new OverlayLayer(model);
        setManaged(false);
        setMouseTransparent(true);
        for (Group layer : List.of(remarkLayer, wireLayer, cardLayer)) {
            layer.setAutoSizeChildren(false);
            layer.setManaged(false);
        }
        getTransforms().setAll(pan, zoom);
        getChildren().addAll(remarkLayer, wireLayer, cardLayer, overlay);
    }

    /// Another drawing is shown.
    void replaced() {
        cards.clear();
        wires.clear();
        remarks.clear();
        shownCards = new HashSet<>();
        shownWires = new HashSet<>();
        remarkLayer.getChildren().clear();
        wireLayer.getChildren().clear();
        cardLayer.getChildren().clear();
        selection = Selection.NONE;
        remarks();
    }

    /// Some things are different.
    void drawn(Picture.Diff diff) {
        diff.goneCards().forEach(name -> remove(cardLayer, cards.remove(name)));
        diff.goneWires().forEach(edge -> remove(wireLayer, wires.remove(edge)));
        shownCards.removeAll(diff.goneCards());
        shownWires.removeAll(diff.goneWires());
        for (String name : diff.cards()) {
            CardView view = cards.get(name);
            if (view != null) {
                view.show(model.picture().card(name).orElseThrow());
            }
        }
        for (Edge edge : diff.wires()) {
            WireView view = wires.get(edge);
            if (view != null) {
                view.show(model.picture().wire(edge).orElseThrow());
                view.far(isFar());
            }
        }
        remarks();
        cull();
        selected();
    }

    private static void remove(Group layer, Node node) {
        if (node != null) {
            layer.getChildren().remove(node);
        }
    }

    private void remarks() {
        var gone = new HashSet<>(remarks.keySet());
        for (Remark remark : model.document().drawing().remarks()) {
            gone.remove(remark.id());
            RemarkView view = remarks.get(remark.id());
            if (view == null) {
                view = new RemarkView(remark);
                remarks.put(remark.id(), view);
                remarkLayer.getChildren().add(view);
            } else if (!(model.overlay() instanceof Overlay.Dragging)) {
                view.show(remark);
            }
        }
        gone.forEach(id -> remove(remarkLayer, remarks.remove(id)));
    }

    /// Another part shows.
    void viewed() {
        Viewport view = model.viewport();
        pan.setX(Math.rint(view.pan().x()));
        pan.setY(Math.rint(view.pan().y()));
        zoom.setX(view.zoom());
        zoom.setY(view.zoom());
        cull();
    }

    private boolean isFar() {
        return model.viewport().zoom() < FAR;
    }

    /// Shows what can be seen, and hides the rest.
    private void cull() {
        if (model.viewport().width() == 0) {
            return;
        }
        Box visible = model.viewport().visible().inflate(AROUND);
        var seenCards = new HashSet<>(model.picture().cardIndex().touching(visible));
        var seenWires = new HashSet<>(model.picture().wireIndex().touching(visible));
        for (String name : shownCards) {
            if (!seenCards.contains(name)) {
                cards.get(name).setVisible(false);
            }
        }
        for (Edge edge : shownWires) {
            if (!seenWires.contains(edge)) {
                wires.get(edge).setVisible(false);
            }
        }
        boolean far = isFar();
        for (String name : seenCards) {
            CardView card = cards.get(name);
            if (card == null) {
                card = new CardView(model.picture().card(name).orElseThrow(), widths);
                card.pseudoClassStateChanged(States.SELECTED, selection.nodes().contains(name));
                card.pseudoClassStateChanged(States.FAR, true);
                cards.put(name, card);
                cardLayer.getChildren().add(card);
            }
            card.setVisible(true);
            card.far(far);
        }
        for (Edge edge : seenWires) {
            WireView wire = wires.get(edge);
            if (wire == null) {
                wire = new WireView(model.picture().wire(edge).orElseThrow(), widths);
                wire.selected(selection.edges().contains(edge));
                wires.put(edge, wire);
                wireLayer.getChildren().add(wire);
            }
            wire.setVisible(true);
            wire.far(far);
        }
        shownCards = seenCards;
        shownWires = seenWires;
    }

    /// Something else is selected.
    void selected() {
        Selection now = model.document().selection();
        if (now.equals(selection)) {
            return;
        }
        difference(selection.nodes(), now.nodes()).forEach(name -> Optional.ofNullable(cards.get(name))
                .ifPresent(card -> {
                    card.pseudoClassStateChanged(States.SELECTED, now.nodes().contains(name));
                    if (now.nodes().contains(name)) {
                        card.toFront();
                    }
                }));
        difference(selection.edges(), now.edges()).forEach(edge -> Optional.ofNullable(wires.get(edge))
                .ifPresent(wire -> wire.selected(now.edges().contains(edge))));
        difference(selection.remarks(), now.remarks()).forEach(id -> Optional.ofNullable(remarks.get(id))
                .ifPresent(r -> r.pseudoClassStateChanged(States.SELECTED, now.remarks().contains(id))));
        selection = now;
    }

    private static <T> Set<T> difference(Set<T> a, Set<T> b) {
        var all = new HashSet<>(a);
        all.addAll(b);
        all.removeIf(t -> a.contains(t) && b.contains(t));
        return all;
    }

    /// The pointer is on this wire.
    void pointedAt(Optional<Edge> now) {
        if (model.overlay() instanceof Overlay.Nothing) {
            Set<Edge> next = now.map(Set::of).orElse(Set.of());
            difference(marked, next).forEach(edge -> Optional.ofNullable(wires.get(edge))
                    .ifPresent(wire -> wire.marked(next.contains(edge))));
            marked = next;
        }
    }

    /// A gesture shows something else.
    void marked() {
        overlay.show();
        Set<Edge> now = switch (model.overlay()) {
            case Overlay.Stroke(var _, Set<Edge> crossed) -> crossed;
            case Overlay.Dragging dragging -> dragging.splice().map(Set::of).orElse(Set.of());
            case Overlay.Pulling _,Overlay.Marquee _,Overlay.Nothing _ -> Set.of();
        };
        difference(marked, now).forEach(edge -> Optional.ofNullable(wires.get(edge))
                .ifPresent(wire -> wire.marked(now.contains(edge))));
        marked = now;
        Optional<Edge> lifted = model.overlay() instanceof Overlay.Pulling p ? p.lifted() : Optional.empty();
        wires.forEach((edge, wire) -> wire.setOpacity(lifted.equals(Optional.of(edge)) ? 0 : 1));
        if (model.overlay() instanceof Overlay.Dragging dragging) {
            dragging.remarks().forEach((String id, Point corner) -> remarks.get(id).at(corner));
        } else {
            remarks();
        }
    }
}
