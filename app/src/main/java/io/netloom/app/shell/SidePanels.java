package io.netloom.app.shell;

import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// A middle that takes what space there is, between two panels whose widths the user chooses.
final class SidePanels {
    private static final double NARROWEST = 160;

    private final SplitPane split;
    private final Region left;
    private final Region right;

    SidePanels(Region left, Region middle, Region right, double leftWidth, double rightWidth) {
        this.left = left;
        this.right = right;
        left.setMinWidth(NARROWEST);
        right.setMinWidth(NARROWEST);
        split = new SplitPane(left, middle, right);
        split.getStyleClass().add("side-panels");
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        split.widthProperty().addListener((_, before, now) -> {
            if (before.doubleValue() == 0 && now.doubleValue() > 0) {
                split.setDividerPositions(leftWidth / now.doubleValue(), 1 - rightWidth / now.doubleValue());
            }
        });
    }

    Parent root() {
        return split;
    }

    double leftWidth() {
        return left.getWidth();
    }

    double rightWidth() {
        return right.getWidth();
    }
}
