package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.netloom.project.Kept;
import io.netloom.project.Origin;
import io.netloom.project.RunRecord;
import io.netloom.project.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that begin with what another run has learnt.
@Tag("engine")
class BranchTest {
    private static final double HARDLY_MOVES = 1e-9;

    @TempDir
    private Path folder;
    private Path project;
    private Path first;
    private double learnt;

    @BeforeEach
    void train() {
        project = folder.resolve("kinds.netloom");
        Terminal.run("new", "--data", Examples.classes(folder.resolve("kinds.csv"), 120), "--out", project).done();
        Terminal run = trained("--epochs", 8, "--lr", 0.01);
        first = run(run);
        learnt = lossOfEpoch(run, run.lines().getLast().get("bestEpoch").asInt());
    }

    @Test
    void theFirstEpochBeginsWhereTheOtherRunWasBest() {
        Terminal branched = trained("--from", first, "--epochs", 1, "--lr", HARDLY_MOVES);

        assertThat(branched.err()).contains("Begins with the best weights of " + first).doesNotContain("anew",
                "too good");
        assertThat(lossOfEpoch(branched, 1)).isCloseTo(learnt, within(1e-4));
        assertThat(lossOfEpoch(trained("--epochs", 1, "--lr", HARDLY_MOVES), 1)).isGreaterThan(learnt + 0.1);
        assertThat(Origin.read(run(branched)))
                .contains(new Origin(first.getFileName().toString(), Kept.BEST, List.of()));
        assertThat(Origin.read(first)).isEmpty();
        assertThat(RunRecord.read(run(branched)).settings()).containsEntry(RunSettings.ORIGIN,
                first.getFileName() + " (best)");
    }

    @Test
    void theLastWeightsAreTakenWhereTheUserSaysSo() {
        Terminal branched = trained("--from", first, "--last", "--epochs", 1, "--lr", HARDLY_MOVES);

        assertThat(branched.err()).contains("Begins with the last weights of");
        assertThat(Origin.read(run(branched)).map(Origin::kept)).contains(Kept.LAST);
    }

    @Test
    void blocksThatDoNotFitBeginAnew() {
        change("\"units\" : 64", "\"units\" : 7", 1);

        Terminal branched = trained("--from", project, "--epochs", 1);

        List<String> anew = Origin.read(run(branched)).orElseThrow().anew();
        assertThat(anew).containsExactly("dense", "dense2");
        assertThat(branched.err()).contains("no weights for: dense, dense2. These begin anew.");
    }

    @Test
    void aDrawingOfWhichNothingFitsIsRefused() {
        change("\"dense", "\"other", 9);
        change("\"head", "\"end", 9);

        Terminal.run("train", project, "--from", first).refused("No block of " + project, "change that");
    }

    @Test
    void examplesThatAreDividedOtherwiseAreToldOf() {
        assertThat(trained("--from", first, "--epochs", 1, "--seed", 99).err()).contains("too good");
    }

    @Test
    void aBranchIsANewRunAndNeedsOneToBeginFrom() {
        Terminal.run("train", project, "--from", first, "--resume").refused("--resume");
        Terminal.run("train", project, "--last").refused("--from RUN");
        Terminal.run("train", project, "--from", folder.resolve("none")).refused("none");
    }

    private Terminal trained(Object... options) {
        var arguments = new ArrayList<Object>(List.of("train", project, "--json", "--device", "cpu"));
        arguments.addAll(Arrays.asList(options));
        return Terminal.run(arguments.toArray()).done();
    }

    private static Path run(Terminal training) {
        return Path.of(training.lines().getLast().get("run").asText());
    }

    private static double lossOfEpoch(Terminal training, int epoch) {
        JsonNode line = training.lines().stream()
                .filter(l -> l.get("event").asText().equals("epoch") && l.get("epoch").asInt() == epoch).findFirst()
                .orElseThrow();
        return line.at("/metrics/validation/loss").asDouble();
    }

    private void change(String from, String to, int times) {
        String text = Examples.read(project);
        for (int i = 0; i < times; i++) {
            text = text.replaceFirst(from, to);
        }
        assertThat(text).isNotEqualTo(Examples.read(project));
        Examples.write(project, text);
    }
}
