package io.netloom.app.canvas;

import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.picture.CardFace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Draws a wire with the keyboard: from the block that is selected, to one port after the other of those that fit.
public final class Joining {
    private final CanvasViewModel model;
    private final Wiring wiring;
    private Optional<State> state = Optional.empty();

    private record State(Port from, List<Port> ports, Set<Port> fitting, int at) {}

    Joining(CanvasViewModel model, Wiring wiring) {
        this.model = model;
        this.wiring = wiring;
    }

    /// Begins. With two blocks selected, they are joined at once, the left one to the right one.
    public void begin() {
        List<CardFace> cards = model.document().selection().nodes().stream()
                .flatMap(name -> model.picture().card(name).stream())
                .sorted(Comparator.comparingDouble((CardFace card) -> card.corner().x())
                        .thenComparingDouble(card -> card.corner().y()))
                .toList();
        if (cards.isEmpty() || cards.getFirst().node().block().outputs().isEmpty()) {
            return;
        }
        Port from = Port.output(cards.getFirst().name(), 0);
        Set<Port> fitting = wiring.fitting(from, Optional.empty());
        if (cards.size() == 2) {
            wiring.portOn(cards.get(1).name(), from, fitting)
                    .ifPresent(port -> wiring.join(from.to(port), Optional.empty()));
            return;
        }
        Point start = model.place(from);
        List<Port> ports = fitting.stream()
                .filter(port -> model.document().drawing().incoming(port.node()).stream()
                        .noneMatch(edge -> edge.input() == port.index()))
                .sorted(Comparator.comparingDouble((Port port) -> model.place(port).distance(start))
                        .thenComparing(Port::node).thenComparingInt(Port::index))
                .toList();
        if (ports.isEmpty()) {
            model.fail(model.texts().get("canvas.join.nothing"));
        } else {
            show(new State(from, ports, fitting, 0));
        }
    }

    /// Whether it is under way.
    public boolean busy() {
        return state.isPresent();
    }

    /// Goes to the next port.
    ///
    /// @param step 1, or -1 for the one before
    public void step(int step) {
        state.ifPresent(s -> show(
                new State(s.from, s.ports, s.fitting, Math.floorMod(s.at + step, s.ports.size()))));
    }

    /// Draws the wire.
    public void accept() {
        state.ifPresent(s -> {
            cancel();
            wiring.join(s.from.to(s.ports.get(s.at)), Optional.empty());
        });
    }

    /// Gives it up.
    public void cancel() {
        if (state.isPresent()) {
            state = Optional.empty();
            model.show(new Overlay.Nothing());
        }
    }

    private void show(State next) {
        state = Optional.of(next);
        Port port = next.ports.get(next.at);
        model.reveal(port.node());
        model.show(new Overlay.Pulling(next.from, model.place(port), next.fitting, Optional.of(port),
                Optional.empty()));
    }
}
