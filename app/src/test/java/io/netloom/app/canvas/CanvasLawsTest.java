package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.blocks.BlockSearch;
import io.netloom.app.canvas.PointerTool.Button;
import io.netloom.app.canvas.Pointer.Held;
import io.netloom.app.canvas.geometry.Direction;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.geometry.TextWidths;
import io.netloom.app.canvas.geometry.Viewport;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.check.Check;
import io.netloom.graph.Graph;
import io.netloom.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds whatever hands do.
class CanvasLawsTest {
    private static final int GESTURES = 10_000;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    private final Document document = CanvasWindow
            .document(CanvasWindow.row("Input", "Conv2d", "ReLU", "Add", "Flatten", "Dense", "Output"));
    private final CanvasViewModel model = new CanvasViewModel(document, CanvasWindow.TEXTS, TextWidths.ESTIMATE,
            () -> BlockSearch.of(CanvasWindow.TEXTS));
    private final CanvasTools tools = new CanvasTools(model, Background.atOnce(), new Memory());
    private final Random random = new Random(7);

    private static final class Memory implements ClipText {
        private Optional<String> text = Optional.empty();

        @Override
        public void put(String newText) {
            text = Optional.of(newText);
        }

        @Override
        public Optional<String> get() {
            return text;
        }
    }

    @Test
    void undoingAllOfManyGesturesGivesTheFirstDrawingBackAndRedoingAllTheLast() {
        model.view(Viewport.of(WIDTH, HEIGHT));
        model.listen(new GlidesAtOnce(model));
        Project first = document.project();
        int steps = 0;
        for (int i = 0; i < GESTURES; i++) {
            Project before = document.project();
            gesture();
            steps += document.project() == before ? 0 : 1;
            if (document.drawing().nodes().size() > 20) {
                model.leaveTo(0);
                command("canvas.select-all");
                command("canvas.remove");
            }
            if (i % 500 == 0) {
                thePictureIsThatOfTheDrawing();
            }
        }
        assertThat(steps).isGreaterThan(GESTURES / 10);
        Project last = document.project();
        var seen = new ArrayList<Project>();
        while (document.undoLabel().isPresent()) {
            seen.add(document.project());
            document.undo();
        }
        assertThat(document.project()).isSameAs(first);
        while (document.redoLabel().isPresent()) {
            document.redo();
            assertThat(document.project()).isSameAs(seen.removeLast());
        }
        assertThat(document.project()).isSameAs(last);
        thePictureIsThatOfTheDrawing();
    }

    /// What was drawn step by step is what would be drawn anew.
    private void thePictureIsThatOfTheDrawing() {
        var fresh = new Picture(CanvasWindow.TEXTS, TextWidths.ESTIMATE);
        fresh.update(document.drawing(), Check.of(document.project().graph()), document.place());
        assertThat(List.copyOf(model.picture().cards())).isEqualTo(List.copyOf(fresh.cards()));
        for (var wire : fresh.wires()) {
            var drawn = model.picture().wire(wire.edge()).orElseThrow();
            assertThat(drawn.label()).isEqualTo(wire.label());
            assertThat(drawn.finding()).isEqualTo(wire.finding());
            assertThat(drawn.line().start()).isEqualTo(wire.line().start());
            assertThat(drawn.line().end()).isEqualTo(wire.line().end());
        }
        assertThat(model.picture().wires()).hasSameSizeAs(fresh.wires());
    }

    private void gesture() {
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> drag();
            case 3 -> {
                tools.type("");
                model.search().ifPresent(search -> {
                    search.step(random.nextInt(90));
                    tools.accept();
                });
            }
            case 4 -> {
                var commands = tools.commands();
                commands.get(random.nextInt(commands.size())).run();
            }
            default -> key();
        }
    }

    private void key() {
        Direction direction = Direction.values()[random.nextInt(4)];
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> tools.walk(direction);
            case 3 -> tools.escape();
            case 4 -> tools.joining().accept();
            default -> model.callouts().shown().flatMap(c -> c.finding().fixes().stream().findFirst())
                    .ifPresent(model.callouts()::fix);
        }
    }

    private void drag() {
        tools.joining().cancel();
        Point from = somewhere();
        Set<Held> held = random.nextInt(4) == 0 ? Set.of(Held.values()[random.nextInt(3)]) : Set.of();
        tools.pointer().press(new Pointer(from, held), Button.PRIMARY, random.nextInt(8) == 0 ? 2 : 1);
        for (int i = random.nextInt(4); i > 0; i--) {
            tools.pointer().drag(new Pointer(somewhere(), held));
        }
        if (random.nextInt(10) == 0) {
            tools.pointer().cancel();
        } else {
            tools.pointer().release(new Pointer(somewhere(), held));
        }
    }

    /// On a port or a card as a rule, else anywhere.
    private Point somewhere() {
        var cards = List.copyOf(model.picture().cards());
        if (cards.isEmpty() || random.nextInt(4) == 0) {
            return new Point(random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
        var card = cards.get(random.nextInt(cards.size()));
        var ports = HitTest.ports(card).toList();
        return ports.isEmpty() || random.nextInt(3) == 0 ? model.viewport().toScreen(card.box().centre())
                : model.onScreenOf(ports.get(random.nextInt(ports.size())));
    }

    private void command(String id) {
        tools.commands().stream().filter(c -> c.id().equals(id)).forEach(c -> c.run());
    }

    /// Stands for the view, which would take some frames.
    private record GlidesAtOnce(CanvasViewModel model) implements CanvasListener {
        @Override
        public void gliding() {
            model.glide(1);
        }

        @Override
        public void drawn(Picture.Diff diff) {
            assertThat(diff.cards()).allMatch(name -> model.picture().card(name).isPresent());
        }

        @Override
        public void replaced() {
            // Nothing is shown.
        }

        @Override
        public void viewed() {
            // Nothing is shown.
        }

        @Override
        public void selected() {
            Graph drawing = model.document().drawing();
            assertThat(model.document().selection().nodes()).allMatch(drawing::contains);
        }

        @Override
        public void marked() {
            // Nothing is shown.
        }

        @Override
        public void asked() {
            // Nothing is shown.
        }

        @Override
        public void writing(Writing what) {
            // Nobody writes.
        }
    }
}
