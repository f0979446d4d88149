package io.netloom.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.chart.Chart.Level;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.app.training.LiveRun.Phase;
import io.netloom.app.training.Message.Tone;
import io.netloom.compile.Optimiser;
import io.netloom.graph.GraphEdit;
import io.netloom.layer.Catalogue;
import io.netloom.project.Kept;
import io.netloom.project.Origin;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.RunEvents;
import io.netloom.project.Runs;
import io.netloom.train.Schedule;
import io.netloom.train.TrainEvent;
import io.netloom.train.TrainEvent.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training without a window: everything happens at once, on the thread that asks.
@Tag("engine")
class TrainingDeskTest {
    private static final Texts TEXTS = Texts.of(Language.ENGLISH, Locale.ROOT);

    @TempDir
    private Path folder;
    private TrainingDesk desk;

    private Document document(String sample) {
        desk = new TrainingDesk(Background.atOnce(), all -> one -> all.accept(List.of(one)));
        return Document.of(ProjectFile.read(Path.of("../samples/" + sample + "/" + sample + ".netloom")), sample,
                folder.resolve(sample + ".netloom"),
                edit -> EditWords.of(TEXTS, edit));
    }

    private TrainingViewModel model(Document document) {
        return new TrainingViewModel(document, desk, TEXTS, Background.atOnce());
    }

    private static void plan(Document document, String path, Object value) {
        document.change("plan", project -> project.withPlan(
                RecordTree.with(project.plan(), List.of(path.split("/")), value)));
    }

    @Test
    void aStoppedRunGoesOnWhereItWasAndItsCurvesToo() {
        Document document = document("xor");
        TrainingViewModel model = model(document);
        Runnable end = desk.listen(() -> {
            if (epoch(document) >= 5) {
                desk.stop();
            }
        });
        model.start();
        end.run();
        assertThat(desk.run(document).orElseThrow().history().finished().orElseThrow().reason())
                .isEqualTo(Reason.STOPPED);
        Path run = desk.run(document).orElseThrow().folder().orElseThrow();
        assertThat(Runs.of(document.home())).containsExactly(run);
        assertThat(model.canGoOn()).isTrue();
        model.goOn();
        RunHistory history = desk.run(document).orElseThrow().history();
        assertThat(history.finished().orElseThrow().reason()).isEqualTo(Reason.COMPLETED);
        assertThat(history.training("loss").between(0, history.steps(60), 1000).size()).isEqualTo(60);
        assertThat(RunEvents.read(run)).filteredOn(TrainEvent.EpochEnded.class::isInstance).hasSize(60);
        assertThat(model.canGoOn()).isFalse();
        assertThat(model.messages()).singleElement().extracting(Message::tone).isEqualTo(Tone.GOOD);
    }

    @Test
    void aBranchBeginsWithWhatARunHasLearntAndFollowsTheDrawingUntilItDoes() {
        Document document = document("xor");
        TrainingViewModel model = model(document);
        model.start();
        Path first = desk.run(document).orElseThrow().folder().orElseThrow();
        assertThat(model.canBranchOff()).isTrue();
        model.branch();
        assertThat(model.branching().messages()).singleElement().extracting(Message::tone).isEqualTo(Tone.GOOD);
        plan(document, "seed", 99L);
        assertThat(model.branching().messages()).extracting(Message::words)
                .anySatisfy(words -> assertThat(words).contains("divided otherwise"));
        document.undo();
        plan(document, "epochs", 2);
        model.branching().setKept(Kept.LAST);
        model = model(document);
        assertThat(model.branching().kept()).as("another language makes the views anew").isEqualTo(Kept.LAST);
        assertThat(model.canBranch()).isTrue();
        model.start();
        Path second = desk.run(document).orElseThrow().folder().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(Origin.read(second))
                .contains(new Origin(first.getFileName().toString(), Kept.LAST, List.of()));
        assertThat(desk.run(document).orElseThrow().history().lastEpoch().orElseThrow().epoch()).isEqualTo(2);
        assertThat(model.branching().isOpen()).isFalse();
    }

    @Test
    void aBranchOfWhichNothingFitsSaysSoAndCannotBegin() throws IOException {
        Document document = document("xor");
        TrainingViewModel model = model(document);
        model.start();
        model.branch(Files.createDirectories(folder.resolve("2026-01-01_000000-other")));
        assertThat(model.branching().messages()).singleElement().satisfies(message -> {
            assertThat(message.tone()).isEqualTo(Tone.BAD);
            assertThat(message.words()).contains("holds no weights");
        });
        assertThat(model.canBranch()).isFalse();
        model.branching().leave();
        assertThat(model.canBranchOff()).isTrue();
    }

    private int epoch(Document document) {
        return desk.run(document).flatMap(run -> run.history().lastEpoch()).map(TrainEvent.EpochEnded::epoch)
                .orElse(0);
    }

    @Test
    void aRunThatIsNotOfThisWindowIsShownWhenTheDeskIsOpened() {
        Document first = document("xor");
        model(first).start();
        TrainingDesk before = desk;
        Document again = document("xor");
        assertThat(desk).isNotSameAs(before);
        TrainingViewModel model = model(again);
        assertThat(model.charts().isEmpty()).isTrue();
        model.open();
        assertThat(model.charts().isEmpty()).isFalse();
        assertThat(model.headline()).startsWith("The newest run, ");
        assertThat(model.charts().metric().title()).isEqualTo("Accuracy");
    }

    @Test
    void picturesHaveBaselinesToo() {
        Document document = document("fashion");
        TrainingViewModel model = model(document);
        plan(document, "epochs", 1);
        model.open();
        model.start();
        assertThat(model.charts().metric().levels()).extracting(Level::name).containsExactly("most frequent class",
                "logistic regression");
        TrainingViewModel again = model(document);
        again.open();
        assertThat(again.charts().metric().levels()).hasSize(2);
    }

    @Test
    void aRunWhoseDataHasChangedAsksBeforeItGoesOn() throws IOException {
        Path table = Files.copy(Path.of("../samples/xor/xor.csv"), folder.resolve("xor.csv"));
        Document document = document("xor");
        document.change("data", project -> new Project(project.graph(), project.data().map(data -> data.at(table)),
                project.plan()));
        TrainingViewModel model = model(document);
        Runnable end = desk.listen(() -> {
            if (epoch(document) >= 5) {
                desk.stop();
            }
        });
        model.start();
        end.run();
        List<String> lines = Files.readAllLines(table);
        Files.write(table, lines.subList(0, lines.size() - 8));
        model.goOn();
        assertThat(model.doubt().orElseThrow()).asString()
                .startsWith("Since this run was trained its data has changed");
        assertThat(epoch(document)).isLessThan(60);
        model = model(document);
        model.open();
        assertThat(model.doubt()).as("another language makes the views anew").isPresent();
        model.leaveIt();
        assertThat(model.doubt()).isEmpty();
        Files.write(table, lines);
        model.goOn();
        assertThat(model.doubt()).isEmpty();
        assertThat(epoch(document)).isEqualTo(60);
        assertThat(model.facts()).contains(new Fact("Precision", "float32"));
    }

    @Test
    void aPrecisionThatIsLeftOpenIsSettledAndNamed() {
        Document document = document("xor");
        plan(document, "epochs", 2);
        plan(document, "learning", document.project().plan().learning().in(Optional.empty()));
        TrainingViewModel model = model(document);
        model.start();
        assertThat(document.project().plan().learning().precision()).isEmpty();
        String taken = desk.run(document).orElseThrow().project().plan().learning().precision().orElseThrow()
                .toString();
        assertThat(model.facts()).contains(new Fact("Precision", taken));
    }

    @Test
    void aChartThatCouldNotBeKeptIsSaidUntilOneIs() throws IOException {
        Document document = document("xor");
        TrainingViewModel model = model(document);
        model.start();
        Path blocked = Files.createDirectories(folder.resolve("loss.csv/full")).getParent();
        model.export(model.charts().loss(), blocked);
        assertThat(model.messages()).first().extracting(Message::tone).isEqualTo(Tone.BAD);
        model = model(document);
        assertThat(model.messages()).as("another language makes the views anew").first().extracting(Message::tone)
                .isEqualTo(Tone.BAD);
        model.export(model.charts().loss(), folder.resolve("other.csv"));
        assertThat(model.messages()).extracting(Message::tone).doesNotContain(Tone.BAD);
    }

    @Test
    void dataThatIsGoneIsSaidInWords() {
        Document document = document("xor");
        document.change("data", project -> new Project(project.graph(),
                project.data().map(data -> data.at(folder.resolve("gone.csv"))), project.plan()));
        TrainingViewModel model = model(document);
        model.start();
        assertThat(model.phase()).contains(Phase.FAILED);
        assertThat(model.messages()).singleElement().satisfies(message -> {
            assertThat(message.tone()).isEqualTo(Tone.BAD);
            assertThat(message.words()).contains("gone.csv").doesNotContain("Exception");
        });
        assertThat(Files.exists(folder.resolve("runs"))).isFalse();
        assertThat(desk.busy()).isEmpty();
    }

    @Test
    void aNetworkThatDoesNotFitIntoMemoryIsSaidInWords() {
        Document document = document("penguins");
        for (String dense : List.of("dense1", "dense2")) {
            document.apply(new GraphEdit.Change(dense, Catalogue.standard().make("Dense", "units", "8000")));
        }
        TrainingViewModel model = model(document);
        assertThat(model.obstacle()).isEmpty();
        model.start();
        assertThat(model.messages()).first().satisfies(message -> {
            assertThat(message.tone()).isEqualTo(Tone.BAD);
            assertThat(message.words()).startsWith("There is not enough memory");
        });
    }

    @Test
    void aLossThatRunsAwayIsExplainedWithASmallerRate() {
        Document document = document("linear-regression");
        plan(document, "learning/optimiser", new Optimiser.Sgd(0.9, 0));
        plan(document, "learningRate", 100.0);
        plan(document, "schedule", new Schedule.Constant());
        TrainingViewModel model = model(document);
        model.start();
        assertThat(model.messages()).first().satisfies(message -> {
            assertThat(message.tone()).isEqualTo(Tone.BAD);
            assertThat(message.words()).startsWith("The loss is no longer a finite number since epoch ")
                    .endsWith("Train again with a smaller learning rate, such as 10.");
        });
    }

    @Test
    void whatItTakesIsKnownBeforehandUntilSomethingChanges() {
        Document document = document("penguins");
        TrainingViewModel model = model(document);
        assertThat(model.before()).hasSize(1);
        model.estimate();
        assertThat(model.before()).extracting(Fact::label).containsExactly("Parameters", "An epoch",
                "Memory");
        assertThat(model.phase()).isEmpty();
        assertThat(Files.exists(folder.resolve("runs"))).isFalse();
        plan(document, "batchSize", 8);
        assertThat(model.before()).hasSize(1);
    }

    @Test
    void whatStandsInTheWayIsSaidBeforehand() {
        Document document = document("penguins");
        TrainingViewModel model = model(document);
        assertThat(model.obstacle()).isEmpty();
        document.change("data", project -> new Project(project.graph(), Optional.empty(), project.plan()));
        assertThat(model.obstacle().orElseThrow()).startsWith("This project names no data");
        document.apply(new GraphEdit.Remove("dense1"));
        assertThat(model.obstacle().orElseThrow()).endsWith("in the drawing must be mended first.");
        model.start();
        assertThat(model.phase()).isEmpty();
    }
}
