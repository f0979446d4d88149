package io.netloom.app.shell;

import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.app.document.Workspace;
import io.netloom.app.shell.Questions.Unsaved;
import io.netloom.app.text.Texts;
import io.netloom.app.training.TrainingDesk;
import io.netloom.graph.Graph;
import io.netloom.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What the window as a whole can do: files, undo, theme and language.
public final class ShellViewModel {
    private static final String ENDING = ".netloom";

    private final Workspace workspace;
    private final Questions questions;
    private final TrainingDesk desk;
    private final Locale system;

    /// @param desk trains the documents
    /// @param system the system's language
    public ShellViewModel(Workspace workspace, Questions questions, TrainingDesk desk, Locale system) {
        this.desk = desk;
        this.workspace = workspace;
        this.questions = questions;
        this.system = system;
        workspace.listen(event -> {
            if (event instanceof Workspace.Event.Brought(Document document, Map<Path, Path> moved)) {
                desk.moved(document, moved);
            }
        });
    }

    /// The documents.
    public Workspace workspace() {
        return workspace;
    }

    /// What trains them.
    public TrainingDesk desk() {
        return desk;
    }

    /// What is asked of the user.
    Questions questions() {
        return questions;
    }

    /// The words of the window, in the language that is chosen now.
    public Texts texts() {
        return Texts.of(workspace.settings().language(), system);
    }

    /// Commands that need no view.
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(Command.of("shell.new", Menu.FILE, 1, this::create).on("Shortcut+N"));
        commands.add(Command.of("shell.open", Menu.FILE, 1, this::open).on("Shortcut+O"));
        commands.add(shown("shell.save", Menu.FILE, 2, d -> save(d, () -> {})).on("Shortcut+S"));
        commands.add(shown("shell.save-as", Menu.FILE, 2, d -> saveAs(d, () -> {})).on("Shortcut+Shift+S"));
        commands.add(shown("shell.close", Menu.FILE, 3, d -> close(d, () -> {})).on("Shortcut+W"));
        commands.add(shown("shell.undo", Menu.EDIT, 1, Document::undo).on("Shortcut+Z")
                .when(() -> is(d -> d.undoLabel().isPresent())).showing(() -> label(Document::undoLabel)));
        commands.add(shown("shell.redo", Menu.EDIT, 1, Document::redo).on("Shortcut+Y")
                .when(() -> is(d -> d.redoLabel().isPresent())).showing(() -> label(Document::redoLabel)));
        for (Theme theme : Theme.values()) {
            commands.add(Command.of("shell.theme." + word(theme), Menu.VIEW, 4, () -> remember(s -> s.with(theme)))
                    .chosenIf(() -> workspace.settings().theme() == theme));
        }
        commands.add(Command.of("shell.trackpad", Menu.VIEW, 5, () -> remember(Settings::withOtherWheel))
                .chosenIf(() -> workspace.settings().trackpad()));
        commands.add(Command.of("shell.notices", Menu.VIEW, 5, () -> remember(Settings::withOtherNotices))
                .chosenIf(() -> workspace.settings().notices()));
        for (Language language : Language.values()) {
            commands.add(Command
                    .of("shell.language." + word(language), Menu.VIEW, 6, () -> remember(s -> s.with(language)))
                    .chosenIf(() -> workspace.settings().language() == language));
        }
        return commands;
    }

    /// Opens an empty canvas.
    public void create() {
        workspace.create(texts().get("shell.untitled"));
    }

    /// A new document with this drawing.
    ///
    /// @param name what its tab says
    public void create(String name, Graph drawing) {
        workspace.create(name).change(texts().get("shell.open-template", name),
                project -> new Project(drawing, project.data(), project.plan()));
    }

    /// A new document with this project, as it was trained.
    ///
    /// @param name what its tab says
    public void create(String name, Project project) {
        workspace.create(name).change(texts().get("runs.opened"), _ -> project);
    }

    /// Opens the project that a run belongs to; where it has no file, as it was trained.
    ///
    /// @param then is run once it is shown
    void openForRun(Path run, Runnable then) {
        workspace.openForRun(run, then);
    }

    /// Asks for a project and opens it.
    public void open() {
        questions.fileToOpen().ifPresent(workspace::open);
    }

    /// Saves a document, and asks where if it has no file yet.
    ///
    /// @param then is run when it is saved
    public void save(Document document, Runnable then) {
        document.file().ifPresentOrElse(file -> saveIn(file, document, then), () -> saveAs(document, then));
    }

    /// Asks where to save a document, and saves it there.
    ///
    /// @param then is run when it is saved
    public void saveAs(Document document, Runnable then) {
        String name = document.name().endsWith(ENDING) ? document.name() : document.name() + ENDING;
        questions.fileToSave(name).map(ShellViewModel::withEnding)
                .ifPresent(file -> saveIn(file, document, then));
    }

    private void saveIn(Path file, Document document, Runnable then) {
        workspace.save(document, file, () -> {
            desk.whenOver(document, () -> workspace.bringRuns(document));
            then.run();
        });
    }

    /// Closes a document; if it is training, asks whether that may end, and waits until its last checkpoint is written; if it is
    /// not saved, asks what becomes of that.
    ///
    /// @param then is run when it is closed
    public void close(Document document, Runnable then) {
        if (desk.isTraining(document)) {
            if (questions.endTraining(document.name())) {
                desk.stop(() -> close(document, then));
            }
            return;
        }
        Unsaved answer = document.unsaved() ? questions.unsaved(document.name()) : Unsaved.DISCARD;
        switch (answer) {
            case SAVE -> save(document, () -> {
                workspace.close(document);
                then.run();
            });
            case DISCARD -> {
                workspace.close(document);
                then.run();
            }
            case CANCEL -> {
                // It stays as it is.
            }
        }
    }

    /// Closes all documents, one after the other, as long as the user does not cancel.
    ///
    /// @param then is run when all are closed
    public void closeAll(Runnable then) {
        List<Document> open = workspace.documents();
        if (open.isEmpty()) {
            then.run();
        } else {
            workspace.show(open.getFirst());
            close(open.getFirst(), () -> closeAll(then));
        }
    }

    private Command shown(String id, Menu menu, int group, Consumer<Document> action) {
        return Command.of(id, menu, group, () -> workspace.shown().ifPresent(action)).when(() -> is(_ -> true));
    }

    private boolean is(Predicate<Document> condition) {
        return workspace.shown().filter(condition).isPresent();
    }

    private String label(Function<Document, Optional<String>> step) {
        return workspace.shown().flatMap(step).orElse("");
    }

    private void remember(UnaryOperator<Settings> change) {
        workspace.remember(change);
    }

    private static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? file : file.resolveSibling(name + ENDING);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
