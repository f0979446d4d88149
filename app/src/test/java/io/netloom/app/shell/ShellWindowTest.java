package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Recovery;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window as its user has it: real keys, a real mouse.
@UiTest
@ExtendWith(ApplicationExtension.class)
class ShellWindowTest {
    @TempDir
    private static Path home;
    private final List<String> browsed = new ArrayList<>();
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        window = new ShellWindow(primary, new Folders(home, home), Path.of("../samples"), browsed::add);
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void aChainIsDrawnWithTheKeyboardAndUndone(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        for (String type : List.of("input", "flatten", "dense", "output")) {
            robot.write(type).push(KeyCode.ENTER);
        }
        assertThat(document().drawing().edges()).containsExactly(Edge.of("input", "flatten"),
                Edge.of("flatten", "dense"), Edge.of("dense", "output"));
        assertThat(text(robot, "#status-numbers")).startsWith("4 blocks · 100,480 parameters");
        assertThat(text(robot, "#status-problems")).isEqualTo("No problems");
        robot.clickOn("#canvas-surface");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(document().drawing().contains("output")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(document().drawing().contains("output")).isTrue();
    }

    @Test
    void aProblemIsMendedWithOneClick(FxRobot robot) {
        robot.clickOn("#welcome-create");
        robot.interact(() -> {
            for (String type : List.of("Input", "Dense", "Output")) {
                document().apply(new GraphEdit.Add(new Node(type, Catalogue.standard().make(type), 0, 0)));
            }
            document().apply(new GraphEdit.Connect(Edge.of("Input", "Dense")));
            document().apply(new GraphEdit.Connect(Edge.of("Dense", "Output")));
        });
        assertThat(text(robot, "#status-problems")).isEqualTo("1 problem");
        robot.clickOn("Insert Flatten before “Dense”");
        assertThat(document().check().findings()).isEmpty();
        assertThat(text(robot, "#status-problems")).isEqualTo("No problems");
    }

    @Test
    void enterLeadsToASettingWhoseOldValueGivesWayToWhatIsTyped(FxRobot robot) throws TimeoutException {
        robot.clickOn("#welcome-create");
        robot.interact(() -> document().apply(
                new GraphEdit.Add(new Node("dense", Catalogue.standard().make("Dense"), 0, 0))));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#card-dense").tryQuery().isPresent());
        robot.clickOn("#canvas-surface");
        robot.interact(() -> document().select(Selection.of("dense")));
        robot.push(KeyCode.ENTER).write("120\n");
        assertThat(document().drawing().node("dense").layer())
                .isEqualTo(Catalogue.standard().make("Dense", "units", "120"));
    }

    @Test
    void theInspectorChangesASettingAndRefusesNonsense(FxRobot robot) throws TimeoutException {
        robot.clickOn("#welcome-create");
        robot.interact(() -> document().apply(
                new GraphEdit.Add(new Node("conv", Catalogue.standard().make("Conv2d"), 0, 0))));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#card-conv").tryQuery().isPresent());
        robot.clickOn("#card-conv");
        robot.doubleClickOn("#setting-filters").write("48\n");
        assertThat(document().drawing().node("conv").layer())
                .isEqualTo(Catalogue.standard().make("Conv2d", "filters", "48"));
        robot.doubleClickOn("#setting-filters").write("many");
        assertThat(robot.lookup("#setting-filters").query().getStyleClass()).contains("wrong");
        assertThat(text(robot, "#wrong-filters")).isEqualTo("Needed: whole number, 1 to 65,536");
        assertThat(document().undoLabel()).contains("Filters of “conv”");
    }

    @Test
    void aSampleOpensFromTheWelcomePage(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#sample-xor").tryQuery().isPresent());
        robot.clickOn("#sample-xor");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.model().workspace().shown().isPresent());
        assertThat(document().name()).isEqualTo("xor");
        assertThat(document().file()).isEmpty();
        assertThat(document().drawing().nodes()).hasSize(5);
    }

    @Test
    void allCommandsAreFoundByTheirWords(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("dark theme").push(KeyCode.ENTER);
        assertThat(window.model().workspace().settings().theme()).isEqualTo(Theme.DARK);
        assertThat(robot.lookup("#command-search").tryQuery()).isEmpty();
        robot.press(KeyCode.SHIFT).push(KeyCode.SLASH).release(KeyCode.SHIFT);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isEmpty();
    }

    @Test
    void theWindowAndWhatItAsksCarryTheIcon(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !stage.getIcons().isEmpty());
        assertThat(stage.getIcons()).extracting(Image::getWidth, Image::getHeight).containsExactly(tuple(16.0, 16.0),
                tuple(32.0, 32.0), tuple(48.0, 48.0), tuple(128.0, 128.0), tuple(256.0, 256.0));
        robot.clickOn("#welcome-create");
        robot.interact(() -> document().apply(
                new GraphEdit.Add(new Node("conv", Catalogue.standard().make("Conv2d"), 0, 0))));
        robot.push(KeyCode.CONTROL, KeyCode.W);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        var question = (Stage) robot.lookup(".dialog-pane").query().getScene().getWindow();
        assertThat(question).isNotSameAs(stage);
        assertThat(question.getIcons()).containsExactlyElementsOf(stage.getIcons());
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void anotherLanguageKeepsWhatIsOpen(FxRobot robot) {
        robot.clickOn("#welcome-create");
        robot.interact(() -> document().apply(
                new GraphEdit.Add(new Node("conv", Catalogue.standard().make("Conv2d"), 0, 0))));
        robot.interact(() -> window.model().create());
        Document before = document();
        robot.clickOn("View").clickOn("简体中文");
        assertThat(document()).isSameAs(before);
        assertThat(text(robot, "#status-numbers")).contains("0 个模块");
        robot.interact(() -> window.model().workspace().show(window.model().workspace().documents().getFirst()));
        assertThat(text(robot, "#status-numbers")).contains("1 个模块");
        robot.clickOn("编辑");
        assertThat(robot.lookup("撤销 Add Conv2d “conv”").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void lostWorkIsOfferedAndRestored(FxRobot robot) throws TimeoutException {
        Path file = home.resolve("lost.netloom");
        Project project = Project.empty();
        ProjectFile.write(project, file);
        try (Recovery crashed = Recovery.open(home)) {
            crashed.keep("document1", new Project(new GraphEdit.Add(new Node("saved from the crash",
                    Catalogue.standard().make("ReLU"), 0, 0)).apply(project.graph()), Optional.empty(),
                    project.plan()), Optional.of(file), file);
        }
        robot.interact(() -> window.model().workspace().findLost(window::offer));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("Restore").tryQuery().isPresent());
        robot.interact(() -> window.model().workspace().remember(s -> s.with(Language.CHINESE)));
        robot.interact(() -> window.model().workspace().remember(s -> s.with(Language.ENGLISH)));
        robot.clickOn("Restore");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.model().workspace().shown().isPresent());
        assertThat(document().drawing().contains("saved from the crash")).isTrue();
        assertThat(document().unsaved()).isTrue();
        assertThat(document().file()).contains(file);
        assertThat(robot.lookup(".documents").queryAs(TabPane.class).getTabs().getFirst().getText())
                .isEqualTo("lost.netloom ●");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void noTextIsClippedAtTheUsualSize(Language language, FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().workspace().remember(s -> s.with(language)));
        robot.interact(
                () -> window.model().workspace().openCopy(Path.of("../samples/fashion/fashion.netloom"), "fashion"));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> window.model().workspace().shown().isPresent());
        robot.interact(() -> document().select(Selection.of("conv1")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getWidth()).isEqualTo(1280);
        assertThat(clipped(window.scene().getRoot(), new ArrayList<>())).isEmpty();
    }

    /// Labels and buttons that show less than their text.
    private static List<String> clipped(Parent parent, List<String> found) {
        for (javafx.scene.Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof Labeled labeled && labeled.isVisible() && labeled.getText() != null
                    && !labeled.getText().isEmpty()) {
                boolean whole = labeled.lookupAll(".text").stream().filter(Text.class::isInstance)
                        .map(Text.class::cast).anyMatch(shown -> shown.getText().replace("\n", "")
                                .contains(labeled.getText().replace("\n", "")));
                if (!whole) {
                    found.add(labeled.getText());
                }
            }
            if (node instanceof Parent inner && inner.isVisible()) {
                clipped(inner, found);
            }
        }
        return found;
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }
}
