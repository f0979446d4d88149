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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The documents that are open, the one that is shown, and what is remembered. It belongs to the window's thread; files are
/// read and written elsewhere, one after the other.
public final class Workspace {
    private final FileStamps stamps = new FileStamps();
    private final Background files;
    private final Homes homes;
    private final SettingsFile settingsFile;
    private final Function<GraphEdit, String> wording;
    private final Listeners<Event> listeners = new Listeners<>();
    /// The open documents, each with the name of its recovery copy.
    private final Map<Document, String> documents = new LinkedHashMap<>();
    /// What is to be copied next; a copy that was not begun yet gives way to a newer one.
    private final Copies copies;
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

        /// A document's runs lie beside its file now.
        ///
        /// @param moved where, by where they lay before
        record Brought(Document document, Map<Path, Path> moved) implements Event {}

        /// Something else is remembered.
        record Remembered(Settings settings) implements Event {}

        /// A file could not be read or written.
        ///
        /// @param message for the user: what is wrong and how to mend it
        record Failed(Sentence message) implements Event {}
    }

    /// @param files does the reading and writing, in order
    /// @param recovery keeps copies of what is not saved; nothing where there is no place for them
    /// @param homes where the runs of documents lie that have no file yet
    /// @param wording names an edit in the language of the window
    public Workspace(Background files, Optional<Recovery> recovery, Homes homes, SettingsFile settingsFile,
            Function<GraphEdit, String> wording) {
        this.files = files;
        this.copies = new Copies(files, recovery, this::fail);
        this.homes = homes;
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
        String free = free(name);
        return add(Document.of(Project.empty(), free, homes.of(free), wording));
    }

    /// The same name, or one with a number behind it where a tab says that already.
    private String free(String name) {
        List<String> taken = documents().stream().map(Document::name).toList();
        return IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? name : name + " " + i)
                .filter(wish -> !taken.contains(wish)).findFirst().orElseThrow();
    }

    /// Opens a project that no file holds yet.
    ///
    /// @param name what its tab says
    public Document create(String name, Project project) {
        String free = free(name);
        return addLost(Document.of(project, free, homes.of(free), wording));
    }

    /// Opens a project file in a tab of its own, or shows the tab where it is open already.
    public void open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Optional<Document> there = documents().stream().filter(d -> d.file().equals(Optional.of(path))).findFirst();
        if (there.isPresent()) {
            show(there.get());
            return;
        }
        files.run(() -> {
            stamps.note(path);
            return ProjectFile.read(path);
        }, project -> {
            add(Document.in(path, project, wording));
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
            String free = free(name);
            Document copy = Document.of(project, free, homes.of(free), wording);
            add(copy);
            then.accept(copy);
        }, this::fail);
    }

    /// Opens the project that a run belongs to, or shows its tab; where it has no file, what was left of it unsaved, or what the run has
    /// kept of it.
    ///
    /// @param then is run once it is shown
    public void openForRun(Path run, Runnable then) {
        Path home = Runs.project(run);
        if (shows(home)) {
            then.run();
            return;
        }
        files.run(() -> {
            if (Files.exists(home)) {
                return Document.in(home, ProjectFile.read(home), wording);
            }
            Optional<Recovery.Lost> lost = copies.lost().stream()
                    .filter(l -> l.origin().isEmpty() && l.home().equals(Optional.of(home))).findFirst();
            Project project = lost.map(l -> ProjectFile.read(l.copy())).orElseGet(() -> Run.project(run));
            Document document = Document.of(project, Runs.name(home), home, wording);
            document.neverSaved();
            document.keepRuns();
            lost.ifPresent(copies::forget);
            return document;
        }, document -> {
            add(document);
            keepCopy(document);
            then.run();
        }, this::fail);
    }

    /// Shows the document whose runs lie there, if it is open.
    private boolean shows(Path home) {
        Optional<Document> there = documents().stream().filter(d -> d.home().equals(home)).findFirst();
        there.ifPresent(this::show);
        return there.isPresent();
    }

    /// Looks for trainings that an earlier process did not bring to their end, of the recent projects and of those that have no file yet.
    ///
    /// @param then takes their runs; nothing is done if there are none
    public void findCutOff(Consumer<List<Path>> then) {
        List<Path> recent = settings.recent().stream().map(Path::getParent).filter(Objects::nonNull).distinct()
                .toList();
        files.run(() -> {
            homes.bringAll();
            return homes;
        }, _ -> {}, this::fail);
        files.run(() -> Stream.concat(recent.stream(), homes.folders().stream())
                .flatMap(folder -> Runs.cutOff(folder).stream()).toList(), runs -> {
                    if (!runs.isEmpty()) {
                        then.accept(runs);
                    }
                }, this::fail);
    }

    /// What an earlier process left unsaved.
    ///
    /// @param then takes it; nothing is done if there is none
    public void findLost(Consumer<List<Recovery.Lost>> then) {
        files.run(copies::lost, lost -> {
            if (!lost.isEmpty()) {
                then.accept(lost);
            }
        }, this::fail);
    }

    /// Opens lost work in a tab; it counts as unsaved, and belongs to the file that it was for.
    ///
    /// @param name what its tab says if it belongs to none
    public void recover(Recovery.Lost lost, String name) {
        if (lost.origin().isEmpty() && lost.home().filter(this::shows).isPresent()) {
            return;
        }
        files.run(() -> ProjectFile.read(lost.copy()), project -> {
            addLost(lost.origin().map(file -> Document.in(file, project, wording)).orElseGet(
                    () -> Document.of(project, name, lost.home().orElseGet(() -> homes.of(name)), wording)));
            files.run(() -> {
                copies.forget(lost);
                return lost;
            }, _ -> {}, this::fail);
        }, this::fail);
    }

    /// Throws lost work away, and the runs that nobody would find any more, into the trash.
    ///
    /// @param then takes where those runs lay
    public void giveUp(Recovery.Lost lost, Consumer<List<Path>> then) {
        Optional<Path> home = lost.home().filter(_ -> lost.origin().isEmpty())
                .filter(place -> documents().stream().noneMatch(d -> d.home().equals(place)));
        files.run(() -> {
            // The runs first: what fails, or is cut off, is offered again.
            List<Path> runs = home.filter(place -> !copies.isClaimed(place, lost))
                    .map(homes::giveUp).orElse(List.of());
            copies.forget(lost);
            return runs;
        }, then, this::fail);
    }

    /// Writes a document to a file, which is its file from then on. [#bringRuns] takes its runs there. What another program
    /// wrote into its file meanwhile is not lost at once: that is said first, and the next save replaces it.
    ///
    /// @param then is run when it is written
    public void save(Document document, Path file, Runnable then) {
        Path path = file.toAbsolutePath().normalize();
        Project project = document.project();
        boolean brings = document.file().isEmpty();
        Path home = document.home();
        boolean again = document.file().equals(Optional.of(path));
        files.run(() -> {
            if (again) {
                stamps.check(path);
            }
            ProjectFile.write(project, path);
            stamps.note(path);
            if (brings) {
                homes.announce(home, path);
            }
            return path;
        }, _ -> {
            document.saved(project, path);
            remember(s -> s.opened(path));
            // The copy was noted down as that of a document without this file.
            forgetCopy(document);
            if (document.unsaved()) {
                keepCopy(document);
            }
            then.run();
        }, this::fail);
    }

    /// Takes the runs that a document had before it had a file to that file, once none of them is being trained any more. What does not come
    /// to that is done when the program starts the next time.
    public void bringRuns(Document document) {
        Path home = document.home();
        document.file().filter(file -> !file.equals(home))
                .ifPresent(file -> files.run(() -> homes.bring(home, file), brought -> brought.ifPresent(moved -> {
                    document.runsBrought();
                    listeners.tell(new Event.Brought(document, moved));
                }), this::fail));
    }

    /// Closes a document; what is not saved in it is given up.
    public void close(Document document) {
        if (!documents.containsKey(document)) {
            return;
        }
        forgetCopy(document);
        if (document.file().isEmpty()) {
            giveUpRuns(document.home());
        }
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

    private void giveUpRuns(Path home) {
        files.run(() -> {
            homes.giveUp(home);
            return home;
        }, _ -> {}, this::fail);
    }

    /// Adds a document that no file holds.
    private Document addLost(Document document) {
        document.neverSaved();
        add(document);
        keepCopy(document);
        return document;
    }

    private Document add(Document document) {
        documents.put(document, "document" + ++made);
        document.listen(change -> {
            if (change == Change.PROJECT || change == Change.FILE) {
                keepCopy(document);
            }
        });
        listeners.tell(new Event.Opened(document));
        show(document);
        return document;
    }

    private void keepCopy(Document document) {
        Optional.ofNullable(documents.get(document)).ifPresent(name -> copies.keep(name, document));
    }

    private void forgetCopy(Document document) {
        Optional.ofNullable(documents.get(document)).ifPresent(copies::forget);
    }

    private void fail(Exception e) {
        if (!(e instanceof BadInput)) {
            System.getLogger(Workspace.class.getName()).log(System.Logger.Level.ERROR, "file work failed", e);
        }
        listeners.tell(new Event.Failed(e instanceof BadInput bad ? bad.sentence() : Sentence.plain(e.toString())));
    }
}
