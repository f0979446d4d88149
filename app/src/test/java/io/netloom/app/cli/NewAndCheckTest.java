package io.netloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Making projects and checking them, with data and projects of all sorts.
class NewAndCheckTest {
    @TempDir
    private Path folder;

    @Test
    void newMakesAProjectForPicturesThatPassesTheCheck() {
        Path data = Examples.pictures(folder.resolve("pets"), 12, "cat", "dog");
        Path project = folder.resolve("pets.netloom");
        Terminal made = Terminal.run("new", "--data", data, "--out", project).done();
        assertThat(made.out()).contains("24 examples", "Conv2d", "netloom train " + project);
        assertThat(Terminal.run("check", project).done().out()).contains("1×8×8", "The data fits: ");
    }

    @Test
    void codePrintsTheNetworkInPython() {
        Path data = Examples.pictures(folder.resolve("pets"), 12, "cat", "dog");
        Path project = folder.resolve("pets.netloom");
        Terminal.run("new", "--data", data, "--out", project).done();
        assertThat(Terminal.run("code", project).done().out()).startsWith("from torch import nn\n")
                .contains("self.head = nn.Linear(", "return x\n");
    }

    @Test
    void newMakesAProjectForATableThatPassesTheCheck() {
        Path data = Examples.numbers(folder.resolve("flats.csv"), 40);
        Path project = folder.resolve("flats.netloom");
        Terminal.run("new", "--data", data, "--target", "price", "--out", project).done();
        assertThat(Terminal.run("check", project).done().out()).contains("price", "The data fits: 28 examples");
    }

    @Test
    void newMakesAProjectForMnistsFilesThatPassesTheCheck() {
        Path data = Examples.idx(folder.resolve("digits"), 6, 40, 10);
        Path project = folder.resolve("digits.netloom");
        Terminal.run("new", "--data", data, "--out", project).done();
        assertThat(Terminal.run("check", project).done().out()).contains("1×6×6", "10 for the test");
    }

    @Test
    void pathsMayHoldSpacesAndChineseCharacters() {
        Path data = Examples.pictures(folder.resolve("我的 数据").resolve("宠物 图片"), 12, "猫 猫", "狗");
        Path project = folder.resolve("新 项目").resolve("宠物 一.netloom");
        Terminal.run("new", "--data", data, "--out", project).done();
        assertThat(Terminal.run("check", project).done().out()).contains("The data fits: ");
    }

    @Test
    void newNeverWritesOverAFile() {
        Path data = Examples.classes(folder.resolve("data.csv"), 40);
        Path project = Examples.write(folder.resolve("work.netloom"), "weeks of work");
        refusedWithoutATrace("work.netloom", "exists already", "--out").of("new", "--data", data, "--out", project);
    }

    @Test
    void newRefusesDataThatIsNotThere() {
        refusedWithoutATrace("no file or folder", "nowhere").of("new", "--data", folder.resolve("nowhere"), "--out",
                folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesAFolderWithoutPictures() throws IOException {
        Path data = Files.createDirectories(folder.resolve("empty"));
        refusedWithoutATrace("empty", "no folders with pictures", "a folder of their own").of("new", "--data", data,
                "--out", folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesPicturesThatLieLoose() {
        Examples.picture(folder.resolve("loose").resolve("1.png"), true, 1);
        refusedWithoutATrace("loose", "1 picture", "name of the class").of("new", "--data", folder.resolve("loose"),
                "--out", folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesPicturesOfOneClass() {
        Examples.picture(folder.resolve("pets/cat/1.png"), true, 1);
        Examples.picture(folder.resolve("pets/cat/2.png"), true, 2);
        refusedWithoutATrace("only one class", "cat", "Add").of("new", "--data", folder.resolve("pets"), "--out",
                folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesPicturesThatAreNone() {
        Examples.write(folder.resolve("pets/cat/1.png"), "I am a cat");
        Examples.write(folder.resolve("pets/dog/1.png"), "I am a dog");
        refusedWithoutATrace("pets", "PNG or JPEG").of("new", "--data", folder.resolve("pets"), "--out",
                folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesATargetThatIsNoColumn() {
        Path data = Examples.classes(folder.resolve("data.csv"), 40);
        refusedWithoutATrace("no column \"species\"", "a, b, kind").of("new", "--data", data, "--target", "species",
                "--out", folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesATargetForPictures() {
        Path data = Examples.pictures(folder.resolve("pets"), 3, "cat", "dog");
        refusedWithoutATrace("kind", "no table").of("new", "--data", data, "--target", "kind", "--out",
                folder.resolve("p.netloom"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''                                  | is empty",
            "'x,kind'                            | no rows",
            "'x,kind\n1,a\n'                     | only one row",
            "'x,kind\n1,a\n2,a\n3,a\n'           | only one class",
            "'x,x\n1,2\n3,4\n'                   | two columns named",
            "'name,kind\nada,a\nbob,b\n'         | no column of numbers",
            "'1.5,7.5\n2,3\n3,4\n'               | no header",
            "'x,kind\n1,a\n2,b,c,d\n3,a\n'       | line 3"})
    void newRefusesTablesThatTeachNothing(String text, String why) {
        Path data = Examples.write(folder.resolve("data.csv"), text);
        refusedWithoutATrace("data.csv", why).of("new", "--data", data, "--out", folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesAFileOfAnotherKind() {
        Path data = Examples.write(folder.resolve("thesis.docx"), "words");
        refusedWithoutATrace("thesis.docx", ".csv").of("new", "--data", data, "--out", folder.resolve("p.netloom"));
    }

    @Test
    void newRefusesMnistsFilesThatAreCutOff() throws IOException {
        Path data = Examples.idx(folder.resolve("digits"), 6, 40, 10);
        Path images = data.resolve("train-images-idx3-ubyte.gz");
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 600));
        refusedWithoutATrace("train-images-idx3-ubyte.gz", "again").of("new", "--data", data, "--out",
                folder.resolve("p.netloom"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void newRefusesAFolderThatMayNotBeRead() throws IOException {
        Path data = Examples.pictures(folder.resolve("secret"), 3, "cat", "dog");
        Files.setPosixFilePermissions(data, Set.of());
        try {
            assumeThat(Files.isReadable(data)).as("this user may read everything").isFalse();
            Terminal.run("new", "--data", data, "--out", folder.resolve("p.netloom")).refused("secret", "permission");
        } finally {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void newRefusesAPlaceThatCannotBeWritten() {
        Path data = Examples.classes(folder.resolve("data.csv"), 40);
        refusedWithoutATrace("cannot be written", "folder").of("new", "--data", data, "--out",
                data.resolve("p.netloom"));
    }

    @Test
    void checkRefusesAFileThatIsNotThere() {
        refusedWithoutATrace("There is no file", "gone.netloom", "Check the path").of("check",
                folder.resolve("gone.netloom"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'Dear diary'                    | no JSON",
            "''                              | no JSON",
            "'[1, 2]'                        | no JSON object",
            "'{\"name\": \"left-pad\"}'      | no member 'netloom'",
            "'{\"netloom\": 99}'             | newer Netloom",
            "'{\"netloom\": \"one\"}'        | whole number",
            "'{\"netloom\": 1, \"colour\": 3}' | colour",
            "'{\"netloom\": 1}'              | lacks 'graph'"})
    void checkRefusesAFileThatIsNoProject(String text, String why) {
        Path file = Examples.write(folder.resolve("p.netloom"), text);
        refusedWithoutATrace("p.netloom", why).of("check", file);
    }

    @Test
    void checkRefusesAPictureAsAProject() {
        Path file = Examples.picture(folder.resolve("p.netloom"), true, 1);
        refusedWithoutATrace("p.netloom", "no").of("check", file);
    }

    @Test
    void checkRefusesAFolder() {
        refusedWithoutATrace("is a folder").of("check", folder);
    }

    @Test
    void checkFindsALayerThatIsNotThere() {
        Path file = changed(Map.of("\"Dense\"", "\"Densest\""));
        refusedWithoutATrace("graph, nodes[1]", "Densest", "Dense").of("check", file);
    }

    @Test
    void checkFindsASettingThatALayerDoesNotHave() {
        Path file = changed(Map.of("\"units\"", "\"neurons\""));
        refusedWithoutATrace("graph, nodes[1]", "neurons", "units").of("check", file);
    }

    @Test
    void checkFindsASettingOutsideItsRange() {
        Path file = changed(Map.of("\"units\" : 64", "\"units\" : 0"));
        refusedWithoutATrace("Dense 'dense'", "1 to 1000000", "it is 0").of("check", file);
    }

    @Test
    void checkFindsACycle() {
        Path file = changed(Map.of("\"from\" : \"features\"", "\"from\" : \"relu2\""));
        refusedWithoutATrace("lead back", "relu2 → ").of("check", file);
    }

    @Test
    void checkFindsAnInputThatIsNotJoined() {
        Path file = changed(Map.of());
        String wire = "\\{\\s*\"from\" : \"features\",\\s*\"to\" : \"dense\"\\s*\\}, ";
        Examples.write(file, Examples.read(file).replaceFirst(wire, ""));
        refusedWithoutATrace("'dense'", "nothing is joined to it").of("check", file);
    }

    @Test
    void checkFindsShapesThatDoNotFit() {
        Path file = changed(Map.of("\"shape\" : \"2\"", "\"shape\" : \"1×28×28\""));
        refusedWithoutATrace("Dense 'dense' needs one row of features", "1×28×28", "Flatten").of("check", file);
    }

    @Test
    void checkFindsANetworkThatDoesNotFitItsData() {
        Path file = changed(Map.of("\"shape\" : \"2\"", "\"shape\" : \"5\""));
        Terminal.run("check", file).refused("Input 'features' needs the shape of the data, 2", "5");
    }

    @Test
    void checkFindsAHeadThatDoesNotFitTheClasses() {
        Path file = changed(Map.of("\"units\" : 2", "\"units\" : 3"));
        Terminal.run("check", file).refused("Output 'kind' needs 2 logits", "receives 3");
    }

    @Test
    void checkFindsDataThatIsNotThere() throws IOException {
        Path file = changed(Map.of());
        Files.delete(folder.resolve("data.csv"));
        Terminal.run("check", file).refused("data.csv", "Check the path");
    }

    @Test
    void checkOfAProjectWithoutDataSaysSo() {
        Path file = changed(Map.of());
        String text = Examples.read(file);
        Examples.write(file, text.replaceFirst("(?s)\"data\" : \\{.*?\\n  \\},", ""));
        assertThat(Terminal.run("check", file).done().out()).contains("names no data");
    }

    @Test
    void trainRefusesAProjectWithoutData() {
        Path file = changed(Map.of());
        String text = Examples.read(file);
        Examples.write(file, text.replaceFirst("(?s)\"data\" : \\{.*?\\n  \\},", ""));
        refusedWithoutATrace("no data", "netloom new").of("train", file);
    }

    /// A project for a small table, with changes to its text.
    private Path changed(Map<String, String> changes) {
        Path data = Examples.classes(folder.resolve("data.csv"), 40);
        Path project = folder.resolve("p.netloom");
        Terminal.run("new", "--data", data, "--out", project).done();
        String text = Examples.read(project);
        for (var change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        return Examples.write(project, text);
    }

    private interface Refusal {
        void of(Object... arguments);
    }

    /// Runs a command that is refused with these words, prints nothing else, and leaves all files as they were.
    private Refusal refusedWithoutATrace(Object... words) {
        return arguments -> {
            Map<String, String> before = Terminal.contents(folder);
            Terminal answer = Terminal.run(arguments).refused(words);
            assertThat(answer.out()).isEmpty();
            assertThat(Terminal.contents(folder)).isEqualTo(before);
        };
    }
}
