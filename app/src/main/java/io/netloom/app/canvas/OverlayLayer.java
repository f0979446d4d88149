package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.Guides;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/// Draws what a gesture shows, above the cards.
final class OverlayLayer extends Pane {
    private static final double HALO = 9;
    private static final double END = 4;

    private final CanvasViewModel model;
    private List<Node> halos = List.of();
    private Set<Port> haloed = Set.of();

    OverlayLayer(CanvasViewModel model) {
        this.model = model;
        setManaged(false);
        setMouseTransparent(true);
    }

    void show() {
        getChildren().setAll(switch (model.overlay()) {
            case Overlay.Nothing _ -> List.of();
            case Overlay.Marquee(Box box) -> List.of(marquee(box));
            case Overlay.Stroke(List<Point> points, var _) -> List.of(stroke(points));
            case Overlay.Pulling pulling -> pulling(pulling);
            case Overlay.Dragging dragging -> guides(dragging);
        });
        if (!(model.overlay() instanceof Overlay.Pulling)) {
            haloed = Set.of();
            halos = List.of();
        }
    }

    private static Node marquee(Box box) {
        var rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
        rectangle.getStyleClass().add("marquee");
        return rectangle;
    }

    private static Node stroke(List<Point> points) {
        var path = new Path(WireView.elements(points));
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
        var path = new Path(WireView.elements(line));
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

    private static List<Node> guides(Overlay.Dragging dragging) {
        var nodes = new ArrayList<Node>();
        dragging.levels().forEach(line -> nodes.add(guide(line, "guide")));
        dragging.gaps().forEach(line -> nodes.add(guide(line, "gap-guide")));
        return nodes;
    }

    private static Node guide(Guides.Line line, String styleClass) {
        var node = new Line(line.a().x(), line.a().y(), line.b().x(), line.b().y());
        node.getStyleClass().add(styleClass);
        return node;
    }
}
