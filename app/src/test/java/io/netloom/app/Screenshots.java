package io.netloom.app;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.shell.ShellWindow;
import io.netloom.app.ui.Display;
import io.netloom.graph.Activity;
import io.netloom.graph.Composite;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.project.Templates;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Takes the pictures of the window. CONTRIBUTING.md says how it is run.
public final class Screenshots {
    private final Path folder;
    private final ShellWindow window;

    private Screenshots(Path folder, ShellWindow window) {
        this.folder = folder;
        this.window = window;
    }

    /// @param arguments the folder for the pictures
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path home = Files.createTempDirectory("netloom-screenshots");
        Display.start();
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        ShellWindow window = onUi(() -> {
            var stage = new Stage();
            return new ShellWindow(stage, new Folders(home, home), Path.of("../samples"), _ -> {});
        });
        new Screenshots(folder, window).takeAll();
        onUi(() -> {
            window.scene().getWindow().hide();
            return window;
        });
        window.close();
        Platform.exit();
    }

    private void takeAll() throws Exception {
        look(Theme.LIGHT, Language.ENGLISH);
        take("welcome-light");
        Path sample = Path.of("../samples/fashion/fashion.netloom");
        run(() -> window.model().workspace().openCopy(sample, "fashion.netloom"));
        select("conv2");
        take("design-light");
        look(Theme.DARK, Language.ENGLISH);
        take("design-dark");
        look(Theme.LIGHT, Language.CHINESE);
        take("design-light-zh");
        run(() -> {
            Document document = document();
            document.drawing().nodes().stream().filter(n -> n.block().type().equals("Flatten")).map(Node::name)
                    .findFirst().ifPresent(name -> document.apply(new GraphEdit.Dissolve(name)));
        });
        take("problem-light-zh");
        look(Theme.LIGHT, Language.ENGLISH);
        take("problem-light");
        look(Theme.DARK, Language.ENGLISH);
        take("problem-dark");
        run(() -> window.scene().getWindow().setWidth(2560));
        run(() -> window.scene().getWindow().setHeight(1440));
        take("problem-dark-large");
        run(() -> window.scene().getWindow().setWidth(1440));
        run(() -> window.scene().getWindow().setHeight(900));
        takeMore();
    }

    /// An empty canvas, notes and frames, blocks that take no part, and the inside of a composite.
    private void takeMore() throws Exception {
        look(Theme.LIGHT, Language.ENGLISH);
        run(() -> window.model().create());
        take("empty-light");
        run(() -> window.model().workspace().openCopy(Path.of("../samples/fashion/fashion.netloom"), "fashion"));
        run(() -> {
            Document document = document();
            document.apply(
                    new GraphEdit.Annotate(new Remark("frame", Remark.Kind.FRAME, "What sees edges", -30, -60, 460,
                            200)));
            document.apply(new GraphEdit.Annotate(new Remark("note", Remark.Kind.NOTE,
                    "Does it learn without the second pooling?\nTry with fewer filters, too.", 0, 420, 300, 90)));
            document.apply(new GraphEdit.SetActivity("pool2", Activity.BYPASSED));
            document.apply(new GraphEdit.SetActivity("relu2", Activity.MUTED));
        });
        run(() -> document().select(Selection.NONE));
        take("remarks-light");
        look(Theme.DARK, Language.CHINESE);
        take("remarks-dark-zh");
        look(Theme.LIGHT, Language.ENGLISH);
        run(() -> {
            window.model().create();
            document().apply(new GraphEdit.Add(new Node("block", Templates.all().getFirst().composite(), 0, 0)));
        });
        take("composites-light");
        run(() -> document().drawing().nodes().stream().filter(n -> n.block() instanceof Composite).findFirst()
                .ifPresent(n -> document().lookAt(List.of(n.name()))));
        take("inside-light");
        takeWizard();
        takeTraining();
    }

    /// From data to a network: what is in a table, and what is proposed for it.
    private void takeWizard() throws Exception {
        drop("../samples/penguins/penguins.csv");
        take("data-light");
        run(() -> ((Button) window.scene().lookup("#wizard-next")).fire());
        until(this::wizardRests);
        take("proposal-light");
        look(Theme.DARK, Language.CHINESE);
        drop("../samples/seattle-forecast/weather.csv");
        take("data-dark-zh");
        run(() -> ((Button) window.scene().lookup("#wizard-cancel")).fire());
    }

    private void drop(String path) throws Exception {
        run(() -> window.openAny(List.of(Path.of(path))));
        until(this::wizardRests);
    }

    private boolean wizardRests() {
        return !window.scene().lookup("#wizard").getPseudoClassStates().contains(PseudoClass.getPseudoClass("busy"));
    }

    /// The training desk: before the first run, while a network learns, paused, and at the end.
    private void takeTraining() throws Exception {
        look(Theme.LIGHT, Language.ENGLISH);
        run(() -> window.model().workspace().openCopy(Path.of("../samples/fashion/fashion.netloom"), "fashion"));
        run(() -> ((ToggleButton) window.scene().lookup("#workspace-training")).fire());
        take("train-before-light");
        run(() -> window.model().desk().start(document()));
        until(() -> epochs() >= 4);
        take("train-light");
        look(Theme.DARK, Language.ENGLISH);
        take("train-dark");
        look(Theme.LIGHT, Language.CHINESE);
        take("train-light-zh");
        look(Theme.DARK, Language.ENGLISH);
        until(() -> window.model().desk().busy().isEmpty());
        run(() -> ((ToggleButton) window.scene().lookup("#chart-epochs")).fire());
        take("trained-dark");
        takeTryIt();
        look(Theme.LIGHT, Language.ENGLISH);
        run(() -> window.model().workspace().openCopy(Path.of("../samples/penguins/penguins.netloom"), "penguins"));
        run(() -> ((ToggleButton) window.scene().lookup("#workspace-training")).fire());
        run(() -> window.model().desk().start(document()));
        until(() -> window.model().desk().busy().isEmpty());
        take("trained-light");
        takeRuns();
    }

    /// A trained network that is asked: with a drawing, with examples, and with a form.
    private void takeTryIt() throws Exception {
        look(Theme.LIGHT, Language.ENGLISH);
        run(() -> ((ToggleButton) window.scene().lookup("#head-try")).fire());
        until(() -> window.scene().lookup("#tryit-pad") != null);
        draw(0.36, 0.1, 0.64, 0.1, 0.68, 0.9, 0.6, 0.9, 0.52, 0.2, 0.62, 0.5, 0.64, 0.85, 0.52, 0.2, 0.48, 0.2, 0.4,
                0.9, 0.32,
                0.9, 0.36, 0.12, 0.48, 0.2, 0.38, 0.5, 0.36, 0.85, 0.4, 0.2, 0.6, 0.2);
        until(() -> window.scene().lookup(".tryit-chosen") != null);
        rest();
        take("tryit-light");
        run(() -> ((ToggleButton) window.scene().lookup("#tryit-show-examples")).fire());
        run(() -> ((ComboBox<?>) window.scene().lookup("#tryit-order")).getSelectionModel().selectLast());
        take("tryit-examples-light");
        look(Theme.DARK, Language.CHINESE);
        run(() -> window.model().workspace().openCopy(Path.of("../samples/penguins-missing/penguins-missing.netloom"),
                "penguins"));
        run(() -> ((ToggleButton) window.scene().lookup("#workspace-training")).fire());
        run(() -> window.model().desk().start(document()));
        until(() -> window.model().desk().busy().isEmpty());
        run(() -> ((ToggleButton) window.scene().lookup("#head-try")).fire());
        until(() -> window.scene().lookup("#tryit-form") != null);
        rest();
        take("tryit-dark-zh");
    }

    /// Draws through these places, shares of the pad's width and height.
    private void draw(double... places) throws Exception {
        javafx.scene.Node pad = window.scene().lookup("#tryit-pad");
        Bounds ground = pad.getLayoutBounds();
        for (int i = 0; i < places.length; i += 2) {
            // Such an event tells places of the scene.
            Point2D place = pad.localToScene(places[i] * ground.getWidth(), places[i + 1] * ground.getHeight());
            var event = new MouseEvent(i == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, place.getX(),
                    place.getY(), 0, 0, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false,
                    false, false, null);
            run(() -> Event.fireEvent(pad, event));
        }
    }

    /// Lets charts be drawn anew in another size.
    private static void rest() {
        WaitForAsyncUtils.sleep(3, TimeUnit.SECONDS);
    }

    /// The runs of a project: several side by side, one by itself, and those of several seeds together.
    private void takeRuns() throws Exception {
        look(Theme.LIGHT, Language.ENGLISH);
        run(() -> window.model().workspace().openCopy(Path.of("../samples/penguins/penguins.netloom"), "birds"));
        run(() -> ((ToggleButton) window.scene().lookup("#workspace-runs")).fire());
        take("runs-before-light");
        List<TrainingPlan> plans = Stream.of(document().project().plan()).flatMap(plan -> Stream.of(plan,
                plan.withSeed(2), plan.withSeed(3), plan.withLearningRate(0.02), plan.withBatchSize(64))).toList();
        for (TrainingPlan plan : plans) {
            run(() -> document().change("plan", project -> project.withPlan(plan)));
            run(() -> window.model().desk().start(document()));
            until(() -> window.model().desk().busy().isEmpty());
        }
        until(() -> table().getItems().size() == plans.size());
        run(() -> table().getSelectionModel().selectRange(0, 3));
        take("runs-light");
        look(Theme.DARK, Language.ENGLISH);
        run(() -> table().getSelectionModel().selectAll());
        run(() -> ((ToggleButton) window.scene().lookup("#runs-together")).fire());
        take("runs-seeds-dark");
        look(Theme.LIGHT, Language.CHINESE);
        take("runs-light-zh");
    }

    private TableView<?> table() {
        return (TableView<?>) window.scene().lookup("#runs-table");
    }

    private int epochs() {
        return window.model().desk().run(document()).flatMap(run -> run.history().lastEpoch())
                .map(TrainEvent.EpochEnded::epoch).orElse(0);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(5, TimeUnit.MINUTES, () -> onUi(condition));
    }

    private Document document() {
        return window.model().workspace().shown().orElseThrow();
    }

    private void select(String name) throws Exception {
        run(() -> document().select(Selection.of(name)));
    }

    private void look(Theme theme, Language language) throws Exception {
        run(() -> window.model().workspace().remember(s -> s.with(theme).with(language)));
    }

    private void take(String name) throws Exception {
        settle();
        WritableImage image = onUi(() -> window.scene().snapshot(null));
        write(image, folder.resolve(name + ".png"));
    }

    private static void write(WritableImage image, Path file) throws IOException {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }

    private static void run(Runnable action) throws Exception {
        onUi(() -> {
            action.run();
            return action;
        });
        settle();
    }

    /// Lets what was asked for, files that are read and layout, come to its end.
    private static void settle() {
        WaitForAsyncUtils.sleep(400, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onUi(Callable<T> action) throws Exception {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(30, TimeUnit.SECONDS);
    }
}
