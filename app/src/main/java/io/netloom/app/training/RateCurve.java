package io.netloom.app.training;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// The learning rate from the first step to the last, as a small curve.
final class RateCurve extends Region {
    static final int VALUES = 120;
    private static final double HEIGHT = 40;
    private static final double EDGE = 4;

    private final Polyline line = new Polyline();
    private double[] values = {};

    RateCurve() {
        getStyleClass().add("rate-curve");
        setId("rate-curve");
        line.getStyleClass().add("rate-line");
        line.setManaged(false);
        getChildren().add(line);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
    }

    void show(double[] newValues) {
        values = newValues.clone();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        line.getPoints().clear();
        for (int i = 0; i < values.length && most > 0; i++) {
            line.getPoints().add(EDGE + (getWidth() - 2 * EDGE) * i / (values.length - 1));
            line.getPoints().add(EDGE + (getHeight() - 2 * EDGE) * (1 - values[i] / most));
        }
    }
}
