package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.project.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What hands know already, in the whole window, by real events.
@UiTest
@ExtendWith(ApplicationExtension.class)
class ConventionsTest {
    private static final KeyCode CTRL = KeyCode.CONTROL;

    @TempDir
    private Path home;
    private final List<String> browsed = new ArrayList<>();
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) throws IOException {
        stage = primary;
        // A file where a folder should be: nothing can be written below it, by nobody.
        Files.writeString(home.resolve("blocked"), "");
        window = new ShellWindow(primary, new Folders(home.resolve("blocked"), home.resolve("blocked")),
                Path.of("../samples"), browsed::add);
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
        window.model().workspace().create("drawing");
        Graph graph = document().drawing();
        String before = "";
        for (String type : List.of("Input", "Conv2d", "ReLU", "Dense", "Output")) {
            String name = type.toLowerCase(Locale.ROOT);
            graph = new GraphEdit.Add(new Node(name, Catalogue.standard().make(type), graph.nodes().size() * 900, 0))
                    .apply(graph);
            graph = before.isEmpty() ? graph : new GraphEdit.Connect(Edge.of(before, name)).apply(graph);
            before = name;
        }
        Graph drawn = graph;
        document().change("Draw", project -> new io.netloom.project.Project(drawn, project.data(), project.plan()));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void theWindowWorksWhereNothingCanBeRemembered(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> banners(robot).stream().anyMatch(text -> text.contains("settings.json")));
        assertThat(banners(robot)).anyMatch(text -> text.contains("blocked")
                && text.endsWith("Until then, work that is not saved is lost if Netloom is cut off."));
        robot.interact(() -> document().select(Selection.of("dense")));
        robot.clickOn("#palette-save");
        robot.write("my dense").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> banners(robot).stream().anyMatch(text -> text.startsWith("The template was not kept. ")));
        robot.interact(() -> window.model().workspace().remember(s -> s.with(Theme.DARK)));
        assertThat(banners(robot).stream().filter(text -> text.contains("settings.json"))).hasSize(1);
    }

    @Test
    void ctrlFFindsBlocksByNameAndByKindInBothLanguages(FxRobot robot) throws TimeoutException {
        robot.interact(() -> document().apply(new GraphEdit.Add(
                new Node("res", Templates.all().getFirst().composite(), 0, 900))));
        robot.push(CTRL, KeyCode.F);
        robot.write("conv");
        assertThat(document().selection()).isEqualTo(Selection.of("conv2d"));
        showsUp(robot, "conv2d");
        assertThat(text(robot, "#find-count")).startsWith("1 of ");
        robot.push(KeyCode.ENTER);
        assertThat(document().place()).as("inside of the composite").containsExactly("res");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(document().place()).isEmpty();
        assertThat(document().selection()).isEqualTo(Selection.of("conv2d"));
        robot.interact(() -> robot.lookup("#find-field").queryTextInputControl().setText("全连接"));
        assertThat(document().selection()).isEqualTo(Selection.of("dense"));
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#find").query().isVisible()).isFalse();
        assertThat(robot.lookup("#canvas").query().isFocused()).isTrue();
        assertThat(document().selection()).isEqualTo(Selection.of("dense"));
    }

    @Test
    void problemsAreReachedAndMendedWithTheKeyboard(FxRobot robot) throws TimeoutException {
        robot.interact(() -> document().select(Selection.of("input")));
        robot.push(KeyCode.PERIOD);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !onCanvas(robot, "dense"));
        robot.push(KeyCode.F8).push(KeyCode.ENTER);
        assertThat(document().selection()).isEqualTo(Selection.of("dense"));
        showsUp(robot, "dense");
        robot.push(KeyCode.F8).push(KeyCode.RIGHT).push(KeyCode.ENTER);
        assertThat(document().drawing().contains("flatten")).isTrue();
        assertThat(document().check().findings()).isEmpty();
    }

    @Test
    void enterGoesToTheSettingsAndEscapeBackToTheDrawing(FxRobot robot) {
        focusCanvas(robot);
        robot.push(KeyCode.TAB).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(robot.lookup("#setting-filters").query().isFocusWithin()).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#canvas").query().isFocused()).isTrue();
    }

    @Test
    void typingInASettingAndAShortcutAreTwoSteps(FxRobot robot) {
        robot.interact(() -> document().select(Selection.of("dense")));
        robot.doubleClickOn("#setting-units").write("64");
        robot.push(CTRL, KeyCode.D);
        assertThat(document().drawing().contains("dense2")).isTrue();
        assertThat(value("dense2", "units")).isEqualTo("64");
        robot.interact(document()::undo);
        assertThat(document().drawing().contains("dense2")).isFalse();
        assertThat(value("dense", "units")).isEqualTo("64");
        robot.interact(document()::undo);
        assertThat(value("dense", "units")).isEqualTo("128");
    }

    @Test
    void whatIsTypedIntoAFieldIsNoShortcut(FxRobot robot) throws TimeoutException {
        robot.interact(() -> document().apply(new GraphEdit.Add(
                new Node("drop", Catalogue.standard().make("Dropout"), 0, 300))));
        robot.interact(() -> document().select(Selection.of("drop")));
        robot.interact(() -> document().goTo(List.of(), "drop"));
        showsUp(robot, "drop");
        Object view = robot.lookup("#card-drop").query().localToScreen(0, 0);
        robot.doubleClickOn("#setting-rate");
        robot.push(CTRL, KeyCode.A).write("0.25");
        robot.press(KeyCode.SHIFT).push(KeyCode.SLASH).release(KeyCode.SHIFT);
        assertThat(value("drop", "rate")).isEqualTo("0.25");
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isEmpty();
        assertThat(robot.lookup("#card-drop").query().localToScreen(0, 0)).isEqualTo(view);
    }

    @Test
    void aBlockIsDraggedFromThePaletteOntoTheCanvas(FxRobot robot) throws TimeoutException {
        Point2D from = center(robot.from(robot.lookup("#palette-list").queryAll())
                .lookup((javafx.scene.Node node) -> node instanceof Label label && "Conv1d".equals(label.getText()))
                .query());
        Point2D to = center(robot.lookup("#canvas").query()).add(0, 120);
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.midpoint(to)).moveTo(to.subtract(4, 4)).moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(document().selection()).isEqualTo(Selection.of("conv1d"));
        showsUp(robot, "conv1d");
        Bounds card = screen(robot.lookup("#card-conv1d").query());
        assertThat(card.contains(to)).isTrue();
        assertThat(document().undoLabel()).contains("Add Conv1d “conv1d”");
    }

    @Test
    void thePaperOpensInTheBrowser(FxRobot robot) {
        robot.interact(() -> document().apply(new GraphEdit.Add(
                new Node("norm", Catalogue.standard().make("BatchNorm"), 0, 300))));
        robot.interact(() -> document().select(Selection.of("norm")));
        robot.push(KeyCode.F1);
        robot.interact(() -> robot.lookup("#reference-paper").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(browsed).singleElement().asString().startsWith("https://");
    }

    @Test
    void theSheetOfShortcutsTellsWhatTheDrawingsKeysDo(FxRobot robot) {
        focusCanvas(robot);
        robot.press(KeyCode.SHIFT).push(KeyCode.SLASH).release(KeyCode.SHIFT);
        List<String> words = robot.from(robot.lookup("#shortcut-sheet").queryAll()).lookup(".label").queryAll().stream()
                .map(label -> ((Labeled) label).getText()).toList();
        assertThat(words).contains("Nudge left", "Next block along the data", "Bypass", "Find in the Drawing…", "Tab",
                "Shift+Tab", "Ctrl+B");
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void everyShortcutMeansOneThing(FxRobot robot) {
        MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
        Map<KeyCombination, List<String>> meanings = bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> item.getAccelerator() != null).collect(Collectors.groupingBy(MenuItem::getAccelerator,
                        Collectors.mapping(MenuItem::getId, Collectors.toList())));
        assertThat(meanings.values()).hasSizeGreaterThan(30).allMatch(ids -> ids.size() == 1);
    }

    @Test
    void theDrawingsKeysTouchNothingWhileTheDrawingIsOutOfSight(FxRobot robot) {
        Graph before = document().drawing();
        robot.interact(() -> document().select(Selection.of("relu")));
        robot.push(CTRL, KeyCode.C).push(CTRL, KeyCode.DIGIT3);
        robot.push(KeyCode.DELETE).push(CTRL, KeyCode.V).push(CTRL, KeyCode.D).push(CTRL, KeyCode.L);
        robot.push(CTRL, KeyCode.DIGIT2).push(KeyCode.DELETE).push(CTRL, KeyCode.B);
        assertThat(document().drawing()).isSameAs(before);
        robot.push(CTRL, KeyCode.DIGIT1).push(KeyCode.DELETE);
        assertThat(document().drawing().contains("relu")).isFalse();
    }

    @Test
    void theProblemsAreSaidInChinese(FxRobot robot) {
        robot.interact(() -> window.model().workspace().remember(s -> s.with(Language.CHINESE)));
        robot.interact(() -> document().select(Selection.of("dense")));
        assertThat(robot.lookup(".problems .label").queryAll().stream().map(label -> ((Labeled) label).getText()))
                .contains("Dense 'dense' 需要每个样本一行特征，但收到的是 32×28×28。");
        assertThat(robot.lookup("#callout .label").queryAll().stream().map(label -> ((Labeled) label).getText()))
                .contains("需要每个样本一行特征", "现状：收到的是 32×28×28。");
        assertThat(robot.lookup("#callout .button").queryAll().stream().map(label -> ((Labeled) label).getText()))
                .contains("在“dense”前插入 Flatten");
    }

    @Test
    void alignAndDistributeStandInTheMenu(FxRobot robot) {
        robot.interact(() -> {
            document().apply(new GraphEdit.Move("conv2d", 300, 70));
            document().apply(new GraphEdit.Move("relu", 1000, -50));
            document().apply(new GraphEdit.Move("dense", 1300, 30));
            document().select(Selection.of(List.of("conv2d", "relu", "dense")));
        });
        robot.clickOn("Arrange").clickOn("Align Upper Edges");
        assertThat(List.of("conv2d", "relu", "dense")).allMatch(name -> document().drawing().node(name).y() == -50);
        assertThat(document().undoLabel()).contains("Align");
        robot.clickOn("Arrange").clickOn("Equal Gaps Across");
        assertThat(document().drawing().node("relu").x()).isBetween(700.0, 900.0);
        assertThat(document().undoLabel()).contains("Distribute");
    }

    @Test
    void ctrlShiftZBringsAStepAgain(FxRobot robot) {
        focusCanvas(robot);
        robot.interact(() -> document().select(Selection.of("relu")));
        robot.push(CTRL, KeyCode.DELETE).push(CTRL, KeyCode.Z);
        assertThat(document().drawing().contains("relu")).isTrue();
        robot.push(CTRL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(document().drawing().contains("relu")).isFalse();
    }

    @Test
    void theOutlineIsInStepWithTheDrawing(FxRobot robot) {
        robot.press(CTRL, KeyCode.SHIFT).push(KeyCode.O).release(KeyCode.SHIFT, CTRL);
        robot.clickOn(robot.from(robot.lookup("#outline").queryAll()).lookup("dense").queryLabeled());
        assertThat(document().selection()).isEqualTo(Selection.of("dense"));
        robot.push(KeyCode.UP);
        assertThat(document().selection()).isEqualTo(Selection.of("relu"));
        robot.push(KeyCode.DELETE);
        assertThat(document().drawing().contains("relu")).isFalse();
    }

    @Test
    void withATrackpadTwoFingersMoveTheDrawingAndAPinchZooms(FxRobot robot) throws TimeoutException {
        robot.interact(() -> document().select(Selection.of("input")));
        robot.push(KeyCode.PERIOD);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> onCanvas(robot, "input") && !onCanvas(robot, "output"));
        Bounds before = screen(robot.lookup("#card-input").query());
        robot.interact(() -> window.model().workspace().remember(Settings::withOtherWheel));
        robot.moveTo("#canvas").scroll(1, VerticalDirection.DOWN);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> screen(robot.lookup("#card-input").query()).getMinY() != before.getMinY());
        assertThat(screen(robot.lookup("#card-input").query()).getWidth()).isEqualTo(before.getWidth());
        javafx.scene.Node surface = robot.lookup("#canvas-surface").query();
        robot.interact(() -> surface.fireEvent(new ZoomEvent(ZoomEvent.ZOOM, 300, 300, 300, 300, false, false, false,
                false, false, false, 0.8, 0.8, null)));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> screen(robot.lookup("#card-input").query()).getWidth() < before.getWidth());
    }

    @Test
    void aFileDroppedOnTheWindowOpensInATabOfItsOwn(FxRobot robot) throws TimeoutException {
        Path file = Path.of("../samples/xor/xor.netloom").toAbsolutePath().normalize();
        var handle = new Label("xor.netloom");
        robot.interact(() -> {
            handle.setMinSize(120, 60);
            handle.setOnDragDetected(event -> {
                Dragboard board = handle.startDragAndDrop(TransferMode.COPY);
                board.setContent(Map.of(DataFormat.FILES, List.of(file.toFile())));
                event.consume();
            });
            var other = new Stage();
            other.setScene(new Scene(new StackPane(handle)));
            other.setX(1400);
            other.setY(100);
            other.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        Point2D to = center(robot.lookup("#canvas").query());
        Point2D from = center(handle);
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(-20, 20)).moveTo(to.subtract(4, 4)).moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.model().workspace().documents().size() == 2);
        assertThat(document().file()).contains(file);
        robot.interact(() -> handle.getScene().getWindow().hide());
    }

    private void focusCanvas(FxRobot robot) {
        robot.interact(() -> robot.lookup("#canvas").query().requestFocus());
    }

    private static List<String> banners(FxRobot robot) {
        return robot.lookup(".banner .label").queryAll().stream().map(label -> ((Labeled) label).getText()).toList();
    }

    /// The canvas tells of a card a moment after it has come into view.
    private static void showsUp(FxRobot robot, String name) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onCanvas(robot, name));
    }

    private static boolean onCanvas(FxRobot robot, String name) {
        return robot.lookup("#card-" + name).tryQuery()
                .filter(card -> card.isVisible() && screen(robot.lookup("#canvas").query()).contains(screen(card)))
                .isPresent();
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private String value(String node, String setting) {
        Layer layer = document().drawing().node(node).layer();
        return Schema.of(layer).settings(layer).get(setting);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private static Point2D center(javafx.scene.Node node) {
        return new Point2D(screen(node).getCenterX(), screen(node).getCenterY());
    }

    private static Bounds screen(javafx.scene.Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }
}
