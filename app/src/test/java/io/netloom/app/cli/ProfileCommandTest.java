package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
    private static final Path PENGUINS = Path.of("..", "samples", "penguins", "penguins.csv").toAbsolutePath()
            .normalize();

    @TempDir
    private Path folder;

    @Test
    void aProfileFitsATerminalOfAHundredColumns() {
        String out = Terminal.run("data", "profile", PENGUINS).done().out();
        assertThat(out).contains("344 rows, 7 columns", "body_mass_g", "Biscoe 49 %", "Nothing suspicious",
                "most frequent class", "logistic regression", "guessed; --target names another");
        assertThat(out.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aProfileAsJsonHoldsFiguresAndConcerns() throws IOException {
        Path table = folder.resolve("数据 1.csv");
        Files.writeString(table, "code,x,y\n" + "A,1,yes\nB,2,no\n".repeat(40));
        JsonNode json = Terminal.json(Terminal.run("data", "profile", table, "--target", "y", "--json").done().out());
        assertThat(json.get("rows").asInt()).isEqualTo(80);
        assertThat(json.get("columns")).hasSize(3);
        assertThat(json.get("columns").get(1).get("quantiles").get("0.5").asDouble()).isEqualTo(1.5);
        assertThat(json.get("target").get("task").asText()).isEqualTo("class");
        assertThat(json.get("target").get("baselines").get(0).get("accuracy").asDouble()).isBetween(0.3, 0.7);
        assertThat(json.get("concerns").findValuesAsText("kind")).contains("copy", "duplicate_rows",
                "in_both_parts");
    }

    @Test
    void theDialectMayBeSaid() throws IOException {
        Path table = folder.resolve("t.txt");
        Files.writeString(table, "a|y\n" + "1,5|u\n-999|v\n2,5|u\n".repeat(10));
        assertThat(Terminal.run("data", "profile", table, "--delimiter", "|", "--decimal", ",", "--missing", "-999")
                .done().out()).contains("33 %").doesNotContain("-999");
    }

    @Test
    void aWordForMissingIsAddedToTheUsualOnesOrTakesTheirPlace() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "a,y\n" + "1,u\n-999,v\nNA,u\n2,v\n".repeat(10));
        JsonNode added = Terminal
                .json(Terminal.run("data", "profile", table, "--missing", "-999", "--json").done().out());
        assertThat(added.get("columns").get(0).get("missing").asInt()).isEqualTo(20);
        JsonNode only = Terminal
                .json(Terminal.run("data", "profile", table, "--missing-only", "-999", "--json").done().out());
        assertThat(only.get("columns").get(0).get("missing").asInt()).isEqualTo(10);
        assertThat(only.get("columns").get(0).get("type").asText()).isEqualTo("text");
        Terminal.run("data", "profile", table, "--missing", "-999", "--missing-only", "x").refused("one of the two");
    }

    @Test
    void aFolderOfPicturesIsToldOfAsTextAndAsJson() throws IOException {
        Terminal.run("data", "profile", folder, "--target", "x").refused("--target");
        for (String name : List.of("cat/a.png", "cat/b.png", "dog/c.png")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            var image = new BufferedImage(8, 4, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(name.charAt(4) - 'a', 0, 0, 200);
            ImageIO.write(image, "png", file.toFile());
        }
        Files.writeString(folder.resolve("dog/broken.jpg"), "nothing");
        assertThat(Terminal.run("data", "profile", folder).done().out()).contains("3 pictures of 2 classes", "8×4",
                "Cannot be read", "dog/broken.jpg");
        JsonNode json = Terminal.json(Terminal.run("data", "profile", folder, "--json").done().out());
        assertThat(json.get("classes").get(0).get("count").asInt()).isEqualTo(2);
        assertThat(json.get("modes").get("grey").asInt()).isEqualTo(3);
        assertThat(json.get("leftOut").get(0).get("cause").asText()).contains("no picture");
        assertThat(json.get("concerns").findValuesAsText("kind")).contains("damaged", "imbalance");
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Terminal.run("data", "profile", folder).refused("no folders with pictures");
        Terminal.run("data", "profile", folder.resolve("nothing.csv")).refused("There is no file");
        Terminal.run("data", "profile", PENGUINS, "--target", "wings").refused("\"wings\"", "species");
        Path header = Files.writeString(folder.resolve("header.csv"), "a,b\n");
        Terminal.run("data", "profile", header).refused("no rows");
        Terminal.run("data", "profile", PENGUINS, "--test", header).refused("no rows");
    }
}
