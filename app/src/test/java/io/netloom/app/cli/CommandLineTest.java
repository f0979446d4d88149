package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as a whole, and `layers`.
class CommandLineTest {

    @Test
    void withoutArgumentsItSaysWhatThereIs() {
        Terminal answer = Terminal.run().done();
        assertThat(answer.out()).contains("new", "check", "train", "evaluate", "predict", "code", "layers", "bench",
                "Exit status");
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void helpIsTheSameAsNoArguments() {
        assertThat(Terminal.run("--help").done().out()).isEqualTo(Terminal.run().out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "check", "train", "evaluate", "predict", "code", "layers", "bench"})
    void everyCommandHasHelpThatNamesIt(String command) {
        assertThat(Terminal.run(command, "--help").done().out()).contains("Usage: netloom " + command);
    }

    @Test
    void versionNamesTheProgram() {
        assertThat(Terminal.run("--version").done().out()).startsWith("Netloom ").hasLineCount(1);
    }

    @Test
    void anUnknownCommandIsRefusedWithTheNearestOnes() {
        Terminal.run("trian", "p.netloom").refused("trian", "netloom train", "--help");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestOnes() {
        Terminal.run("train", "p.netloom", "--epoch", "3").refused("--epoch", "--epochs", "netloom train --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "train", "evaluate"})
    void aCommandWithoutItsFileSaysWhichOneItNeeds(String command) {
        Terminal.run(command).refused("Missing required parameter", "netloom " + command + " --help");
    }

    @Test
    void aCommandWithoutItsOptionsSaysWhichOnesItNeeds() {
        Terminal.run("new").refused("--data=PATH", "--out=P.netloom");
        Terminal.run("predict", "run").refused("--data=PATH", "--out=OUT");
    }

    @Test
    void anOptionThatNeedsANumberRefusesText() {
        Terminal.run("train", "p.netloom", "--epochs", "many").refused("--epochs", "many");
        Terminal.run("train", "p.netloom", "--lr", "fast").refused("--lr", "fast");
        Terminal.run("train", "p.netloom", "--seed", "99999999999999999999").refused("--seed", "99999999999999999999");
        Terminal.run("train", "p.netloom", "--batch").refused("--batch");
    }

    @Test
    void layersListsAll() {
        assertThat(Terminal.run("layers").done().out()).contains("Input", "Output", "Dense", "Conv2d", "BatchNorm");
    }

    @Test
    void layersShowsThePageOfOne() {
        assertThat(Terminal.run("layers", "Dropout").done().out()).contains("Dropout (", "rate = 0.5", "Takes",
                "gives");
    }

    @Test
    void layersAsJsonIsAnArrayWithNameAndSettingsOfEach() {
        JsonNode all = Terminal.json(Terminal.run("layers", "--json").done().out());
        assertThat(all.isArray()).isTrue();
        assertThat(all).hasSizeGreaterThan(15).allSatisfy(layer -> {
            assertThat(layer.get("name").asText()).isNotBlank();
            assertThat(layer.get("help").asText()).isNotBlank();
            assertThat(layer.get("settings").isArray()).isTrue();
            layer.get("settings").forEach(setting -> assertThat(setting.get("help").asText()).isNotBlank());
        });
        JsonNode one = Terminal.json(Terminal.run("layers", "Dense", "--json").done().out());
        assertThat(one).hasSize(1);
        assertThat(one.get(0).get("settings").get(0).get("name").asText()).isEqualTo("units");
    }

    @Test
    void layersRefusesALayerThatIsNotThere() {
        Terminal.run("layers", "Conv9d").refused("Conv9d", "Conv2d");
    }
}
