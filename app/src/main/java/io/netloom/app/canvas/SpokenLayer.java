package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.paint.Look.Choice;
import io.netloom.app.canvas.paint.States;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.canvas.picture.Standing;
import io.netloom.app.canvas.picture.WireFace;
import io.netloom.app.document.Selection;
import io.netloom.graph.Activity;
import io.netloom.graph.Edge;
import io.netloom.graph.Remark;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;

/// What screen readers find: a node without looks for each card, wire and remark, where it is painted. They are made when
/// they first come into view and the view rests. The window walks through all nodes in every frame, so that of a drawing
/// that shows more than a few hundred things at once they are made only once a screen reader is there to ask for them.
final class SpokenLayer extends Pane {
    private static final Duration REST = Duration.millis(150);
    private static final int UNASKED = 400;

    private final CanvasViewModel model;
    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private final PauseTransition rest = new PauseTransition(REST);
    private final Map<String, Region> cards = new HashMap<>();
    private final Map<Edge, Region> wires = new HashMap<>();
    private final Map<String, Region> remarks = new HashMap<>();
    private final ReadOnlyBooleanProperty asked = Platform.accessibilityActiveProperty();
    private final InvalidationListener heard = _ -> rest.playFromStart();
    private Selection selection = Selection.NONE;
    private boolean silent;

    SpokenLayer(CanvasViewModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().setAll(pan, zoom);
        rest.setOnFinished(_ -> rested());
        asked.addListener(new WeakInvalidationListener(heard));
    }

    /// Another drawing is shown.
    void replaced() {
        clear();
        rested();
    }

    private void clear() {
        cards.clear();
        wires.clear();
        remarks.clear();
        getChildren().clear();
        selection = Selection.NONE;
    }

    /// Another part shows.
    void viewed() {
        rest.playFromStart();
    }

    /// Some things are different; those that are lifted are told of when they are put down.
    void drawn(Picture.Diff diff) {
        if (silent) {
            rest.playFromStart();
        } else if (model.lifted().isEmpty()) {
            drop(cards, diff.goneCards());
            drop(wires, diff.goneWires());
            Box visible = model.viewport().visible();
            diff.cards().forEach(name -> card(name, visible));
            diff.wires().forEach(edge -> wire(edge, visible));
            remarks();
            selected();
        }
    }

    private void card(String name, Box visible) {
        CardFace card = model.picture().card(name).orElseThrow();
        if (cards.containsKey(name)) {
            show(cards.get(name), card);
        } else if (card.box().intersects(visible)) {
            show(add(cards, name, "spoken-card"), card);
        }
    }

    private void wire(Edge edge, Box visible) {
        WireFace wire = model.picture().wire(edge).orElseThrow();
        if (wires.containsKey(edge)) {
            show(wires.get(edge), wire);
        } else if (wire.line().bounds().intersects(visible)) {
            show(add(wires, edge, "spoken-wire"), wire);
        }
    }

    private <K> void drop(Map<K, Region> nodes, Set<K> gone) {
        for (K key : gone) {
            getChildren().remove(nodes.remove(key));
        }
    }

    private void rested() {
        Viewport view = model.viewport();
        pan.setX(view.pan().x());
        pan.setY(view.pan().y());
        zoom.setX(view.zoom());
        zoom.setY(view.zoom());
        Box visible = view.visible();
        List<String> cardsThere = model.picture().cardIndex().touching(visible);
        List<Edge> wiresThere = model.picture().wireIndex().touching(visible);
        silent = !asked.get() && cardsThere.size() + wiresThere.size() > UNASKED;
        if (silent || !asked.get() && getChildren().size() > UNASKED) {
            clear();
        }
        if (silent) {
            return;
        }
        cardsThere.stream().filter(name -> !cards.containsKey(name)).forEach(name -> card(name, visible));
        wiresThere.stream().filter(edge -> !wires.containsKey(edge)).forEach(edge -> wire(edge, visible));
        remarks();
        selected();
    }

    private void remarks() {
        var gone = new HashSet<>(remarks.keySet());
        for (Remark remark : model.document().drawing().remarks()) {
            gone.remove(remark.id());
            Region node = remarks.containsKey(remark.id()) ? remarks.get(remark.id())
                    : add(remarks, remark.id(), "spoken-remark");
            place(node, new Box(remark.x(), remark.y(), remark.width(), remark.height()));
            node.setId("remark-" + remark.id());
            node.setAccessibleText(remark.text());
        }
        drop(remarks, gone);
    }

    private <K> Region add(Map<K, Region> nodes, K key, String style) {
        var node = new Region();
        node.setManaged(false);
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.getStyleClass().add(style);
        nodes.put(key, node);
        getChildren().add(node);
        return node;
    }

    private static void show(Region node, CardFace card) {
        node.setId("card-" + card.name());
        node.setAccessibleText(card.spoken());
        node.pseudoClassStateChanged(States.WRONG, card.standing() == Standing.WRONG);
        node.pseudoClassStateChanged(States.BYPASSED, card.node().activity() == Activity.BYPASSED);
        node.pseudoClassStateChanged(States.MUTED, card.node().activity() == Activity.MUTED);
        node.pseudoClassStateChanged(States.UNFINISHED, card.standing() == Standing.UNFINISHED);
        place(node, card.box());
    }

    private static void show(Region node, WireFace wire) {
        Edge edge = wire.edge();
        node.setId("wire-" + edge.from() + "-" + edge.output() + "-" + edge.to() + "-" + edge.input());
        node.setAccessibleText(wire.spoken());
        node.pseudoClassStateChanged(States.WRONG, wire.standing() == Standing.WRONG);
        place(node, wire.line().bounds());
    }

    private static void place(Region node, Box box) {
        node.resizeRelocate(box.x(), box.y(), box.width(), box.height());
    }

    /// Something else is selected.
    void selected() {
        Selection now = model.document().selection();
        select(cards, selection.nodes(), Choice.NOT);
        select(cards, now.nodes(), Choice.SELECTED);
        select(wires, selection.edges(), Choice.NOT);
        select(wires, now.edges(), Choice.SELECTED);
        select(remarks, selection.remarks(), Choice.NOT);
        select(remarks, now.remarks(), Choice.SELECTED);
        selection = now;
    }

    private static <K> void select(Map<K, Region> nodes, Collection<K> keys, Choice choice) {
        for (K key : keys) {
            if (nodes.containsKey(key)) {
                nodes.get(key).pseudoClassStateChanged(States.SELECTED, choice == Choice.SELECTED);
            }
        }
    }

    @Override
    protected void layoutChildren() {
        // Everything stands where the picture says.
    }
}
