package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.PointerTool.Button;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.document.Selection;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Activity;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What shows does not hang on the way that led there: only what an edit changes is painted anew, and nothing may be missed.
@UiTest
@ExtendWith(ApplicationExtension.class)
class PaintedLawsTest {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;
    private static final int ROUNDS = 12;
    private static final int STEPS = 8;
    private static final long REST_NANOS = 350_000_000L;
    /// Where a square is cut may move the shade of a few pixels; a thing that was forgotten would be more.
    private static final int SHADE = 12;
    private static final int FEW = 12;

    private final Random random = new Random(11);
    private Stage stage;
    private CanvasWindow window;
    private int made;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @Test
    void whatIsPaintedStepByStepIsWhatIsPaintedFromNothing(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window = new CanvasWindow(stage, CanvasWindow.chain(70), WIDTH, HEIGHT));
        for (int round = 0; round < ROUNDS; round++) {
            for (int step = 0; step < STEPS; step++) {
                robot.interact(this::step);
                IntStream.range(0, random.nextInt(4)).forEach(_ -> WaitForAsyncUtils.waitForFxEvents());
            }
            int[] stepByStep = rested(robot);
            robot.interact(() -> window.view.replaced());
            int[] anew = rested(robot);
            assertThat(differences(stepByStep, anew)).as("pixels that differ after round " + round).isLessThan(FEW);
        }
    }

    @Test
    void aWindowOfAnotherSizeShowsTheDrawing(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window = new CanvasWindow(stage, CanvasWindow.chain(20), WIDTH + 60, HEIGHT + 60));
        for (int size : new int[] {WIDTH + 20, WIDTH, WIDTH + 40, WIDTH + 10}) {
            robot.interact(() -> stage.setWidth(size));
            int[] shown = rested(robot);
            robot.interact(() -> window.view.replaced());
            assertThat(differences(shown, rested(robot))).as("pixels that differ at width " + size).isLessThan(FEW);
        }
    }

    private void step() {
        List<Node> nodes = List.copyOf(window.document.drawing().nodes());
        String some = nodes.get(random.nextInt(nodes.size())).name();
        switch (random.nextInt(12)) {
            case 0 -> window.model.apply(new GraphEdit.Rename(some, some + "x"));
            case 1 -> window.model.apply(new GraphEdit.Remove(some));
            case 2 -> added();
            case 3 -> window.model.apply(new GraphEdit.SetActivity(some, Activity.BYPASSED));
            case 4 -> window.document.undo();
            case 5 -> window.document.redo();
            case 6 -> window.document.select(Selection.of(List.of(some, nodes.getFirst().name())));
            case 7 -> window.model.view(window.model.viewport().panned(random.nextInt(200) - 100, 37));
            case 8 -> window.model.view(window.model.viewport().zoomed(0.6 + random.nextDouble(), new Point(300, 200)));
            case 9 -> window.model.showAll();
            default -> drag(some);
        }
    }

    private void added() {
        String name = "new" + made++;
        var at = new Point(random.nextInt(1500), random.nextInt(600));
        window.model
                .apply(new GraphEdit.Add(new Node(name, Catalogue.standard().find("Add").defaults(), at.x(), at.y())));
        window.model.apply(new GraphEdit.Annotate(
                new Remark("remark" + made, Remark.Kind.NOTE, "words", at.x() + 30, at.y() + 90, 150, 60)));
        window.model.apply(new GraphEdit.Connect(Edge.of("b0", name)));
    }

    /// Some drags end, some are taken back.
    private void drag(String name) {
        window.model.reveal(name);
        Point from = window.model.viewport()
                .toScreen(window.model.picture().card(name).orElseThrow().box().centre());
        PointerTool pointer = window.tools.pointer();
        pointer.press(Pointer.at(from), Button.PRIMARY, 1);
        IntStream.range(1, 6).forEach(i -> {
            pointer.drag(Pointer.at(from.plus(i * 17, random.nextInt(80) - 40)));
            window.view.layout();
        });
        if (random.nextBoolean()) {
            pointer.release(Pointer.at(from.plus(85, 10)));
        } else {
            pointer.cancel();
        }
    }

    /// What shows when nothing has changed for a while.
    private int[] rested(FxRobot robot) throws TimeoutException {
        int[][] seen = {seen(robot)};
        long[] since = {System.nanoTime()};
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            int[] now = seen(robot);
            if (!Arrays.equals(now, seen[0])) {
                seen[0] = now;
                since[0] = System.nanoTime();
            }
            return System.nanoTime() - since[0] > REST_NANOS;
        });
        return seen[0];
    }

    private int[] seen(FxRobot robot) {
        int[] pixels = new int[WIDTH * HEIGHT];
        robot.interact(() -> {
            var parameters = new SnapshotParameters();
            parameters.setViewport(new Rectangle2D(0, 0, WIDTH, HEIGHT));
            WritableImage image = window.view.getChildrenUnmodifiable().getFirst().snapshot(parameters, null);
            image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, WritablePixelFormat.getIntArgbInstance(), pixels, 0,
                    WIDTH);
        });
        return pixels;
    }

    private static long differences(int[] one, int[] other) {
        return IntStream.range(0, one.length).filter(i -> IntStream.of(0, 8, 16)
                .anyMatch(shift -> Math.abs((one[i] >> shift & 0xff) - (other[i] >> shift & 0xff)) > SHADE)).count();
    }
}
