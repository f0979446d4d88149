package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.netloom.data.DataSource;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.MaskFolder;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.Table;
import io.netloom.data.TextFile;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The samples that come with the program.
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();

    @Test
    void thereAreSamples() {
        assertThat(projects()).extracting(p -> p.getFileName().toString()).contains("fashion.netloom",
                "penguins.netloom", "sotu-era.netloom", "mnist-perceptron.netloom", "mnist-lenet.netloom",
                "resnet-small.netloom",
                "vit-small.netloom", "inception-small.netloom", "lstm-rows.netloom", "sine-rnn.netloom",
                "linear-regression.netloom", "logistic-regression.netloom", "xor.netloom", "two-inputs.netloom",
                "transformer-sequence.netloom",
                "mnist-digits.netloom", "unet-shapes.netloom", "autoencoder.netloom", "denoising-autoencoder.netloom");
    }

    @ParameterizedTest
    @MethodSource("projects")
    void everySampleWhoseDataIsThereFitsIt(Path project) {
        Path data = place(ProjectFile.read(project).data().orElseThrow());
        assumeThat(data).as("data that is fetched separately").exists();
        assertThat(Terminal.run("check", project).done().out()).contains("The data fits: ");
    }

    /// From a copy, so that no run is left beside the samples; over made pictures of ten classes where the data is fetched
    /// separately.
    @Tag("engine")
    @ParameterizedTest
    @MethodSource("projects")
    void everySampleLearns(Path project, @TempDir Path folder) {
        Project sample = ProjectFile.read(project);
        DataSource data = sample.data().orElseThrow();
        Path copy = folder.resolve(project.getFileName());
        ProjectFile.write(new Project(sample.graph(), Optional.of(data instanceof IdxFiles
                ? data.at(Examples.idx(folder.resolve("digits"), 28, 10, 200, 50))
                : data), sample.plan()), copy);
        List<JsonNode> events = Terminal.run("train", copy, "--epochs", 1, "--batch", 400, "--device", "cpu", "--json")
                .done().lines();
        assertThat(events.getLast().get("reason").asText()).isEqualTo("completed");
        for (String part : List.of("train", "validation", "test")) {
            assertThat(events.getLast().at("/metrics/" + part + "/loss").isNumber()).as(part + " loss").isTrue();
        }
    }

    private static Path place(DataSource source) {
        return switch (source) {
            case ImageFolder images -> images.folder();
            case IdxFiles files -> files.folder();
            case Series series -> series.file().path();
            case Table table -> table.file().path();
            case TextFile text -> text.file();
            case MaskFolder masks -> masks.pictures();
            case ImageTable pictures -> pictures.file().path();
            case Reconstructed given -> place(given.source());
        };
    }

    private static List<Path> projects() {
        try (Stream<Path> paths = Files.list(SAMPLES)) {
            return paths.map(folder -> folder.resolve(folder.getFileName() + ".netloom")).filter(Files::exists).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
