package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.paint.Look.Choice;
import io.netloom.app.canvas.paint.Look.Distance;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Standing;
import io.netloom.app.look.BlockLook;
import io.netloom.app.look.Icons;
import io.netloom.graph.Activity;
import io.netloom.graph.Composite;
import io.netloom.graph.Remark;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// How things look by the style sheet: of each look there is one node that nobody sees, and painters do as it says.
public final class Patterns extends Pane {
    private final Map<List<?>, Node> known = new HashMap<>();
    private final Rectangle ground = styled(new Rectangle(), "ground-ink");
    private boolean outdated;

    /// @param restyled is called when the style sheet says something else
    public Patterns(Runnable restyled) {
        setVisible(false);
        setManaged(false);
        getChildren().add(ground);
        // Styles are being applied to the children just now, so that they may not be taken away yet.
        ground.fillProperty().addListener(_ -> {
            outdated = true;
            restyled.run();
        });
    }

    /// The colour behind everything.
    public Paint ground() {
        return ground.getFill();
    }

    /// The colour of the line around a drawing that has the focus.
    public Paint rim() {
        return get(Shape.class, List.of("rim"), () -> styled(new Rectangle(), "rim-ink"), this).getFill();
    }

    Paint dots() {
        return get(Shape.class, List.of("dots"), () -> styled(new Rectangle(), "grid-ink"), this).getFill();
    }

    /// A card without its words.
    Pane card(CardFace card, Look look) {
        boolean composite = card.node().block() instanceof Composite;
        Activity activity = card.node().activity();
        return get(Pane.class, List.of(card.look().styleClass(), composite, activity, look), () -> {
            var paper = styled(new Pane(), "card");
            paper.pseudoClassStateChanged(States.BYPASSED, activity == Activity.BYPASSED);
            paper.pseudoClassStateChanged(States.MUTED, activity == Activity.MUTED);
            paper.getStyleClass().add(card.look().styleClass());
            if (composite) {
                paper.getStyleClass().add("composite");
            }
            return in(look, paper);
        }, this);
    }

    /// A line of words on a card.
    Text words(Pane card, String style) {
        return get(Text.class, List.of(card, style), () -> styled(new Text(), style), card);
    }

    Circle port(Pane card) {
        return get(Circle.class, List.of(card, "port"), () -> styled(new Circle(), "port"), card);
    }

    Text icon(Pane card, BlockLook look) {
        return get(Text.class, List.of(card, look), () -> Icons.of(look), card);
    }

    /// A sign in a card's upper right corner.
    ///
    /// @param name in Material Design Icons
    Text sign(Pane card, String name, String style) {
        return get(Text.class, List.of(card, name), () -> styled(Icons.of(name), style), card);
    }

    Path wire(Look look) {
        return get(Path.class, List.of("wire", look), () -> in(look, styled(new Path(), "wire")), this);
    }

    Text label(Standing standing) {
        var look = new Look(standing, Choice.NOT, Distance.NEAR);
        return get(Text.class, List.of("label", look), () -> in(look, styled(new Text(), "wire-label")), this);
    }

    Pane remark(Remark.Kind kind, Choice choice) {
        var look = new Look(Standing.SOUND, choice, Distance.NEAR);
        return get(Pane.class, List.of(kind, choice),
                () -> in(look, styled(new Pane(), kind.name().toLowerCase(Locale.ROOT))), this);
    }

    /// Forgets looks of a style sheet that was there before. To be called before painting begins.
    public void refresh() {
        if (outdated) {
            outdated = false;
            known.clear();
            getChildren().setAll(ground);
        }
    }

    private <T extends Node> T get(Class<T> type, List<?> key, Supplier<? extends Node> maker, Pane parent) {
        Node node = known.get(key);
        if (node == null) {
            node = maker.get();
            node.setManaged(false);
            parent.getChildren().add(node);
            node.applyCss();
            known.put(key, node);
        }
        return type.cast(node);
    }

    private static <T extends Node> T styled(T node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private static <T extends Node> T in(Look look, T node) {
        node.pseudoClassStateChanged(States.WRONG, look.standing() == Standing.WRONG);
        node.pseudoClassStateChanged(States.UNFINISHED, look.standing() == Standing.UNFINISHED);
        node.pseudoClassStateChanged(States.SELECTED, look.choice() == Choice.SELECTED);
        node.pseudoClassStateChanged(States.FAR, look.distance() != Distance.NEAR);
        return node;
    }

    @Override
    protected void layoutChildren() {
        // Nobody sees them.
    }
}
