package io.netloom.app.chart;

import io.netloom.app.chart.ChartPainter.Painted;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.stage.Window;

/// A chart in the window. It is drawn elsewhere; here its pixels are taken over, and what the pointer is at is told. The wheel looks
/// closer, a drag moves along, a double click shows all again; the keys `+`, `-`, the arrows and `0` do so, too.
public final class ChartView extends Region {
    private static final double STEP = 1.25;
    private static final double NUDGE = 0.1;

    private final ChartPage page;
    private final Zoom zoom;
    private final Supplier<Chart> content;
    private final DoubleFunction<String> reading;
    private final ImageView picture = new ImageView();
    private final Line pointer = new Line();
    private final VBox values = new VBox();
    private final Label probeText = probe("chart-text");
    private final Label probeGrid = probe("chart-grid");
    private final Label probeTraining = probe("chart-training");
    private final Label probeValidation = probe("chart-validation");
    private final Label probeLevel = probe("chart-level");
    private final Label probeBackground = probe("chart-background");
    private final List<Label> probesCompared = IntStream.range(0, Colours.COMPARED)
            .mapToObj(place -> probe("chart-run-" + place)).toList();
    private final ObservableValue<Window> window = sceneProperty().flatMap(Scene::windowProperty);
    private Optional<DoubleConsumer> chosen = Optional.empty();
    private Optional<PixelBuffer<IntBuffer>> buffer = Optional.empty();
    private Optional<Painted> painted = Optional.empty();
    private double hover = Double.NaN;
    private double dragged;

    /// @param page draws it, together with the charts that are seen beside it
    /// @param content says what is to be drawn
    /// @param reading says what there is at a place, a line a curve
    public ChartView(ChartPage page, Zoom zoom, Supplier<Chart> content, DoubleFunction<String> reading) {
        this.page = page;
        this.zoom = zoom;
        this.content = content;
        this.reading = reading;
        getStyleClass().add("chart");
        setFocusTraversable(true);
        setMinSize(0, 0);
        picture.setManaged(false);
        pointer.setManaged(false);
        pointer.setVisible(false);
        pointer.getStyleClass().add("chart-pointer");
        values.setManaged(false);
        values.setVisible(false);
        values.setMouseTransparent(true);
        values.getStyleClass().add("chart-values");
        getChildren().addAll(picture, pointer, values, probeText, probeGrid, probeTraining, probeValidation,
                probeLevel, probeBackground);
        getChildren().addAll(probesCompared);
        zoom.listen(this::refreshAtOnce);
        ChangeListener<Object> other = (_, _, _) -> refreshAtOnce();
        window.addListener(other);
        widthProperty().addListener(other);
        heightProperty().addListener(other);
        for (Label probe : new Label[] {probeText, probeGrid, probeTraining, probeValidation, probeLevel,
                probeBackground}) {
            probe.textFillProperty().addListener(other);
        }
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(MouseEvent.ANY, this::pointed);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Lets the user choose a place by a click or a drag, which then moves nothing along.
    ///
    /// @param chooser takes the place
    public void chooses(DoubleConsumer chooser) {
        chosen = Optional.of(chooser);
        setCursor(Cursor.CROSSHAIR);
    }

    /// Draws it anew before long: a training that tells of each step is drawn a few times a second.
    public void refresh() {
        page.soon(this);
    }

    /// Draws it anew at once: for what the user has done, and waits to see.
    public void refreshAtOnce() {
        page.atOnce(this);
    }

    /// What is to be drawn now, if it can be seen: draws on any thread, and gives what shows it on the window's.
    Optional<Supplier<Runnable>> sheet() {
        if (window.getValue() == null || getWidth() < 1 || getHeight() < 1) {
            return Optional.empty();
        }
        Chart chart = content.get();
        Colours colours = colours();
        int width = (int) getWidth();
        int height = (int) getHeight();
        double scale = window.getValue().getOutputScaleX();
        return Optional.of(() -> {
            Painted fresh = ChartPainter.paint(chart, colours, width, height, scale);
            return () -> show(fresh);
        });
    }

    private void show(Painted fresh) {
        painted = Optional.of(fresh);
        if (buffer.filter(b -> b.getWidth() == fresh.width() && b.getHeight() == fresh.height()).isEmpty()) {
            var made = new PixelBuffer<>(fresh.width(), fresh.height(),
                    IntBuffer.allocate(fresh.width() * fresh.height()), PixelFormat.getIntArgbPreInstance());
            buffer = Optional.of(made);
            picture.setImage(new WritableImage(made));
        }
        buffer.ifPresent(b -> b.updateBuffer(_ -> {
            b.getBuffer().put(0, fresh.pixels());
            return null;
        }));
        picture.setFitWidth(getWidth() < 1 ? 0 : Math.floor(getWidth()));
        picture.setFitHeight(getHeight() < 1 ? 0 : Math.floor(getHeight()));
        tell();
    }

    private Colours colours() {
        return new Colours(rgb(probeBackground), rgb(probeText), rgb(probeGrid), rgb(probeTraining),
                rgb(probeValidation), rgb(probeLevel), probesCompared.stream().map(ChartView::rgb).toList());
    }

    private static int rgb(Label probe) {
        return probe.getTextFill() instanceof Color colour
                ? (int) Math.round(colour.getRed() * 255) << 16 | (int) Math.round(colour.getGreen() * 255) << 8
                        | (int) Math.round(colour.getBlue() * 255)
                : 0;
    }

    /// The style sheet knows the colours, and a label that nobody sees learns them from it.
    private static Label probe(String style) {
        var probe = new Label();
        probe.getStyleClass().setAll(style);
        probe.setManaged(false);
        probe.setVisible(false);
        return probe;
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            painted.ifPresent(p -> zoom.by(event.getDeltaY() > 0 ? STEP : 1 / STEP, p.x(event.getX())));
            event.consume();
        }
    }

    private void pointed(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            hover = Double.NaN;
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            requestFocus();
            dragged = event.getX();
            choose(event);
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                zoom.reset();
            }
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            if (chosen.isEmpty()) {
                painted.ifPresent(p -> zoom.move(p.x(dragged) - p.x(event.getX())));
            }
            choose(event);
            dragged = event.getX();
            hover = event.getX();
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            hover = event.getX();
        }
        tell();
    }

    private void choose(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            chosen.ifPresent(chooser -> painted.ifPresent(p -> chooser.accept(p.x(event.getX()))));
        }
    }

    private void pressed(KeyEvent event) {
        double middle = (zoom.from() + zoom.to()) / 2;
        double nudge = (zoom.to() - zoom.from()) * NUDGE;
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoom.by(STEP, middle);
            case MINUS, SUBTRACT -> zoom.by(1 / STEP, middle);
            case LEFT -> zoom.move(-nudge);
            case RIGHT -> zoom.move(nudge);
            case DIGIT0, NUMPAD0 -> zoom.reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Shows what there is where the pointer is.
    private void tell() {
        boolean inside = painted.filter(p -> !p.chart().isEmpty() && hover >= p.area().left()
                && hover <= p.area().left() + p.area().width()).isPresent();
        pointer.setVisible(inside);
        values.setVisible(inside);
        if (!inside) {
            return;
        }
        Painted p = painted.orElseThrow();
        pointer.setStartX(Math.round(hover) + 0.5);
        pointer.setEndX(pointer.getStartX());
        pointer.setStartY(p.area().top());
        pointer.setEndY(p.area().top() + p.area().height());
        values.getChildren().setAll(reading.apply(p.x(hover)).lines().map(Label::new).toList());
        values.applyCss();
        double width = values.prefWidth(-1);
        double height = values.prefHeight(width);
        double left = hover + 12 + width > getWidth() ? hover - 12 - width : hover + 12;
        values.resizeRelocate(Math.max(0, left), p.area().top() + 4, width, height);
    }
}
