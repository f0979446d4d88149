package io.netloom.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Workspace.Event;
import io.netloom.app.task.Background;
import io.netloom.graph.GraphEdit;
import io.netloom.project.Project;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    private Path folder;
    private Recovery recovery;
    private Workspace workspace;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void open() {
        recovery = Recovery.open(folder.resolve("state"));
        workspace = new Workspace(Background.atOnce(), Optional.of(recovery), homes(),
                new SettingsFile(folder.resolve("config")),
                GraphEdit::label);
        workspace.listen(events::add);
    }

    private Homes homes() {
        return new Homes(folder.resolve("unsaved"), folder.resolve("trash"));
    }

    @AfterEach
    void close() {
        recovery.close();
    }

    @Test
    void aFileThatIsOpenAlreadyIsShownInItsTab() {
        Path file = saved("a");
        workspace.open(file);
        Document first = workspace.shown().orElseThrow();
        workspace.create("other");
        workspace.open(file);
        assertThat(workspace.documents()).hasSize(2);
        assertThat(workspace.shown()).contains(first);
    }

    @Test
    void aFileOpensInATabOfItsOwnAndNeverOverAnother() {
        Document before = workspace.create("new");
        add(before, "relu");
        workspace.open(saved("b"));
        assertThat(workspace.documents()).contains(before).hasSize(2);
        assertThat(before.drawing().contains("relu")).isTrue();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndForgotten() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.netloom"), "dear diary");
        workspace.remember(s -> s.opened(file));
        workspace.open(file);
        assertThat(events).filteredOn(Event.Failed.class::isInstance).singleElement().asString()
                .contains("bad.netloom", "is no JSON");
        assertThat(workspace.documents()).isEmpty();
        assertThat(workspace.settings().recent()).isEmpty();
    }

    @Test
    void savingClearsTheMarkAndIsRemembered() {
        Document document = workspace.create("new");
        add(document, "relu");
        assertThat(document.unsaved()).isTrue();
        Path file = folder.resolve("net.netloom");
        workspace.save(document, file, () -> {});
        assertThat(document.unsaved()).isFalse();
        assertThat(document.name()).isEqualTo("net.netloom");
        assertThat(ProjectFile.read(file)).isEqualTo(document.project());
        assertThat(new SettingsFile(folder.resolve("config")).read().recent()).containsExactly(file);
        document.undo();
        assertThat(document.unsaved()).isTrue();
    }

    @Test
    void whatAnotherProgramWroteIsReplacedOnlyAtTheSecondSave() throws IOException {
        Path file = saved("shared");
        workspace.open(file);
        Document here = workspace.shown().orElseThrow();
        add(here, "relu");
        Files.writeString(file, "somebody else's work");
        workspace.save(here, file, () -> {
            throw new AssertionError("it is not saved");
        });
        assertThat(Files.readString(file)).isEqualTo("somebody else's work");
        assertThat(here.unsaved()).isTrue();
        assertThat(events).filteredOn(Event.Failed.class::isInstance).singleElement().asString()
                .contains("another program has changed", "shared.netloom");
        workspace.save(here, file, () -> {});
        assertThat(ProjectFile.read(file)).isEqualTo(here.project());
        add(here, "gelu");
        Files.delete(file);
        workspace.save(here, file, () -> {});
        assertThat(ProjectFile.read(file)).isEqualTo(here.project());
    }

    @Test
    void whereNothingCanBeSavedTheMarkStays() throws IOException {
        Document document = workspace.create("new");
        add(document, "relu");
        Path file = Files.writeString(folder.resolve("file"), "").resolve("net.netloom");
        workspace.save(document, file, () -> {
            throw new AssertionError("it is not saved");
        });
        assertThat(document.unsaved()).isTrue();
        assertThat(events).anyMatch(Event.Failed.class::isInstance);
    }

    @Test
    void aSampleOpensAsSomethingNewSoThatItStaysAsItIs() {
        workspace.openCopy(saved("sample"), "sample");
        Document document = workspace.shown().orElseThrow();
        assertThat(document.file()).isEmpty();
        assertThat(document.name()).isEqualTo("sample");
    }

    @Test
    void whatIsNotSavedIsFoundByTheNextStart() {
        Path file = saved("kept");
        workspace.open(file);
        Document document = workspace.shown().orElseThrow();
        add(document, "relu");
        add(document, "tanh");
        document.undo();
        recovery.close();
        try (Recovery next = Recovery.open(folder.resolve("state"))) {
            Recovery.Lost lost = next.lost().getFirst();
            assertThat(next.lost()).hasSize(1);
            assertThat(lost.origin()).contains(file);
            assertThat(ProjectFile.read(lost.copy())).isEqualTo(document.project());
            var later = new Workspace(Background.atOnce(), Optional.of(next), homes(), new SettingsFile(folder),
                    GraphEdit::label);
            later.recover(lost, "kept");
            Document recovered = later.shown().orElseThrow();
            assertThat(recovered.unsaved()).isTrue();
            assertThat(recovered.file()).contains(file);
            assertThat(recovered.project()).isEqualTo(document.project());
            assertThat(next.lost()).isEmpty();
        }
        recovery = Recovery.open(folder.resolve("state"));
        assertThat(recovery.lost()).as("recovered, but not saved when that start ended, too").hasSize(1);
        recovery.forget(recovery.lost().getFirst());
        assertThat(recovery.lost()).isEmpty();
    }

    @Test
    void whatRunsIsNotLostAndWhatIsSavedOrClosedLeavesNothing() throws IOException {
        Document saved = workspace.create("a");
        Document closed = workspace.create("b");
        add(saved, "relu");
        add(closed, "relu");
        try (Recovery other = Recovery.open(folder.resolve("state"))) {
            assertThat(other.lost()).isEmpty();
        }
        workspace.save(saved, folder.resolve("a.netloom"), () -> {});
        workspace.close(closed);
        recovery.close();
        try (Stream<Path> left = Files.list(folder.resolve("state/recovery"))) {
            assertThat(left).isEmpty();
        }
        recovery = Recovery.open(folder.resolve("state"));
    }

    @Test
    void noTwoNewDocumentsAreCalledAlike() {
        assertThat(List.of(workspace.create("a"), workspace.create("a"), workspace.create("a", Project.empty())))
                .extracting(Document::name).containsExactly("a", "a 2", "a 3");
        workspace.close(workspace.documents().get(1));
        assertThat(workspace.create("a").name()).isEqualTo("a 2");
    }

    @Test
    void closingShowsTheNeighbour() {
        Document a = workspace.create("a");
        Document b = workspace.create("b");
        Document c = workspace.create("c");
        workspace.show(b);
        workspace.close(b);
        assertThat(workspace.shown()).contains(c);
        workspace.close(c);
        assertThat(workspace.shown()).contains(a);
        workspace.close(a);
        assertThat(workspace.shown()).isEmpty();
    }

    @Test
    void settingsSurviveAndNonsenseInThemDoesNoHarm() throws IOException {
        workspace.remember(s -> s.withOtherWheel().with(Settings.Theme.DARK).with(Settings.Language.CHINESE)
                .with(new Settings.Bounds(10, 20, 900, 700, true)).withPanels(200, 300));
        var file = new SettingsFile(folder.resolve("config"));
        assertThat(file.read()).isEqualTo(workspace.settings());
        Files.writeString(folder.resolve("config/settings.json"),
                "{\"theme\": 7, \"language\": \"chinese\", \"window\": [], \"recent\": \"x\", \"trackpad\": true}");
        assertThat(file.read().theme()).isEqualTo(Settings.Theme.SYSTEM);
        assertThat(file.read().language()).isEqualTo(Settings.Language.CHINESE);
        assertThat(file.read().trackpad()).isTrue();
        Files.writeString(folder.resolve("config/settings.json"), "{");
        assertThat(file.read()).isEqualTo(Settings.usual());
    }

    @Test
    void eachPlatformHasItsFolders() {
        Path home = folder;
        assertThat(Folders.of("Linux", home, Map.of())).isEqualTo(
                new Folders(home.resolve(".config/netloom"), home.resolve(".local/state/netloom")));
        assertThat(Folders.of("Linux", home, Map.of("XDG_CONFIG_HOME", "relative", "XDG_STATE_HOME",
                folder.resolve("s").toString())))
                .isEqualTo(new Folders(home.resolve(".config/netloom"), folder.resolve("s/netloom")));
        assertThat(Folders.of("Mac OS X", home, Map.of()).config())
                .isEqualTo(home.resolve("Library/Application Support/Netloom"));
        assertThat(Folders.of("Windows 11", home, Map.of("APPDATA", folder.resolve("r").toString())).config())
                .isEqualTo(folder.resolve("r/Netloom"));
    }

    private Path saved(String name) {
        Path file = folder.resolve(name + ".netloom");
        Document document = workspace.create(name);
        add(document, "in");
        workspace.save(document, file, () -> {});
        assertThat(document.file()).isEqualTo(Optional.of(file));
        workspace.close(document);
        return file;
    }

    private static void add(Document document, String name) {
        document.apply(new GraphEdit.Add(new Node(name, Catalogue.standard().make("ReLU"), 0, 0)));
    }
}
