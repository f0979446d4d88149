package io.netloom.app.document;

import io.netloom.check.Check;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Composite;
import io.netloom.graph.Composites;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.project.Project;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A project that is being worked on: its drawing, what is selected, which composite is looked into, and every step that can
/// be undone. The only state that features of the window share. It belongs to one thread, that of the window.
public final class Document {
    private final Function<GraphEdit, String> wording;
    private final Listeners<Change> listeners = new Listeners<>();
    private final History history;
    private Optional<Path> file;
    private Path home;
    private boolean hasRuns;
    private String name;
    private Project project;
    private Project saved;
    private Optional<Gesture> gesture = Optional.empty();
    private List<String> place = List.of();
    private Selection selection = Selection.NONE;
    private Optional<Check> check = Optional.empty();
    private Optional<Check> lastCheck = Optional.empty();

    private Document(Project project, Optional<Path> file, Path home, String name,
            Function<GraphEdit, String> wording) {
        this.wording = wording;
        this.history = new History(project);
        this.project = project;
        this.saved = project;
        this.file = file;
        this.home = home;
        this.name = name;
    }

    /// A project that has no file yet.
    ///
    /// @param name what its tab says until it has one
    /// @param home a file, not there yet, beside which its runs lie until then
    /// @param wording names an edit in the language of the window
    public static Document of(Project project, String name, Path home, Function<GraphEdit, String> wording) {
        return new Document(project, Optional.empty(), home, name, wording);
    }

    /// A project that has no file yet, whose runs lie in the working folder.
    ///
    /// @param name what its tab says
    /// @param wording names an edit in the language of the window
    public static Document of(Project project, String name, Function<GraphEdit, String> wording) {
        return of(project, name, Path.of(name + ".netloom"), wording);
    }

    /// What a project file holds.
    ///
    /// @param wording names an edit in the language of the window
    static Document in(Path file, Project project, Function<GraphEdit, String> wording) {
        return new Document(project, Optional.of(file), file, "", wording);
    }

    /// What is being worked on, as it is now.
    public Project project() {
        return project;
    }

    /// The drawing that is looked at: the project's, or the inside of a composite.
    public Graph drawing() {
        return inside(project.graph(), place).orElseThrow();
    }

    /// The names of the composites that are looked into, from the outside in; empty for the whole.
    public List<String> place() {
        return place;
    }

    /// The path of a block of the drawing that is looked at, by which [#check] knows it: `res1/conv1`.
    public String path(String node) {
        return Composites.path(place, node);
    }

    /// Looks into a composite, or out of it.
    ///
    /// @throws BadInput if there is no such composite
    public void lookAt(List<String> composites) {
        if (inside(project.graph(), composites).isEmpty()) {
            throw new BadInput(Sentence.of("graph.nothing-inside",
                    "There is nothing inside of ''{0}''.", String.join("/", composites)));
        }
        if (!composites.equals(place)) {
            place = List.copyOf(composites);
            selection = Selection.NONE;
            listeners.tell(Change.PLACE);
            listeners.tell(Change.SELECTION);
        }
    }

    /// All that is known of the whole project's drawing: shapes, costs, and every finding with its fixes. It is worked out
    /// when it is first asked for after an edit.
    public Check check() {
        if (check.isEmpty()) {
            Graph graph = project.graph();
            check = Optional.of(lastCheck.map(last -> last.after(graph)).orElseGet(() -> Check.of(graph)));
            lastCheck = check;
        }
        return check.get();
    }

    /// What the check knows of a block of the drawing that is looked at; nothing where its inputs are not sound.
    public Optional<CheckedNode> checked(String node) {
        return Optional.ofNullable(check().nodes().get(path(node)));
    }

    /// Edits the drawing that is looked at, as one step. A gesture that is under way ends first, for it is somebody else's.
    ///
    /// @throws BadInput if the edit does not fit; nothing has changed then
    public void apply(GraphEdit edit) {
        gesture.ifPresent(Gesture::end);
        if (edit instanceof GraphEdit.Rename(String from, String to)) {
            Graph after = GraphEdit.inside(place, edit).apply(project.graph());
            step(wording.apply(edit),
                    new Project(after, project.data(), project.plan().renamed(path(from), path(to))));
            settle(selection.renamed(from, to));
            return;
        }
        edit(wording.apply(edit), graph -> GraphEdit.inside(place, edit).apply(graph));
        settle();
    }

    /// Edits the whole project's drawing, wherever one looks: the fixes of findings are such edits.
    ///
    /// @throws BadInput if the edit does not fit; nothing has changed then
    public void applyToWhole(GraphEdit edit) {
        gesture.ifPresent(Gesture::end);
        edit(wording.apply(edit), edit::apply);
        settle();
    }

    /// Changes data or plan, as one step.
    public void change(String label, UnaryOperator<Project> how) {
        gesture.ifPresent(Gesture::end);
        Project next = how.apply(project);
        step(label, next);
        settle();
    }

    /// Begins a gesture: whatever it shows until it ends is one step. One that is under way ends first.
    ///
    /// @param label the step's name in the menu
    public Gesture gesture(String label) {
        gesture.ifPresent(Gesture::end);
        var begun = new Gesture(label, project);
        gesture = Optional.of(begun);
        return begun;
    }

    /// The name of the step that undo takes back; nothing where there is none.
    public Optional<String> undoLabel() {
        return gesture.filter(g -> project != g.before).map(g -> g.label).or(history::undoLabel);
    }

    /// The name of the step that redo brings again; nothing where there is none.
    public Optional<String> redoLabel() {
        return history.redoLabel();
    }

    /// Takes the last step back, if there is one. A gesture that is under way ends first.
    public void undo() {
        gesture.ifPresent(Gesture::end);
        if (history.undoLabel().isPresent()) {
            history.undo();
            again(history.project());
        }
    }

    /// Brings the step again that was taken back last, if there is one.
    public void redo() {
        gesture.ifPresent(Gesture::end);
        if (history.redoLabel().isPresent()) {
            history.redo();
            again(history.project());
        }
    }

    /// What is selected of the drawing that is looked at.
    public Selection selection() {
        return selection;
    }

    /// Selects; what is not in the drawing is left out.
    public void select(Selection wanted) {
        Selection there = wanted.within(drawing());
        if (!there.equals(selection)) {
            selection = there;
            listeners.tell(Change.SELECTION);
        }
    }

    /// Looks at a block wherever it stands: looks into its composites, selects it, and asks whoever draws it to show it.
    ///
    /// @param composites the names of those that it stands in, from the outside in
    /// @throws BadInput if there are no such composites
    public void goTo(List<String> composites, String node) {
        lookAt(composites);
        select(Selection.of(node));
        listeners.tell(Change.REVEAL);
    }

    /// Where it is saved; nothing for a new one.
    public Optional<Path> file() {
        return file;
    }

    /// Its runs lie beside this file: its own, unless they are still to be brought there; or, as long as it has none, one that is not there,
    /// at a place that no other document has.
    public Path home() {
        return home;
    }

    /// What its tab says: the file's name, or the one that it was given.
    public String name() {
        return file.map(f -> f.getFileName().toString()).orElse(name);
    }

    /// Whether there is anything that its file does not hold; as long as it has none, its runs are that, too.
    public boolean unsaved() {
        return project != saved || hasRuns && file.isEmpty();
    }

    /// Notes that it has runs.
    public void keepRuns() {
        if (!hasRuns) {
            hasRuns = true;
            listeners.tell(Change.FILE);
        }
    }

    /// Calls `listener` after each change, until what it returns is run.
    public Runnable listen(Consumer<Change> listener) {
        return listeners.add(listener);
    }

    /// Notes that `written` now lies in `newFile`.
    void saved(Project written, Path newFile) {
        saved = written;
        if (file.isPresent()) {
            // The runs of another file stay with that.
            home = newFile;
        }
        file = Optional.of(newFile);
        listeners.tell(Change.FILE);
    }

    /// Notes that its runs lie beside its file now.
    void runsBrought() {
        home = file.orElseThrow();
        listeners.tell(Change.FILE);
    }

    /// Notes that no file holds what is in it.
    void neverSaved() {
        saved = Project.empty();
    }

    private void edit(String label, UnaryOperator<Graph> how) {
        Graph after = how.apply(project.graph());
        step(label, new Project(after, project.data(), project.plan()));
    }

    private void step(String label, Project next) {
        history.add(label, next);
        become(next);
    }

    /// Takes back or brings again, and looks into the composites where that shows.
    private void again(Project next) {
        Graph before = project.graph();
        become(next);
        settle();
        if (next.graph() != before) {
            lookAt(Composites.difference(before, next.graph()));
        }
    }

    private void become(Project next) {
        if (next.graph() != project.graph()) {
            check = Optional.empty();
        }
        project = next;
    }

    /// After a change: looks out of composites that are gone, forgets what is selected and gone, and tells.
    private void settle() {
        settle(selection);
    }

    private void settle(Selection wanted) {
        List<String> old = place;
        while (inside(project.graph(), place).isEmpty()) {
            place = place.subList(0, place.size() - 1);
        }
        Selection rest = place.equals(old) ? wanted.within(drawing()) : Selection.NONE;
        boolean otherSelection = !rest.equals(selection);
        selection = rest;
        listeners.tell(Change.PROJECT);
        if (!place.equals(old)) {
            listeners.tell(Change.PLACE);
        }
        if (otherSelection) {
            listeners.tell(Change.SELECTION);
        }
        listeners.tell(Change.FILE);
    }

    private static Optional<Graph> inside(Graph graph, List<String> composites) {
        Graph at = graph;
        for (String name : composites) {
            if (!at.contains(name) || !(at.node(name).block() instanceof Composite(String _, Graph inner))) {
                return Optional.empty();
            }
            at = inner;
        }
        return Optional.of(at);
    }

    /// Several edits that are one step: those of a drag, say, each of which replaces the one before.
    public final class Gesture {
        private final String label;
        private final Project before;

        private Gesture(String label, Project before) {
            this.label = label;
            this.before = Objects.requireNonNull(before);
        }

        /// Shows the drawing as it was when the gesture began, with this edit: for each movement of a drag.
        ///
        /// @throws BadInput if the edit does not fit; nothing has changed then
        public void show(GraphEdit edit) {
            if (underWay()) {
                Graph after = GraphEdit.inside(place, edit).apply(before.graph());
                become(new Project(after, project.data(), project.plan()));
                settle();
            }
        }

        /// Ends it. If nothing is different from when it began, there is no step.
        public void end() {
            if (underWay()) {
                gesture = Optional.empty();
                if (project.equals(before)) {
                    become(before);
                } else {
                    history.add(label, project);
                }
                settle();
            }
        }

        /// Ends it and puts everything back: for Escape.
        public void cancel() {
            if (underWay()) {
                gesture = Optional.empty();
                become(before);
                settle();
            }
        }

        private boolean underWay() {
            return gesture.filter(g -> g == this).isPresent();
        }
    }
}
