package io.netloom.app.tour;

import java.util.Locale;

/// Where the tour stops: at a control that is there.
public enum Stop {
    PALETTE, CANVAS, INSPECTOR, TRAIN, CHARTS;

    String title() {
        return "tour." + name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return title() + ".words";
    }
}
