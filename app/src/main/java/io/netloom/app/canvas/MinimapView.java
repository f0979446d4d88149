package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Minimap;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The whole drawing in little; dragging its rectangle moves the view, a click brings a place to the middle.
final class MinimapView extends Pane {
    static final double WIDTH = 170;
    static final double HEIGHT = 100;
    private static final double SMALLEST = 2;
    private static final double AIR = 8;
    private static final double EDGE = 3;

    private final CanvasViewModel model;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Rectangle rectangle = new Rectangle();
    private final Map<String, Rectangle> inks = new HashMap<>();
    private List<CardFace> dots = List.of();
    private Optional<Minimap> map = Optional.empty();
    private Optional<Box> content = Optional.empty();
    private Optional<Point> dragged = Optional.empty();

    MinimapView(CanvasViewModel model) {
        this.model = model;
        setManaged(false);
        setId("minimap");
        getStyleClass().add("minimap");
        setAccessibleText(model.texts().get("canvas.minimap"));
        rectangle.getStyleClass().add("minimap-view");
        rectangle.setManaged(false);
        rectangle.setMouseTransparent(true);
        setClip(new Rectangle(WIDTH, HEIGHT));
        getChildren().addAll(canvas, rectangle);
        setOnMousePressed(event -> {
            Point at = new Point(event.getX(), event.getY());
            map.filter(m -> !m.rectangle(model.viewport()).contains(at))
                    .ifPresent(m -> model.view(m.centred(model.viewport(), at)));
            dragged = Optional.of(at);
            event.consume();
        });
        setOnMouseDragged(event -> {
            Point at = new Point(event.getX(), event.getY());
            dragged.ifPresent(from -> map.ifPresent(m -> model.view(m.dragged(model.viewport(), at.minus(from)))));
            dragged = Optional.of(at);
            event.consume();
        });
        setOnMouseReleased(event -> {
            dragged = Optional.empty();
            viewed();
            event.consume();
        });
    }

    /// The drawing has changed; most changes do not show here.
    void drawn() {
        List<CardFace> now = List.copyOf(model.picture().cards());
        boolean same = now.size() == dots.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = alike(now.get(i), dots.get(i));
        }
        dots = now;
        if (!same) {
            redraw();
        }
    }

    private static boolean alike(CardFace one, CardFace other) {
        return one == other || one.box().equals(other.box()) && one.look().equals(other.look());
    }

    private void redraw() {
        map = Optional.empty();
        content = Box.around(dots.stream().map(CardFace::box).toList());
        viewed();
    }

    /// The view has changed. While the rectangle is dragged the picture stays.
    void viewed() {
        setVisible(content.isPresent());
        content.ifPresent(box -> {
            double air = Math.max(box.width(), box.height()) / AIR;
            Minimap now = dragged.flatMap(_ -> map).orElseGet(() -> new Minimap(WIDTH, HEIGHT, box.inflate(air)));
            if (!map.equals(Optional.of(now))) {
                map = Optional.of(now);
                draw(now);
            }
            Box shown = new Box(0, 0, WIDTH, HEIGHT).inflate(-EDGE).intersection(now.rectangle(model.viewport()));
            rectangle.setX(Math.rint(shown.x()) + 0.5);
            rectangle.setY(Math.rint(shown.y()) + 0.5);
            rectangle.setWidth(Math.max(SMALLEST, Math.rint(shown.width()) - 1));
            rectangle.setHeight(Math.max(SMALLEST, Math.rint(shown.height()) - 1));
            rectangle.setVisible(!model.viewport().visible().contains(box));
        });
    }

    private void draw(Minimap now) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        for (CardFace dot : dots) {
            Box box = now.toMap(dot.box());
            g.setFill(ink(dot.look().styleClass()).getFill());
            g.fillRect(box.x(), box.y(), Math.max(SMALLEST, box.width()), Math.max(SMALLEST, box.height()));
        }
    }

    /// Colours come from the style sheet, by way of a shape that nobody sees.
    private Rectangle ink(String styleClass) {
        return inks.computeIfAbsent(styleClass, name -> {
            var ink = new Rectangle();
            ink.setManaged(false);
            ink.setVisible(false);
            ink.getStyleClass().addAll("minimap-ink", name);
            getChildren().add(ink);
            ink.applyCss();
            ink.fillProperty().addListener(_ -> redraw());
            return ink;
        });
    }
}
