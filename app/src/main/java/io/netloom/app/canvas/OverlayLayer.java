package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Curve;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.geometry.Wire;
import io.netloom.app.canvas.paint.States;
import io.netloom.app.canvas.picture.Standing;
import io.netloom.graph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// Draws what a gesture shows, above the cards.
final class OverlayLayer extends Pane {
    private static final double HALO = 9;
    private static final double END = 4;

    private final CanvasViewModel model;
    private final Translate pan = new Translate();
    private final Scale zoom = new Scale(1, 1);
    private Optional<Edge> pointedAt = Optional.empty();
    private List<Node> halos = List.of();
    private Set<Port> haloed = Set.of();
    private final GuideLayer guides = new GuideLayer();

    OverlayLayer(CanvasViewModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().setAll(pan, zoom);
    }

    /// Another part shows.
    void viewed() {
        Viewport view = model.viewport();
        pan.setX(Math.rint(view.pan().x()));
        pan.setY(Math.rint(view.pan().y()));
        zoom.setX(view.zoom());
        zoom.setY(view.zoom());
    }

    /// The pointer is on this wire.
    void pointedAt(Optional<Edge> now) {
        pointedAt = now;
        show();
    }

    /// Shows what the gesture shows, and marks the wires that it is about.
    void show() {
        var nodes = new ArrayList<Node>();
        switch (model.overlay()) {
            case Overlay.Nothing _ -> pointedAt.ifPresent(edge -> mark(edge, nodes));
            case Overlay.Marquee(Box box) -> nodes.add(marquee(box));
            case Overlay.Stroke(List<Point> points, Set<Edge> crossed) -> {
                crossed.forEach(edge -> mark(edge, nodes));
                nodes.add(stroke(points));
            }
            case Overlay.Pulling pulling -> nodes.addAll(pulling(pulling));
            case Overlay.Dragging dragging -> {
                dragging.splice().ifPresent(edge -> mark(edge, nodes));
                guides.show(dragging.levels(), dragging.gaps(), model.viewport().zoom());
                nodes.add(guides);
            }
        }
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
        if (!(model.overlay() instanceof Overlay.Pulling)) {
            haloed = Set.of();
            halos = List.of();
        }
    }

    private void mark(Edge edge, List<Node> nodes) {
        model.picture().wire(edge).ifPresent(wire -> {
            var path = new Path(elements(wire.line()));
            path.getStyleClass().add("wire");
            path.pseudoClassStateChanged(States.MARKED, true);
            path.pseudoClassStateChanged(States.WRONG, wire.standing() == Standing.WRONG);
            nodes.add(path);
        });
    }

    private static Node marquee(Box box) {
        var rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
        rectangle.getStyleClass().add("marquee");
        return rectangle;
    }

    private static Node stroke(List<Point> points) {
        var path = new Path(elements(points));
        path.getStyleClass().add("stroke");
        return path;
    }

    private List<Node> pulling(Overlay.Pulling pulling) {
        var nodes = new ArrayList<Node>();
        if (!pulling.fitting().equals(haloed)) {
            haloed = pulling.fitting();
            halos = haloed.stream().map(port -> halo(port, "halo")).toList();
        }
        nodes.addAll(halos);
        Point fast = model.place(pulling.from());
        Wire line = switch (pulling.from().side()) {
            case OUTPUT -> Wire.between(fast, pulling.loose());
            case INPUT -> Wire.between(pulling.loose(), fast);
        };
        boolean wrong = pulling.target().filter(target -> !pulling.fitting().contains(target)).isPresent();
        var path = new Path(elements(line));
        path.getStyleClass().add("pulled-wire");
        path.pseudoClassStateChanged(States.WRONG, wrong);
        nodes.add(path);
        pulling.target().ifPresentOrElse(target -> {
            Node halo = halo(target, "halo-target");
            halo.pseudoClassStateChanged(States.WRONG, wrong);
            nodes.add(halo);
        }, () -> {
            var end = new Circle(pulling.loose().x(), pulling.loose().y(), END);
            end.getStyleClass().add("pulled-end");
            nodes.add(end);
        });
        return nodes;
    }

    private Node halo(Port port, String styleClass) {
        Point at = model.place(port);
        var circle = new Circle(at.x(), at.y(), HALO);
        circle.getStyleClass().add(styleClass);
        return circle;
    }

    private static List<PathElement> elements(Wire line) {
        var elements = new ArrayList<PathElement>();
        elements.add(new MoveTo(line.start().x(), line.start().y()));
        for (Curve curve : line.pieces()) {
            elements.add(new CubicCurveTo(curve.control1().x(), curve.control1().y(), curve.control2().x(),
                    curve.control2().y(), curve.end().x(), curve.end().y()));
        }
        return elements;
    }

    private static List<PathElement> elements(List<Point> points) {
        var elements = new ArrayList<PathElement>();
        points.stream().limit(1).forEach(p -> elements.add(new MoveTo(p.x(), p.y())));
        points.stream().skip(1).forEach(p -> elements.add(new LineTo(p.x(), p.y())));
        return elements;
    }
}
