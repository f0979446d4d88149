package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconstructedTest {
    @TempDir
    private Path folder;

    @Test
    void picturesNeedNoClassesToBeGivenBack() {
        Pictures.grey(folder.resolve("a.png"), 6, 4, 1);
        Pictures.grey(folder.resolve("deep/down/b.png"), 6, 4, 2);
        Reconstructed source = Reconstructed.detect(folder);
        assertThat(source.source()).isEqualTo(new ImageFolder(folder, 1, 4, 6));
        try (Dataset data = source.open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(data.targets())
                    .containsExactly(new Target(Reconstructed.OUTPUT, new Task.Reconstruction("image")));
            Split split = Split.of(data, new Fractions(0.5, 0), 1);
            assertThat(split.train()).hasSize(1);
        }
        try (Dataset data = source.open(new Labels.None())) {
            assertThat(data.targets()).isEmpty();
        }
    }

    @Test
    void foldersThatNamePartsStillDo() {
        for (String file : List.of("train/a.png", "train/x/b.png", "test/c.png", "test/y/d.png")) {
            Pictures.grey(folder.resolve(file), 4, 4, 1);
        }
        try (Dataset data = Reconstructed.detect(folder).open()) {
            assertThat(data.given(0)).isEqualTo(data.given(1)).contains(Part.TEST);
            assertThat(data.given(2)).isEqualTo(data.given(3)).contains(Part.TRAIN);
        }
    }

    @Test
    void allColumnsOfNumbersOfATableAreGivenBack() {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,name,b\n1,x,2\n3,y,4\n");
        Reconstructed source = Reconstructed.detect(file);
        assertThat(source.columns("features")).containsExactly("a", "b");
        try (Dataset data = source.open()) {
            assertThat(data.targets()).extracting(Target::task).containsExactly(new Task.Reconstruction("features"));
            assertThat(data.size()).isEqualTo(2);
        }
    }

    @Test
    void classesMayBeLearntBeside() {
        Path pictures = Pictures.folder(folder, 3, "cat", "dog");
        var source = new Reconstructed(new ImageFolder(pictures, 1, 4, 4), outputs("image"),
                Reconstructed.Beside.TARGETS);
        try (Dataset data = source.open()) {
            assertThat(data.targets()).extracting(Target::name).containsExactly("class", "again");
            assertThat(data.classOf(5, 0)).isEqualTo(1);
        }
        Map<String, Task> tasks = Map.of("class", new Task.Classification(List.of("dog", "cat")), "again",
                new Task.Reconstruction("image"));
        try (Dataset data = source.open(new Labels.Known(tasks))) {
            assertThat(data.targets()).extracting(Target::name).containsExactly("class", "again");
            assertThat(data.classOf(5, 0)).isZero();
        }
    }

    @Test
    void anInputThatIsNotThereIsRefused() {
        Path pictures = Pictures.folder(folder, 3, "cat", "dog");
        var source = new Reconstructed(new ImageFolder(pictures, 1, 4, 4), outputs("photo"),
                Reconstructed.Beside.NOTHING);
        assertThatThrownBy(source::open).isInstanceOf(BadInput.class)
                .hasMessage("There is no input 'photo' that 'again' could give back; the data has 'image'.");
    }

    private static LinkedHashMap<String, String> outputs(String input) {
        return new LinkedHashMap<>(Map.of("again", input));
    }
}
