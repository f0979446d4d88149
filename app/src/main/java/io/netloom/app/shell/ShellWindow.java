package io.netloom.app.shell;

import io.netloom.app.crash.CrashHandler.Crash;
import io.netloom.app.crash.CrashReports;
import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Homes;
import io.netloom.app.document.Recovery;
import io.netloom.app.document.Settings;
import io.netloom.app.document.Settings.Bounds;
import io.netloom.app.document.SettingsFile;
import io.netloom.app.document.Workspace;
import io.netloom.app.document.Workspace.Event;
import io.netloom.app.shell.Editor.Place;
import io.netloom.app.task.UiTasks;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.app.training.TrainingDesk;
import io.netloom.project.OwnTemplates;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window, from opening to closing.
public final class ShellWindow implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ShellWindow.class.getName());
    private static final double SMALLEST_WIDTH = 800;
    private static final double SMALLEST_HEIGHT = 500;

    private final Stage stage;
    private final Path samples;
    private final Consumer<String> browser;
    private final OwnTemplates templates;
    private final Folders folders;
    private final UiTasks files = UiTasks.inOrder();
    private final UiTasks background = UiTasks.sideBySide();
    private final UiTasks trainer = UiTasks.forTraining();
    private final UiTasks asker = UiTasks.forAsking();
    private final Optional<Recovery> recovery;
    private final boolean firstStart;
    private final Workspace workspace;
    private final ShellViewModel model;
    private final Scene scene;
    /// The system's preferences outlive every window, so that they may not hold one.
    private final InvalidationListener dressing = _ -> dress();
    private final TrainingNews news;
    private ShellView view;
    private Locale language;

    /// Opens it.
    ///
    /// @param folders where the user's files lie
    /// @param samples the folder of samples
    /// @param browser shows an address outside of the window
    public ShellWindow(Stage stage, Folders folders, Path samples, Consumer<String> browser) {
        this(stage, folders, samples, browser, Optional.empty());
    }

    /// @param answering answers in place of the user, who is asked where it is empty
    ShellWindow(Stage stage, Folders folders, Path samples, Consumer<String> browser,
            Optional<Questions> answering) {
        this.stage = stage;
        this.samples = samples;
        this.browser = browser;
        templates = new OwnTemplates(folders.config().resolve("templates"));
        this.folders = folders;
        var obstacles = new ArrayList<Sentence>();
        recovery = recovery(folders, obstacles);
        var settings = new SettingsFile(folders.config());
        firstStart = !settings.isThere();
        var homes = new Homes(folders.state().resolve("unsaved"), folders.state().resolve("trash"));
        workspace = new Workspace(files, recovery, homes, settings,
                edit -> EditWords.of(texts(), edit));
        model = new ShellViewModel(workspace, answering.orElseGet(() -> new FxQuestions(stage, this::texts)),
                TrainingDesk.of(trainer), Locale.getDefault());
        Texts words = texts();
        background.look(() -> {
            WarmUp.run(words);
            return true;
        }, _ -> {}, e -> LOG.log(System.Logger.Level.WARNING,
                "what the first project needs was not made ready", e));
        Themes.prepare(workspace.settings().theme());
        scene = new Scene(new StackPane());
        news = new TrainingNews(stage, model, document -> view.showTraining(document));
        workspace.listen(this::hear);
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakInvalidationListener(dressing));
        build();
        background.look(WindowIcon::read, stage.getIcons()::setAll,
                e -> LOG.log(System.Logger.Level.WARNING, "the window has no icon", e));
        scene.setOnDragOver(this::offerToOpen);
        scene.setOnDragDropped(this::openDropped);
        place();
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.show();
        obstacles.forEach(why -> view.say(texts().get("shell.no-recovery", texts().say(why))));
        workspace.findLost(this::offer);
        var reports = new CrashReports(folders.crashes(), folders.logs());
        background.look(reports::unseen, unseen -> view.support().offer(unseen),
                e -> LOG.log(System.Logger.Level.WARNING, "no crash reports", e));
        workspace.findCutOff(runs -> view.offers().offerRuns(runs));
    }

    private void dress() {
        Themes.apply(workspace.settings().theme(), scene);
    }

    /// Where there is no place for copies the window opens all the same.
    private static Optional<Recovery> recovery(Folders folders, List<Sentence> obstacles) {
        try {
            return Optional.of(Recovery.open(folders.state()));
        } catch (BadInput e) {
            obstacles.add(e.sentence());
            return Optional.empty();
        }
    }

    /// What happens in the window.
    public ShellViewModel model() {
        return model;
    }

    /// What it shows.
    public Scene scene() {
        return scene;
    }

    /// Opens projects, each in its tab.
    public void open(List<Path> projects) {
        projects.forEach(workspace::open);
    }

    /// Opens what lies at these places: projects in tabs, and of all else the first as data for a new network.
    public void openAny(List<Path> paths) {
        open(paths.stream().filter(ShellWindow::isProject).toList());
        paths.stream().filter(path -> !isProject(path)).findFirst().ifPresent(view::openData);
    }

    private static boolean isProject(Path path) {
        return path.toString().endsWith(".netloom");
    }

    /// Offers work that an earlier process left unsaved.
    public void offer(List<Recovery.Lost> lost) {
        view.offers().offer(lost);
    }

    /// Leads a user through the window who has never opened it before, once.
    public void welcome() {
        if (firstStart) {
            workspace.rememberAll();
            view.showTour();
        }
    }

    /// Says what failed that nobody caught; the window goes on.
    public void tell(List<Crash> crashes) {
        crashes.forEach(view.support()::tell);
    }

    /// Closes all documents, asking about those that are not saved, and then the window.
    public void quit() {
        remember();
        model.closeAll(stage::close);
    }

    /// Lets work that writes files come to its end.
    @Override
    public void close() {
        news.close();
        model.desk().stop();
        trainer.close();
        asker.close();
        files.close();
        background.close();
        recovery.ifPresent(Recovery::close);
    }

    private void hear(Event event) {
        switch (event) {
            case Event.Remembered(Settings settings) -> {
                Themes.apply(settings.theme(), scene);
                if (!texts().locale().equals(language)) {
                    build();
                }
            }
            case Event.Shown _ -> news.refreshTitle();
            case Event.Opened _,Event.Closed _,Event.Brought _,Event.Failed _ -> {
                // The view shows these.
            }
        }
    }

    private Texts texts() {
        return model.texts();
    }

    /// Makes the content anew, in the language that is chosen now.
    private void build() {
        Map<Document, Place> places = Map.of();
        Set<Document> tried = Set.of();
        List<Recovery.Lost> lost = List.of();
        List<Path> cutOff = List.of();
        if (view != null) {
            places = view.places();
            tried = view.tried();
            lost = view.offers().lost();
            cutOff = view.offers().runs();
            view.close();
        }
        language = texts().locale();
        view = new ShellView(model, background, asker, samples, templates, folders, browser, this::quit);
        view.showPlaces(places, tried);
        view.offers().offer(lost);
        view.offers().offerRuns(cutOff);
        scene.setRoot(view.root());
        dress();
    }

    private void place() {
        Bounds bounds = workspace.settings().bounds();
        stage.setScene(scene);
        stage.setTitle("Netloom");
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        boolean visible = Double.isFinite(bounds.x()) && !Screen
                .getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).isEmpty();
        if (visible) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setMaximized(bounds.maximised());
    }

    private void remember() {
        Bounds old = workspace.settings().bounds();
        Bounds now = stage.isMaximized()
                ? new Bounds(old.x(), old.y(), old.width(), old.height(), true)
                : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        workspace.remember(settings -> settings.with(now));
        view.rememberPanels();
    }

    private void offerToOpen(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void openDropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            openAny(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
