package io.netloom.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.netloom.app.chart.Points;
import io.netloom.app.chart.Trace;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.app.training.ChartsViewModel.Across;
import io.netloom.data.Dataset;
import io.netloom.engine.ComputeDevice;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Training;
import io.netloom.shape.Sentence;
import io.netloom.train.Gate;
import io.netloom.train.Prepared;
import io.netloom.train.TrainEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The course of runs that others have trained, each step of which was told.
@Tag("engine")
class RunHistoryTest {
    private static final int EPOCHS = 5;
    private static final Texts TEXTS = Texts.of(Language.ENGLISH, Locale.ROOT);

    @TempDir
    private Path folder;
    private Project project;
    private RunHistory live;

    @BeforeEach
    void read() {
        Project sample = ProjectFile.read(Path.of("../samples/xor/xor.netloom"));
        project = sample.withPlan(sample.plan().withEpochs(EPOCHS).withBatchSize(4));
        live = new RunHistory();
    }

    private Training training(BooleanSupplier stop) {
        return new Training(ComputeDevice.parse("cpu"), Duration.ofHours(1),
                () -> stop.getAsBoolean() ? Gate.Pass.STOP : Gate.Pass.ONE, new Training.Listener() {
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
                        live = RunHistory.at(run);
                    }

                    @Override
                    public void told(TrainEvent event) {
                        live.add(event);
                    }
                });
    }

    private Path file() {
        return folder.resolve("xor.netloom");
    }

    @Test
    void aRunHasTheCurvesThatWereDrawnWhileItLearnt() {
        Path run = training(() -> false).begin(project, file());
        RunHistory past = RunHistory.at(run);
        assertThat(points(past.norm())).hasSize(EPOCHS * past.stepsPerEpoch());
        assertThat(points(past.norm()).values()).allMatch(norm -> norm > 0);
        assertThat(points(past.rate()).values()).containsOnly(project.plan().learningRate());
        same(past, live);
    }

    @Test
    void aRunThatGoesOnHasEachStepOnce() {
        int[] asked = {0};
        Path run = training(() -> ++asked[0] > 17).begin(project, file());
        training(() -> false).resume(run);
        RunHistory past = RunHistory.at(run);
        assertThat(points(past.rough("loss"))).hasSize(EPOCHS * past.stepsPerEpoch());
        same(past, live);
    }

    @Test
    void theDeskDrawsTheStepsOfARunThatTheCommandLineTrained() {
        var desk = new TrainingDesk(Background.atOnce(), all -> one -> all.accept(List.of(one)));
        Document document = Document.of(project, "xor", folder.resolve("xor.netloom"),
                edit -> EditWords.of(TEXTS, edit));
        training(() -> false).begin(project, document.home());
        var model = new TrainingViewModel(document, desk, TEXTS, Background.atOnce());
        model.open();
        assertThat(model.charts().across()).isEqualTo(Across.STEPS);
        same(model.charts().loss().lines().getFirst().trace(), live.rough("loss"));
        assertThat(model.charts().norm().title()).isEqualTo("Gradient norm");
        assertThat(model.charts().norm().isEmpty()).isFalse();
    }

    private static void same(RunHistory one, RunHistory other) {
        same(one.rough("loss"), other.rough("loss"));
        same(one.smooth("accuracy"), other.smooth("accuracy"));
        same(one.rate(), other.rate());
        same(one.smoothNorm(), other.smoothNorm());
        same(one.training("loss"), other.training("loss"));
    }

    /// The file keeps values to seven digits.
    private static void same(Trace one, Trace other) {
        Map<Double, Double> ours = points(one);
        Map<Double, Double> theirs = points(other);
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((x, y) -> assertThat(ours.get(x)).isCloseTo(y, withinPercentage(1e-3)));
    }

    private static Map<Double, Double> points(Trace trace) {
        Points points = trace.between(0, 1e6, 10_000_000);
        var values = new TreeMap<Double, Double>();
        for (int i = 0; i < points.size(); i++) {
            values.put(points.x(i), points.y(i));
        }
        return values;
    }
}
