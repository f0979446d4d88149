package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Reconstructed;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.project.ProjectFile;
import io.netloom.project.Proposal;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From data to answers, for every kind of answer that is no class and no single number.
@Tag("engine")
class AnswersTest {
    @TempDir
    private Path folder;

    @Test
    void masksAreLearntAndAnsweredAsPicturesThatServeAsMasks() throws IOException {
        for (int i = 0; i < 12; i++) {
            Examples.picture(folder.resolve("data/images/" + i + ".png"), i % 2 == 0, i);
            mask(folder.resolve("data/masks/" + i + ".png"), i % 2 == 0);
        }
        Files.writeString(folder.resolve("data/classes.txt"), "dark\nbright\n");
        Path project = folder.resolve("masks.netloom");
        assertThat(Terminal.run("new", "--data", folder.resolve("data"), "--out", project).done().out())
                .contains("U-Net", "one of 2 classes for each pixel");
        Terminal.run("train", project, "--epochs", 25, "--batch", 4, "--lr", 0.01, "--device", "cpu").done();
        assertThat(Terminal.run("evaluate", project, "--device", "cpu").done().out()).contains("iou.bright", "f1");
        Path out = folder.resolve("answers");
        Terminal.run("predict", project, "--data", folder.resolve("data"), "--out", out, "--device", "cpu").done();
        assertThat(out.toFile().list()).hasSize(12);
        BufferedImage answer = ImageIO.read(out.resolve("0.png").toFile());
        assertThat(answer.getColorModel()).isInstanceOf(IndexColorModel.class);
        assertThat(answer.getRaster().getSample(0, 0, 0)).isEqualTo(1);
        assertThat(answer.getRaster().getSample(answer.getWidth() - 1, 0, 0)).isZero();
        Path file = Files.writeString(folder.resolve("file.csv"), "");
        Terminal.run("predict", project, "--data", folder.resolve("data"), "--out", file, "--device", "cpu")
                .refused(file, "Name a folder");
    }

    @Test
    void picturesAreGivenBackAsPictures() throws IOException {
        for (int i = 0; i < 10; i++) {
            Examples.picture(folder.resolve("data/deep/" + i + ".png"), i % 2 == 0, i);
        }
        Path project = folder.resolve("code.netloom");
        Terminal.run("new", "--data", folder.resolve("data"), "--reconstruct", "--out", project).done();
        Terminal.run("train", project, "--epochs", 1, "--device", "cpu").done();
        Path out = folder.resolve("answers");
        Terminal.run("predict", project, "--data", folder.resolve("data"), "--out", out, "--device", "cpu").done();
        BufferedImage answer = ImageIO.read(out.resolve("deep/3.png").toFile());
        assertThat(answer.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        Terminal.run("new", "--data", folder.resolve("data"), "--reconstruct", "--target", "x", "--out",
                folder.resolve("no.netloom")).refused("--target", "--reconstruct");
    }

    @Test
    void tagsSharesAndNumbersHaveAColumnEach() throws IOException {
        Path table = table();
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put("genres", new TargetColumn(List.of("tags"), TargetColumn.Kind.TAGS, ";"));
        targets.put("mix", new TargetColumn(List.of("p", "q"), TargetColumn.Kind.SHARES, ""));
        targets.put("size", new TargetColumn(List.of("x", "y"), TargetColumn.Kind.NUMBERS, ""));
        Path project = project(new Table(table, new LinkedHashMap<>(Map.of("in", List.of("a", "b"))), targets));
        Terminal.run("train", project, "--epochs", 2, "--device", "cpu").done();
        assertThat(Terminal.run("evaluate", project, "--device", "cpu").done().out()).contains("genres.exact",
                "mix.kl", "size.r2", "size.loss");
        Path out = folder.resolve("answers.csv");
        Terminal.run("predict", project, "--data", table, "--out", out, "--device", "cpu").done();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).isEqualTo("example,genres,probability of big,probability of old,share of p,"
                + "share of q,x,y");
        assertThat(lines).hasSize(61);
    }

    @Test
    void rowsAreGivenBackInTheirColumns() throws IOException {
        Path table = table();
        var outputs = new LinkedHashMap<>(Map.of("again", Table.INPUT));
        var inputs = new LinkedHashMap<>(Map.of(Table.INPUT, List.of("a", "b", "y")));
        Path project = project(new Reconstructed(new Table(table, inputs, new LinkedHashMap<>()), outputs,
                Reconstructed.Beside.NOTHING));
        Terminal.run("train", project, "--epochs", 1, "--device", "cpu").done();
        Path out = folder.resolve("answers.csv");
        Terminal.run("predict", project, "--data", table, "--out", out, "--device", "cpu").done();
        assertThat(Files.readAllLines(out).getFirst()).isEqualTo("example,a,b,y");
    }

    private Path project(DataSource source) {
        Path project = folder.resolve("table.netloom");
        try (Dataset data = source.open()) {
            ProjectFile.write(Proposal.of(source, data).project(), project);
        }
        return project;
    }

    private Path table() {
        var random = new Random(3);
        var text = new StringBuilder("a,b,tags,p,q,x,y\n");
        for (int i = 0; i < 60; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            text.append(a).append(',').append(b).append(',').append(a > 0 ? "big" : "").append(b > 0 ? ";old" : "")
                    .append(a > 0 ? ",0.75,0.25," : ",0.25,0.75,").append(a + b).append(',').append(90 * a)
                    .append('\n');
        }
        return Examples.write(folder.resolve("table.csv"), text.toString());
    }

    private static void mask(Path file, boolean left) throws IOException {
        BufferedImage picture = ImageIO
                .read(file.getParent().resolveSibling("images").resolve(file.getFileName()).toFile());
        var image = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, x < image.getWidth() / 2 == left ? 1 : 0);
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
