package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderOfImagesAndMasksIsRecognised() {
        picture("a", 16, 24);
        picture("b", 16, 24);
        mask("a", 16, 24, 0);
        mask("b", 16, 24, 3);
        assertThat(DataSource.detect(folder, Optional.empty())).isEqualTo(new MaskFolder(folder.resolve("images"),
                folder.resolve("masks"), 1, 24, 16, List.of("0", "1", "2", "3")));
        Pictures.file(folder.resolve("classes.txt"), "sky\nsea\n\nboat\nrock\n");
        assertThat(MaskFolder.detect(folder).classes()).containsExactly("sky", "sea", "boat", "rock");
    }

    @Test
    void sidesAreProposedThatCanBeHalvedThrice() {
        picture("a", 30, 21);
        mask("a", 30, 21, 1);
        MaskFolder source = MaskFolder.detect(folder);
        assertThat(source.form().width()).isEqualTo(24);
        assertThat(source.form().height()).isEqualTo(16);
    }

    @Test
    void shadesAreTheNumbersOfClassesAndBlackAndWhiteAreTwo() {
        picture("a", 2, 2);
        mask("a", 2, 2, 2);
        assertThat(classes(source(3), 0)).containsOnly(2);
        Pictures.halves(folder.resolve("masks/a.png"), 2, 2);
        assertThat(classes(source(2), 0)).containsExactly(0, 1, 0, 1);
        assertThat(MaskFolder.detect(folder).classes()).containsExactly("0", "1");
    }

    @Test
    void thePlaceInAPaletteIsTheNumberOfAClass() {
        picture("a", 2, 2);
        byte[] shades = {10, 20, 30, 40};
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, 4, shades, new byte[4], shades));
        image.getRaster().setPixels(0, 0, 2, 2, new int[] {3, 1, 0, 2});
        Pictures.write(folder.resolve("masks/a.png"), image);
        assertThat(classes(source(4), 0)).containsExactly(3, 1, 0, 2);
    }

    @Test
    void aMaskOfAnotherSizeTakesTheNearestPixels() {
        picture("a", 2, 2);
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, 4, 4, new int[] {0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3});
        Pictures.write(folder.resolve("masks/a.png"), image);
        assertThat(classes(source(4), 0)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void partsAreTakenFromTheFolders() {
        for (String name : List.of("train/a", "train/b", "val/c", "test/d")) {
            picture(name, 2, 2);
            mask(name, 2, 2, 1);
        }
        try (Dataset data = source(2).open()) {
            Split split = Split.of(data, Fractions.DEFAULT, 1);
            assertThat(List.of(split.train().length, split.validation().length, split.test().length))
                    .containsExactly(2, 1, 1);
        }
    }

    @Test
    void whatHasNoPartnerIsLeftOutWithAWarning() {
        picture("a", 2, 2);
        picture("b", 2, 2);
        mask("b", 2, 2, 1);
        mask("c", 2, 2, 1);
        try (Dataset data = source(2).open()) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.describe(0)).hasToString("b.png");
            assertThat(data.warnings()).map(Sentence::toString).containsExactly(
                    "Pictures without a mask were left out: a.png.",
                    "Masks without a picture were left out: c.");
            assertThat(data.targets()).containsExactly(
                    new Target("mask", new Task.Segmentation(List.of("0", "1"), 2, 2)));
        }
    }

    @Test
    void aFolderWithoutPairsIsRefused() {
        picture("a", 2, 2);
        mask("b", 2, 2, 1);
        assertThatThrownBy(() -> source(2).open()).isInstanceOf(BadInput.class)
                .hasMessageContaining("No picture in").hasMessageContaining("Name each mask like its picture.");
    }

    @Test
    void aNumberWithoutAClassIsRefusedWithItsFile() {
        picture("a", 2, 2);
        mask("a", 2, 2, 7);
        assertThatThrownBy(() -> classes(source(3), 0)).isInstanceOf(BadInput.class).hasMessageContaining("a.png")
                .hasMessageContaining("it has pixels of class 7, but the classes go from 0 to 2");
    }

    @Test
    void aMaskInColoursIsRefused() {
        picture("a", 2, 2);
        Pictures.colour(folder.resolve("masks/a.png"), 2, 2, Color.RED);
        assertThatThrownBy(() -> classes(source(2), 0)).isInstanceOf(BadInput.class)
                .hasMessageContaining("it has colours, which say nothing about classes");
        assertThatThrownBy(() -> MaskFolder.detect(folder)).isInstanceOf(BadInput.class);
    }

    @Test
    void elsewherePicturesNeedNoMasks() {
        picture("a", 2, 2);
        mask("a", 2, 2, 1);
        MaskFolder source = source(2);
        Path other = folder.resolve("other");
        Pictures.grey(other.resolve("x.png"), 5, 5, 9);
        try (Dataset data = source.at(other).open(new Labels.None())) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.targets()).isEmpty();
        }
        assertThat(source.at(folder)).isEqualTo(source);
    }

    private MaskFolder source(int classes) {
        return new MaskFolder(folder.resolve("images"), folder.resolve("masks"), 1, 2, 2,
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    private void picture(String name, int width, int height) {
        Pictures.grey(folder.resolve("images").resolve(name + ".png"), width, height, 100);
    }

    private void mask(String name, int width, int height, int value) {
        Pictures.grey(folder.resolve("masks").resolve(name + ".png"), width, height, value);
    }

    private static int[] classes(MaskFolder source, int example) {
        try (Dataset data = source.open()) {
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            batch.hold(example);
            data.read(example, batch, 0);
            int[] classes = new int[batch.target(0).remaining()];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = batch.target(0).get(i);
            }
            return classes;
        }
    }
}
