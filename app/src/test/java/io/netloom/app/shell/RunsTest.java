package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.app.ui.UiTest;
import io.netloom.project.Origin;
import io.netloom.project.RunNote;
import io.netloom.project.RunRecord;
import io.netloom.project.Runs;
import io.netloom.train.TrainEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Runs in the window, by real events.
@UiTest
@Tag("engine")
@ExtendWith(ApplicationExtension.class)
class RunsTest {
    @TempDir
    private Path home;
    private Path project;
    private ShellWindow window;
    private Stage stage;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        try (Stream<Path> files = Files.list(Path.of("../samples/xor"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.resolve(file.getFileName()));
            }
        }
        project = home.resolve("xor.netloom");
        window = new ShellWindow(primary, new Folders(home.resolve("config"), home.resolve("state")),
                Path.of("../samples"), _ -> {});
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
        window.open(List.of(project));
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().desk().stop());
        await(() -> window.model().desk().busy().isEmpty());
        robot.interact(() -> List.copyOf(window.model().workspace().documents())
                .forEach(window.model().workspace()::close));
        robot.interact(stage::close);
        window.close();
    }

    @Test
    void twoRunsAreChosenSideBySideWithWhatTheyDifferIn(FxRobot robot) throws TimeoutException {
        await(() -> window.model().workspace().shown().isPresent());
        train(robot, "#plan-epochs", "6");
        train(robot, "#plan-learningRate", "0.3");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        await(() -> rows(robot).size() == 2);
        robot.clickOn(row(robot, 0)).press(KeyCode.CONTROL).clickOn(row(robot, 1)).release(KeyCode.CONTROL);
        await(() -> texts(robot, "#runs-differing").contains("Learning rate"));
        assertThat(texts(robot, "#runs-differing")).contains("Learning rate", "0.3", "0.02", "Accuracy");
        robot.clickOn(row(robot, 1)).clickOn("#runs-tags").write("slow").push(KeyCode.ENTER);
        Path first = Runs.of(project).getLast();
        await(() -> RunNote.read(first).tags().equals(List.of("slow")));
        robot.clickOn("#runs-filter").write("slow");
        await(() -> rows(robot).size() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.BACK_SPACE);
        await(() -> rows(robot).size() == 2);
        robot.clickOn(row(robot, 1)).push(KeyCode.DELETE);
        await(() -> rows(robot).size() == 1 && !Files.exists(first));
        robot.clickOn("#runs-undo");
        await(() -> rows(robot).size() == 2 && Files.exists(first));
        robot.clickOn(row(robot, 1)).clickOn("#runs-open");
        await(() -> window.model().workspace().documents().size() == 2);
        Document opened = window.model().workspace().shown().orElseThrow();
        assertThat(opened.project().plan().learningRate()).isEqualTo(0.02);
        assertThat(opened.file()).isEmpty();
    }

    @Test
    void aTrainingThatACrashCutOffIsOfferedAtTheNextStart(FxRobot robot) throws Exception {
        await(() -> window.model().workspace().shown().isPresent());
        robot.interact(() -> window.model().workspace().shown().orElseThrow().change("plan",
                p -> p.withPlan(p.plan().withEpochs(100_000))));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> epoch() > 2);
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        await(() -> window.model().desk().busy().isEmpty());
        int reached = epoch();
        Path run = Runs.of(project).getFirst();
        assertThat(RunRecord.read(run).state()).isEqualTo(RunRecord.State.STOPPED);
        // As a process leaves it that was killed: its number belongs to nobody who began then.
        Files.writeString(run.resolve("process.json"),
                "{\"process\": 1, \"id\": " + ProcessHandle.current().pid() + ", \"start\": 1}");
        close(robot);
        robot.interact(() -> {
            stage = new Stage();
            window = new ShellWindow(stage, new Folders(home.resolve("config"), home.resolve("state")),
                    Path.of("../samples"), _ -> {});
        });
        await(() -> robot.lookup("Continue Training").tryQuery().isPresent());
        robot.clickOn("Continue Training");
        await(() -> epoch() > reached);
        assertThat(RunRecord.read(run).state()).isEqualTo(RunRecord.State.TRAINING);
        assertThat(Runs.of(project)).containsExactly(run);
        assertThat(Runs.cutOff(home)).isEmpty();
    }

    @Test
    void aRunBranchesOffIntoANewOne(FxRobot robot) throws TimeoutException {
        await(() -> window.model().workspace().shown().isPresent());
        train(robot, "#plan-epochs", "6");
        Path first = Runs.of(project).getFirst();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        await(() -> rows(robot).size() == 1);
        robot.clickOn(row(robot, 0)).clickOn("#runs-branch");
        await(() -> robot.lookup("#training-branch-begin").match(node -> node.isVisible() && !node.isDisabled())
                .tryQuery().isPresent());
        robot.clickOn("#training-branch-begin");
        await(() -> Runs.of(project).size() == 2 && window.model().desk().busy().isEmpty());
        assertThat(Origin.read(Runs.of(project).getFirst()).map(Origin::run)).contains(first.getFileName().toString());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        await(() -> rows(robot).size() == 2);
        robot.clickOn(row(robot, 0));
        await(() -> texts(robot, ".run-details").stream()
                .anyMatch(text -> text.contains(first.getFileName().toString())));
    }

    private int epoch() {
        return window.model().workspace().shown().flatMap(window.model().desk()::run)
                .flatMap(run -> run.history().lastEpoch()).map(TrainEvent.EpochEnded::epoch).orElse(0);
    }

    private void train(FxRobot robot, String setting, String value) throws TimeoutException {
        int before = Runs.of(project).size();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> robot.lookup(setting).tryQuery().isPresent());
        robot.clickOn(setting).push(KeyCode.CONTROL, KeyCode.A).write(value).push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> Runs.of(project).size() == before + 1 && window.model().workspace().shown()
                .flatMap(window.model().desk()::run).filter(run -> run.phase() == Phase.ENDED).isPresent());
    }

    private static List<?> rows(FxRobot robot) {
        return robot.lookup("#runs-table").tryQuery().<List<?>>map(node -> ((TableView<?>) node).getItems())
                .orElse(List.of());
    }

    private static Node row(FxRobot robot, int index) {
        return robot.lookup(".table-row-cell").match(node -> node instanceof TableRow<?> row && row.getIndex() == index)
                .query();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.from(robot.lookup(query)).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText).toList();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
