package io.netloom.app.canvas;

import io.netloom.app.canvas.paint.MeasuredWidths;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.graph.Edge;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// The canvas: dots, the drawing, what gestures show, and above all that minimap, callout and search.
public final class CanvasView extends Pane implements CanvasListener {
    private static final String SHEET = CanvasView.class.getResource("canvas.css").toExternalForm();
    private static final double CHROME = 12;
    private static final long GLIDE_NANOS = 150_000_000L;

    private final CanvasViewModel model;
    private final CanvasTools tools;
    private final PaintedLayer painted;
    private final SpokenLayer spoken;
    private final OverlayLayer overlay;
    private final Region surface = new Region();
    private final MinimapView minimap;
    private final CrumbsView crumbs;
    private final CalloutView callout;
    private final SearchView search;
    private final WritingView writing;
    private final VBox hint = new VBox();
    private Motion motion = Motion.FULL;
    private Wheel wheel = Wheel.ZOOMS;
    private Space space = Space.FREE;
    private Optional<Edge> pointedAt = Optional.empty();

    /// What turning the wheel does.
    public enum Wheel {
        /// Brings the drawing closer; for mice.
        ZOOMS,
        /// Moves the drawing, and brings it closer with Ctrl held; for trackpads.
        PANS
    }

    /// Whether the space bar is held, with which the drawing is pulled.
    enum Space {
        HELD, FREE
    }

    /// How much may move by itself.
    public enum Motion {
        /// Cards glide to their places.
        FULL,
        /// Cards are at their places at once, as the user's system asks for.
        REDUCED
    }

    /// @param widths the one that the view model measures with
    public CanvasView(CanvasViewModel model, CanvasTools tools, MeasuredWidths widths) {
        this.model = model;
        this.tools = tools;
        painted = new PaintedLayer(model, widths);
        spoken = new SpokenLayer(model);
        overlay = new OverlayLayer(model);
        minimap = new MinimapView(model);
        crumbs = new CrumbsView(model);
        callout = new CalloutView(model);
        search = new SearchView(model, tools);
        writing = new WritingView(model, tools.writing());
        setId("canvas");
        getStyleClass().add("netloom-canvas");
        getStylesheets().add(SHEET);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinSize(0, 0);
        surface.setManaged(false);
        surface.setId("canvas-surface");
        hint();
        getChildren().addAll(painted, surface, spoken, overlay, hint, minimap, crumbs, callout, search, writing);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        widthProperty().addListener(_ -> resized());
        heightProperty().addListener(_ -> resized());
        focusedProperty().addListener(_ -> painted.viewed());
        new CanvasMouse(this, surface, model, tools);
        new CanvasKeys(this, model, tools);
        model.listen(this);
        replaced();
        asked();
    }

    /// Says how much may move by itself.
    public void setMotion(Motion newMotion) {
        motion = newMotion;
    }

    /// Says what turning the wheel does.
    public void setWheel(Wheel newWheel) {
        wheel = newWheel;
    }

    Wheel wheel() {
        return wheel;
    }

    void holdSpace(Space now) {
        space = now;
    }

    boolean spaceHeld() {
        return space == Space.HELD;
    }

    /// The pointer rests on something; of a wire that does not fit it is said why.
    void hover(Target target) {
        Optional<Edge> now = target instanceof Target.OfWire(Edge edge) ? Optional.of(edge) : Optional.empty();
        if (!now.equals(pointedAt)) {
            pointedAt = now;
            overlay.pointedAt(now);
            now.ifPresent(model.callouts()::pin);
        }
    }

    private void hint() {
        var title = new Label(model.texts().get("canvas.empty.title"));
        title.getStyleClass().add("canvas-hint-title");
        var words = new Label(model.texts().get("canvas.empty.hint"));
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        hint.getChildren().addAll(title, words);
        hint.getStyleClass().add("canvas-hint");
        hint.setId("canvas-hint");
        hint.setManaged(false);
        hint.setMouseTransparent(true);
    }

    private void resized() {
        if (getWidth() > 0 && getHeight() > 0) {
            model.resize(getWidth(), getHeight());
        }
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        minimap.resizeRelocate(getWidth() - MinimapView.WIDTH - CHROME, getHeight() - MinimapView.HEIGHT - CHROME,
                MinimapView.WIDTH, MinimapView.HEIGHT);
        double hintWidth = Math.min(420, getWidth() - 2 * CHROME);
        double hintHeight = hint.prefHeight(hintWidth);
        hint.resizeRelocate((getWidth() - hintWidth) / 2, (getHeight() - hintHeight) / 2, hintWidth, hintHeight);
        crumbs.show();
        callout.show();
    }

    @Override
    public void drawn(Picture.Diff diff) {
        painted.drawn(diff);
        spoken.drawn(diff);
        if (!tools.pointer().busy()) {
            minimap.drawn();
            spoken();
        }
        callout.place();
        hint.setVisible(model.picture().graph().nodes().isEmpty());
    }

    @Override
    public void replaced() {
        painted.replaced();
        spoken.replaced();
        minimap.drawn();
        crumbs.show();
        hint.setVisible(model.picture().graph().nodes().isEmpty());
        viewed();
    }

    @Override
    public void viewed() {
        painted.viewed();
        spoken.viewed();
        overlay.viewed();
        minimap.viewed();
        callout.place();
        writing.viewed();
    }

    @Override
    public void selected() {
        painted.selected();
        spoken.selected();
        spoken();
    }

    @Override
    public void marked() {
        painted.marked();
        overlay.show();
        if (model.overlay() instanceof Overlay.Nothing) {
            minimap.drawn();
        }
    }

    @Override
    public void asked() {
        search.show();
        callout.show();
    }

    @Override
    public void writing(Writing what) {
        writing.begin(what);
    }

    @Override
    public void gliding() {
        switch (motion) {
            case FULL -> {
                model.glide(0);
                new GlideTimer().start();
            }
            case REDUCED -> model.glide(1);
        }
    }

    private final class GlideTimer extends AnimationTimer {
        private Optional<Long> begun = Optional.empty();

        @Override
        public void handle(long now) {
            if (begun.isEmpty()) {
                begun = Optional.of(now);
            }
            if (!model.glide((now - begun.get()) / (double) GLIDE_NANOS)) {
                stop();
            }
        }
    }

    /// What a screen reader says of the canvas: how much there is, and the block that is selected.
    private void spoken() {
        var nodes = model.document().selection().nodes();
        String selected = nodes.size() == 1
                ? model.picture().card(nodes.iterator().next()).map(card -> card.spoken()).orElse("") : "";
        setAccessibleText(
                model.texts().get("canvas.spoken", model.picture().graph().nodes().size(), selected).strip());
    }
}
