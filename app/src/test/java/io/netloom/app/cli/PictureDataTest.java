package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netloom.project.Runs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures from the command line: named by a table, changed at random, and bad in all sorts of ways.
@Tag("engine")
class PictureDataTest {
    @TempDir
    private Path folder;

    /// Half of the pictures are bright on the left; a table says so.
    private Path listed() {
        Path pictures = folder.resolve("图片 of mine");
        var text = new StringBuilder("picture,side,brightness\n");
        for (int i = 0; i < 40; i++) {
            boolean left = i % 2 == 0;
            Examples.picture(pictures.resolve("p " + i + ".png"), left, i);
            text.append("p ").append(i).append(".png,").append(left ? "left" : "right").append(',').append(i * 1.5)
                    .append('\n');
        }
        return Examples.write(folder.resolve("labels.csv"), text.toString());
    }

    @Test
    void aTableOfPicturesGoesAllTheWayFromNewToPredictions() throws IOException {
        Path table = listed();
        Path project = folder.resolve("sides.netloom");
        assertThat(Terminal.run("new", "--data", table, "--target", "side", "--out", project).done().out())
                .contains("40 examples with images of 1×8×8");
        assertThat(Examples.read(project)).contains("\"pictureTable\" : \"labels.csv\"", "\"folder\" : \"图片 of mine\"",
                "\"column\" : \"picture\"");
        Terminal.run("train", project, "--epochs", "6", "--device", "cpu").done();
        assertThat(Terminal.run("evaluate", project).done().out()).contains("accuracy");

        Path out = folder.resolve("answers.csv");
        Path unlabelled = Examples.write(folder.resolve("new.csv"),
                "picture\n图片 of mine/p 3.png\n图片 of mine/p 4.png\n");
        Terminal.run("predict", project, "--data", unlabelled, "--out", out).done();
        assertThat(Files.readAllLines(out)).hasSize(3).first().asString()
                .startsWith("example,side,probability of left");
        Terminal.run("predict", project, "--data", folder.resolve("图片 of mine"), "--out", out).done();
        assertThat(Files.readAllLines(out)).hasSize(41);
    }

    @Test
    void numbersOfPicturesAreLearntFromATable() {
        Path project = folder.resolve("numbers.netloom");
        Terminal.run("new", "--data", listed(), "--target", "brightness", "--out", project).done();
        Terminal.run("train", project, "--epochs", "2", "--device", "cpu").done();
        assertThat(Terminal.run("evaluate", project).done().out()).contains("mae");
    }

    private Path augmented(String augmentation) {
        Examples.pictures(folder.resolve("FOLDER"), 20, "left", "right");
        return Examples.write(folder.resolve("p.netloom"), Examples.PICTURE_PROJECT.replace("\"validation\"",
                "\"augmentation\": " + augmentation + ", \"validation\""));
    }

    @Test
    void theSheetShowsExamplesAsTheyAreAndAsTheyAreSeen() throws IOException {
        Path project = augmented("{\"flip\": \"horizontal\", \"rotation\": 20, \"noise\": 0.1, \"mixup\": 0.2}");
        Path sheet = folder.resolve("out/sheet.png");
        Terminal.run("data", "augment", project, "--out", sheet, "--examples", 3, "--epochs", 4).done();
        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(5 * (96 + 4) + 4);
        assertThat(image.getHeight()).isEqualTo(3 * (96 + 4) + 4);
        assertThat(image.getRGB(50, 50)).isNotEqualTo(image.getRGB(150, 50));
    }

    @Test
    void aPlanThatChangesNothingHasNoSheet() {
        Examples.pictures(folder.resolve("FOLDER"), 4, "left", "right");
        Path project = Examples.write(folder.resolve("p.netloom"), Examples.PICTURE_PROJECT);
        Terminal.run("data", "augment", project, "--out", folder.resolve("s.png")).refused(
                "leaves pictures as they are",
                "\"augmentation\"");
    }

    @Test
    void augmentationThatMakesNoSenseIsRefusedWithItsPlace() {
        for (List<String> bad : List.of(List.of("{\"rotation\": 200}", "rotation must be 0 to 180"),
                List.of("{\"flip\": \"sideways\"}", "flip must be none, horizontal, vertical, both"),
                List.of("{\"blur\": 1}", "'blur'"), List.of("{\"noise\": \"much\"}", "noise must be a number"))) {
            Terminal.run("check", augmented(bad.getFirst())).refused("plan", bad.getLast());
        }
    }

    @Test
    void trainingOnChangedPicturesLearnsWhatIsEasy() {
        Path project = augmented("{\"flip\": \"vertical\", \"shift\": 0.05, \"brightness\": 0.1, \"mixup\": 0.2}");
        List<?> metrics = Terminal.run("train", project, "--epochs", "30", "--device", "cpu", "--json").done().lines();
        assertThat(metrics.getLast().toString()).contains("completed");
        assertThat(Terminal.json(metrics.getLast().toString()).at("/metrics/validation/accuracy").asDouble())
                .isGreaterThan(0.9);
    }

    @Test
    void aTableCannotBeAugmented() {
        Path data = Examples.classes(folder.resolve("t.csv"), 40);
        Path project = folder.resolve("t.netloom");
        Terminal.run("new", "--data", data, "--out", project).done();
        Examples.write(project, Examples.read(project).replace("\"validation\"",
                "\"augmentation\" : {\"noise\": 0.1}, \"validation\""));
        Terminal.run("train", project, "--device", "cpu").refused("this data has no pictures");
    }

    @Test
    void onePictureAClassIsTooFewAndSaysSo() {
        Path images = folder.resolve("few");
        Examples.pictures(images, 1, "left", "right");
        Path project = folder.resolve("few.netloom");
        Terminal.run("new", "--data", images, "--out", project).done();
        Terminal.run("check", project).refused("only 2 examples", "Add more examples");
    }

    @Test
    void aPictureThatMayNotBeReadIsNamedWithItsCause() throws IOException {
        Path images = Examples.pictures(folder.resolve("FOLDER"), 20, "left", "right");
        Path closed = images.resolve("left/3.png");
        assumeThat(Files.getFileStore(closed).supportsFileAttributeView("posix")).isTrue();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed)).as("this user may read everything").isFalse();
        Path project = Examples.write(folder.resolve("p.netloom"), Examples.PICTURE_PROJECT);
        assertThat(Terminal.run("check", project, "--data").done().out())
                .contains(Path.of("left", "3.png") + ": permission is denied");
    }

    @Test
    void aPictureThatIsDamagedBehindItsHeaderIsToldOfWhenItTurnsUp() throws IOException {
        Path images = Examples.pictures(folder.resolve("FOLDER"), 20, "left", "right");
        byte[] good = Files.readAllBytes(images.resolve("left/0.png"));
        for (int i = 0; i < 7; i++) {
            Files.write(images.resolve("left/" + i + ".png"), Arrays.copyOf(good, good.length / 2));
        }
        Path project = Examples.write(folder.resolve("p.netloom"), Examples.PICTURE_PROJECT);
        Terminal trained = Terminal.run("train", project, "--device", "cpu").done();
        assertThat(trained.err()).contains("7 more files have turned out to be damaged and take no part: ",
                "it ends too early", " and 2 more.");
        assertThat(Files.readAllLines(Runs.of(project).getFirst().resolve("left-out.txt"))).hasSize(7)
                .allMatch(line -> line.endsWith("\tit ends too early"));
        Path out = folder.resolve("answers.csv");
        Terminal predicted = Terminal.run("predict", project, "--data", images, "--out", out).done();
        assertThat(predicted.out()).contains("33 predictions");
        assertThat(predicted.err()).contains("7 more files");
        assertThat(Files.readAllLines(out)).hasSize(34);
    }

    @Test
    void picturesThatAreAllDamagedAreRefused() throws IOException {
        Path images = Examples.pictures(folder.resolve("FOLDER"), 5, "left", "right");
        for (String side : List.of("left", "right")) {
            for (int i = 0; i < 5; i++) {
                Path file = images.resolve(side).resolve(i + ".png");
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
            }
        }
        Path project = Examples.write(folder.resolve("p.netloom"), Examples.PICTURE_PROJECT);
        Terminal.run("train", project, "--device", "cpu").refused("None of the examples", "Replace them");
    }
}
