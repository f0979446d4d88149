package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The command `bench`, here without rivals, as it is installed.
class BenchCommandTest {

    @Test
    void aNetworkThatIsNotMeasuredIsRefusedWithThoseThatAre() {
        Terminal.run("bench", "--network", "alexnet").refused("alexnet", "perceptron-16-64-64-3", "lenet-28x28",
                "epoch-png");
    }

    @Test
    void tooFewRepeatsAreRefusedBecauseAMedianNeedsSome() {
        Terminal.run("bench", "--repeats", "4").refused("--repeats", "5", "4");
    }

    @Test
    void aMachineWithoutThreadsIsRefused() {
        Terminal.run("bench", "--threads", "0").refused("--threads", "0");
    }

    @Test
    @Tag("engine")
    void withoutRivalsTheirNumbersAreNullAndItIsSaidWhy() {
        Terminal answer = Terminal.run("bench", "--network", "perceptron", "--repeats", "5", "--json").done();
        assertThat(answer.lines()).hasSize(1);
        JsonNode line = answer.lines().getFirst();
        assertThat(line.get("network").asText()).startsWith("perceptron");
        assertThat(line.get("netloomMs").asDouble()).isPositive();
        assertThat(line.get("gflops").asDouble()).isPositive();
        assertThat(line.get("peakShare").asDouble()).isPositive();
        assertThat(line.get("djlMs").isNull()).isTrue();
        assertThat(line.get("pytorchMs").isNull()).isTrue();
        assertThat(line.get("ratioToDjl").isNull()).isTrue();
        assertThat(line.get("ratioToPyTorch").isNull()).isTrue();
        assertThat(answer.err()).contains("rivals", "perceptron");
    }
}
