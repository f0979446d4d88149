package io.netloom.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.app.chart.Chart;
import io.netloom.app.chart.Points;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.runs.RunsViewModel.Across;
import io.netloom.app.runs.RunsViewModel.Seeds;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Relocation;
import io.netloom.project.RunNote;
import io.netloom.project.RunRecord;
import io.netloom.project.RunRecord.State;
import io.netloom.project.RunSettings;
import io.netloom.project.Training;
import io.netloom.shape.Sentence;
import io.netloom.train.Gate;
import io.netloom.train.PauseGate;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainEvent.EpochEnded;
import io.netloom.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that were made as the command line makes them, in a table without a window.
@Tag("engine")
class RunsViewModelTest {
    private static final int EPOCHS = 4;

    @TempDir
    private Path folder;
    private Path file;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        file = folder.resolve("xor.netloom");
        model = model();
    }

    private RunsViewModel model() {
        return new RunsViewModel(() -> file, folder.resolve("trash"), Background.atOnce(),
                Texts.of(Language.ENGLISH, Locale.ROOT));
    }

    private Path train(UnaryOperator<TrainingPlan> plan) {
        return train(plan, _ -> {});
    }

    private Path train(UnaryOperator<TrainingPlan> plan, Consumer<TrainEvent> told) {
        return train(plan, told, new PauseGate());
    }

    private Path train(UnaryOperator<TrainingPlan> plan, Consumer<TrainEvent> told, Gate gate) {
        Project project = ProjectFile.read(Path.of("../samples/xor/xor.netloom"));
        return new Training(ComputeDevice.parse("cpu"), Duration.ofHours(1), gate, new Training.Listener() {
            @Override
            public void opened(Dataset data) {
                // Nothing is to be said of it.
            }

            @Override
            public void warned(Sentence sentence) {
                // Nothing is to be said of it.
            }

            @Override
            public void begun(Path run, Prepared prepared) {
                // The event that follows says so.
            }

            @Override
            public void told(TrainEvent event) {
                told.accept(event);
            }
        }).begin(project.withPlan(plan.apply(project.plan().withEpochs(EPOCHS))), file);
    }

    @Test
    void runsAppearWhileTheyTrainAndWhenTheyHaveEnded() {
        model.look();
        assertThat(model.isEmpty()).isTrue();
        var seen = new ArrayList<State>();
        train(plan -> plan, event -> {
            if (event instanceof TrainEvent.EpochEnded) {
                model.look();
                seen.add(model.rows().getFirst().state());
                model.choose(List.of(model.rows().getFirst().folder()));
                assertThat(model.obstacleToDelete()).hasValueSatisfying(why -> assertThat(why).contains("Stop it"));
            }
        });
        assertThat(seen).hasSize(EPOCHS).containsOnly(State.TRAINING);
        model.look();
        RunRecord run = model.rows().getFirst();
        assertThat(run.state()).isEqualTo(State.COMPLETED);
        assertThat(run.epochs()).hasSize(EPOCHS);
        assertThat(model.loss().lines().getLast().trace().between(0, EPOCHS, 100).size()).isEqualTo(EPOCHS);
    }

    @Test
    void stepsOfRunsAreDrawnAndReadAlongWhileTheyTrain() {
        var sizes = new ArrayList<Integer>();
        Path run = train(plan -> plan.withBatchSize(4), event -> {
            if (event instanceof TrainEvent.EpochEnded) {
                model.look();
                model.choose(List.of(model.rows().getFirst().folder()));
                model.setAcross(Across.STEPS);
                sizes.add(points(model.loss().lines().getFirst()));
            }
        }, () -> Gate.Pass.ONE);
        model.look();
        int perEpoch = model.rows().getFirst().stepsPerEpoch().orElseThrow();
        assertThat(perEpoch).isGreaterThan(1);
        assertThat(sizes).containsExactly(perEpoch, 2 * perEpoch, 3 * perEpoch, 4 * perEpoch);
        assertThat(model.loss().lines()).hasSize(3);
        assertThat(model.loss().to()).isEqualTo(EPOCHS * perEpoch);
        Points validation = model.loss().lines().getLast().trace().between(0, 1e6, 10_000_000);
        List<EpochEnded> epochs = model.rows().getFirst().epochs();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            assertThat(validation.x(epoch)).as("where the epoch ended").isEqualTo((epoch + 1.0) * perEpoch);
            assertThat(validation.y(epoch))
                    .isEqualTo(epochs.get(epoch).validation().orElseThrow().values().get("loss"));
        }
        assertThat(model.metric().lines().getLast().trace().lastX()).hasValue(EPOCHS * perEpoch);
        assertThat(model.place(3)).isEqualTo("step 3");
        assertThat(model.measures()).startsWith("accuracy").endsWith("learning_rate", "gradient_norm");
        assertThat(model.measure()).isEqualTo("accuracy");
        model.setMeasure("gradient_norm");
        assertThat(model.metric().title()).isEqualTo("Gradient norm");
        assertThat(points(model.metric().lines().getFirst())).isEqualTo(EPOCHS * perEpoch);
        model.setMeasure("learning_rate");
        assertThat(model.metric().lines()).hasSize(1);
        assertThat(run.resolve("steps.bin")).isNotEmptyFile();
        model.setAcross(Across.EPOCHS);
        assertThat(model.loss().to()).isEqualTo(EPOCHS);
        assertThat(model.measure()).isEqualTo("accuracy");
        assertThat(model.measures()).contains("f1").doesNotContain("gradient_norm");
    }

    private static int points(Chart.Line line) {
        return line.trace().between(0, 1e6, 10_000_000).size();
    }

    @Test
    void runsSideBySideNameTheSettingsInWhichTheyDiffer() {
        train(plan -> plan);
        train(plan -> plan.withLearningRate(0.5).withBatchSize(2));
        model.look();
        List<RunRecord> rows = model.rows();
        model.choose(rows.stream().map(RunRecord::folder).toList());
        assertThat(model.differing()).containsExactlyInAnyOrder("learningRate", "batchSize");
        assertThat(model.differences(rows.getFirst())).contains("Learning rate 0.5", "2");
        assertThat(model.loss().lines()).hasSize(4).extracting(Chart.Line::name).doesNotHaveDuplicates()
                .anySatisfy(name -> assertThat(name).contains("Learning rate 0.5"));
        assertThat(model.colour(rows.getLast())).contains(1);
    }

    @Test
    void runsThatDifferOnlyInTheSeedAreDrawnAsMeanAndDeviation() {
        train(plan -> plan.withSeed(1));
        train(plan -> plan.withSeed(2));
        train(plan -> plan.withSeed(1).withLearningRate(0.5));
        model.look();
        model.choose(model.rows().stream().map(RunRecord::folder).toList());
        model.setSeeds(Seeds.TOGETHER);
        assertThat(model.groups()).extracting(List::size).containsExactlyInAnyOrder(1, 2);
        List<RunRecord> pair = model.groups().stream().filter(group -> group.size() == 2).findFirst().orElseThrow();
        List<Double> last = pair.stream().map(run -> RunCurves.judged(run.epochs().getLast(), "loss").orElseThrow())
                .toList();
        RunCurves.Band band = RunCurves.band(pair, "loss");
        double mean = (last.get(0) + last.get(1)) / 2;
        double deviation = Math.abs(last.get(0) - last.get(1)) / Math.sqrt(2);
        assertThat(band.mean().last().orElseThrow()).isCloseTo(mean, within(1e-12));
        assertThat(band.above().last().orElseThrow()).isCloseTo(mean + deviation, within(1e-12));
        assertThat(band.below().last().orElseThrow()).isCloseTo(mean - deviation, within(1e-12));
        assertThat(model.loss().lines()).hasSize(5);
        assertThat(RunWords.best(pair, "loss")).matches("\\d\\.\\d{4} ± \\d.*");
    }

    @Test
    void tagsAndNotesAreKeptWithTheRunAndFindIt() {
        train(plan -> plan);
        Path second = train(plan -> plan.withBatchSize(2));
        model.look();
        model.note(model.rows().getFirst(), new RunNote(List.of("keep", " keep ", "best"), "smaller steps"));
        assertThat(RunNote.read(second)).isEqualTo(new RunNote(List.of("keep", "best"), "smaller steps"));
        RunsViewModel later = model();
        later.look();
        later.setFilter("KEEP steps");
        assertThat(later.rows()).extracting(RunRecord::folder).containsExactly(second);
        later.setFilter("batchsize=2");
        assertThat(later.rows()).extracting(RunRecord::folder).containsExactly(second);
        later.setFilter("no such word");
        assertThat(later.rows()).isEmpty();
    }

    @Test
    void aRunKeepsTheVersionOfTheProgramAndTheFingerprintOfItsData() throws IOException {
        Path run = train(plan -> plan);
        assertThat(RunRecord.read(run).settings()).containsKeys(RunSettings.PROGRAM, RunSettings.FINGERPRINT);
        Files.writeString(run.resolve("program.json"), "{\"program\": 1, \"versions\": [\"0.9\", \"1.0\"]}");
        assertThat(RunRecord.read(run).settings()).containsEntry(RunSettings.PROGRAM, "0.9, 1.0");
        Files.delete(run.resolve("program.json"));
        assertThat(RunRecord.read(run).settings()).as("a run of an older version")
                .doesNotContainKey(RunSettings.PROGRAM);
    }

    @Test
    void whatIsSeenOfRunsIsSpreadByItsLogarithmAndKeptAsAFile() throws IOException {
        Path run = train(plan -> plan);
        model.look();
        model.choose(List.of(run));
        model.setScale(Chart.Scale.LOGARITHMIC);
        assertThat(model.loss().scale()).isEqualTo(Chart.Scale.LOGARITHMIC);
        assertThat(model.metric().scale()).as("accuracies may be 0").isEqualTo(Chart.Scale.LINEAR);
        Path table = folder.resolve("loss.csv");
        model.export(model.loss(), table);
        assertThat(Files.readAllLines(table)).hasSize(1 + 2 * EPOCHS).first().asString().startsWith("curve,");
        model.export(model.loss(), Files.createDirectories(folder.resolve("full.csv/full")).getParent());
        assertThat(model.failure()).isPresent();
    }

    @Test
    void whatIsChosenStaysChosenWhereRunsLieElsewhere() {
        train(plan -> plan.withSeed(1));
        Path first = train(plan -> plan.withSeed(2));
        model.look();
        model.choose(List.of(first));
        Path old = file;
        Path saved = folder.resolve("mine/gate.netloom");
        Map<Path, Path> moved = new Relocation(old, saved).move().orElseThrow();
        file = saved;
        model.moved(moved);
        assertThat(model.rows()).hasSize(2);
        assertThat(model.chosen()).extracting(RunRecord::folder).containsExactly(moved.get(first));
    }

    @Test
    void whatIsDeletedLiesInTheTrashAndComesBack() {
        Path kept = train(plan -> plan);
        Path gone = train(plan -> plan.withBatchSize(2));
        model.look();
        model.choose(List.of(gone));
        model.delete();
        assertThat(model.rows()).extracting(RunRecord::folder).containsExactly(kept);
        assertThat(folder.resolve("trash").resolve(gone.getFileName()).resolve("best.pt")).exists();
        assertThat(model.deleted()).isEqualTo(1);
        model.undoDelete();
        assertThat(model.rows()).extracting(RunRecord::folder).containsExactly(gone, kept);
        assertThat(gone.resolve("best.pt")).exists();
        assertThat(model.failure()).isEmpty();
    }

    @Test
    void aRunWhoseProcessIsGoneIsCutOffAndAFolderThatIsNoRunIsPassedOver() throws IOException {
        Path run = train(plan -> plan);
        Path metrics = run.resolve("metrics.jsonl");
        List<String> lines = Files.readAllLines(metrics);
        Files.write(metrics, lines.subList(0, lines.size() - 1));
        Files.writeString(run.resolve("process.json"), "{\"process\": 1, \"id\": " + ProcessHandle.current().pid()
                + ", \"start\": 1}");
        Files.createDirectories(run.resolveSibling("2026-01-01_000000-xor"));
        model.look();
        assertThat(model.rows()).singleElement().extracting(RunRecord::state).isEqualTo(State.CUT_OFF);
        model.choose(List.of(run));
        assertThat(model.obstacleToGoOn()).hasValueSatisfying(why -> assertThat(why).contains("no checkpoint"));
        Files.createFile(run.resolve("checkpoint.bin"));
        assertThat(model.obstacleToGoOn()).isEmpty();
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        assertThat(model.obstacleToOpen()).contains("Choose a run in the table first.");
        Path first = train(plan -> plan);
        Path second = train(plan -> plan);
        model.look();
        model.choose(List.of(first));
        assertThat(model.obstacleToOpen()).isEmpty();
        assertThat(model.obstacleToUse()).isEmpty();
        assertThat(model.obstacleToGoOn()).contains("This run came to its end. Branch from it to train on.");
        model.choose(List.of(first, second));
        assertThat(List.of(model.obstacleToOpen(), model.obstacleToGoOn(), model.obstacleToUse()))
                .allSatisfy(why -> assertThat(why).contains("Choose just one run in the table."));
        assertThat(model.obstacleToDelete()).isEmpty();
        model.delete();
        assertThat(model.isEmpty()).isTrue();
    }
}
