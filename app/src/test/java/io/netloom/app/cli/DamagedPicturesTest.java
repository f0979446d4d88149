package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.project.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What 200 damaged and hostile files do among good ones: nothing but to be named.
@Tag("engine")
class DamagedPicturesTest {
    private static final int HOSTILE = 200;
    private static final int GOOD = 40;
    private static final String HEAP = "-Xmx96m";

    @TempDir
    private Path folder;

    private Path project() {
        Path images = folder.resolve("images 图片");
        Examples.pictures(images, GOOD / 2, "left", "right");
        HostilePictures.write(images.resolve("left"), HOSTILE);
        return Examples.write(folder.resolve("p.netloom"), Examples.PICTURE_PROJECT.replace("FOLDER", "images 图片"));
    }

    @Test
    @Timeout(240)
    void trainingGoesOnInASmallHeapAndListsEachFileWithItsCause() throws IOException, InterruptedException {
        Path project = project();
        Process process = Child.start(List.of(HEAP), "train", project.toString(), "--device", "cpu");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).contains("Done.");

        List<String> lines = Files.readAllLines(Runs.of(project).getFirst().resolve("left-out.txt"));
        try (Stream<Path> files = Files.list(folder.resolve("images 图片/left"))) {
            List<String> hostile = files.map(file -> "left/" + file.getFileName()).filter(name -> name.contains("-"))
                    .toList();
            assertThat(hostile).hasSize(HOSTILE);
            assertThat(lines.stream().map(line -> line.split("\t")[0])).containsExactlyInAnyOrderElementsOf(hostile);
        }
        for (String line : lines) {
            String cause = line.split("\t")[1];
            assertThat(cause).as(line).isNotBlank().doesNotContain("Exception", "null");
            String kind = line.split("\t")[0].replaceFirst(".*-", "").replaceFirst("\\..*", "");
            switch (kind) {
                case "bomb" -> assertThat(cause).contains("16000×16000");
                case "canvas" -> assertThat(cause).contains("65535×65535");
                case "empty" -> assertThat(cause).isEqualTo("it is empty");
                case "folder" -> assertThat(cause).isEqualTo("it is a folder");
                case "text" -> assertThat(cause).isEqualTo("its content is no picture that Netloom reads");
                case "hollow" -> assertThat(cause).isEqualTo("it ends too early");
                case "nowhere" -> assertThat(cause).contains("link to nothing");
                default -> assertThat(kind).isIn("cut", "loop", "lie");
            }
        }
    }

    @Test
    void checkingTheDataListsThemAll() {
        Path project = project();
        Terminal checked = Terminal.run("check", project, "--data").done();
        assertThat(checked.out()).contains("40 examples were read; 200 files are left out.",
                "7-empty.png: it is empty");
        assertThat(checked.out().lines().filter(line -> line.startsWith("  left")).count()).isEqualTo(HOSTILE);
        assertThat(checked.err()).contains("files were left out: ", " and ", " more.");
    }
}
