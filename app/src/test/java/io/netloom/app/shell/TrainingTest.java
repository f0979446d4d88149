package io.netloom.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.training.LiveRun;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.app.training.RunHistory;
import io.netloom.app.ui.UiTest;
import io.netloom.data.Augmentation;
import io.netloom.project.RunEvents;
import io.netloom.project.Runs;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainEvent.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

/// A network that learns in the window, by real events.
@UiTest
@Tag("engine")
@ExtendWith(ApplicationExtension.class)
class TrainingTest {
    private static final String MANY_EPOCHS = "100000";

    @TempDir
    private Path home;
    private ShellWindow window;
    private Stage stage;
    private boolean mayEnd;
    private Path chart;
    private Path saved;

    @Start
    void start(Stage primary) {
        stage = primary;
        window = new ShellWindow(primary, new Folders(home, home), Path.of("../samples"), _ -> {},
                Optional.of(new Answers()));
        window.model().workspace().remember(s -> s.with(Language.ENGLISH).with(Theme.LIGHT));
    }

    /// What the user would answer.
    private final class Answers implements Questions {
        @Override
        public Optional<Path> fileToOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> fileToSave(String name) {
            return Optional.ofNullable(saved);
        }

        @Override
        public Optional<Path> fileToExport(String name) {
            return Optional.of(chart);
        }

        @Override
        public boolean endTraining(String name) {
            return mayEnd;
        }

        @Override
        public Unsaved unsaved(String name) {
            return Unsaved.DISCARD;
        }
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
    void aSampleLearnsPausesGoesOnStopsAndLearnsAgainToItsEnd(FxRobot robot) throws TimeoutException {
        open("penguins");
        setEpochs(robot, MANY_EPOCHS);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> is(Phase.TRAINING) && accuracy() > 0.9);
        robot.push(KeyCode.F6);
        await(() -> is(Phase.PAUSED) && text(robot, "#training-headline").startsWith("Paused"));
        long before = stepsAtRest();
        robot.push(KeyCode.F7);
        await(() -> steps() == before + 1);
        assertThat(stepsAtRest()).isEqualTo(before + 1);
        robot.clickOn("#training-start");
        await(() -> is(Phase.TRAINING) && steps() > before + 100);
        robot.clickOn("#training-stop");
        await(() -> is(Phase.ENDED));
        assertThat(history().finished().map(TrainEvent.Finished::reason)).contains(Reason.STOPPED);
        assertThat(Runs.isUnfinished(folder())).isTrue();
        setEpochs(robot, "40");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> is(Phase.ENDED) && history().lastEpoch().map(TrainEvent.EpochEnded::epoch).orElse(0) == 40);
        assertThat(history().finished().map(TrainEvent.Finished::reason)).contains(Reason.COMPLETED);
        assertThat(accuracy()).isGreaterThan(0.9);
        assertThat(RunEvents.read(folder())).last().isInstanceOf(TrainEvent.Finished.class);
        assertThat(Files.exists(folder().resolve("best.pt"))).isTrue();
        assertThat(text(robot, "#training-start")).isEqualTo("Train Again");
    }

    @Test
    void aStoppedRunGoesOnInItsFolderAndClosingAsks(FxRobot robot) throws TimeoutException {
        open("xor");
        setEpochs(robot, MANY_EPOCHS);
        robot.clickOn("#workspace-design").clickOn("#head-train");
        await(() -> is(Phase.TRAINING) && lastEpoch() > 3);
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        await(() -> is(Phase.ENDED));
        Path first = folder();
        int reached = lastEpoch();
        await(() -> robot.lookup("#training-resume").query().isVisible());
        robot.clickOn("#training-resume");
        await(() -> is(Phase.TRAINING) && lastEpoch() > reached + 3);
        assertThat(folder()).isEqualTo(first);
        robot.push(KeyCode.CONTROL, KeyCode.W);
        assertThat(window.model().workspace().documents()).hasSize(1);
        assertThat(is(Phase.TRAINING)).isTrue();
        mayEnd = true;
        robot.push(KeyCode.CONTROL, KeyCode.W);
        await(() -> window.model().workspace().documents().isEmpty());
        Path home = first.getParent().getParent();
        await(() -> Files.notExists(home));
        assertThat(Runs.isUnfinished(this.home.resolve("trash").resolve(home.getFileName())
                .resolve(first.getFileName()))).as("what is not saved lies in the trash").isTrue();
    }

    @Test
    void whatIsSavedWhileItLearnsGoesOnBesideItsFile(FxRobot robot) throws TimeoutException {
        open("xor");
        setEpochs(robot, MANY_EPOCHS);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> is(Phase.TRAINING) && lastEpoch() > 3);
        saved = home.resolve("gate.netloom");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        await(() -> document().file().isPresent());
        assertThat(document().unsaved()).isFalse();
        Path before = folder();
        assertThat(before).isDirectory();
        robot.clickOn("#training-stop");
        await(() -> document().home().equals(saved) && !folder().equals(before));
        assertThat(Runs.of(saved)).containsExactly(folder());
        assertThat(Files.exists(before)).isFalse();
        int reached = lastEpoch();
        await(() -> robot.lookup("#training-resume").query().isVisible());
        robot.clickOn("#training-resume");
        await(() -> is(Phase.TRAINING) && lastEpoch() > reached + 3);
        assertThat(Runs.of(saved)).containsExactly(folder());
    }

    @Test
    void theStartButtonSaysWhyItCannotBePressed(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().create());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> robot.lookup("#training-reason").tryQuery().isPresent());
        assertThat(robot.lookup("#training-start").queryButton().isDisabled()).isTrue();
        assertThat(text(robot, "#training-reason")).startsWith("Nothing is drawn yet.");
        open("xor");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> robot.lookup("#training-start").match(Predicate.not(Node::isDisabled)).tryQuery()
                .isPresent());
    }

    @Test
    void theCurvesAreKeptAsPictureAndTable(FxRobot robot) throws Exception {
        open("xor");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> is(Phase.ENDED));
        for (String ending : List.of("png", "svg", "csv")) {
            chart = home.resolve("loss." + ending);
            robot.clickOn("#chart-loss-export");
            await(() -> Files.exists(chart) && Files.size(chart) > 200);
        }
        assertThat(Files.readString(home.resolve("loss.svg"))).contains("<svg", "validation");
        assertThat(Files.readAllLines(home.resolve("loss.csv"))).first().isEqualTo("curve,steps,Loss");
    }

    @Test
    void curvesAreReadZoomedAndMovedWithTheMouse(FxRobot robot) throws TimeoutException {
        open("penguins");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> is(Phase.ENDED));
        robot.moveTo("#chart-loss-drawing");
        await(() -> readings(robot).stream().anyMatch(line -> line.startsWith("validation  0.")));
        long middle = place(robot);
        long whole = placeBeside(robot) - middle;
        assertThat(whole).isPositive();
        robot.moveTo("#chart-loss-drawing").scroll(4, VerticalDirection.UP);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> placeBeside(robot) - middle < whole / 2);
        robot.moveTo("#chart-loss-drawing").drag(MouseButton.PRIMARY).dropBy(-80, 0).moveTo("#chart-loss-drawing");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> place(robot) > middle + whole / 8);
        robot.doubleClickOn("#chart-loss-drawing");
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Math.abs(place(robot) - middle) <= 1);
    }

    private static List<String> readings(FxRobot robot) {
        return robot.from(robot.lookup("#chart-loss-drawing")).lookup(".chart-values").lookup(".label")
                .queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    /// The step under the pointer.
    private static long place(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return Long.parseLong(readings(robot).getFirst().replace(",", "").replaceAll(".*\\D(\\d+)\\D*$", "$1"));
    }

    private static long placeBeside(FxRobot robot) {
        robot.moveTo("#chart-loss-drawing").moveBy(100, 0);
        return place(robot);
    }

    @Test
    void aLearningRateIsFoundTakenByAClickAndUndone(FxRobot robot) throws TimeoutException {
        open("penguins");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> robot.lookup("#plan-find-rate").tryQuery().isPresent());
        double before = document().project().plan().learningRate();
        robot.clickOn("#plan-find-rate");
        await(() -> robot.lookup("#rate-search-use").match(Predicate.not(Node::isDisabled)).tryQuery().isPresent());
        String suggested = text(robot, "#rate-search-use");
        assertThat(text(robot, "#rate-search-words")).contains(suggested.substring("Use ".length()));
        robot.clickOn("#rate-search-chart");
        await(() -> !text(robot, "#rate-search-use").equals(suggested));
        double wanted = Double.parseDouble(text(robot, "#rate-search-use").substring("Use ".length()));
        assertThat(wanted).isBetween(1e-4, 1e-2).isNotEqualTo(before);
        robot.clickOn("#rate-search-use");
        await(() -> document().project().plan().learningRate() == wanted);
        assertThat(robot.lookup("#rate-search").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> document().project().plan().learningRate() == before);
        robot.clickOn("#plan-find-rate");
        await(() -> robot.lookup("#rate-search").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.lookup("#rate-search").tryQuery().isEmpty());
        assertThat(document().project().plan().learningRate()).isEqualTo(before);
        assertThat(Files.exists(home.resolve("unsaved"))).isFalse();
    }

    @Test
    void picturesAreChangedAtRandomFromThePlanOnByAKeyAndAClick(FxRobot robot) throws TimeoutException {
        open("fashion");
        Augmentation before = document().project().plan().augmentation();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> robot.lookup("#plan-augmentation").tryQuery().isPresent());
        robot.clickOn("#plan-augmentation");
        await(() -> robot.lookup("#augmentation-sheet").queryAs(ImageView.class).getImage() != null);
        Image first = robot.lookup("#augmentation-sheet").queryAs(ImageView.class).getImage();
        assertThat(robot.lookup("#augmentation-use").queryButton().isDisabled()).isTrue();
        robot.clickOn("#augmentation-rotation .thumb").push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        await(() -> robot.lookup("#augmentation-sheet").queryAs(ImageView.class).getImage() != first);
        assertThat(document().project().plan().augmentation()).as("it is only tried yet").isEqualTo(before);
        robot.clickOn("#augmentation-use");
        await(() -> robot.lookup("#augmentation").tryQuery().isEmpty());
        Augmentation taken = document().project().plan().augmentation();
        assertThat(taken.rotation()).isGreaterThan(before.rotation());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> document().project().plan().augmentation().equals(before));
        robot.clickOn("#plan-augmentation");
        await(() -> robot.lookup("#augmentation").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        await(() -> robot.lookup("#augmentation").tryQuery().isEmpty());
        assertThat(document().project().plan().augmentation()).isEqualTo(before);
    }

    private void open(String sample) throws TimeoutException {
        WaitForAsyncUtils.asyncFx(() -> window.model().workspace()
                .openCopy(Path.of("../samples/" + sample + "/" + sample + ".netloom"), sample));
        await(() -> window.model().workspace().shown().filter(d -> d.name().equals(sample)).isPresent());
    }

    private void setEpochs(FxRobot robot, String epochs) throws TimeoutException {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> robot.lookup("#plan-epochs").tryQuery().isPresent());
        robot.clickOn("#plan-epochs").push(KeyCode.CONTROL, KeyCode.A).write(epochs).push(KeyCode.ENTER);
        await(() -> document().project().plan().epochs() == Integer.parseInt(epochs));
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private LiveRun run() {
        return window.model().desk().run(document()).orElseThrow();
    }

    private RunHistory history() {
        return run().history();
    }

    private Path folder() {
        return run().folder().orElseThrow();
    }

    private boolean is(Phase phase) {
        return window.model().desk().run(document()).filter(run -> run.phase() == phase).isPresent();
    }

    private double accuracy() {
        return history().validation("accuracy").last().orElse(0);
    }

    private int lastEpoch() {
        return history().lastEpoch().map(TrainEvent.EpochEnded::epoch).orElse(0);
    }

    private long steps() {
        return Math.round(history().reached().orElse(0));
    }

    /// The steps once no more come: the call that was under way when the user paused still ends, and reports come once a second
    /// when a training has lasted.
    private long stepsAtRest() throws TimeoutException {
        var seen = new long[] {-1, 0};
        await(() -> {
            if (steps() != seen[0]) {
                seen[0] = steps();
                seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > TimeUnit.MILLISECONDS.toNanos(1_500);
        });
        return seen[0];
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
