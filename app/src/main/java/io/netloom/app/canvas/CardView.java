package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.CardLayout;
import io.netloom.app.canvas.geometry.CardText;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths.Face;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Standing;
import io.netloom.app.look.Icons;
import io.netloom.graph.Activity;
import io.netloom.graph.Composite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// One card. Its words and ports are made when they first show, for of a large drawing most never do.
final class CardView extends Region {
    private static final double PORT = 5;
    private static final double ICON_ROOM = 19;

    private final MeasuredWidths widths;
    private final List<Node> details = new ArrayList<>();
    private CardFace face;
    private boolean detailed;
    private boolean stale = true;

    CardView(CardFace face, MeasuredWidths widths) {
        this.widths = widths;
        setManaged(false);
        setFocusTraversable(false);
        setAccessibleRole(AccessibleRole.NODE);
        show(face);
    }

    /// Shows another face.
    void show(CardFace newFace) {
        CardFace old = face;
        face = newFace;
        Point corner = face.corner();
        if (old == null || !old.corner().equals(corner)) {
            relocate(corner.x(), corner.y());
        }
        if (old != null && old.text().equals(face.text()) && old.layout().equals(face.layout())
                && old.standing() == face.standing() && old.node().activity() == face.node().activity()
                && old.spoken().equals(face.spoken())) {
            return;
        }
        setId("card-" + face.name());
        boolean composite = face.node().block() instanceof Composite;
        getStyleClass().setAll("card", face.look().styleClass());
        if (composite) {
            getStyleClass().add("composite");
        }
        setAccessibleText(face.spoken());
        resize(face.layout().width(), face.layout().height());
        pseudoClassStateChanged(States.WRONG, face.standing() == Standing.WRONG);
        pseudoClassStateChanged(States.UNFINISHED, face.standing() == Standing.UNFINISHED);
        pseudoClassStateChanged(States.BYPASSED, face.node().activity() == Activity.BYPASSED);
        pseudoClassStateChanged(States.MUTED, face.node().activity() == Activity.MUTED);
        stale = true;
        if (detailed) {
            detail();
        }
    }

    /// Shows words and ports, or hides them where they could not be read.
    void far(boolean far) {
        if (detailed == far) {
            detailed = !far;
            pseudoClassStateChanged(States.FAR, far);
            if (detailed && stale) {
                detail();
            }
            details.forEach(node -> node.setVisible(detailed));
        }
    }

    boolean isFar() {
        return !detailed;
    }

    private void detail() {
        stale = false;
        details.clear();
        CardText text = face.text();
        CardLayout layout = face.layout();
        double inner = layout.width() - 2 * CardLayout.SIDE;
        double y = CardLayout.PADDING;
        boolean problem = face.standing() != Standing.SOUND;
        line(text.category(), Face.SMALL, "card-category", CardLayout.SIDE, y,
                inner - (problem ? 18 : 0) - (face.node().activity() == Activity.ACTIVE ? 0 : 18));
        y += CardLayout.CATEGORY_LINE;
        FontIcon icon = Icons.of(face.look());
        icon.relocate(CardLayout.SIDE - 1, y + 2);
        details.add(icon);
        line(text.name(), Face.TITLE, "card-name", CardLayout.SIDE + ICON_ROOM, y, inner - ICON_ROOM);
        y += CardLayout.NAME_LINE;
        for (String setting : text.settings()) {
            line(setting, Face.TEXT, "card-setting", CardLayout.SIDE, y, inner);
            y += CardLayout.LINE;
        }
        y = layout.height() - CardLayout.PADDING - CardLayout.LINE;
        double parameters = widths.width(text.parameters(), Face.NUMBERS);
        line(text.shape(), Face.NUMBERS, "card-shape", CardLayout.SIDE, y + 2,
                inner - (parameters > 0 ? parameters + CardLayout.BETWEEN / 2 : 0));
        if (parameters > 0) {
            line(text.parameters(), Face.NUMBERS, "card-parameters", layout.width() - CardLayout.SIDE - parameters,
                    y + 2, parameters + 1);
        }
        if (problem) {
            FontIcon mark = Icons
                    .of(face.standing() == Standing.WRONG ? "mdi2a-alert-circle" : "mdi2d-dots-horizontal");
            mark.getStyleClass().add("card-mark");
            mark.relocate(layout.width() - CardLayout.SIDE - 13, CardLayout.PADDING - 1);
            details.add(mark);
        }
        badge().ifPresent(name -> {
            FontIcon badge = Icons.of(name);
            badge.getStyleClass().add("card-badge");
            badge.relocate(layout.width() - CardLayout.SIDE - (problem ? 31 : 13), CardLayout.PADDING - 1);
            details.add(badge);
        });
        HitTest.ports(face).forEach(port -> details.add(port(port)));
        details.forEach(node -> node.setManaged(false));
        getChildren().setAll(details);
    }

    private Optional<String> badge() {
        return switch (face.node().activity()) {
            case ACTIVE -> Optional.empty();
            case BYPASSED -> Optional.of("mdi2d-debug-step-over");
            case MUTED -> Optional.of("mdi2v-volume-off");
        };
    }

    private Circle port(Port port) {
        Point at = switch (port.side()) {
            case INPUT -> face.layout().inputs().get(port.index());
            case OUTPUT -> face.layout().outputs().get(port.index());
        };
        var circle = new Circle(at.x(), at.y(), PORT);
        circle.setId(id(port));
        circle.getStyleClass().add("port");
        return circle;
    }

    /// How a port is looked up: `in-conv1-0`.
    static String id(Port port) {
        return switch (port.side()) {
            case INPUT -> "in-" + port.node() + "-" + port.index();
            case OUTPUT -> "out-" + port.node() + "-" + port.index();
        };
    }

    private void line(String words, Face type, String styleClass, double x, double y, double width) {
        var text = new Text(widths.cut(words, type, width));
        text.setFont(MeasuredWidths.font(type));
        text.setTextOrigin(VPos.TOP);
        text.getStyleClass().add(styleClass);
        text.setX(x);
        text.setY(y);
        details.add(text);
    }

    @Override
    protected void layoutChildren() {
        // Everything stands where the card's layout says.
    }
}
