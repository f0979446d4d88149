package io.netloom.app.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.compile.Loss;
import io.netloom.compile.Optimiser;
import io.netloom.layer.Precision;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.train.Schedule;
import io.netloom.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The plan, line by line.
class PlanViewModelTest {
    private static final Texts ENGLISH = Texts.of(Language.ENGLISH, Locale.ROOT);

    @TempDir
    private Path folder;
    private final Document document = Document.of(
            ProjectFile.read(Path.of("../samples/penguins/penguins.netloom")), "penguins",
            edit -> EditWords.of(ENGLISH, edit));
    private final PlanViewModel model = model(ENGLISH);

    private PlanViewModel model(Texts texts) {
        return new PlanViewModel(document,
                new TrainingDesk(Background.atOnce(), all -> one -> all.accept(List.of(one))),
                texts);
    }

    private PlanRow row(String id) {
        return model.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private TrainingPlan plan() {
        return document.project().plan();
    }

    @Test
    void aNumberIsOneStepThatCanBeUndoneAndIsSaved() {
        model.set(row("learningRate"), "0.003");
        assertThat(plan().learningRate()).isEqualTo(0.003);
        assertThat(document.undoLabel()).contains("Learning rate of the Plan");
        Path file = folder.resolve("p.netloom");
        ProjectFile.write(document.project(), file);
        assertThat(ProjectFile.read(file).plan()).isEqualTo(plan());
        document.undo();
        assertThat(plan().learningRate()).isEqualTo(0.001);
    }

    @ParameterizedTest
    @CsvSource({"learningRate, 0", "learningRate, -1", "learningRate, x", "learningRate, ''", "epochs, 0",
            "epochs, 1.5", "epochs, 99999999999", "batchSize, -3", "patience, -1", "seed, 0.1", "fractions-test, 1",
            "learning-optimiser-beta1, 1", "learning-optimiser-epsilon, 0"})
    void whatIsNoValueIsRefusedWithWhatIsNeededAndChangesNothing(String id, String text) {
        Project before = document.project();
        assertThat(model.problem(row(id), text)).isPresent();
        model.set(row(id), text);
        assertThat(document.project()).isSameAs(before);
        assertThat(document.undoLabel()).isEmpty();
    }

    @Test
    void aChoiceBringsItsOwnSettingsAlong() {
        model.set(row("learning-optimiser"), "sgd");
        assertThat(plan().learning().optimiser()).isEqualTo(new Optimiser.Sgd(0.9, 0));
        model.set(row("learning-optimiser-momentum"), "0.5");
        model.set(row("learning-optimiser-nesterov"), "true");
        assertThat(plan().learning().optimiser()).isEqualTo(new Optimiser.Sgd(0.5, 0, true, 0));
        assertThat(model.problem(row("learning-optimiser-momentum"), "0")).isPresent();
        model.set(row("schedule"), "warmup");
        model.set(row("schedule-then"), "step");
        model.set(row("schedule-then-gamma"), "0.25");
        assertThat(plan().schedule()).isEqualTo(new Schedule.WarmUp(100, new Schedule.Step(10, 0.25)));
        model.set(row("learning-precision"), "bfloat16");
        assertThat(plan().learning().precision()).contains(Precision.BFLOAT16);
    }

    @Test
    void theLossOfATargetIsTheUsualOneOrAnotherThatFits() {
        PlanRow loss = row("losses-species");
        assertThat(loss.value()).isEqualTo("usual");
        assertThat(loss.choices()).containsExactly("usual", "crossentropy", "crossentropy-balanced",
                "crossentropy-smooth");
        model.set(loss, "crossentropy");
        assertThat(plan().losses()).containsEntry("species", Loss.CROSS_ENTROPY);
        model.set(row("losses-species"), "crossentropy-balanced");
        assertThat(plan().losses()).containsEntry("species",
                new Loss.CrossEntropy(0, new Loss.ClassWeights.Balanced()));
        assertThat(row("losses-species").value()).isEqualTo("crossentropy-balanced");
        var own = new Loss.CrossEntropy(0.3, new Loss.ClassWeights.Even());
        document.change("own", project -> project.withPlan(
                RecordTree.with(plan(), List.of("losses"), Map.of("species", own))));
        assertThat(row("losses-species").value()).isEqualTo("given");
        model.set(row("losses-species"), "given");
        assertThat(plan().losses()).containsEntry("species", own);
        model.set(row("losses-species"), "usual");
        assertThat(plan().losses()).isEmpty();
    }

    @Test
    void theLossOfPicturesCanBeChosenToo() {
        Project fashion = ProjectFile.read(Path.of("../samples/fashion/fashion.netloom"));
        document.change("fashion", _ -> fashion);
        assertThat(row("losses-class").value()).isEqualTo("usual");
        assertThat(model.label(row("losses-class"))).isEqualTo("Loss");
        model.set(row("losses-class"), "crossentropy-smooth");
        assertThat(plan().losses()).containsOnlyKeys("class");
    }

    @Test
    void theDeviceIsNoPartOfThePlan() {
        Project before = document.project();
        model.set(row("device"), "cpu");
        assertThat(row("device").value()).isEqualTo("cpu");
        assertThat(document.project()).isSameAs(before);
    }

    @Test
    void theCurveIsThatOfTheSchedule() {
        model.set(row("schedule"), "cosine");
        double[] curve = model.curve(101);
        assertThat(curve[0]).isEqualTo(0.001);
        assertThat(curve[50]).isBetween(0.0005, 0.00051);
        assertThat(curve[100]).isBetween(0.00000999, 0.0000101);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = {"ENGLISH", "CHINESE"})
    void everyLineAndEveryChoiceHasWords(Language language) {
        PlanViewModel words = model(Texts.of(language, Locale.ROOT));
        int seen = 0;
        for (PlanRow row : words.rows()) {
            for (String choice : row.choices()) {
                assertThat(words.word(choice)).isNotBlank();
                words.set(row, choice);
                words.rows().forEach(other -> {
                    assertThat(words.label(other)).isNotBlank();
                    assertThat(words.help(other)).isNotBlank();
                });
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(20);
    }
}
