package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The panels round the drawing, as hands use them.
@UiTest
@ExtendWith(ApplicationExtension.class)
class PanelsTest {
    @TempDir
    private Path home;
    private final List<String> browsed = new ArrayList<>();
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        window = new ShellWindow(primary, new Folders(home, home), Path.of("../samples"), browsed::add);
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
        window.model().workspace().create("drawing");
        for (String type : List.of("Input", "Flatten", "Dense", "Output")) {
            document().apply(new GraphEdit.Add(
                    new Node(type.toLowerCase(Locale.ROOT), Catalogue.standard().make(type),
                            0, 0)));
        }
        List.of(List.of("input", "flatten"), List.of("flatten", "dense"), List.of("dense", "output"))
                .forEach(wire -> document().apply(new GraphEdit.Connect(
                        Edge.of(wire.getFirst(), wire.getLast()))));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void lettersTypedInAFieldAreOneStepThatUndoTakesBack(FxRobot robot) {
        select(robot, "dense");
        robot.doubleClickOn("#setting-units").write("256");
        assertThat(value("dense", "units")).isEqualTo("256");
        assertThat(document().checked("dense").orElseThrow().outputs().getFirst().toString()).isEqualTo("256");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(value("dense", "units")).isEqualTo("128");
        assertThat(text(robot, "#setting-units .text-field")).isEqualTo("128");
        robot.push(KeyCode.UP);
        assertThat(value("dense", "units")).isEqualTo("129");
        robot.clickOn("#reset-units");
        assertThat(value("dense", "units")).isEqualTo("128");
    }

    @Test
    void switchesAndChoicesAreStepsOfTheirOwn(FxRobot robot) {
        select(robot, "dense");
        robot.clickOn("#setting-bias");
        assertThat(value("dense", "bias")).isEqualTo("false");
        robot.clickOn("#setting-initialiser .text-field").push(KeyCode.DOWN);
        assertThat(value("dense", "initialiser")).isEqualTo("he_normal");
        assertThat(document().undoLabel()).contains("Initialiser of “dense”");
        robot.interact(document()::undo);
        robot.interact(document()::undo);
        assertThat(value("dense", "bias")).isEqualTo("true");
    }

    @Test
    void aBlockIsRenamedWithF2(FxRobot robot) {
        select(robot, "dense");
        robot.push(KeyCode.F2);
        robot.write("head").push(KeyCode.ENTER);
        assertThat(document().drawing().contains("head")).isTrue();
        assertThat(document().selection()).isEqualTo(Selection.of("head"));
    }

    @Test
    void thePageOfABlockOpensWithF1AndClosesWithEscape(FxRobot robot) {
        select(robot, "dense");
        robot.push(KeyCode.F1);
        assertThat(robot.lookup("#reference").tryQuery()).isPresent();
        assertThat(robot.lookup("nn.Linear(784, 128)").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#reference").tryQuery()).isEmpty();
        assertThat(robot.lookup("#setting-units").tryQuery()).isPresent();
    }

    @Test
    void f1InThePaletteExplainsTheKindThatIsChosenThere(FxRobot robot) {
        select(robot, "dense");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("lstm").push(KeyCode.F1);
        assertThat(robot.lookup("#reference .panel-title").queryAs(Labeled.class).getText()).isEqualTo("LSTM");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("gru").push(KeyCode.DOWN).push(KeyCode.F1);
        assertThat(robot.lookup("#reference .panel-title").queryAs(Labeled.class).getText()).isEqualTo("GRU");
        assertThat(document().selection()).isEqualTo(Selection.of("dense"));
    }

    @Test
    void theCodeIsShownInStepAndCopied(FxRobot robot) {
        robot.clickOn("#status-numbers");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).push(KeyCode.C).release(KeyCode.SHIFT, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        CodeArea code = robot.lookup("#code").queryAs(CodeArea.class);
        assertThat(code.getText()).contains("self.dense = nn.Linear(784, 128)");
        robot.interact(() -> document().apply(new GraphEdit.Rename("dense", "head")));
        assertThat(code.getText()).contains("self.head = nn.Linear(784, 128)");
        robot.clickOn("#code-copy");
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).isEqualTo(code.getText());
        robot.interact(() -> document().apply(new GraphEdit.Dissolve("flatten")));
        assertThat(text(robot, "#code-message")).contains("from before");
        assertThat(code.getText()).contains("self.head");
    }

    @Test
    void aBlockIsFoundByAnotherNameAndAddedBehindTheSelection(FxRobot robot) {
        select(robot, "dense");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("rectifier").push(KeyCode.ENTER);
        assertThat(document().drawing().outgoing("dense").getFirst().to()).isEqualTo("relu");
        assertThat(document().drawing().outgoing("relu").getFirst().to()).isEqualTo("output");
    }

    @Test
    void aCategoryFoldsWithTheKeyboard(FxRobot robot) {
        ListView<?> list = robot.lookup("#palette-list").queryAs(ListView.class);
        int all = list.getItems().size();
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.push(KeyCode.LEFT);
        assertThat(list.getItems()).hasSize(all - 2);
        robot.push(KeyCode.RIGHT);
        assertThat(list.getItems()).hasSize(all);
    }

    @Test
    void whatIsSelectedIsKeptAsATemplate(FxRobot robot) throws TimeoutException {
        robot.interact(() -> document().select(Selection.of(List.of("flatten", "dense"))));
        robot.clickOn("#palette-save");
        robot.write("my head").push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("my head");
        ListView<?> list = robot.lookup("#palette-list").queryAs(ListView.class);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> list.getItems().size() == 1);
        robot.interact(() -> document().select(Selection.of("input")));
        robot.push(KeyCode.ENTER);
        assertThat(document().drawing().node("my_head").block().type()).isEqualTo("my head");
    }

    private void select(FxRobot robot, String name) {
        robot.interact(() -> document().select(Selection.of(name)));
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private String value(String node, String setting) {
        Layer layer = document().drawing().node(node).layer();
        return Schema.of(layer).settings(layer).get(setting);
    }

    private static String text(FxRobot robot, String query) {
        return switch (robot.lookup(query).query()) {
            case TextInputControl field -> field.getText();
            case Labeled label -> label.getText();
            case javafx.scene.Node other -> throw new AssertionError(other + " has no text");
        };
    }
}
