package io.netloom.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Workspace.Event;
import io.netloom.app.task.Background;
import io.netloom.data.Fingerprint;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Kept;
import io.netloom.project.Origin;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Run;
import io.netloom.project.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents that have no file yet, and their runs.
class UnsavedRunsTest {
    private static final Path SAMPLE = Path.of("../samples/xor/xor.netloom");

    @TempDir
    private Path folder;
    private Recovery recovery;
    private Workspace workspace;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void open() {
        recovery = Recovery.open(folder.resolve("state"));
        workspace = new Workspace(Background.atOnce(), Optional.of(recovery),
                new Homes(folder.resolve("unsaved"), folder.resolve("trash")),
                new SettingsFile(folder.resolve("config")), GraphEdit::label);
        workspace.listen(events::add);
    }

    @AfterEach
    void close() {
        recovery.close();
    }

    private void crash() {
        // The system lets go of the lock, and nothing else happens.
        recovery.close();
        open();
    }

    private Document sample() {
        workspace.openCopy(SAMPLE, "xor");
        return workspace.shown().orElseThrow();
    }

    /// A run as a training leaves it.
    private static Path run(Document document, int second) throws IOException {
        Path run = Files.createDirectories(document.home().resolveSibling("runs")
                .resolve("2026-01-01_00000" + second + "-" + Runs.name(document.home())));
        ProjectFile.write(document.project(), run.resolve("project.netloom"));
        document.keepRuns();
        return run;
    }

    private static void isTrainedBy(long process, Path run) throws IOException {
        Files.writeString(run.resolve("process.json"), "{\"process\": 1, \"id\": " + process + "}");
        Files.writeString(run.resolve("checkpoint.bin"), "");
    }

    private static void isTrained(Path run) throws IOException {
        isTrainedBy(ProcessHandle.current().pid(), run);
    }

    private static void isCutOff(Path run) throws IOException {
        isTrainedBy(Long.MAX_VALUE, run);
    }

    private List<Path> cutOff() {
        var found = new ArrayList<Path>();
        workspace.findCutOff(found::addAll);
        return found;
    }

    @Test
    void twoOfOneSampleShareNoRuns() throws IOException {
        Document first = sample();
        Document second = sample();
        Path run = run(first, 1);
        assertThat(second.name()).isEqualTo(first.name() + " 2");
        assertThat(Runs.of(first.home())).containsExactly(run);
        assertThat(Runs.of(second.home())).isEmpty();
        assertThat(Runs.of(workspace.create("a/b: c?").home())).isEmpty();
    }

    @Test
    void whoHasRunsIsNotSavedAndIsFoundAfterACrashWithThem() throws IOException {
        Document document = sample();
        assertThat(document.unsaved()).isFalse();
        Path run = run(document, 1);
        assertThat(document.unsaved()).isTrue();
        crash();
        Recovery.Lost lost = recovery.lost().getFirst();
        workspace.recover(lost, "xor");
        Document recovered = workspace.shown().orElseThrow();
        assertThat(Runs.of(recovered.home())).containsExactly(run);
        assertThat(recovered.project()).isEqualTo(document.project());
        assertThat(recovered.file()).isEmpty();
    }

    @Test
    void aTrainingThatWasCutOffGoesOnInTheDocumentThatWasLostWhicheverIsTakenUpFirst() throws IOException {
        Document document = sample();
        Path run = run(document, 1);
        isCutOff(run);
        document.apply(new GraphEdit.Add(new Node("later", Catalogue.standard().make("ReLU"), 0, 0)));
        crash();
        List<Recovery.Lost> lost = recovery.lost();
        assertThat(cutOff()).containsExactly(run);
        workspace.openForRun(run, () -> {});
        Document recovered = workspace.shown().orElseThrow();
        assertThat(recovered.drawing().contains("later")).isTrue();
        assertThat(recovered.name()).isEqualTo("xor");
        workspace.recover(lost.getFirst(), "xor");
        assertThat(workspace.documents()).containsExactly(recovered);
        crash();
        workspace.recover(recovery.lost().getFirst(), "xor");
        workspace.openForRun(run, () -> {});
        assertThat(workspace.documents()).singleElement()
                .satisfies(shown -> assertThat(shown.drawing().contains("later")).isTrue());
        assertThat(events).noneMatch(Event.Failed.class::isInstance);
    }

    @Test
    void allRunsFollowTheirDocumentToItsFile() throws IOException {
        Document document = sample();
        Path first = run(document, 1);
        Path second = run(document, 2);
        Files.writeString(second.resolve("origin.json"), "{\"origin\": 1, \"run\": \"" + first.getFileName()
                + "\", \"kept\": \"best\", \"anew\": []}");
        Path old = document.home();
        Path file = Files.createDirectories(folder.resolve("mine")).resolve("gate.netloom");
        workspace.save(document, file, () -> workspace.bringRuns(document));
        List<Path> runs = Runs.of(file);
        assertThat(runs).extracting(run -> run.getFileName().toString())
                .containsExactly("2026-01-01_000002-gate", "2026-01-01_000001-gate");
        assertThat(document.home()).isEqualTo(file);
        assertThat(document.unsaved()).isFalse();
        assertThat(Origin.read(runs.getFirst()))
                .contains(new Origin("2026-01-01_000001-gate", Kept.BEST, List.of()));
        Project project = Run.project(runs.getLast());
        assertThat(project).isEqualTo(document.project());
        assertThat(Fingerprint.of(project.data().orElseThrow())).as("its data is found").isPresent();
        assertThat(events).filteredOn(Event.Brought.class::isInstance).singleElement()
                .satisfies(event -> assertThat(((Event.Brought) event).moved()).containsEntry(first, runs.getLast()));
        assertThat(old.getParent()).doesNotExist();
        workspace.close(document);
        assertThat(Runs.of(file)).isEqualTo(runs);
    }

    @Test
    void runsOfOneSecondStandSideBySideAtTheFile() throws IOException {
        Document first = sample();
        Document second = sample();
        run(first, 1);
        run(second, 1);
        Path file = folder.resolve("gate.netloom");
        for (Document document : List.of(first, second)) {
            workspace.save(document, file, () -> workspace.bringRuns(document));
        }
        assertThat(Runs.of(file)).extracting(run -> run.getFileName().toString())
                .containsExactlyInAnyOrder("2026-01-01_000001-gate", "2026-01-01_000001.2-gate");
    }

    @Test
    void runsStayTogetherWhileOneIsTrainedAndFollowAfterwards() throws IOException {
        Document document = sample();
        run(document, 1);
        Path trained = run(document, 2);
        isTrained(trained);
        Path old = document.home();
        Path file = folder.resolve("gate.netloom");
        workspace.save(document, file, () -> workspace.bringRuns(document));
        assertThat(document.file()).contains(file);
        assertThat(document.home()).isEqualTo(old);
        assertThat(Runs.of(old)).hasSize(2);
        Files.delete(trained.resolve("process.json"));
        workspace.bringRuns(document);
        assertThat(document.home()).isEqualTo(file);
        assertThat(Runs.of(file)).hasSize(2);
    }

    @Test
    void aCrashBetweenSavingAndTheEndOfATrainingLosesNoRun() throws IOException {
        Document document = sample();
        Path run = run(document, 1);
        isTrained(run);
        Path file = folder.resolve("gate.netloom");
        workspace.save(document, file, () -> workspace.bringRuns(document));
        isCutOff(run);
        crash();
        Path brought = Path.of(file.resolveSibling("runs") + "/2026-01-01_000001-gate");
        assertThat(cutOff()).containsExactly(brought);
        workspace.openForRun(brought, () -> {});
        assertThat(workspace.shown().orElseThrow().file()).contains(file);
    }

    @Test
    void savingAFileElsewhereLeavesItsRunsWithIt() throws IOException {
        Document document = sample();
        Path file = folder.resolve("a.netloom");
        workspace.save(document, file, () -> workspace.bringRuns(document));
        Path run = run(document, 1);
        workspace.save(document, folder.resolve("b.netloom"), () -> workspace.bringRuns(document));
        assertThat(Runs.of(file)).containsExactly(run);
        assertThat(document.home()).isEqualTo(folder.resolve("b.netloom"));
    }

    @Test
    void theRunsOfADocumentThatIsGivenUpLieInTheTrash() throws IOException {
        Document document = sample();
        Path run = run(document, 1);
        workspace.close(document);
        assertThat(folder.resolve("trash").resolve(document.home().getParent().getFileName())
                .resolve(run.getFileName())).isDirectory();
        assertThat(document.home().getParent()).doesNotExist();
        assertThat(recovery.lost()).isEmpty();
    }

    @Test
    void theRunsOfLostWorkThatIsDiscardedLieInTheTrash() throws IOException {
        Document document = sample();
        Path run = run(document, 1);
        isCutOff(run);
        crash();
        Recovery.Lost lost = recovery.lost().getFirst();
        var gone = new ArrayList<Path>();
        workspace.giveUp(lost, gone::addAll);
        assertThat(gone).containsExactly(run);
        assertThat(folder.resolve("trash").resolve(document.home().getParent().getFileName())
                .resolve(run.getFileName())).isDirectory();
        assertThat(document.home().getParent()).doesNotExist();
        assertThat(recovery.lost()).isEmpty();
        assertThat(cutOff()).isEmpty();
    }

    @Test
    void discardingLostWorkLeavesTheRunsOfADocumentThatIsOpenOrElseRecoverable() throws IOException {
        Document document = sample();
        Path run = run(document, 1);
        recovery.keep("twin", document.project(), Optional.empty(), document.home());
        crash();
        List<Recovery.Lost> lost = recovery.lost();
        assertThat(lost).hasSize(2);
        workspace.giveUp(lost.getFirst(), _ -> {});
        assertThat(run).isDirectory();
        workspace.recover(lost.getLast(), "xor");
        crash();
        Recovery.Lost again = recovery.lost().getFirst();
        workspace.openForRun(run, () -> {});
        workspace.giveUp(again, _ -> {});
        assertThat(run).isDirectory();
        assertThat(events).noneMatch(Event.Failed.class::isInstance);
    }

    @Test
    void lostWorkOfAFileIsDiscardedWithoutTheFilesRuns() throws IOException {
        Document document = sample();
        Path file = folder.resolve("a.netloom");
        workspace.save(document, file, () -> workspace.bringRuns(document));
        Path run = run(document, 1);
        document.apply(new GraphEdit.Add(new Node("later", Catalogue.standard().make("ReLU"), 0, 0)));
        crash();
        workspace.giveUp(recovery.lost().getFirst(), _ -> {});
        assertThat(run).isDirectory();
        assertThat(recovery.lost()).isEmpty();
    }
}
