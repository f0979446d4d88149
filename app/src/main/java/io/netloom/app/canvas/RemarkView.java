package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Remark;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// A note or a frame.
final class RemarkView extends StackPane {
    private final Label words = new Label();
    private Remark remark;

    RemarkView(Remark remark) {
        setManaged(false);
        setAlignment(Pos.TOP_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        words.setWrapText(true);
        words.getStyleClass().add("remark-words");
        words.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        words.setAlignment(Pos.TOP_LEFT);
        getChildren().add(words);
        show(remark);
    }

    void show(Remark newRemark) {
        if (newRemark != remark) {
            remark = newRemark;
            setId("remark-" + remark.id());
            getStyleClass().setAll(switch (remark.kind()) {
                case NOTE -> "note";
                case FRAME -> "frame";
            });
            words.setText(remark.text());
            setAccessibleText(remark.text());
        }
        at(new Point(remark.x(), remark.y()));
    }

    /// Shows it elsewhere while it is dragged.
    void at(Point corner) {
        resizeRelocate(corner.x(), corner.y(), remark.width(), remark.height());
    }
}
