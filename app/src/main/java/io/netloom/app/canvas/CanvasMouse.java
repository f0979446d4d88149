package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockDrag;
import io.netloom.app.canvas.Pointer.Held;
import io.netloom.app.canvas.PointerTool.Button;
import io.netloom.app.canvas.geometry.Point;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/// Hands on what mouse and trackpad do.
final class CanvasMouse {
    private static final double NOTCH = 0.0025;

    private final CanvasView view;
    private final Region surface;
    private final CanvasViewModel model;
    private final CanvasTools tools;
    private final CanvasMenu menu;

    CanvasMouse(CanvasView view, Region surface, CanvasViewModel model, CanvasTools tools) {
        this.view = view;
        this.surface = surface;
        this.model = model;
        this.tools = tools;
        this.menu = new CanvasMenu(view, model, tools);
        surface.setOnMousePressed(this::press);
        surface.setOnMouseDragged(event -> tools.pointer().drag(pointer(event)));
        surface.setOnMouseReleased(event -> {
            tools.pointer().release(pointer(event));
            hover(event);
        });
        surface.setOnMouseMoved(this::hover);
        surface.setOnScroll(this::scroll);
        surface.setOnZoom(this::pinch);
        surface.setOnContextMenuRequested(event -> {
            menu.show(event);
            event.consume();
        });
        surface.setOnDragOver(this::over);
        surface.setOnDragDropped(this::drop);
    }

    private void press(MouseEvent event) {
        menu.hide();
        view.requestFocus();
        button(event.getButton()).ifPresent(button -> tools.pointer().press(pointer(event), button,
                event.getClickCount() % 2 == 0 ? 2 : 1));
        event.consume();
    }

    private static Optional<Button> button(MouseButton button) {
        return switch (button) {
            case PRIMARY -> Optional.of(Button.PRIMARY);
            case MIDDLE -> Optional.of(Button.MIDDLE);
            case SECONDARY -> Optional.of(Button.SECONDARY);
            case NONE, BACK, FORWARD -> Optional.empty();
        };
    }

    private Pointer pointer(MouseEvent event) {
        Set<Held> held = EnumSet.noneOf(Held.class);
        if (event.isShiftDown()) {
            held.add(Held.SHIFT);
        }
        if (event.isShortcutDown()) {
            held.add(Held.SHORTCUT);
        }
        if (event.isAltDown()) {
            held.add(Held.ALT);
        }
        if (view.spaceHeld()) {
            held.add(Held.SPACE);
        }
        return new Pointer(new Point(event.getX(), event.getY()), held);
    }

    private void hover(MouseEvent event) {
        var at = new Point(event.getX(), event.getY());
        model.pointerAt(at);
        Target target = model.target(at);
        surface.setCursor(view.spaceHeld() ? Cursor.OPEN_HAND : switch (target) {
            case Target.OfPort _ -> Cursor.CROSSHAIR;
            case Target.OfCard _,Target.OfRemark _ -> Cursor.MOVE;
            case Target.OfWire _ -> Cursor.HAND;
            case Target.OfCorner _ -> Cursor.SE_RESIZE;
            case Target.Empty _ -> Cursor.DEFAULT;
        });
        view.hover(target);
    }

    private void scroll(ScrollEvent event) {
        boolean zooms = event.isControlDown() || event.isShortcutDown() || view.wheel() == CanvasView.Wheel.ZOOMS
                && !event.isShiftDown();
        if (zooms) {
            model.view(model.viewport().zoomed(Math.exp(event.getDeltaY() * NOTCH),
                    new Point(event.getX(), event.getY())));
        } else {
            model.view(model.viewport().panned(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        model.view(model.viewport().zoomed(event.getZoomFactor(), new Point(event.getX(), event.getY())));
        event.consume();
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasContent(BlockDrag.FORMAT)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        BlockDrag.entry(event.getDragboard(), model.blocks()).ifPresent(entry -> {
            tools.drop(entry, new Point(event.getX(), event.getY()));
            event.setDropCompleted(true);
            event.consume();
            view.requestFocus();
        });
    }
}
