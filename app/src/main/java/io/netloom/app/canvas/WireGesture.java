package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Point;
import io.netloom.graph.Edge;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws a wire from a port, or pulls one off an input. Ports that fit light up; it may be dropped on others all the same.
/// Dropped on the empty canvas, a new wire asks what it shall lead to; one that was pulled off is gone.
final class WireGesture implements Gesture {
    private static final double SNAP = 16;
    private static final double FARTHEST = 30;

    private final CanvasViewModel model;
    private final Wiring wiring;
    private final Adding adding;
    private final Port from;
    private final Optional<Edge> lifted;
    private final Set<Port> fitting;

    WireGesture(CanvasViewModel model, Wiring wiring, Adding adding, Port pressed) {
        this.model = model;
        this.wiring = wiring;
        this.adding = adding;
        this.lifted = switch (pressed.side()) {
            case INPUT -> model.document().drawing().incoming(pressed.node()).stream()
                    .filter(edge -> edge.input() == pressed.index()).findFirst();
            case OUTPUT -> Optional.empty();
        };
        this.from = lifted.map(edge -> Port.output(edge.from(), edge.output())).orElse(pressed);
        this.fitting = wiring.fitting(from, lifted);
    }

    @Override
    public void move(Pointer pointer) {
        Point world = model.viewport().toWorld(pointer.screen());
        Optional<Port> target = target(world);
        model.show(new Overlay.Pulling(from, target.map(model::place).orElse(world), fitting, target, lifted));
    }

    private Optional<Port> target(Point world) {
        Optional<Port> near = model.hits().port(world, Math.min(FARTHEST, SNAP / model.viewport().zoom()))
                .filter(port -> port.side() != from.side());
        return near.or(() -> model.hits().card(world).filter(card -> !card.equals(from.node()))
                .flatMap(card -> wiring.portOn(card, from, fitting)));
    }

    @Override
    public void end(Pointer pointer) {
        model.show(new Overlay.Nothing());
        Point world = model.viewport().toWorld(pointer.screen());
        Optional<Port> target = target(world);
        if (target.isPresent()) {
            wiring.join(from.to(target.get()), lifted);
        } else if (lifted.isPresent()) {
            wiring.cut(List.of(lifted.get()));
        } else if (model.hits().card(world).isEmpty()) {
            adding.searchFrom(from, world);
        }
    }

    @Override
    public void cancel() {
        model.show(new Overlay.Nothing());
    }
}
