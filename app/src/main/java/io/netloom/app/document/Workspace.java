package io.netloom.app.document;

import io.netloom.shape.Sentence;
import io.netloom.app.task.Background;
import io.netloom.graph.GraphEdit;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Run;
import io.netloom.project.Runs;
import io.netloom.shape.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The documents that are open, the one that is shown, and what is remembered. It belongs to the window's thread; files are
/// read and written elsewhere, one after the other.
public final class Workspace {
    private final Background files;
    private final Optional<Recovery> recovery;
    private final SettingsFile settingsFile;
    private final Function<GraphEdit, String> wording;
    private final Listeners<Event> listeners = new Listeners<>();
    /// The open documents, each with the name of its recovery copy.
    private final Map<Document, String> documents = new LinkedHashMap<>();
    /// What is to be copied next; a copy that was not begun yet gives way to a newer one.
    private final Map<String, Project> copies = new ConcurrentHashMap<>();
    private Optional<Document> shown = Optional.empty();
    private Settings settings;
    private boolean remembers = true;
    private int made;

    /// What has happened.
    public sealed interface Event {
        /// A document has a tab now.
        record Opened(Document document) implements Event {}

        /// A document's tab is gone.
        record Closed(Document document) implements Event {}

        /// Another document is shown, or none.
        record Shown(Optional<Document> document) implements Event {}

        /// Something else is remembered.
        record Remembered(Settings settings) implements Event {}

        /// A file could not be read or written.
        ///
        /// @param message for the user: what is wrong and how to mend it
        record Failed(Sentence message) implements Event {}
    }

    /// @param files does the reading and writing, in order
    /// @param recovery keeps copies of what is not saved; nothing where there is no place for them
    /// @param wording names an edit in the language of the window
    public Workspace(Background files, Optional<Recovery> recovery, SettingsFile settingsFile,
            Function<GraphEdit, String> wording) {
        this.files = files;
        this.recovery = recovery;
        this.settingsFile = settingsFile;
        this.wording = wording;
        this.settings = settingsFile.read();
    }

    /// Calls `listener` at each event, until what it returns is run.
    public Runnable listen(Consumer<Event> listener) {
        return listeners.add(listener);
    }

    /// The open documents, in the order of their tabs.
    public List<Document> documents() {
        return List.copyOf(documents.keySet());
    }

    /// The document that is shown.
    public Optional<Document> shown() {
        return shown;
    }

    /// Shows one of the open documents.
    public void show(Document document) {
        if (documents.containsKey(document) && !shown.equals(Optional.of(document))) {
            shown = Optional.of(document);
            listeners.tell(new Event.Shown(shown));
        }
    }

    /// Opens an empty canvas.
    ///
    /// @param name what its tab says
    public Document create(String name) {
        return add(Document.of(Project.empty(), name, wording));
    }

    /// Opens a project that no file holds yet.
    ///
    /// @param name what its tab says
    public Document create(String name, Project project) {
        Document document = Document.of(project, name, wording);
        document.neverSaved(Optional.empty());
        add(document);
        keepCopy(document);
        return document;
    }

    /// Opens a project file in a tab of its own, or shows the tab where it is open already.
    public void open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Optional<Document> there = documents().stream().filter(d -> d.file().equals(Optional.of(path))).findFirst();
        if (there.isPresent()) {
            show(there.get());
            return;
        }
        files.run(() -> ProjectFile.read(path), project -> {
            add(new Document(project, Optional.of(path), "", wording));
            remember(s -> s.opened(path));
        }, e -> {
            remember(s -> s.withoutRecent(path));
            fail(e);
        });
    }

    /// Opens what is in a project file as a new project, so that the file stays as it is: for samples.
    ///
    /// @param name what its tab says
    public void openCopy(Path file, String name) {
        openCopy(file, name, _ -> {});
    }

    /// The same.
    ///
    /// @param then is run once it is shown
    public void openCopy(Path file, String name, Consumer<Document> then) {
        files.run(() -> ProjectFile.read(file), project -> {
            Document copy = Document.of(project, name, wording);
            add(copy);
            then.accept(copy);
        }, this::fail);
    }

    /// Opens the project that a run belongs to, or shows its tab; where it has no file, what the run has kept of it.
    ///
    /// @param then is run once it is shown
    public void openForRun(Path run, Runnable then) {
        Path path = Runs.project(run);
        Optional<Document> there = documents().stream().filter(d -> d.file().equals(Optional.of(path))).findFirst();
        if (there.isPresent()) {
            show(there.get());
            then.run();
            return;
        }
        files.run(() -> Files.exists(path) ? new Document(ProjectFile.read(path), Optional.of(path), "", wording)
                : Document.of(Run.project(run), path.getFileName().toString(), wording), document -> {
                    add(document);
                    then.run();
                }, this::fail);
    }

    /// Looks for trainings that an earlier process did not bring to their end, of the recent projects and of those in another folder.
    ///
    /// @param unsaved that other folder
    /// @param then takes their runs; nothing is done if there are none
    public void findCutOff(Path unsaved, Consumer<List<Path>> then) {
        List<Path> folders = Stream.concat(settings.recent().stream().map(Path::getParent), Stream.of(unsaved))
                .filter(Objects::nonNull).distinct().toList();
        files.run(() -> folders.stream().flatMap(folder -> Runs.cutOff(folder).stream()).toList(), runs -> {
            if (!runs.isEmpty()) {
                then.accept(runs);
            }
        }, this::fail);
    }

    /// What an earlier process left unsaved.
    ///
    /// @param then takes it; nothing is done if there is none
    public void findLost(Consumer<List<Recovery.Lost>> then) {
        files.run(() -> recovery.map(Recovery::lost).orElse(List.of()), lost -> {
            if (!lost.isEmpty()) {
                then.accept(lost);
            }
        }, this::fail);
    }

    /// Opens lost work in a tab; it counts as unsaved, and belongs to the file that it was for.
    ///
    /// @param name what its tab says if it belongs to none
    public void recover(Recovery.Lost lost, String name) {
        files.run(() -> ProjectFile.read(lost.copy()), project -> {
            Document document = Document.of(project, name, wording);
            document.neverSaved(lost.origin());
            add(document);
            keepCopy(document);
            files.run(() -> {
                recovery.ifPresent(r -> r.forget(lost));
                return lost;
            }, _ -> {}, this::fail);
        }, this::fail);
    }

    /// Throws lost work away.
    public void giveUp(Recovery.Lost lost) {
        files.run(() -> {
            recovery.ifPresent(r -> r.forget(lost));
            return lost;
        }, _ -> {}, this::fail);
    }

    /// Writes a document to a file, which is its file from then on.
    ///
    /// @param then is run when it is written
    public void save(Document document, Path file, Runnable then) {
        Path path = file.toAbsolutePath().normalize();
        Project project = document.project();
        files.run(() -> {
            ProjectFile.write(project, path);
            return path;
        }, _ -> {
            document.saved(project, path);
            remember(s -> s.opened(path));
            if (!document.unsaved()) {
                forgetCopy(document);
            }
            then.run();
        }, this::fail);
    }

    /// Closes a document; what is not saved in it is given up.
    public void close(Document document) {
        if (!documents.containsKey(document)) {
            return;
        }
        forgetCopy(document);
        int place = documents().indexOf(document);
        documents.remove(document);
        listeners.tell(new Event.Closed(document));
        if (shown.equals(Optional.of(document))) {
            List<Document> rest = documents();
            shown = rest.isEmpty() ? Optional.empty() : Optional.of(rest.get(Math.min(place, rest.size() - 1)));
            listeners.tell(new Event.Shown(shown));
        }
    }

    /// What is remembered.
    public Settings settings() {
        return settings;
    }

    /// Remembers something else, also beyond this process.
    public void remember(UnaryOperator<Settings> change) {
        Settings next = change.apply(settings);
        if (!next.equals(settings)) {
            settings = next;
            listeners.tell(new Event.Remembered(next));
            rememberAll();
        }
    }

    /// Writes down what is remembered now, even if it is what everybody begins with.
    public void rememberAll() {
        Settings now = settings;
        if (remembers) {
            files.run(() -> {
                settingsFile.write(now);
                return now;
            }, _ -> {}, e -> {
                // Said once; the window does without.
                if (remembers) {
                    remembers = false;
                    fail(e);
                }
            });
        }
    }

    private Document add(Document document) {
        documents.put(document, "document" + ++made);
        document.listen(change -> {
            if (change == Change.PROJECT) {
                keepCopy(document);
            }
        });
        listeners.tell(new Event.Opened(document));
        show(document);
        return document;
    }

    private void keepCopy(Document document) {
        String name = documents.get(document);
        if (name == null) {
            return;
        }
        if (!document.unsaved()) {
            forgetCopy(document);
        } else if (copies.put(name, document.project()) == null) {
            Optional<Path> origin = document.file();
            files.runSoon(() -> {
                Project newest = copies.remove(name);
                if (newest != null) {
                    recovery.ifPresent(r -> r.keep(name, newest, origin));
                }
                return name;
            }, _ -> {}, this::fail);
        }
    }

    private void forgetCopy(Document document) {
        String name = documents.get(document);
        copies.remove(name);
        files.run(() -> {
            recovery.ifPresent(r -> r.forget(name));
            return name;
        }, _ -> {}, this::fail);
    }

    private void fail(Exception e) {
        if (!(e instanceof BadInput)) {
            System.getLogger(Workspace.class.getName()).log(System.Logger.Level.ERROR, "file work failed", e);
        }
        listeners.tell(new Event.Failed(e instanceof BadInput bad ? bad.sentence() : Sentence.plain(e.toString())));
    }
}
