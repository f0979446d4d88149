package io.netloom.app.canvas;

import io.netloom.app.canvas.Pointer.Held;
import io.netloom.app.document.Selection;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Chooses the gesture for what is pressed, and clicks.
public final class PointerTool {
    private static final double STILL = 3;

    private final CanvasTools tools;
    private final CanvasViewModel model;
    private Optional<Press> press = Optional.empty();
    private Optional<Gesture> gesture = Optional.empty();
    private Runnable toInspector = () -> {};

    /// The buttons of the mouse.
    public enum Button {
        PRIMARY, MIDDLE, SECONDARY
    }

    private record Press(Pointer pointer, Target target, int clicks) {}

    PointerTool(CanvasTools tools, CanvasViewModel model) {
        this.tools = tools;
        this.model = model;
    }

    void onInspect(Runnable action) {
        toInspector = action;
    }

    /// A button is pressed.
    ///
    /// @param clicks 2 for the second one of a double click
    public void press(Pointer pointer, Button button, int clicks) {
        cancel();
        model.pointerAt(pointer.screen());
        Target target = model.target(pointer.screen());
        switch (button) {
            case MIDDLE -> gesture = Optional.of(new PanGesture(model, pointer));
            case SECONDARY -> choose(target);
            case PRIMARY -> {
                if (pointer.holds(Held.SPACE)) {
                    gesture = Optional.of(new PanGesture(model, pointer));
                } else {
                    press = Optional.of(new Press(pointer, target, clicks));
                    if (!adds(pointer)) {
                        choose(target);
                    }
                }
            }
        }
    }

    /// The pointer moves while a button is held.
    public void drag(Pointer pointer) {
        model.pointerAt(pointer.screen());
        press.filter(p -> gesture.isEmpty() && p.pointer.screen().distance(pointer.screen()) > STILL)
                .ifPresent(p -> gesture = Optional.of(begin(p)));
        gesture.ifPresent(g -> g.move(pointer));
    }

    /// The button is let go.
    public void release(Pointer pointer) {
        Optional<Gesture> ending = gesture;
        Optional<Press> pressed = press;
        gesture = Optional.empty();
        press = Optional.empty();
        if (ending.isPresent()) {
            ending.get().end(pointer);
        } else {
            pressed.ifPresent(p -> {
                if (p.clicks == 2) {
                    doubleClick(p.target, pointer);
                } else {
                    click(p);
                }
            });
        }
    }

    /// Gives up what is under way.
    ///
    /// @return whether there was anything
    public boolean cancel() {
        Optional<Gesture> ending = gesture;
        gesture = Optional.empty();
        press = Optional.empty();
        ending.ifPresent(Gesture::cancel);
        return ending.isPresent();
    }

    /// Whether a gesture is under way.
    public boolean busy() {
        return gesture.isPresent();
    }

    private static boolean adds(Pointer pointer) {
        return pointer.holds(Held.SHIFT) || pointer.holds(Held.SHORTCUT);
    }

    private Gesture begin(Press p) {
        boolean alt = p.pointer.holds(Held.ALT);
        return switch (p.target) {
            case Target.OfPort(Port port) -> new WireGesture(model, tools.wiring(), tools.adding(), port);
            case Target.OfCard(String name) -> {
                if (alt) {
                    yield new PullOutGesture(model, tools.wiring(), name, p.pointer);
                }
                takeAlong(name, p.pointer);
                yield new DragGesture(model, tools.wiring(), tools.arranging(), p.pointer);
            }
            case Target.OfRemark _ -> new DragGesture(model, tools.wiring(), tools.arranging(), p.pointer);
            case Target.OfCorner(String id) -> new ResizeGesture(model, model.document().drawing().remarks().stream()
                    .filter(r -> r.id().equals(id)).findFirst().orElseThrow());
            case Target.OfWire _,Target.Empty _ -> alt ? new CutGesture(model, tools.wiring(), p.pointer)
                    : new MarqueeGesture(model, p.pointer);
        };
    }

    private void takeAlong(String name, Pointer pointer) {
        Selection now = model.document().selection();
        if (!now.nodes().contains(name)) {
            model.document().select(adds(pointer) ? now.toggled(name) : Selection.of(name));
        }
    }

    /// At pressing: what is selected already stays so, that it can be dragged together.
    private void choose(Target target) {
        Selection now = model.document().selection();
        Selection wanted = switch (target) {
            case Target.OfPort _ -> now;
            case Target.OfCard(String name) -> now.nodes().contains(name) ? now : Selection.of(name);
            case Target.OfWire(Edge edge) -> now.edges().contains(edge) ? now : one(edge);
            case Target.OfRemark(String id) -> now.remarks().contains(id) ? now : one(id);
            case Target.OfCorner(String id) -> now.remarks().contains(id) ? now : one(id);
            case Target.Empty _ -> now;
        };
        model.document().select(wanted);
    }

    private void click(Press p) {
        Selection now = model.document().selection();
        boolean adds = adds(p.pointer);
        model.document().select(switch (p.target) {
            case Target.OfPort(Port port) -> adds ? now.toggled(port.node()) : Selection.of(port.node());
            case Target.OfCard(String name) -> adds ? now.toggled(name) : Selection.of(name);
            case Target.OfWire(Edge edge) -> adds ? toggled(now, edge) : one(edge);
            case Target.OfRemark(String id) -> adds ? toggled(now, id) : one(id);
            case Target.OfCorner(String id) -> one(id);
            case Target.Empty _ -> adds ? now : Selection.NONE;
        });
        if (p.target instanceof Target.OfWire(Edge edge)) {
            model.callouts().pin(edge);
        }
    }

    private void doubleClick(Target target, Pointer pointer) {
        switch (target) {
            case Target.OfCard(String name) -> {
                if (model.document().drawing().node(name).block() instanceof Composite) {
                    model.enter(name);
                } else {
                    toInspector.run();
                }
            }
            case Target.OfRemark(String id) -> tools.writing().remark(id);
            case Target.Empty _ -> tools.adding().searchAt(model.viewport().toWorld(pointer.screen()));
            case Target.OfWire(Edge edge) -> tools.adding().searchOn(edge,
                    model.viewport().toWorld(pointer.screen()));
            case Target.OfPort _,Target.OfCorner _ -> {
                // A double click there is two clicks.
            }
        }
    }

    private static Selection one(Edge edge) {
        return new Selection(Set.of(), Set.of(edge), Set.of());
    }

    private static Selection one(String remark) {
        return new Selection(Set.of(), Set.of(), Set.of(remark));
    }

    private static Selection toggled(Selection now, Edge edge) {
        var edges = new HashSet<>(now.edges());
        if (!edges.remove(edge)) {
            edges.add(edge);
        }
        return new Selection(now.nodes(), edges, now.remarks());
    }

    private static Selection toggled(Selection now, String remark) {
        var remarks = new HashSet<>(now.remarks());
        if (!remarks.remove(remark)) {
            remarks.add(remark);
        }
        return new Selection(now.nodes(), now.edges(), remarks);
    }
}
