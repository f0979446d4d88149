package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.data.Dataset;
import io.netloom.data.FormField;
import io.netloom.data.FormField.Fault;
import io.netloom.data.FormField.Gap;
import io.netloom.data.FormField.Kind;
import io.netloom.data.Labels;
import io.netloom.data.Part;
import io.netloom.data.RowForm;
import io.netloom.engine.ComputeDevice;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.Forecast;
import io.netloom.evaluate.Judged;
import io.netloom.evaluate.OpenModel;
import io.netloom.evaluate.Prediction;
import io.netloom.shape.Sentence;
import io.netloom.train.Gate;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are asked: they answer as `netloom predict` does.
@Tag("engine")
class TryoutTest {
    private static final Path SAMPLES = Path.of("../samples");
    private static final ComputeDevice CPU = ComputeDevice.parse("cpu");
    private static final float LITTLE = 1e-6f;

    @TempDir
    private Path folder;

    @Test
    void rowsThatAreWrittenIntoTheFormAreAnsweredAsThoseOfTheFile() {
        for (String sample : List.of("penguins-missing", "earthquakes", "sotu-era")) {
            Path run = train(sample, 1, _ -> {});
            try (Tryout tryout = Tryout.open(run, CPU).orElseThrow(); Dataset file = unlabelled(run)) {
                RowForm form = ((Asking.Rows) tryout.asking()).form();
                List<float[]> predicted = predicted(run, file, Math.min(120, file.size()));
                for (int row = 0; row < predicted.size(); row++) {
                    Map<String, String> written = file.columns(row);
                    assertThat(form.faults(written)).isEmpty();
                    assertSame(values(tryout.answer(form, written).getFirst()), predicted.get(row),
                            sample + ", " + file.describe(row));
                }
            }
        }
    }

    @Test
    void theFormKnowsWhatIsUsualAndWhatIsWrong() {
        Path run = train("penguins-missing", 1, _ -> {});
        try (Tryout tryout = Tryout.open(run, CPU).orElseThrow()) {
            RowForm form = ((Asking.Rows) tryout.asking()).form();
            assertThat(form.fields()).extracting(FormField::column).containsExactly("island", "bill_length_mm",
                    "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex");
            FormField island = form.fields().getFirst();
            assertThat(island.kind()).isEqualTo(new Kind.Choice(List.of("Biscoe", "Dream", "Torgersen")));
            assertThat(island.usual()).isEqualTo("Biscoe");
            FormField mass = form.fields().get(4);
            assertThat(mass.gap()).isEqualTo(Gap.FILLED);
            assertThat(mass.kind()).isInstanceOf(Kind.Number.class);
            assertThat(((Kind.Number) mass.kind()).least()).isBetween(2700f, 2900f);
            assertThat(Float.parseFloat(mass.usual())).isBetween(3900f, 4200f);
            assertThat(form.faults(Map.of("body_mass_g", "heavy", "bill_depth_mm", "17,5")))
                    .containsExactlyEntriesOf(Map.of("body_mass_g", Fault.NO_NUMBER));
            // All that is missing is filled as before training.
            assertThat(tryout.answer(form, Map.of())).hasSize(1);
        }
    }

    @Test
    void picturesAreAnsweredFromTheirFilesAndFromTheirPixels() throws Exception {
        Path run = train("unet-shapes", 1, _ -> {});
        try (Tryout tryout = Tryout.open(run, CPU).orElseThrow(); Dataset file = unlabelled(run)) {
            var form = ((Asking.Pictures) tryout.asking()).form();
            List<float[]> predicted = predicted(run, file, 1);
            Path picture = SAMPLES.resolve("unet-shapes/images").resolve(file.describe(0).toString());
            OpenModel.Seen seen = tryout.answer(form, picture);
            var expected = (Answer.Mask) Answer.of(Run.open(run).model().objective(),
                    Run.open(run).model().objective().heads().getFirst(), List.of(), predicted.getFirst());
            assertThat(((Answer.Mask) seen.answers().getFirst()).places()).isEqualTo(expected.places());
            OpenModel.Seen again = tryout.answer(form, seen.picture().pixels());
            assertThat(((Answer.Mask) again.answers().getFirst()).places()).isEqualTo(expected.places());
            Judged example = tryout.examples().getFirst();
            assertThat(example.right()).isEmpty();
            assertThat(example.picture()).isPresent();
            assertThat(example.certainty()).isCloseTo(1 - example.distance(), within(1e-9));
        }
    }

    @Test
    void examplesAreOfTheValidationPartAndJudged() {
        Path run = train("penguins-missing", 12, _ -> {});
        try (Tryout tryout = Tryout.open(run, CPU).orElseThrow()) {
            assertThat(tryout.part()).isEqualTo(Part.VALIDATION);
            List<Judged> examples = tryout.examples();
            double right = examples.stream().filter(e -> e.right().orElseThrow()).count() / (double) examples.size();
            double measured = RunRecord.read(run).finished().orElseThrow().validation().orElseThrow().values()
                    .get("accuracy");
            assertThat(right).isCloseTo(measured, within(1e-6));
            Judged first = examples.getFirst();
            var said = (Answer.Classes) first.answers().getFirst();
            var truth = (Answer.Classes) first.truths().getFirst();
            assertThat(first.distance())
                    .isCloseTo(-Math.log(said.probabilities().get(truth.likeliest())), within(1e-6));
            assertThat(first.certainty()).isEqualTo((double) said.probabilities().get(said.likeliest()));
            assertThat(first.columns()).containsKeys("island", "sex");
        }
    }

    @Test
    void whileARunIsTrainedItsNewestWeightsAnswerAndItLearnsTheSame() {
        var open = new ArrayList<Tryout>();
        var epochs = new ArrayList<Integer>();
        Path watched = train("penguins-missing", 4, run -> {
            if (open.isEmpty()) {
                Tryout.open(run, CPU).ifPresent(open::add);
            } else {
                assertThat(open.getFirst().refresh()).isTrue();
            }
            epochs.add(open.getFirst().epoch());
            assertThat(open.getFirst().examples()).isNotEmpty();
        });
        assertThat(epochs).containsExactly(1, 2, 3, 4);
        try (Tryout tryout = open.getFirst()) {
            assertThat(tryout.refresh()).as("the best weights once it is over").isTrue();
            assertThat(tryout.refresh()).isFalse();
        }
        Path alone = train("penguins-missing", 4, _ -> {});
        assertThat(weights(watched)).isEqualTo(weights(alone));
    }

    @Test
    void aRunWithoutWeightsIsNotOpenedYet() throws Exception {
        Path run = Files.createDirectory(folder.resolve("2026-01-01_000000-nothing"));
        assertThat(Tryout.open(run, CPU)).isEmpty();
    }

    @Test
    void aSeriesIsForecastBehindItsEnd() throws Exception {
        Path run = train("seattle-forecast", 1, _ -> {});
        try (Tryout tryout = Tryout.open(run, CPU).orElseThrow(); Dataset file = unlabelled(run)) {
            assertThat(tryout.asking()).isEqualTo(new Asking.Series());
            Forecast forecast = tryout.forecast();
            Forecast.Line line = forecast.lines().getFirst();
            List<String> rows = Files.readAllLines(SAMPLES.resolve("seattle-forecast/weather.csv"));
            assertThat(line.column()).isEqualTo("temp_max");
            assertThat(line.past().getLast().time()).isEqualTo(rows.getLast().split(",")[0]);
            assertThat(line.past()).hasSize(60);
            assertThat(line.ahead()).hasSize(1);
            List<float[]> predicted = predicted(run, file, file.size());
            assertThat(line.ahead().getFirst().value()).isCloseTo(predicted.getLast()[0], within(1e-4f));
        }
    }

    private static float[] weights(Path run) {
        var all = new ArrayList<Float>();
        Run.open(run).model().weights().tensors().forEach((_, tensor) -> {
            var floats = tensor.floats();
            while (floats.hasRemaining()) {
                all.add(floats.get());
            }
        });
        float[] flat = new float[all.size()];
        IntStream.range(0, flat.length).forEach(i -> flat[i] = all.get(i));
        return flat;
    }

    private static Dataset unlabelled(Path run) {
        Run opened = Run.open(run);
        return opened.data(Training.data(opened.project(), run), new Labels.None());
    }

    private static List<float[]> predicted(Path run, Dataset data, int count) {
        var answers = new ArrayList<float[]>();
        Prediction.of(Run.open(run).model(), data, IntStream.range(0, count).toArray(), CPU,
                (_, heads) -> answers.add(heads.getFirst()));
        return answers;
    }

    private static float[] values(Answer answer) {
        List<Float> values = switch (answer) {
            case Answer.Classes classes -> classes.probabilities();
            case Answer.Numbers numbers -> numbers.values();
            case Answer.Tags _,Answer.Shares _,Answer.Picture _,Answer.Mask _ -> List.of();
        };
        float[] flat = new float[values.size()];
        IntStream.range(0, flat.length).forEach(i -> flat[i] = values.get(i));
        return flat;
    }

    private static void assertSame(float[] answer, float[] predicted, String what) {
        assertThat(answer).as(what).hasSameSizeAs(predicted);
        for (int i = 0; i < answer.length; i++) {
            assertThat(answer[i]).as(what).isCloseTo(predicted[i],
                    within(LITTLE * Math.max(1, Math.abs(predicted[i]))));
        }
    }

    /// @param afterEpoch is told the run's folder
    private Path train(String sample, int epochs, Consumer<Path> afterEpoch) {
        Project project = ProjectFile.read(SAMPLES.resolve(sample).resolve(sample + ".netloom"));
        var run = new ArrayList<Path>();
        return new Training(CPU, Duration.ofHours(1), Gate.until(() -> false), new Training.Listener() {
            @Override
            public void opened(Dataset data) {}

            @Override
            public void warned(Sentence sentence) {}

            @Override
            public void begun(Path path, Prepared prepared) {
                run.add(path);
            }

            @Override
            public void told(TrainEvent event) {
                if (event instanceof TrainEvent.EpochEnded) {
                    afterEpoch.accept(run.getFirst());
                }
            }
        }).begin(project.withPlan(project.plan().withEpochs(epochs)), folder.resolve(sample + ".netloom"));
    }
}
