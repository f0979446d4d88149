package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Curve;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths.Face;
import io.netloom.app.canvas.geometry.Wire;
import io.netloom.app.canvas.picture.Standing;
import io.netloom.app.canvas.picture.WireFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;

/// One wire with the shape that flows.
final class WireView extends Group {
    private static final double AIR = 8;
    private static final double ABOVE = 5;

    private final MeasuredWidths widths;
    private final Path path = new Path();
    private final Text label = new Text();
    private WireFace face;
    /// The line as it was drawn; where it is now is this node's layout.
    private Wire drawn;
    private boolean labelled;

    WireView(WireFace face, MeasuredWidths widths) {
        this.widths = widths;
        setAutoSizeChildren(false);
        setAccessibleRole(AccessibleRole.NODE);
        path.getStyleClass().add("wire");
        label.getStyleClass().add("wire-label");
        label.setFont(MeasuredWidths.font(Face.NUMBERS));
        label.setTextOrigin(VPos.BOTTOM);
        getChildren().addAll(path, label);
        show(face);
    }

    /// Shows another face.
    void show(WireFace newFace) {
        WireFace old = face;
        face = newFace;
        if (old == null || !old.edge().equals(face.edge())) {
            setId(id(face));
        }
        if (old == null || !old.line().equals(face.line())) {
            Optional<Point> way = Optional.ofNullable(drawn).flatMap(face.line()::wayFrom);
            if (way.isEmpty()) {
                drawn = face.line();
                path.getElements().setAll(elements(drawn));
            }
            setLayoutX(way.map(Point::x).orElse(0.0));
            setLayoutY(way.map(Point::y).orElse(0.0));
            if (way.isPresent() && old.label().equals(face.label()) && old.finding().equals(face.finding())) {
                return;
            }
        }
        if (old == null || !old.spoken().equals(face.spoken())) {
            setAccessibleText(face.spoken());
        }
        path.pseudoClassStateChanged(States.WRONG, face.standing() == Standing.WRONG);
        label.pseudoClassStateChanged(States.WRONG, face.standing() == Standing.WRONG);
        place();
    }

    private static String id(WireFace face) {
        return "wire-" + face.edge().from() + "-" + face.edge().output() + "-" + face.edge().to() + "-"
                + face.edge().input();
    }

    void selected(boolean selected) {
        path.pseudoClassStateChanged(States.SELECTED, selected);
    }

    void marked(boolean marked) {
        path.pseudoClassStateChanged(States.MARKED, marked);
    }

    /// Hides the label where it could not be read.
    void far(boolean far) {
        label.setVisible(!far && labelled);
        path.setSmooth(!far);
        path.pseudoClassStateChanged(States.FAR, far);
    }

    /// The label stands above the middle, where there is room for it.
    private void place() {
        Wire line = drawn;
        double width = widths.width(face.label(), Face.NUMBERS);
        double room = Math.abs(line.end().x() - line.start().x()) - 2 * AIR;
        Point way = line.direction(0.5);
        boolean level = Math.abs(way.y()) < 0.35;
        boolean fits = !face.label().isEmpty() && room >= (level ? width : 2 * width);
        if (fits) {
            Point middle = line.at(0.5);
            label.setText(face.label());
            label.setX(level ? middle.x() - width / 2 : middle.x() + AIR);
            label.setY(level ? middle.y() - ABOVE : middle.y());
        }
        labelled = fits;
        label.setVisible(labelled);
    }

    static List<PathElement> elements(Wire line) {
        var elements = new ArrayList<PathElement>();
        elements.add(new MoveTo(line.start().x(), line.start().y()));
        for (Curve curve : line.pieces()) {
            elements.add(new CubicCurveTo(curve.control1().x(), curve.control1().y(), curve.control2().x(),
                    curve.control2().y(), curve.end().x(), curve.end().y()));
        }
        return elements;
    }

    static List<PathElement> elements(List<Point> points) {
        var elements = new ArrayList<PathElement>();
        points.stream().limit(1).forEach(p -> elements.add(new MoveTo(p.x(), p.y())));
        points.stream().skip(1).forEach(p -> elements.add(new LineTo(p.x(), p.y())));
        return elements;
    }
}
