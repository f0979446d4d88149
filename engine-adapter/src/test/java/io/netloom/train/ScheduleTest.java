package io.netloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netloom.shape.BadInput;
import io.netloom.train.Schedule.Moment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScheduleTest {
    private static final Map<String, Schedule> AS_IN_PYTORCH = Map.of("constant", new Schedule.Constant(), "step",
            new Schedule.Step(3, 0.4), "exponential", new Schedule.Exponential(0.9), "cosine",
            new Schedule.Cosine(0.05), "oneCycle", new Schedule.OneCycle(0.3), "warmUp",
            new Schedule.WarmUp(7, new Schedule.Cosine(0.1)), "cosineToNothing", new Schedule.Cosine());

    @TestFactory
    Stream<DynamicTest> givesTheRatesOfPyTorch() throws IOException {
        JsonNode golden = golden();
        int epochs = golden.get("epochs").asInt();
        int steps = golden.get("steps").asInt();
        return AS_IN_PYTORCH.entrySet().stream().map(entry -> dynamicTest(entry.getKey(), () -> {
            JsonNode factors = golden.get(entry.getKey());
            assertThat(factors).hasSize(epochs * steps);
            for (int step = 0; step < factors.size(); step++) {
                assertThat(entry.getValue().factor(new Moment(step, steps, factors.size(), 0))).as("step " + step)
                        .isCloseTo(factors.get(step).asDouble(), within(1e-9));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aPlateauLowersTheRateWhenPyTorchWould() throws IOException {
        return golden().get("plateaus").valueStream().map(golden -> {
            Schedule schedule = new Schedule.Plateau(golden.get("patience").asInt(), 0.3);
            return dynamicTest("patience " + schedule.patience(), () -> {
                Standing standing = Standing.BEGINNING;
                for (int epoch = 0; epoch < golden.get("losses").size(); epoch++) {
                    standing = standing.afterEpoch(golden.get("losses").get(epoch).asDouble(), schedule.patience());
                    assertThat(schedule.factor(new Moment(0, 5, 100, standing.plateaus())))
                            .as("after epoch " + (epoch + 1))
                            .isCloseTo(golden.get("factors").get(epoch).asDouble(), within(1e-9));
                }
            });
        });
    }

    @Test
    void aSmallerLossIsTheBestAndEndsTheWait() {
        Standing standing = Standing.BEGINNING.afterEpoch(1, 2).afterEpoch(1.1, 2).afterEpoch(0.5, 2);
        assertThat(standing.bestEpoch()).isEqualTo(3);
        assertThat(standing.sinceBest()).isZero();
        assertThat(standing.sincePlateau()).isZero();
    }

    @Test
    void aTrainingOfOneStepHasARateInEverySchedule() {
        AS_IN_PYTORCH.values().forEach(schedule -> assertThat(schedule.factor(new Moment(0, 1, 1, 0))).isPositive()
                .isFinite());
    }

    @Test
    void whatLiesOutsideItsRangeIsRefusedByName() {
        assertThatThrownBy(() -> new Schedule.Step(0, 0.5)).isInstanceOf(BadInput.class).hasMessageContaining("epochs");
        assertThatThrownBy(() -> new Schedule.Cosine(-0.1)).isInstanceOf(BadInput.class).hasMessageContaining("floor");
        assertThatThrownBy(() -> new Schedule.OneCycle(1)).isInstanceOf(BadInput.class).hasMessageContaining("rise");
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = ScheduleTest.class.getResourceAsStream("/golden/schedules.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
