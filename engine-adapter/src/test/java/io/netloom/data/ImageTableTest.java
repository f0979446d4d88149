package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTableTest {
    private static final PictureForm FORM = new PictureForm(1, 4, 4);

    @TempDir
    Path folder;

    private Path table(String text) {
        for (int i = 0; i < 6; i++) {
            Pictures.grey(folder.resolve("my 图片").resolve("p " + i + ".png"), 4, 4, 10 * i);
        }
        return Pictures.file(folder.resolve("labels.csv"), text);
    }

    private static final String ALL = """
            file,kind,marks,score
            p 0.png,cat,a;b,1.5
            p 1.png,dog,,2.5
            p 2.png,cat,b,3.5
            p 3.png,dog,a,4.5
            """;

    private ImageTable source(Path table, String name, TargetColumn target) {
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put(name, target);
        return new ImageTable(new TableFile(table), folder.resolve("my 图片"), "file", FORM, targets);
    }

    private static Batch read(Dataset data, int example) {
        Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
        batch.hold(example);
        data.read(example, batch, 0);
        return batch;
    }

    @Test
    void eachRowIsAPictureWithItsClass() {
        try (Dataset data = source(table(ALL), "kind", new TargetColumn("kind", TargetColumn.Kind.CLASS)).open()) {
            assertThat(data.size()).isEqualTo(4);
            assertThat(data.targets())
                    .containsExactly(new Target("kind", new Task.Classification(List.of("cat", "dog"))));
            assertThat(data.describe(3)).hasToString("p 3.png");
            assertThat(data.classOf(3, 0)).isEqualTo(1);
            Batch batch = read(data, 3);
            assertThat(batch.input(0).get(0)).isEqualTo((byte) 30);
            assertThat(batch.target(0).asLongBuffer().get(0)).isEqualTo(1);
            assertThat(data.warnings()).isEmpty();
        }
    }

    @Test
    void tagsAndNumbersAreLearntToo() {
        var marks = new TargetColumn(List.of("marks"), TargetColumn.Kind.TAGS, ";");
        try (Dataset data = source(table(ALL), "marks", marks).open()) {
            assertThat(data.targets()).containsExactly(new Target("marks", new Task.Tags(List.of("a", "b"))));
            assertThat(data.numbersOf(0, 0)).containsExactly(1, 1);
            assertThat(data.numbersOf(1, 0)).containsExactly(0, 0);
        }
        var score = new TargetColumn("score", TargetColumn.Kind.NUMBER);
        try (Dataset data = source(table(ALL), "score", score).open()) {
            assertThat(read(data, 2).target(0).asFloatBuffer().get(0)).isEqualTo(3.5f);
        }
    }

    @Test
    void rowsWithoutATargetAndPicturesThatAreNotThereAreLeftOut() {
        Path table = table(ALL + "p 4.png,,a,1\n,cat,a,1\ngone.png,cat,a,2\np 5.png,dog,b,9\n");
        try (Dataset data = source(table, "kind", new TargetColumn("kind", TargetColumn.Kind.CLASS)).open()) {
            assertThat(data.size()).isEqualTo(5);
            assertThat(data.describe(4)).hasToString("p 5.png");
            assertThat(data.classOf(4, 0)).isEqualTo(1);
            assertThat(read(data, 4).input(0).get(0)).isEqualTo((byte) 50);
            assertThat(data.warnings()).hasSize(2).anyMatch(w -> w.toString().startsWith("2 of 8 rows were left out"))
                    .anyMatch(w -> w.toString().contains("gone.png (it is not there, or is a link to nothing)"));
            assertThat(data.leftOut()).extracting(LeftOut::name).containsExactly("gone.png");
        }
    }

    @Test
    void aTableThatNamesPicturesIsRecognisedWithTheirFolder() {
        Path table = table(ALL);
        assertThat(DataSource.detect(table, Optional.of("kind")))
                .isEqualTo(source(table, "kind", new TargetColumn("kind", TargetColumn.Kind.CLASS)));
        assertThat(DataSource.detect(table, Optional.of("marks"))).isEqualTo(
                source(table, "marks", new TargetColumn(List.of("marks"), TargetColumn.Kind.TAGS, ";")));
        assertThat(DataSource.detect(table, Optional.empty()))
                .isEqualTo(source(table, "score", new TargetColumn("score", TargetColumn.Kind.NUMBER)));
    }

    @Test
    void aTableWithoutPicturesStaysATable() {
        Path table = Pictures.file(folder.resolve("t.csv"), "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n");
        assertThat(DataSource.detect(table, Optional.empty())).isInstanceOf(Table.class);
    }

    @Test
    void picturesThatAreNowhereAreRefusedWithAnExample() {
        Path table = Pictures.file(folder.resolve("t.csv"), "file,kind\nlost/a.png,x\nlost/b.png,y\n");
        assertThatThrownBy(() -> DataSource.detect(table, Optional.empty())).isInstanceOf(BadInput.class)
                .hasMessageContaining("\"file\"").hasMessageContaining("lost/a.png")
                .hasMessageContaining("Put them beside the table");
    }

    @Test
    void elsewhereItIsAnotherTableOrPicturesWithoutOne() {
        ImageTable source = source(table(ALL), "kind", new TargetColumn("kind", TargetColumn.Kind.CLASS));
        Path other = Pictures.file(folder.resolve("my 图片/new.csv"), "file,kind\np 5.png,dog\np 4.png,horse\n");
        try (Dataset data = source.at(other)
                .open(new Labels.Known(Map.of("kind", new Task.Classification(List.of("cat", "dog")))))) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.classOf(0, 0)).isEqualTo(1);
        }
        Path plain = Pictures.file(folder.resolve("my 图片/plain.csv"), "file\np 5.png\n");
        try (Dataset data = source.at(plain).open(new Labels.None())) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.targets()).isEmpty();
        }
        try (Dataset data = source.at(folder.resolve("my 图片")).open(new Labels.None())) {
            assertThat(data.size()).isEqualTo(6);
        }
    }

    @Test
    void aSingleClassIsRefused() {
        Path table = table("file,kind\np 0.png,cat\np 1.png,cat\n");
        assertThatThrownBy(() -> source(table, "kind", new TargetColumn("kind", TargetColumn.Kind.CLASS)).open())
                .isInstanceOf(BadInput.class).hasMessageContaining("only one class");
    }

    @Test
    void thePathsThemselvesCannotBeLearnt() {
        assertThatThrownBy(
                () -> source(folder.resolve("x.csv"), "file", new TargetColumn("file", TargetColumn.Kind.CLASS)))
                .isInstanceOf(BadInput.class).hasMessageContaining("names the pictures");
    }
}
