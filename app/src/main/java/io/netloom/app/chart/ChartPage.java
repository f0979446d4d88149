package io.netloom.app.chart;

import io.netloom.app.task.Background;
import io.netloom.app.task.Rest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Draws the charts that are seen together: all that are outdated in one go, elsewhere, and shows them at once, so that none falls behind the one
/// beside it and the window is painted once, not once a chart. For the window's thread.
public final class ChartPage {
    private static final System.Logger LOG = System.getLogger(ChartPage.class.getName());
    private static final double REST_MILLIS = 250;
    /// The first drawings take long, for Java has just loaded what draws; nobody shall look at old curves because of that.
    private static final double MOST_REST_MILLIS = 1_000;
    /// Drawing takes at most this share of a core, for the rest belongs to the training.
    private static final double SHARE = 0.05;

    private final Background background;
    private final Set<ChartView> outdated = new LinkedHashSet<>();
    /// What the same event makes outdated is drawn together, and so only after it.
    private final Rest event = new Rest(this::draw);
    private final Rest rest = new Rest(this::ask);
    private boolean drawing;
    private boolean urgent;

    /// @param background draws
    public ChartPage(Background background) {
        this.background = background;
    }

    /// Draws a chart anew before long.
    void soon(ChartView chart) {
        outdated.add(chart);
        if (!rest.isRunning()) {
            ask();
        }
    }

    /// Draws a chart anew without a rest before.
    void atOnce(ChartView chart) {
        outdated.add(chart);
        rest.leave();
        urgent = drawing;
        ask();
    }

    private void ask() {
        if (!event.isRunning() && !drawing && !outdated.isEmpty()) {
            event.begin(Duration.ZERO);
        }
    }

    private void draw() {
        List<Supplier<Runnable>> sheets = outdated.stream().flatMap(chart -> chart.sheet().stream()).toList();
        outdated.clear();
        if (sheets.isEmpty()) {
            return;
        }
        drawing = true;
        background.run(() -> {
            long began = System.nanoTime();
            List<Runnable> drawn = sheets.stream().map(ChartPage::draw).toList();
            return new Drawn(drawn, (System.nanoTime() - began) / 1e6);
        }, this::show, e -> {
            drawing = false;
            LOG.log(Level.ERROR, "charts cannot be drawn", e);
            ask();
        });
    }

    /// One that cannot be drawn keeps its last picture, and the others their new one.
    private static Runnable draw(Supplier<Runnable> sheet) {
        try {
            return sheet.get();
        } catch (RuntimeException e) {
            return () -> LOG.log(Level.ERROR, "a chart cannot be drawn", e);
        }
    }

    /// @param shows put the drawings into view
    private record Drawn(List<Runnable> shows, double millis) {}

    private void show(Drawn drawn) {
        drawing = false;
        drawn.shows().forEach(Runnable::run);
        if (urgent) {
            urgent = false;
            ask();
        } else {
            rest.begin(Duration.ofMillis((long) Math.clamp(drawn.millis() / SHARE, REST_MILLIS, MOST_REST_MILLIS)));
        }
    }
}
