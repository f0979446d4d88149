package io.netloom.app.canvas;

import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Standing;
import io.netloom.app.canvas.picture.WireFace;
import io.netloom.check.Finding;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.shape.BadInput;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is wrong, said beside the place where it is, with the ways to mend it. One at a time: what is selected goes before
/// what was pointed at, and this before what else does not fit.
public final class Callouts {
    private final CanvasViewModel model;
    private Optional<Finding> pinned = Optional.empty();
    private Optional<Finding> dismissed = Optional.empty();

    /// A finding at its place.
    ///
    /// @param card of the block that has it, or in which it is
    public record Callout(CardFace card, Finding finding) {}

    Callouts(CanvasViewModel model) {
        this.model = model;
    }

    /// What to show now.
    public Optional<Callout> shown() {
        Set<String> selected = model.document().selection().nodes();
        Set<Edge> edges = model.document().selection().edges();
        Stream<Callout> bySelection = selected.size() == 1
                ? selected.stream().flatMap(name -> model.picture().card(name).stream()).flatMap(Callouts::of)
                : Stream.empty();
        Stream<Callout> byWire = edges.stream().flatMap(edge -> model.picture().wire(edge).stream())
                .flatMap(wire -> of(wire).stream());
        Stream<Callout> byPin = all().filter(c -> pinned.equals(Optional.of(c.finding)));
        Stream<Callout> other = all().filter(c -> Standing.of(c.finding) == Standing.WRONG);
        return Stream.of(bySelection, byWire, byPin, other).flatMap(s -> s)
                .filter(c -> !dismissed.equals(Optional.of(c.finding))).findFirst();
    }

    /// Says what is wrong with a wire.
    public void pin(Edge edge) {
        model.picture().wire(edge).flatMap(WireFace::finding).ifPresent(this::pin);
    }

    /// Says what is wrong there, even if it was closed before.
    public void pin(Finding finding) {
        pinned = Optional.of(finding);
        dismissed = Optional.empty();
        model.asked();
    }

    /// Closes what is shown.
    ///
    /// @return whether there was anything
    public boolean dismiss() {
        Optional<Callout> now = shown();
        now.ifPresent(callout -> {
            dismissed = Optional.of(callout.finding);
            model.asked();
        });
        return now.isPresent();
    }

    /// Mends it.
    public void fix(GraphEdit fix) {
        try {
            model.document().applyToWhole(fix);
        } catch (BadInput e) {
            model.fail(model.texts().say(e));
        }
    }

    private Stream<Callout> all() {
        return model.picture().cards().stream().filter(card -> card.standing() != Standing.SOUND)
                .flatMap(Callouts::of);
    }

    private static Stream<Callout> of(CardFace card) {
        return card.findings().stream().map(finding -> new Callout(card, finding));
    }

    private Optional<Callout> of(WireFace wire) {
        return wire.finding().flatMap(finding -> model.picture().card(wire.edge().to())
                .map(card -> new Callout(card, finding)));
    }
}
