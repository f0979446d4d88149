package io.netloom.app.tour;

import io.netloom.app.text.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// The tour over the window: everything is in the shade but what is told of, and a card beside that. Nothing moves but from stop to
/// stop. Enter or the right arrow goes on, the left arrow goes back, Escape leaves.
public final class TourView extends Pane {
    private static final double CARD_WIDTH = 320;
    private static final double MARGIN = 4;

    private final TourViewModel model;
    private final Texts texts;
    private final Function<Stop, Optional<Node>> anchors;
    private final Rectangle frame = new Rectangle();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label place = new Label();
    private final Button back;
    private final Button next;
    private final VBox card;
    private Shape shade = new Path();

    /// @param anchors where each stop is, in the same scene
    public TourView(TourViewModel model, Texts texts, Function<Stop, Optional<Node>> anchors) {
        this.model = model;
        this.texts = texts;
        this.anchors = anchors;
        setId("tour");
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        title.getStyleClass().add("panel-title");
        title.setId("tour-title");
        words.setWrapText(true);
        place.getStyleClass().add("text-muted");
        var leave = new Button(texts.get("tour.leave"));
        leave.setId("tour-leave");
        leave.getStyleClass().add("flat");
        leave.setOnAction(_ -> model.leave());
        back = new Button(texts.get("tour.back"));
        back.setOnAction(_ -> model.back());
        next = new Button();
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(_ -> model.next());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, place, space, leave, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        card = new VBox(title, words, buttons);
        card.getStyleClass().addAll("overlay-panel", "tour-card");
        getChildren().addAll(shade, frame, card);
        setOnMousePressed(_ -> next.requestFocus());
        model.place().subscribe(_ -> refresh());
    }

    /// Lets the keyboard lead.
    public void focus() {
        next.requestFocus();
    }

    @Override
    protected void layoutChildren() {
        getChildren().remove(shade);
        var whole = new Rectangle(getWidth(), getHeight());
        Optional<Bounds> anchor = anchors.apply(model.stop()).filter(node -> node.getScene() == getScene())
                .map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds())));
        double height = card.prefHeight(CARD_WIDTH);
        var window = new Area(0, 0, getWidth(), getHeight());
        Area told = anchor.map(TourView::around).orElse(window).within(window);
        frame.setVisible(anchor.isPresent());
        frame.setX(told.x());
        frame.setY(told.y());
        frame.setWidth(told.width());
        frame.setHeight(told.height());
        shade = anchor.isPresent()
                ? Shape.subtract(whole, new Rectangle(told.x(), told.y(), told.width(), told.height()))
                : whole;
        shade.getStyleClass().add("tour-shade");
        getChildren().addFirst(shade);
        Area there = told.beside(CARD_WIDTH, height, window);
        card.resizeRelocate(Math.round(there.x()), Math.round(there.y()), CARD_WIDTH, height);
    }

    private static Area around(Bounds bounds) {
        return new Area(bounds.getMinX() - MARGIN, bounds.getMinY() - MARGIN, bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN);
    }

    private void refresh() {
        Stop stop = model.stop();
        title.setText(texts.get(stop.title()));
        words.setText(texts.get(stop.words()));
        place.setText(texts.get("tour.place", model.place().get() + 1, model.stops().size()));
        back.setDisable(model.place().get() == 0);
        next.setText(texts.get(model.hasNext() ? "tour.next" : "tour.done"));
        // A screen reader says what the card says when the button is reached, and again when its words are others.
        next.setAccessibleText(title.getText() + ". " + words.getText() + " " + next.getText());
        requestLayout();
    }

    /// Takes a key, wherever the focus is.
    public void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT -> model.next();
            case LEFT -> model.back();
            case ESCAPE -> model.leave();
            case ENTER -> {
                if (event.getTarget() instanceof Button pressed && pressed != next) {
                    pressed.fire();
                } else {
                    model.next();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
