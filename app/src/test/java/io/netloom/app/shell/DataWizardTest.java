package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.ui.UiTest;
import io.netloom.data.Feature;
import io.netloom.data.Missing;
import io.netloom.data.Splitting;
import io.netloom.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// From a file on the desktop to a network that learns from it, by real events.
@UiTest
@Tag("engine")
@ExtendWith(ApplicationExtension.class)
class DataWizardTest {
    private static final Path PENGUINS = Path.of("../samples/penguins/penguins.csv");

    @TempDir
    private Path home;
    private ShellWindow window;
    private Stage stage;
    private Stage desktop;
    private Label file;

    @Start
    void start(Stage primary) {
        stage = primary;
        file = new Label("a file");
        window = new ShellWindow(primary, new Folders(home, home), Path.of("../samples"), _ -> {});
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().desk().stop());
        await(() -> window.model().desk().busy().isEmpty());
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        if (desktop != null) {
            robot.interact(desktop::close);
        }
        window.close();
    }

    @Test
    void aTableThatIsDroppedBecomesANetworkThatLearns(FxRobot robot) throws TimeoutException {
        drop(robot, PENGUINS);
        await(() -> shows(robot, "#wizard-columns"));
        robot.clickOn("#wizard-next");
        await(() -> shows(robot, "#wizard-why"));
        assertThat(text(robot, "#wizard-why")).contains("3 classes of 'species'");
        robot.clickOn("#wizard-finish");
        await(() -> window.model().workspace().shown().isPresent());
        assertThat(robot.lookup("#wizard").tryQuery()).isEmpty();
        assertThat(document().name()).isEqualTo("penguins");
        assertThat(document().drawing().nodes()).hasSizeGreaterThan(4);
        assertThat(document().project().data()).containsInstanceOf(Table.class);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> window.model().desk().run(document()).flatMap(run -> run.history().lastEpoch()).isPresent());
        robot.clickOn("#head-try");
        await(() -> shows(robot, "#tryit-form") && shows(robot, ".tryit-chosen"));
        robot.clickOn("#tryit-field-body_mass_g").push(KeyCode.CONTROL, KeyCode.A).write("heavy");
        await(() -> text(robot, "#tryit-message-body_mass_g").contains("Write a number"));
        assertThat(shows(robot, ".tryit-chosen")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("5400");
        await(() -> shows(robot, ".tryit-chosen"));
        assertThat(text(robot, ".tryit-chosen")).isIn("Adelie", "Chinstrap", "Gentoo");
        assertThat(text(robot, "#tryit-message-body_mass_g")).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysWhyAndEscapeLeadsBack(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        await(() -> shows(robot, "#wizard-file"));
        Path empty = Files.createFile(home.resolve("empty.csv"));
        robot.interact(() -> window.openAny(List.of(empty)));
        await(() -> shows(robot, "#wizard-problem"));
        assertThat(text(robot, "#wizard-problem")).contains("empty.csv is empty");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#wizard").tryQuery()).isEmpty();
        assertThat(window.model().workspace().documents()).isEmpty();
    }

    @Test
    void dataThatDoesNotFitTheNetworkIsMendedWithOneClickEach(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.asyncFx(() -> window.model().workspace()
                .openCopy(Path.of("../samples/xor/xor.netloom"), "xor"));
        await(() -> window.model().workspace().shown().isPresent());
        robot.clickOn("File").clickOn("Join Data to This Network…");
        drop(robot, PENGUINS);
        await(() -> shows(robot, "#wizard-columns"));
        robot.clickOn("#wizard-next");
        for (int left = 2; left > 0; left--) {
            int findings = left;
            await(() -> robot.lookup(".wizard .finding").queryAll().size() == findings);
            robot.clickOn(robot.lookup(".wizard .finding .button").<Node>query());
        }
        await(() -> robot.lookup("#wizard-finish").match(Predicate.not(Node::isDisabled)).tryQuery().isPresent());
        robot.clickOn("#wizard-finish");
        assertThat(document().name()).isEqualTo("xor");
        assertThat(document().undoLabel()).contains("Data of “penguins.csv”");
        assertThat(document().project().data()).containsInstanceOf(Table.class);
        assertThat(document().check().findings()).isEmpty();
    }

    @Test
    void aDelimiterThatWasFoundOutWronglyIsOverruled(FxRobot robot) throws Exception {
        Path table = home.resolve("odd.csv");
        Files.writeString(table,
                IntStream.range(0, 40).mapToObj(i -> i % 7 + ":" + i % 5 + ":" + (i % 2 == 0 ? "x" : "y"))
                        .collect(Collectors.joining("\n", "first:second:label\n", "\n")));
        robot.interact(() -> window.openAny(List.of(table)));
        rest(robot);
        if (shows(robot, "#wizard-columns")) {
            robot.clickOn("#wizard-back");
        }
        rest(robot);
        robot.clickOn("#wizard-delimiter").clickOn("Semicolon ;");
        rest(robot);
        assertThat(preview(robot).getColumns()).hasSize(1);
        robot.clickOn("#wizard-delimiter").clickOn("Colon :");
        rest(robot);
        assertThat(preview(robot).getColumns()).hasSize(3);
        robot.clickOn("#wizard-next");
        rest(robot);
        await(() -> shows(robot, "second"));
        robot.clickOn("second");
        robot.clickOn("#wizard-scale").clickOn("to 0 to 1");
        rest(robot);
        assertThat(shows(robot, "#wizard-reset")).isTrue();
        robot.clickOn("#wizard-next");
        rest(robot);
        robot.clickOn("#wizard-split").clickOn("By groups, which stay together");
        rest(robot);
        robot.clickOn("#wizard-split-column").clickOn("first");
        rest(robot);
        robot.clickOn("#wizard-finish");
        assertThat(document().project().plan().splitting()).isEqualTo(new Splitting.Group("first"));
        Table made = (Table) document().project().data().orElseThrow();
        assertThat(made.file().dialect().delimiter()).contains(':');
        assertThat(made.inputs().values().stream().flatMap(List::stream))
                .contains(new Feature.Number("second", Feature.Scale.MINMAX, Missing.LEAVE_OUT));
    }

    @Test
    void picturesAreShownAsThePlanChangesThem(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.openAny(List.of(Path.of("../samples/fashion/images"))));
        await(() -> shows(robot, "#wizard-classes"));
        robot.clickOn("#wizard-next");
        await(() -> shows(robot, "#wizard-sheet") && sheet(robot) != null);
        Image plain = sheet(robot);
        robot.clickOn("#wizard-rotation");
        await(() -> sheet(robot) != plain);
        rest(robot);
        robot.clickOn("#wizard-finish");
        assertThat(document().project().plan().augmentation().rotation()).isPositive();
    }

    /// Waits until nothing is being found out, so that what is shown stays where it is.
    private static void rest(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        await(() -> !robot.lookup("#wizard").query().getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("busy")));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TableView<?> preview(FxRobot robot) {
        return robot.lookup("#wizard-preview").queryAs(TableView.class);
    }

    private static Image sheet(FxRobot robot) {
        return robot.lookup("#wizard-sheet").queryAs(ImageView.class).getImage();
    }

    /// Drags a file from a window of its own, as from the desktop, into the middle of the other.
    private void drop(FxRobot robot, Path path) throws TimeoutException {
        robot.interact(() -> {
            file.setOnDragDetected(event -> {
                var content = new ClipboardContent();
                content.putFiles(List.of(path.toAbsolutePath().normalize().toFile()));
                file.startDragAndDrop(TransferMode.COPY).setContent(content);
                event.consume();
            });
            desktop = new Stage(StageStyle.UNDECORATED);
            desktop.setScene(new Scene(file, 120, 60));
            desktop.setX(0);
            desktop.setY(0);
            desktop.setAlwaysOnTop(true);
            desktop.show();
        });
        await(() -> desktop.isShowing());
        robot.drag(file).dropTo(window.scene().getRoot());
        robot.interact(() -> {
            desktop.hide();
            stage.requestFocus();
        });
    }

    private static boolean shows(FxRobot robot, String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
