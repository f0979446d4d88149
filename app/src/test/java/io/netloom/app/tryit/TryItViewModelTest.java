package io.netloom.app.tryit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.app.tryit.ExamplesViewModel.Mark;
import io.netloom.app.tryit.ExamplesViewModel.Order;
import io.netloom.app.tryit.TryItViewModel.Own;
import io.netloom.data.Dataset;
import io.netloom.data.TextFile;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.Judged;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Proposal;
import io.netloom.project.Training;
import io.netloom.shape.Sentence;
import io.netloom.train.Gate;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the panel Try it says.
@Tag("engine")
class TryItViewModelTest {
    private static final Path SAMPLES = Path.of("../samples");

    @TempDir
    private Path home;
    private Optional<Path> live = Optional.empty();
    private Path project;
    private TryItViewModel model;

    @AfterEach
    void close() {
        if (model != null) {
            model.close();
        }
    }

    @Test
    void withoutARunItSaysWhatToDoAndOpensOneByItself() {
        open("penguins-missing");
        assertThat(model.obstacle()).hasValueSatisfying(words -> assertThat(words).contains("Press Train"));
        train("penguins-missing", 2);
        model.look();
        assertThat(model.obstacle()).isEmpty();
        assertThat(model.headline()).contains("penguins-missing, weights after epoch");
        assertThat(model.own()).isInstanceOf(Own.Form.class);
    }

    @Test
    void theFormAnswersAtOnceAndSaysBesideTheFieldWhatIsWrong() {
        open("penguins-missing");
        train("penguins-missing", 30);
        model.look();
        FormViewModel form = ((Own.Form) model.own()).model();
        assertThat(form.value("island")).isEqualTo("Biscoe");
        assertThat(form.answers()).hasSize(1);
        // A long, flat bill and long flippers are those of a Gentoo penguin of Biscoe.
        Map.of("bill_length_mm", "47.5", "bill_depth_mm", "14.9", "flipper_length_mm", "217", "body_mass_g", "5050")
                .forEach(form::set);
        assertThat(likeliest(form.answers())).isEqualTo("Gentoo");
        Map.of("island", "Torgersen", "bill_length_mm", "38.9", "bill_depth_mm", "18.4", "flipper_length_mm", "190",
                "body_mass_g", "3700").forEach(form::set);
        assertThat(likeliest(form.answers())).isEqualTo("Adelie");
        form.set("body_mass_g", "heavy");
        assertThat(form.fault("body_mass_g")).contains("Write a number, such as 12.5.");
        assertThat(form.fault("island")).isEmpty();
        assertThat(form.answers()).isEmpty();
        assertThat(form.failure()).isPresent();
        form.set("body_mass_g", "99000");
        assertThat(form.fault("body_mass_g")).isEmpty();
        assertThat(form.notice(form.fields().get(4)))
                .hasValueSatisfying(words -> assertThat(words).startsWith("Outside of 2700 to 6050"));
        assertThat(form.answers()).hasSize(1);
        form.set("body_mass_g", "");
        assertThat(form.notice(form.fields().get(4))).contains("Missing: it is filled as it was in training.");
        assertThat(form.answers()).hasSize(1);
        form.reset();
        assertThat(form.value("body_mass_g")).isNotEmpty();
    }

    @Test
    void examplesCanBeSortedByMistakesAndTakenOver() {
        open("penguins-missing");
        train("penguins-missing", 4);
        model.look();
        ExamplesViewModel examples = model.examples();
        assertThat(examples.orders()).containsExactly(Order.values());
        assertThat(examples.summary()).contains("examples of the validation part", "answered rightly");
        examples.setOrder(Order.WORST);
        assertThat(examples.examples()).isSortedAccordingTo((a, b) -> Double.compare(b.distance(), a.distance()));
        examples.setOrder(Order.SUREST_MISTAKES);
        List<Mark> marks = examples.examples().stream().map(examples::mark).toList();
        assertThat(marks).doesNotContain(Mark.NEITHER);
        assertThat(marks.subList(marks.indexOf(Mark.RIGHT), marks.size())).doesNotContain(Mark.WRONG);
        Judged first = examples.examples().getFirst();
        model.take(first);
        FormViewModel form = ((Own.Form) model.own()).model();
        assertThat(form.value("bill_length_mm")).isEqualTo(first.columns().get("bill_length_mm"));
        assertThat(likeliest(form.answers())).isEqualTo(likeliest(first.answers()));
    }

    @Test
    void aPictureIsDrawnOrDroppedAndWhatIsNoneSaysSo() throws Exception {
        open("fashion");
        train("fashion", 1);
        model.look();
        PictureViewModel picture = ((Own.Picture) model.own()).model();
        assertThat(picture.canDraw()).isTrue();
        assertThat(picture.answers()).isEmpty();
        picture.begin(0.3, 0.2);
        picture.goOn(0.7, 0.8);
        assertThat(picture.answers()).hasSize(1);
        assertThat(picture.picture()).isPresent();
        assertThat(picture.caption()).isEqualTo("your drawing");
        picture.clear();
        assertThat(picture.answers()).isEmpty();
        Judged example = model.examples().examples().getFirst();
        picture.open(SAMPLES.resolve("fashion/images").resolve(example.name().toString()));
        assertThat(likeliest(picture.answers())).isEqualTo(likeliest(example.answers()));
        Path noPicture = Files.writeString(home.resolve("letter.png"), "Dear network");
        picture.open(noPicture);
        assertThat(picture.failure()).hasValueSatisfying(words -> assertThat(words).contains("letter.png"));
        assertThat(picture.answers()).isEmpty();
    }

    @Test
    void aTextGoesOnAndAnEmptyPromptSaysWhatToDo() throws Exception {
        Path text = Files.writeString(home.resolve("rhyme.txt"), "the cat sat on the mat and the rat sat on the cat. "
                .repeat(60));
        TextFile source = TextFile.detect(text, Optional.empty());
        open("rhyme");
        try (Dataset windows = source.open()) {
            Project made = Proposal.of(source, windows).project();
            begin(made.withPlan(made.plan().withEpochs(1)));
        }
        model.look();
        PromptViewModel prompt = ((Own.Prompt) model.own()).model();
        prompt.goOn(" ");
        assertThat(prompt.failure())
                .hasValueSatisfying(words -> assertThat(words).contains("Write how the text begins"));
        prompt.setTokens(20);
        prompt.goOn("the cat");
        assertThat(prompt.failure()).isEmpty();
        assertThat(prompt.isWriting()).isFalse();
        assertThat(prompt.text()).startsWith("the cat").hasSize("the cat".length() + 20);
    }

    @Test
    void dataThatIsGoneIsSaidAndTheRunStaysOpen() throws Exception {
        Path copy = Files.copy(SAMPLES.resolve("penguins/penguins.csv"), home.resolve("birds.csv"));
        Project sample = ProjectFile.read(SAMPLES.resolve("penguins-missing/penguins-missing.netloom"));
        open("birds");
        begin(new Project(sample.graph(), Optional.of(sample.data().orElseThrow().at(copy)),
                sample.plan().withEpochs(1)));
        Files.delete(copy);
        model.look();
        assertThat(model.own()).isInstanceOfSatisfying(Own.Nothing.class,
                nothing -> assertThat(nothing.why()).contains("birds.csv"));
        assertThat(model.examples().absence()).isPresent();
    }

    private static String likeliest(List<Answer> answers) {
        var classes = (Answer.Classes) answers.getFirst();
        return classes.names().get(classes.likeliest());
    }

    private void open(String name) {
        project = home.resolve(name + ".netloom");
        model = new TryItViewModel(() -> live, () -> project, Texts.of(Language.ENGLISH, Locale.ROOT),
                Background.atOnce(), all -> piece -> all.accept(List.of(piece)));
        model.look();
    }

    private void train(String sample, int epochs) {
        Project made = ProjectFile.read(SAMPLES.resolve(sample).resolve(sample + ".netloom"));
        begin(made.withPlan(made.plan().withEpochs(epochs)));
    }

    private void begin(Project made) {
        new Training(ComputeDevice.parse("cpu"), Duration.ofHours(1), Gate.until(() -> false),
                new Training.Listener() {
                    @Override
                    public void opened(Dataset data) {}

                    @Override
                    public void warned(Sentence sentence) {}

                    @Override
                    public void begun(Path run, Prepared prepared) {}

                    @Override
                    public void told(TrainEvent event) {}
                }).begin(made, project);
    }
}
