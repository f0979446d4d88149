package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.netloom.Drawing;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import io.netloom.project.Training;
import io.netloom.check.CheckedGraph;
import io.netloom.data.Dataset;
import io.netloom.data.Part;
import io.netloom.engine.ComputeDevice;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Learning rates that are tried on samples.
@Tag("engine")
class RateSearchTest {
    private static final ComputeDevice CPU = ComputeDevice.parse("cpu");

    private static Path file(String sample) {
        return Path.of("../samples/" + sample + "/" + sample + ".netloom");
    }

    private static Project project(String sample) {
        Project project = ProjectFile.read(file(sample));
        // Whatever it begins with counts as the peak of a constant rate.
        TrainingPlan plan = project.plan();
        return project.withPlan(new TrainingPlan(3, plan.batchSize(), plan.learningRate(), new Schedule.Constant(),
                plan.learning(), 0, plan.losses(), plan.lossWeights(), plan.splitting(), plan.fractions(),
                plan.seed(), plan.augmentation()));
    }

    private static RateTrials search(Project project, String sample) {
        return Training.searchRate(project, file(sample), CPU, _ -> {}, () -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguins", "fashion"})
    void theRateThatIsSuggestedLearnsFasterThanAMuchSmallerOneAndDoesNotRunAway(String sample) {
        Project project = project(sample);
        double rate = search(project, sample).suggestion().orElseThrow();
        double with = lossAfterTraining(project, sample, rate);
        assertThat(with).isLessThan(0.8 * lossAfterTraining(project, sample, rate / 30));
    }

    private static double lossAfterTraining(Project project, String sample, double rate) {
        TrainingPlan plan = project.plan().withLearningRate(rate);
        CheckedGraph network = Training.network(project, file(sample));
        try (Dataset data = Training.data(project, file(sample)).open()) {
            var epochs = new ArrayList<TrainEvent.EpochEnded>();
            Trainer.train(Prepared.of(network, data, plan), plan, CPU, new Nobody(), event -> {
                if (event instanceof TrainEvent.EpochEnded epoch) {
                    epochs.add(epoch);
                }
            }, Gate.until(() -> false));
            assertThat(epochs).hasSize(plan.epochs());
            return epochs.getLast().train().loss();
        }
    }

    @Test
    void theSameSeedTriesTheSame() {
        Project project = project("xor");
        RateTrials found = search(project, "xor");
        assertThat(search(project, "xor")).isEqualTo(found);
        assertThat(search(project.withPlan(project.plan().withSeed(5)), "xor")).isNotEqualTo(found);
        assertThat(found.trials()).extracting(RateTrials.Trial::rate).isSorted().first().isEqualTo(1e-7);
    }

    @Test
    void itEndsWhenItIsToldToAndTellsOfEachTrialBeforeThat() {
        var told = new ArrayList<RateTrials.Trial>();
        RateTrials found = Training.searchRate(project("xor"), file("xor"), CPU, told::add, () -> told.size() == 7);
        assertThat(found.trials()).hasSize(7).isEqualTo(told);
    }

    @Test
    void batchesOfOneAreRefusedAsInATraining() {
        CheckedGraph network = new Drawing().block("in", "Input", "shape", "2").block("norm", "BatchNorm")
                .block("head", "Dense", "units", "1").block("out", "Output").chain("in", "norm", "head", "out")
                .checked();
        Examples examples = Examples.ofNumbers();
        for (Part part : Part.values()) {
            examples.add(part, 4, i -> new float[] {i, -i}, i -> (float) i);
        }
        TrainingPlan plan = TrainingPlan.usual().withBatchSize(1);
        assertThatThrownBy(() -> RateSearch.of(Prepared.of(network, examples, plan), plan, CPU, _ -> {}, () -> false))
                .isInstanceOf(BadInput.class).hasMessageContaining("Choose a batch size of at least 2");
    }

    @Test
    void whatNeverFallsSuggestsNothing() {
        var trials = new ArrayList<RateTrials.Trial>();
        for (int i = 0; i < 40; i++) {
            trials.add(RateTrials.next(trials, RateSearch.rate(i), 1 + 0.001 * i));
        }
        assertThat(RateTrials.of(trials).suggestion()).isEmpty();
        assertThat(RateTrials.of(List.of()).suggestion()).isEmpty();
    }

    @Test
    void theMiddleOfTheLongestFallIsSuggested() {
        var trials = new ArrayList<RateTrials.Trial>();
        for (int i = 0; i < 90; i++) {
            double loss = i < 30 ? 2 + 0.0001 * i : i < 70 ? 2 - (i - 30) * 0.04 : 0.4 + (i - 70) * 0.2;
            trials.add(new RateTrials.Trial(RateSearch.rate(i), loss, loss));
        }
        assertThat(RateTrials.of(trials).suggestion().orElseThrow()).isCloseTo(RateSearch.rate(50),
                withinPercentage(20));
    }

    @Test
    void aLossFarAboveTheSmallestOrNotFiniteHasRunAway() {
        var trials = new ArrayList<>(List.of(new RateTrials.Trial(1e-3, 1, 1), new RateTrials.Trial(1e-2, 4, 3.9)));
        assertThat(RateTrials.hasRunAway(trials)).isFalse();
        trials.add(new RateTrials.Trial(1e-1, 9, 4.1));
        assertThat(RateTrials.hasRunAway(trials)).isTrue();
        trials.set(2, new RateTrials.Trial(1e-1, Double.NaN, Double.NaN));
        assertThat(RateTrials.hasRunAway(trials)).isTrue();
    }
}
