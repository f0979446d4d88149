package io.netloom.app.shell;

import io.netloom.shape.Sentence;
import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.dataset.WizardView;
import io.netloom.app.dataset.WizardViewModel;
import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Recovery;
import io.netloom.app.document.Workspace.Event;
import io.netloom.app.look.Icons;
import io.netloom.app.palette.OwnBlocks;
import io.netloom.app.shell.Editor.Place;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.training.LiveRun;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.app.welcome.WelcomeView;
import io.netloom.app.welcome.WelcomeViewModel;
import io.netloom.project.OwnTemplates;
import io.netloom.project.Runs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content in one language: menus, tabs, status. Another language gets another one.
final class ShellView {
    private static final KeyCombination ALSO_REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

    private final ShellViewModel model;
    private final Texts texts;
    private final MenuBars menus;
    private final Banners banners;
    private final OwnBlocks own;
    private final StatusBar status;
    private final WelcomeView welcome;
    private final TabPane tabs = new TabPane();
    private final StackPane root = new StackPane();
    private final Overlay overlay = new Overlay(root);
    private final Map<Document, Editor> editors = new LinkedHashMap<>();
    private final Map<Document, Tab> tabOf = new LinkedHashMap<>();
    private final List<Runnable> ends = new ArrayList<>();
    private final Consumer<String> browser;
    private final Runnable quit;
    private final Button undo;
    private final Button redo;
    private final Button train;
    private final Support support;
    private final Guide guide;
    private final Offers offers;
    private final Path trash;
    private Optional<WizardView> wizard = Optional.empty();
    private Optional<Phase> shownPhase = Optional.empty();
    private final Background background;
    private final Background asker;
    private final WorkspaceBar workspaces;

    /// @param asker one thread, on which trained networks are asked
    /// @param samples the folder of samples
    /// @param templates the user's own
    /// @param folders where the user's files lie
    /// @param browser shows an address
    /// @param quit ends the program, after asking
    ShellView(ShellViewModel model, Background background, Background asker, Path samples, OwnTemplates templates,
            Folders folders,
            Consumer<String> browser, Runnable quit) {
        this.model = model;
        this.background = background;
        this.asker = asker;
        this.browser = browser;
        trash = folders.state().resolve("trash");
        this.quit = quit;
        texts = model.texts();
        menus = new MenuBars(texts);
        banners = new Banners(texts);
        offers = new Offers(model, banners, background,
                run -> shownEditor().ifPresent(editor -> editor.goOn(run)));
        support = new Support(folders, background, texts, overlay, banners, browser);
        guide = new Guide(root, model.workspace(), samples, texts,
                () -> shownEditor().ifPresent(this::focusDrawing));
        own = new OwnBlocks(templates, background, texts, banners::show, model::create);
        status = new StatusBar(texts, () -> shownEditor().ifPresent(Editor::showProblems));
        welcome = new WelcomeView(new WelcomeViewModel(model.workspace(), background, samples, texts), texts,
                model::open, () -> showData(Optional.empty()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.getStyleClass().add("documents");
        tabs.getSelectionModel().selectedItemProperty().addListener((_, _, tab) -> chosen(tab));
        HBox.setHgrow(menus.bar(), Priority.ALWAYS);
        undo = Icons.button("mdi2u-undo", texts.get("shell.undo"), () -> run("shell.undo"));
        redo = Icons.button("mdi2r-redo", texts.get("shell.redo"), () -> run("shell.redo"));
        var find = Icons.button("mdi2m-magnify", texts.get("shell.commands"), this::showCommands);
        train = new Button(texts.get("training.run"), Icons.of("mdi2p-play"));
        train.setId("head-train");
        train.getStyleClass().addAll("accent", "run-button");
        train.setOnAction(_ -> run("training.run"));
        workspaces = new WorkspaceBar(texts, this::run);
        workspaces.root().visibleProperty().bind(tabs.visibleProperty());
        var head = new HBox(menus.bar(), workspaces.root(), undo, redo, find, train);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.CENTER_LEFT);
        var frame = new BorderPane(new StackPane(welcome.root(), tabs));
        frame.setTop(new VBox(head, banners.root()));
        frame.setBottom(status.root());
        root.getChildren().add(frame);
        root.getStyleClass().add("shell");
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        ends.add(model.workspace().listen(this::hear));
        ends.add(model.desk().listen(this::refreshTraining));
        // The first tab that is added counts as chosen, so what was shown is shown again.
        Optional<Document> shown = model.workspace().shown();
        model.workspace().documents().forEach(this::open);
        shown.ifPresent(model.workspace()::show);
        show(model.workspace().shown());
    }

    Parent root() {
        return root;
    }

    /// All that can be done now, the commands of the document that is shown among it.
    List<Command> commands() {
        var commands = new ArrayList<>(model.commands());
        shownEditor().ifPresent(editor -> commands.addAll(editor.commands()));
        commands.add(Command.of("dataset.new", Menu.FILE, 1, () -> showData(Optional.empty()))
                .on("Shortcut+Shift+N"));
        commands.add(Command.of("dataset.join", Menu.FILE, 1, () -> showData(model.workspace().shown()))
                .when(() -> model.workspace().shown().isPresent()));
        commands.add(Command.of("shell.quit", Menu.FILE, 4, quit).on("Shortcut+Q"));
        commands.add(Command.of("shell.commands", Menu.HELP, 1, this::showCommands).on("Shortcut+Shift+P"));
        commands.add(Command.of("shell.shortcuts", Menu.HELP, 1,
                () -> ShortcutSheet.show(commands(), texts, overlay)).on("Shift+Slash"));
        commands.add(Command.of("tour.command", Menu.HELP, 0, this::showTour));
        commands.addAll(support.commands());
        return commands;
    }

    /// Leads through the window.
    void showTour() {
        shownEditor().ifPresent(editor -> editor.show(Place.DESIGN));
        guide.show();
    }

    /// What the window does when something is not well.
    Support support() {
        return support;
    }

    /// Leads from data to a network that learns from it.
    void openData(Path data) {
        showData(Optional.empty()).look(data);
    }

    private WizardViewModel showData(Optional<Document> join) {
        wizard.ifPresent(shown -> {
            shown.end();
            root.getChildren().remove(shown.root());
        });
        Node focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
        var wizardModel = WizardViewModel.of(model.workspace(), join, texts, background);
        var view = new WizardView(wizardModel, texts, () -> {
            wizard.ifPresent(shown -> root.getChildren().remove(shown.root()));
            wizard = Optional.empty();
            shownEditor().ifPresentOrElse(this::focusDrawing, () -> focus(focused));
        });
        wizard = Optional.of(view);
        root.getChildren().add(view.root());
        view.focus();
        return wizardModel;
    }

    private static void focus(Node node) {
        if (node != null) {
            node.requestFocus();
        }
    }

    /// What an earlier process left behind.
    Offers offers() {
        return offers;
    }

    /// Shows a message until it is closed.
    void say(String message) {
        banners.show(message);
    }

    /// Remembers the widths of the panels.
    void rememberPanels() {
        shownEditor().ifPresent(editor -> model.workspace().remember(editor::remember));
    }

    /// What is shown of each document.
    Map<Document, Place> places() {
        return editors.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().place()));
    }

    /// The documents beside which a trained network is asked.
    Set<Document> tried() {
        return editors.entrySet().stream().filter(entry -> entry.getValue().triesIt()).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Shows this of them.
    ///
    /// @param tried those beside which a trained network is asked
    void showPlaces(Map<Document, Place> places, Set<Document> tried) {
        places.forEach((document, place) -> editors.get(document).show(place));
        tried.forEach(document -> editors.get(document).toggleTryIt());
    }

    /// Brings the training of a document into view.
    void showTraining(Document document) {
        Optional.ofNullable(editors.get(document)).ifPresent(editor -> {
            model.workspace().show(document);
            editor.show(Place.TRAINING);
        });
    }

    /// Ends listening.
    void close() {
        ends.forEach(Runnable::run);
        editors.values().forEach(Editor::close);
    }

    /// Whoever types a full stop or a question mark into a field means no shortcut. Redo has two.
    private void pressed(KeyEvent event) {
        boolean held = event.isShortcutDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (event.getTarget() instanceof TextInputControl && !held && !event.getCode().isFunctionKey()) {
            event.consume();
        } else if (ALSO_REDO.match(event)) {
            run("shell.redo");
            event.consume();
        }
    }

    /// After the user has gone from one place to another, or has another document in view.
    private void refreshWorkspaces() {
        Place place = shownEditor().map(Editor::place).orElse(Place.DESIGN);
        workspaces.show(place, shownEditor().filter(Editor::triesIt).isPresent());
        // The desk has a button of its own.
        train.setVisible(place != Place.TRAINING && model.workspace().shown().isPresent());
        train.setManaged(train.isVisible());
        menus.refresh();
        refreshTraining();
    }

    /// While training this comes once a frame, so that menus are looked through only where what can be done is different.
    private void refreshTraining() {
        status.showTraining(shownEditor().flatMap(Editor::training));
        Optional<Phase> phase = model.workspace().shown().flatMap(model.desk()::run).map(LiveRun::phase);
        if (!phase.equals(shownPhase)) {
            shownPhase = phase;
            menus.refresh();
        }
    }

    private void hear(Event event) {
        switch (event) {
            case Event.Opened(Document document) -> open(document);
            case Event.Closed(Document document) -> {
                editors.remove(document).close();
                tabs.getTabs().remove(tabOf.remove(document));
            }
            case Event.Shown(Optional<Document> document) -> show(document);
            case Event.Remembered _ -> {
                menus.refresh();
                editors.values().forEach(editor -> editor.follow(model.workspace().settings()));
            }
            case Event.Brought(Document document, Map<Path, Path> moved) ->
                Optional.ofNullable(editors.get(document)).ifPresent(editor -> editor.moved(moved));
            case Event.Failed(Sentence message) -> banners.show(texts.say(message));
        }
    }

    private void open(Document document) {
        var editor = new Editor(document, model.workspace().settings(), texts, model.desk(), own, background,
                new Editor.Around(model.questions()::fileToExport, trash, model::create, asker, banners::show,
                        browser));
        editor.onMove(this::refreshWorkspaces);
        editors.put(document, editor);
        var tab = new Tab(null, editor.root());
        tab.setUserData(document);
        tab.setOnCloseRequest(event -> {
            event.consume();
            model.close(document, () -> {});
        });
        tabOf.put(document, tab);
        name(document);
        ends.add(document.listen(change -> changed(document, change)));
        tabs.getTabs().add(tab);
    }

    private void changed(Document document, Change change) {
        if (change == Change.FILE) {
            name(document);
        }
        if (!model.workspace().shown().equals(Optional.of(document))) {
            return;
        }
        if (change == Change.PROJECT) {
            // What follows each of these is told as FILE.
            status.show(Optional.of(document));
        } else {
            menus.refresh();
            refreshUndo(Optional.of(document));
        }
    }

    private void name(Document document) {
        Tab tab = tabOf.get(document);
        if (tab != null) {
            tab.setText(document.unsaved() ? document.name() + " ●" : document.name());
        }
    }

    private void show(Optional<Document> document) {
        document.ifPresent(d -> tabs.getSelectionModel().select(tabOf.get(d)));
        welcome.root().setVisible(document.isEmpty());
        tabs.setVisible(document.isPresent());
        welcome.refresh();
        status.show(document);
        menus.show(commands());
        refreshWorkspaces();
        refreshUndo(document);
        shownEditor().ifPresent(this::focusDrawing);
    }

    /// Whoever opens a document wants to draw. A new tab can have the focus only once it was laid out.
    private void focusDrawing(Editor editor) {
        Scene scene = root.getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    editor.focusDrawing();
                }
            });
            Platform.requestNextPulse();
        }
    }

    private void refreshUndo(Optional<Document> document) {
        undo.setDisable(document.flatMap(Document::undoLabel).isEmpty());
        redo.setDisable(document.flatMap(Document::redoLabel).isEmpty());
    }

    private void chosen(Tab tab) {
        if (tab != null && tab.getUserData() instanceof Document document) {
            model.workspace().show(document);
        }
    }

    private void showCommands() {
        new CommandPalette(commands(), texts, overlay).show();
    }

    private void run(String id) {
        commands().stream().filter(command -> command.id().equals(id)).findFirst().ifPresent(Command::run);
    }

    private Optional<Editor> shownEditor() {
        return model.workspace().shown().map(editors::get);
    }
}
