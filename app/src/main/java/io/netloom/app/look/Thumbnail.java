package io.netloom.app.look;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// A drawing in little: its blocks in the colours of their categories, and the wires.
public final class Thumbnail extends Pane {
    private static final double CARD_WIDTH = 150;
    private static final double CARD_HEIGHT = 76;
    /// How far a wire that leads back stands out at both ends, in pixels.
    private static final double OUT = 3;

    /// @param width pixels
    /// @param height pixels
    public Thumbnail(Graph graph, double width, double height) {
        setMinSize(width, height);
        setMaxSize(width, height);
        setMouseTransparent(true);
        double left = graph.nodes().stream().mapToDouble(Node::x).min().orElse(0);
        double top = graph.nodes().stream().mapToDouble(Node::y).min().orElse(0);
        double right = graph.nodes().stream().mapToDouble(Node::x).max().orElse(0) + CARD_WIDTH;
        double bottom = graph.nodes().stream().mapToDouble(Node::y).max().orElse(0) + CARD_HEIGHT;
        double scale = Math.min(0.3, Math.min((width - 2 * OUT) / (right - left), height / (bottom - top)));
        double x0 = (width - scale * (right - left)) / 2 - scale * left;
        double y0 = (height - scale * (bottom - top)) / 2 - scale * top;
        for (Edge edge : graph.edges()) {
            Node from = graph.node(edge.from());
            Node to = graph.node(edge.to());
            Polyline wire = wire(x0 + scale * (from.x() + CARD_WIDTH), y0 + scale * (from.y() + CARD_HEIGHT / 2),
                    x0 + scale * to.x(), y0 + scale * (to.y() + CARD_HEIGHT / 2));
            wire.getStyleClass().add("thumbnail-wire");
            getChildren().add(wire);
        }
        for (Node node : graph.nodes()) {
            var card = new Region();
            card.getStyleClass().addAll("thumbnail-card", BlockLook.of(node.block()).styleClass());
            card.resizeRelocate(x0 + scale * node.x(), y0 + scale * node.y(), Math.max(3, scale * CARD_WIDTH),
                    Math.max(4, scale * CARD_HEIGHT));
            card.setManaged(false);
            getChildren().add(card);
        }
    }

    /// Straight where the way leads on; by a lane halfway between the rows where it leads back.
    private static Polyline wire(double fromX, double fromY, double toX, double toY) {
        if (toX >= fromX) {
            return new Polyline(fromX, fromY, toX, toY);
        }
        double lane = (fromY + toY) / 2;
        return new Polyline(fromX, fromY, fromX + OUT, fromY, fromX + OUT, lane, toX - OUT, lane, toX - OUT, toY, toX,
                toY);
    }
}
