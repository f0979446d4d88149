package io.netloom.app.shell;

import io.netloom.app.canvas.CanvasTools;
import io.netloom.app.canvas.CanvasView;
import io.netloom.app.canvas.CanvasViewModel;
import io.netloom.app.canvas.paint.MeasuredWidths;
import io.netloom.app.canvas.SystemClipboard;
import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.code.CodeView;
import io.netloom.app.code.CodeViewModel;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings;
import io.netloom.app.find.FindView;
import io.netloom.app.find.FindViewModel;
import io.netloom.app.inspector.InspectorView;
import io.netloom.app.inspector.InspectorViewModel;
import io.netloom.app.outline.OutlineView;
import io.netloom.app.outline.OutlineViewModel;
import io.netloom.app.palette.OwnBlocks;
import io.netloom.app.palette.PaletteView;
import io.netloom.app.palette.PaletteViewModel;
import io.netloom.app.problems.ProblemsView;
import io.netloom.app.problems.ProblemsViewModel;
import io.netloom.app.reference.ReferenceView;
import io.netloom.app.reference.ReferenceViewModel;
import io.netloom.app.runs.RunsView;
import io.netloom.app.runs.RunsViewModel;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.LiveRun;
import io.netloom.app.training.TrainingDesk;
import io.netloom.app.training.TrainingView;
import io.netloom.app.training.TrainingViewModel;
import io.netloom.app.tryit.TryItView;
import io.netloom.app.tryit.TryItViewModel;
import io.netloom.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One document's tab: palette, drawing, problems and inspector. The only place that puts features together.
final class Editor {
    private final Texts texts;
    private final OutlineViewModel outline;
    private final InspectorViewModel inspector;
    private final ReferenceViewModel reference;
    private final CodeViewModel code;
    private final ProblemsViewModel problems;
    private final PaletteViewModel palette;
    private final InspectorView inspectorView;
    private final ReferenceView referenceView;
    /// Made when it is first asked for: most never look at it, and it costs a third as much as all the rest.
    private Optional<CodeView> codeView = Optional.empty();
    private final PaletteView paletteView;
    private final ProblemsView problemsView;
    private final StackPane right = new StackPane();
    private final FindView findView;
    private final SplitPane middle = new SplitPane();
    private final SidePanels root;
    private final CanvasViewModel canvas;
    private final CanvasTools tools;
    private final CanvasView canvasView;
    private final OutlineView outlineView;
    private final Parent outlineRoot;
    private final TrainingViewModel training;
    private final Supplier<TrainingView> trainingViews;
    private final StackPane whole;
    private Optional<TrainingView> trainingView = Optional.empty();
    private final RunsViewModel runs;
    private final Supplier<RunsView> runsViews;
    private Optional<RunsView> runsView = Optional.empty();
    private final TryItViewModel tryIt;
    private final Supplier<TryItView> tryItViews;
    private Optional<TryItView> tryItView = Optional.empty();
    private Place place = Place.DESIGN;
    private Runnable moved = () -> {};

    /// What can be seen of a document.
    enum Place {
        DESIGN, TRAINING, RUNS
    }

    /// What an editor needs of the window around it.
    ///
    /// @param exports asks for a file, given a proposal for its name
    /// @param trash a folder for runs that are thrown away
    /// @param opened opens a project in a tab of its own, with this name
    /// @param asker one thread, on which a trained network is asked
    /// @param failed is told what could not be done
    /// @param browser shows an address
    record Around(Function<String, Optional<Path>> exports, Path trash, BiConsumer<String, Project> opened,
            Background asker, Consumer<String> failed, Consumer<String> browser) {}

    /// @param desk trains the document
    /// @param own the user's own templates
    Editor(Document document, Settings settings, Texts texts, TrainingDesk desk, OwnBlocks own, Background background,
            Around around) {
        this.texts = texts;
        training = new TrainingViewModel(document, desk, texts, background);
        trainingViews = () -> new TrainingView(training, texts, background, around.exports(), this::goToProblems);
        runs = new RunsViewModel(document::home, around.trash(), background, texts);
        runsViews = () -> new RunsView(runs, texts, background, around.exports(),
                new RunsView.Elsewhere(run -> around.opened()
                        .accept(run.folder().getFileName().toString(), run.project()), run -> goOn(run.folder()),
                        run -> branch(run.folder()), run -> tryIt(run.folder())));
        tryIt = new TryItViewModel(() -> desk.run(document).flatMap(LiveRun::folder), document::home, texts,
                around.asker());
        tryItViews = () -> new TryItView(tryIt, texts, background, this::toggleTryIt);
        var widths = new MeasuredWidths();
        palette = new PaletteViewModel(document, texts, own);
        canvas = new CanvasViewModel(document, texts, widths, palette::blocks);
        canvas.onFailure(around.failed());
        tools = new CanvasTools(canvas, background, new SystemClipboard());
        canvasView = new CanvasView(canvas, tools, widths);
        canvasView.setMotion(
                Platform.getPreferences().isReducedMotion() ? CanvasView.Motion.REDUCED : CanvasView.Motion.FULL);
        follow(settings);
        outline = new OutlineViewModel(document, texts);
        inspector = new InspectorViewModel(document, texts);
        reference = new ReferenceViewModel(document, texts);
        code = new CodeViewModel(document, texts);
        problems = new ProblemsViewModel(document, texts);
        paletteView = new PaletteView(palette, texts);
        problemsView = new ProblemsView(problems, texts);
        inspectorView = new InspectorView(inspector, texts, this::showReference);
        referenceView = new ReferenceView(reference, texts, this::showInspector, around.browser());
        tools.onInspect(this::inspect);
        paletteView.onExplain(type -> {
            reference.open(type);
            showReference();
        });
        outlineView = new OutlineView(outline, texts);
        outlineRoot = outlineView.root();
        outlineRoot.setVisible(false);
        findView = new FindView(new FindViewModel(document), texts, this::focusDrawing);
        StackPane.setAlignment(findView.root(), Pos.TOP_RIGHT);
        StackPane.setMargin(findView.root(), new Insets(12));
        var drawing = new StackPane(canvasView, outlineRoot, findView.root());
        drawing.setMinSize(0, 0);
        middle.getStyleClass().add("side-panels");
        middle.getItems().add(drawing);
        VBox.setVgrow(middle, Priority.ALWAYS);
        right.getChildren().add(inspectorView.root());
        root = new SidePanels((Region) paletteView.root(), new VBox(middle, problemsView.root()), right,
                settings.paletteWidth(), settings.inspectorWidth());
        root.root().addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        whole = new StackPane(root.root());
    }

    /// Takes over what of the settings may change while it is open.
    void follow(Settings settings) {
        canvasView.setWheel(settings.trackpad() ? CanvasView.Wheel.PANS : CanvasView.Wheel.ZOOMS);
    }

    Parent root() {
        return whole;
    }

    /// The widths of the panels as the user has pulled them.
    Settings remember(Settings settings) {
        return settings.withPanels(root.leftWidth(), root.rightWidth());
    }

    List<Command> commands() {
        // Nobody wants to edit what is out of sight.
        var commands = new ArrayList<>(tools.commands().stream().map(command -> command
                .when(() -> place == Place.DESIGN && command.enabled().getAsBoolean())).toList());
        commands.addAll(training.commands(this::showTraining));
        commands.addAll(List.of(
                Command.of("shell.design", Menu.VIEW, 0, this::showDesign).on("Shortcut+1")
                        .chosenIf(() -> place == Place.DESIGN),
                Command.of("shell.training", Menu.VIEW, 0, this::showTraining).on("Shortcut+2")
                        .chosenIf(() -> place == Place.TRAINING),
                Command.of("shell.runs", Menu.VIEW, 0, this::showRuns).on("Shortcut+3")
                        .chosenIf(() -> place == Place.RUNS),
                Command.of("tryit.show", Menu.TRAIN, 3, this::toggleTryIt).on("Shortcut+T").chosenIf(this::triesIt),
                Command.of("shell.outline", Menu.VIEW, 3, this::toggleOutline).on("Shortcut+Shift+O")
                        .chosenIf(outlineRoot::isVisible),
                Command.of("shell.find", Menu.EDIT, 4, findView::open).on("Shortcut+F"),
                Command.of("shell.find-block", Menu.EDIT, 4, paletteView::focusSearch).on("Shortcut+K"),
                Command.of("shell.inspect", Menu.EDIT, 5, this::inspect).on("Alt+Enter"),
                Command.of("shell.keep-template", Menu.EDIT, 5, paletteView::focusSaving).when(palette::canSave),
                Command.of("shell.problems", Menu.VIEW, 3, problemsView::focus).on("F8")
                        .when(() -> !problems.findings().isEmpty()),
                Command.of("shell.code", Menu.VIEW, 3, this::toggleCode).on("Shortcut+Shift+C"),
                Command.of("shell.reference", Menu.HELP, 0, this::showReference).on("F1")));
        return commands;
    }

    /// Escape leads back to the drawing from wherever it meant nothing else.
    private void pressed(KeyEvent event) {
        boolean inDrawing = canvasView.isFocused();
        if (event.getCode() == KeyCode.ESCAPE && !inDrawing) {
            focusDrawing();
            event.consume();
        }
    }

    /// What is shown now.
    Place place() {
        return place;
    }

    /// Shows something else.
    void show(Place other) {
        switch (other) {
            case DESIGN -> showDesign();
            case TRAINING -> showTraining();
            case RUNS -> showRuns();
        }
    }

    /// How the training stands, while it is under way.
    Optional<String> training() {
        return training.status();
    }

    private void showDesign() {
        if (place != Place.DESIGN) {
            goTo(Place.DESIGN, root.root());
            focusDrawing();
        }
    }

    private void showTraining() {
        if (place != Place.TRAINING) {
            TrainingView view = trainingView.orElseGet(trainingViews);
            trainingView = Optional.of(view);
            if (tryItView.isPresent()) {
                tryIt.choose(Optional.empty());
            }
            goTo(Place.TRAINING, view.root());
            view.focus();
        }
    }

    /// Whether a trained network can be asked now, beside the desk or the runs.
    boolean triesIt() {
        return tryItView.isPresent() && place != Place.DESIGN;
    }

    /// Puts a trained network beside the desk or the runs, to be asked; or takes it away.
    void toggleTryIt() {
        if (triesIt()) {
            tryItView = Optional.empty();
            tryIt.close();
            goTo(place, shown());
        } else {
            tryIt.choose(Optional.empty());
            showTryIt();
        }
    }

    /// Asks one of the document's runs.
    private void tryIt(Path run) {
        tryIt.choose(Optional.of(run));
        showTryIt();
    }

    private void showTryIt() {
        if (tryItView.isEmpty()) {
            tryItView = Optional.of(tryItViews.get());
        }
        if (place == Place.DESIGN) {
            showTraining();
        } else {
            goTo(place, shown());
        }
    }

    private Parent shown() {
        return switch (place) {
            case DESIGN -> root.root();
            case TRAINING -> trainingView.orElseThrow().root();
            case RUNS -> runsView.orElseThrow().root();
        };
    }

    /// Follows the document's runs to its file.
    ///
    /// @param moved where they lie now, by where they lay before
    void moved(Map<Path, Path> moved) {
        runs.moved(moved);
        tryIt.moved(moved);
    }

    /// Goes on with a run of the document, at the desk.
    void goOn(Path run) {
        showTraining();
        training.goOn(run);
    }

    private void branch(Path run) {
        showTraining();
        training.branch(run);
    }

    private void showRuns() {
        if (place != Place.RUNS) {
            RunsView view = runsView.orElseGet(runsViews);
            runsView = Optional.of(view);
            goTo(Place.RUNS, view.root());
            view.focus();
        }
    }

    private void goTo(Place other, Parent view) {
        place = other;
        if (tryItView.isPresent() && other != Place.DESIGN) {
            HBox.setHgrow(view, Priority.ALWAYS);
            whole.getChildren().setAll(new HBox(view, tryItView.get().root()));
        } else {
            whole.getChildren().setAll(view);
        }
        moved.run();
    }

    /// Calls this after the user has gone from one place to another.
    void onMove(Runnable listener) {
        moved = listener;
    }

    private void goToProblems() {
        showDesign();
        showProblems();
    }

    private void toggleOutline() {
        outlineRoot.setVisible(!outlineRoot.isVisible());
        canvasView.setVisible(!outlineRoot.isVisible());
        focusDrawing();
    }

    /// Lets the user draw.
    void focusDrawing() {
        if (place == Place.TRAINING) {
            trainingView.ifPresent(TrainingView::focus);
        } else if (place == Place.RUNS) {
            runsView.ifPresent(RunsView::focus);
        } else if (outlineRoot.isVisible()) {
            outlineView.focus();
        } else {
            canvasView.requestFocus();
        }
    }

    void showProblems() {
        problemsView.focus();
    }

    void close() {
        canvas.close();
        outline.close();
        inspector.close();
        reference.close();
        code.close();
        problems.close();
        palette.close();
        training.close();
        tryIt.close();
    }

    private void inspect() {
        showInspector();
        inspectorView.focus();
    }

    private void showInspector() {
        right.getChildren().setAll(inspectorView.root());
    }

    private void showReference() {
        right.getChildren().setAll(referenceView.root());
        referenceView.focus();
    }

    private void toggleCode() {
        CodeView view = codeView.orElseGet(() -> new CodeView(code, texts, this::toggleCode));
        codeView = Optional.of(view);
        if (middle.getItems().remove(view.root())) {
            focusDrawing();
        } else {
            middle.getItems().add(view.root());
            view.focus();
        }
    }
}
