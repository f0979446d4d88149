package io.netloom.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.canvas.geometry.Box;
import io.netloom.app.canvas.geometry.TextWidths;
import io.netloom.app.canvas.picture.CardFace;
import io.netloom.app.canvas.picture.Picture;
import io.netloom.check.Check;
import io.netloom.project.ProjectFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleDrawingsTest {
    /// Pixels at zoom 1: a wire's label still fits beside a port.
    private static final double APART = 12;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("..", "samples"))) {
            return folders.map(folder -> folder.resolve(folder.getFileName() + ".netloom")).filter(Files::exists)
                    .toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void cardsOfASampleKeepTheirDistance(Path file) {
        var graph = ProjectFile.read(file).graph();
        var picture = new Picture(CanvasWindow.TEXTS, TextWidths.ESTIMATE);
        picture.update(graph, Check.of(graph), List.of());
        assertThat(picture.cards()).isNotEmpty().allSatisfy(card -> {
            Box around = card.box().inflate(APART);
            assertThat(picture.cards()).filteredOn(other -> other != card && other.box().intersects(around))
                    .as("cards near " + card.name()).extracting(CardFace::name).isEmpty();
        });
    }
}
