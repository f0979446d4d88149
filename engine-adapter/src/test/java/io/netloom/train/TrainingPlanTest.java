package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Optimiser;
import io.netloom.data.Fractions;
import io.netloom.shape.BadInput;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {
    private static final TrainingPlan USUAL = TrainingPlan.usual();

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
    void epochsAndBatchesBeyondAllUseAreRefused(int value) {
        refused(() -> USUAL.withEpochs(value), "The epochs must be 1 to 1,000,000, not " + value + ".");
        refused(() -> USUAL.withBatchSize(value), "The batch size must be 1 to 1,000,000, not " + value + ".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, -0.0, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
    void learningRatesBeyondAllUseAreRefused(double value) {
        refused(() -> USUAL.withLearningRate(value),
                "The learning rate must be above 0, at most 100, not " + value + ".");
    }

    @Test
    void theEndsOfEachRangeAreTaken() {
        assertThat(USUAL.withEpochs(1).withEpochs(1_000_000).epochs()).isEqualTo(1_000_000);
        assertThat(USUAL.withBatchSize(1).withBatchSize(1_000_000).batchSize()).isEqualTo(1_000_000);
        assertThat(USUAL.withLearningRate(Double.MIN_VALUE).withLearningRate(100).learningRate()).isEqualTo(100);
        assertThat(USUAL.withSeed(Long.MIN_VALUE).seed()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aSmallerRateIsGivenInFewDigits() {
        assertThat(USUAL.withLearningRate(3e-3).smallerRate()).isEqualTo("0.0003");
        assertThat(USUAL.withLearningRate(100).smallerRate()).isEqualTo("10");
        assertThat(USUAL.withLearningRate(0.0123456).smallerRate()).isEqualTo("0.00123");
    }

    @Test
    void aChangeLeavesAllElseAsItWas() {
        assertThat(USUAL.withEpochs(3).withBatchSize(4).withLearningRate(5).withSeed(6)
                .withEpochs(USUAL.epochs()).withBatchSize(USUAL.batchSize()).withLearningRate(USUAL.learningRate())
                .withSeed(USUAL.seed())).isEqualTo(USUAL);
    }

    @Test
    void optimisersBeyondAllUseAreRefused() {
        refused(() -> new Optimiser.Adam(1, 0.9, 1e-8, 0), "beta1 must be 0 to below 1, not 1.0.");
        refused(() -> new Optimiser.Adam(0.9, -0.1, 1e-8, 0), "beta2 must be 0 to below 1, not -0.1.");
        refused(() -> new Optimiser.Adam(0.9, 0.9, 0, 0), "epsilon must be above 0, at most 1, not 0.0.");
        refused(() -> new Optimiser.Adam(0.9, 0.9, 1e-8, Double.NaN), "weight decay must be 0 to 1, not NaN.");
    }

    @Test
    void sharesThatLeaveNothingToLearnFromAreRefused() {
        refused(() -> new Fractions(0.5, 0.5), "leave nothing to learn from");
        refused(() -> new Fractions(-0.1, 0.5), "leave nothing to learn from");
        refused(() -> new Fractions(Double.NaN, 0.5), "leave nothing to learn from");
    }

    private static void refused(ThrowingCallable make, String message) {
        assertThatThrownBy(make).isInstanceOf(BadInput.class).hasMessageContaining(message);
    }
}
