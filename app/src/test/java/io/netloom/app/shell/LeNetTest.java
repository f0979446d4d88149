package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Topology;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.project.ProjectFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// LeNet-5 (LeCun and others 1998) for pictures of 28×28, drawn from nothing in the whole window, with the keyboard alone and
/// with the mouse alone: drawn, set, checked, saved, closed and opened again. Only the system's own file chooser is answered for
/// the user.
@UiTest
@ExtendWith(ApplicationExtension.class)
class LeNetTest {
    /// Its layers, with the settings that are not as they come from the palette.
    private static final List<Layer> LENET = List.of(make("Input"), make("Conv2d", "filters", "6", "kernelSize", "5"),
            make("Tanh"), make("AvgPool2d"), make("Conv2d", "filters", "16", "kernelSize", "5", "padding", "valid"),
            make("Tanh"), make("AvgPool2d"), make("Flatten"), make("Dense", "units", "120"), make("Tanh"),
            make("Dense", "units", "84"), make("Tanh"), make("Dense", "units", "10"), make("Output"));
    private static final long REST_NANOS = 500_000_000L;
    private static final int MOST_KEYS = 30;
    private static final double BESIDE_THE_NAME = 40;

    @TempDir
    private Path home;
    private Path file;
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        file = home.resolve("lenet.netloom");
        window = new ShellWindow(primary, new Folders(home, home), Path.of("../samples"), _ -> {},
                Optional.of(new Answers()));
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
    }

    /// What the user would choose in the file chooser.
    private final class Answers implements Questions {
        @Override
        public Optional<Path> fileToOpen() {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> fileToSave(String name) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> fileToExport(String name) {
            throw new AssertionError("no chart is kept");
        }

        @Override
        public boolean endTraining(String name) {
            throw new AssertionError(name + " is training");
        }

        @Override
        public Unsaved unsaved(String name) {
            throw new AssertionError(name + " is not saved");
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void withTheKeyboardAlone(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        drawingHasTheFocus(robot);
        for (Layer layer : LENET) {
            robot.write(type(layer).toLowerCase()).push(KeyCode.ENTER);
            Map<String, String> different = different(layer);
            if (!different.isEmpty()) {
                robot.push(KeyCode.ENTER);
                different.forEach((setting, value) -> {
                    tabTo(robot, setting);
                    robot.write(value);
                });
                robot.push(KeyCode.ESCAPE);
            }
        }
        lenetIsDrawn();
        robot.push(KeyCode.CONTROL, KeyCode.L);
        lenetIsLaidOut();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        lenetIsSaved();
        robot.push(KeyCode.CONTROL, KeyCode.W);
        nothingIsOpen();
        robot.push(KeyCode.CONTROL, KeyCode.O);
        lenetIsOpenAgain();
    }

    @Test
    void withTheMouseAlone(FxRobot robot) throws TimeoutException {
        robot.clickOn("#welcome-create");
        Bounds canvas = screen(robot.lookup("#canvas").query());
        fromThePalette(robot, "Input", new Point2D(canvas.getMinX() + 60, canvas.getMinY() + 100));
        for (Layer layer : LENET.subList(1, LENET.size())) {
            if (output(robot).getY() > canvas.getMaxY() - 320) {
                double before = output(robot).getY();
                robot.moveTo(center(canvas)).press(MouseButton.MIDDLE).moveBy(0, -300).release(MouseButton.MIDDLE);
                WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> output(robot).getY() < before);
            }
            Point2D port = output(robot);
            boolean room = port.getX() + 280 < canvas.getMaxX();
            Point2D drop = room ? port.add(60, 0) : new Point2D(canvas.getMinX() + 60, port.getY() + 130);
            robot.moveTo(port).press(MouseButton.PRIMARY).moveTo(port.midpoint(drop)).moveTo(drop)
                    .release(MouseButton.PRIMARY);
            chooseFromSearch(robot, type(layer));
            different(layer).forEach((setting, value) -> set(robot, setting, value));
        }
        lenetIsDrawn();
        robot.clickOn("Arrange").clickOn("Lay Out");
        lenetIsLaidOut();
        robot.clickOn("File").clickOn("Save");
        lenetIsSaved();
        robot.clickOn("File").clickOn("Close Tab");
        nothingIsOpen();
        robot.clickOn("#welcome-open");
        lenetIsOpenAgain();
    }

    private void tabTo(FxRobot robot, String setting) {
        for (int i = 0; i < MOST_KEYS && !robot.lookup("#setting-" + setting).query().isFocusWithin(); i++) {
            robot.push(KeyCode.TAB);
        }
    }

    /// The port of the block that is selected: at its right edge, beside its name. What tests see of the drawing follows it when the
    /// view rests.
    private Point2D output(FxRobot robot) throws TimeoutException {
        String card = "#card-" + selected();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup(card).tryQuery().isPresent());
        var seen = new AtomicReference<>(screen(robot.lookup(card).query()));
        var since = new AtomicLong(System.nanoTime());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            Bounds now = screen(robot.lookup(card).query());
            if (!now.equals(seen.getAndSet(now))) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > REST_NANOS;
        });
        Bounds bounds = seen.get();
        return new Point2D(bounds.getMaxX(), bounds.getMinY() + BESIDE_THE_NAME);
    }

    /// Drags a block out of the palette.
    private void fromThePalette(FxRobot robot, String type, Point2D to) {
        Point2D from = middle(robot.from(robot.lookup("#palette-list").queryAll())
                .lookup((javafx.scene.Node node) -> node instanceof Label label && type.equals(label.getText()))
                .query());
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to.subtract(4, 4)).moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Turns the wheel over the list until the entry shows, and clicks on it. Each turn is waited for, lest the entry go past unseen.
    private void chooseFromSearch(FxRobot robot, String type) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo("#quick-search-list");
        ScrollBar bar = robot.from(robot.lookup("#quick-search-list").queryAll()).lookup(".scroll-bar:vertical")
                .queryAs(ScrollBar.class);
        while (row(robot, type).isEmpty()) {
            double before = bar.getValue();
            robot.scroll(1, VerticalDirection.DOWN);
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> bar.getValue() > before);
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.clickOn(row(robot, type).iterator().next());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The entry's words, if they lie wholly within the list.
    private static Set<javafx.scene.Node> row(FxRobot robot, String type) {
        Bounds list = screen(robot.lookup("#quick-search-list").query());
        return robot.from(robot.lookup("#quick-search-list").queryAll())
                .lookup((javafx.scene.Node node) -> node instanceof Label label && type.equals(label.getText())
                        && list.contains(screen(label)))
                .queryAll();
    }

    /// Clicks on the arrows of a number until it is right, or takes a word from a list.
    private void set(FxRobot robot, String setting, String value) {
        Parent editor = robot.lookup("#setting-" + setting).queryParent();
        if (value.equals("valid")) {
            robot.clickOn(editor.lookup(".arrow-button"));
            robot.clickOn(value);
            return;
        }
        int wanted = first(value);
        while (now(setting) != wanted) {
            robot.moveTo(editor
                    .lookup(now(setting) < wanted ? ".increment-arrow-button" : ".decrement-arrow-button"));
            robot.press(MouseButton.PRIMARY);
            holdUntilNear(setting, wanted);
            robot.release(MouseButton.PRIMARY);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /// An arrow that is held goes on; the last steps are clicks.
    private void holdUntilNear(String setting, int wanted) {
        if (Math.abs(now(setting) - wanted) > 8) {
            try {
                WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Math.abs(now(setting) - wanted) <= 4);
            } catch (TimeoutException e) {
                throw new AssertionError(setting + " stays at " + now(setting), e);
            }
        }
    }

    private int now(String setting) {
        Layer layer = document().drawing().node(selected()).layer();
        return first(Schema.of(layer).settings(layer).get(setting));
    }

    private static int first(String size) {
        return Integer.parseInt(size.split("×")[0]);
    }

    private String selected() {
        return document().selection().nodes().iterator().next();
    }

    private void lenetIsDrawn() {
        assertThat(document().check().findings()).isEmpty();
        isLenet(document().drawing());
        assertThat(document().checked("flatten").orElseThrow().outputs().getFirst()).hasToString("400");
        assertThat(document().check().checked().orElseThrow().parameters()).isEqualTo(61_706);
    }

    private static void isLenet(Graph graph) {
        List<Node> order = ((Topology.Ordered) Topology.order(graph)).nodes();
        assertThat(order).extracting(Node::layer).containsExactlyElementsOf(LENET);
        for (int i = 1; i < order.size(); i++) {
            assertThat(graph.incoming(order.get(i).name())).singleElement()
                    .matches(wire -> wire.output() == 0 && wire.input() == 0)
                    .extracting(wire -> wire.from()).isEqualTo(order.get(i - 1).name());
        }
    }

    private static void drawingHasTheFocus(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> robot.lookup("#canvas").tryQuery().filter(canvas -> canvas.isFocused()).isPresent());
    }

    private void lenetIsLaidOut() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> document().undoLabel().equals(Optional.of("Lay out")));
    }

    private void lenetIsSaved() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> Files.exists(file) && !document().unsaved());
        isLenet(ProjectFile.read(file).graph());
    }

    private void nothingIsOpen() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.model().workspace().shown()).isEmpty();
    }

    private void lenetIsOpenAgain() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.model().workspace().shown().isPresent());
        assertThat(document().file()).contains(file);
        lenetIsDrawn();
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private static Point2D middle(javafx.scene.Node node) {
        return center(screen(node));
    }

    private static Point2D center(Bounds bounds) {
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static Bounds screen(javafx.scene.Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    private static Layer make(String type, String... settings) {
        return Catalogue.standard().make(type, settings);
    }

    private static String type(Layer layer) {
        return Schema.of(layer).type();
    }

    /// The settings that are not the default, in the order of the record.
    private static Map<String, String> different(Layer layer) {
        Schema schema = Schema.of(layer);
        var different = new LinkedHashMap<String, String>();
        Map<String, String> values = schema.settings(layer);
        schema.fields().stream().filter(field -> !values.get(field.name()).equals(field.defaultText()))
                .forEach(field -> different.put(field.name(), values.get(field.name())));
        return different;
    }
}
