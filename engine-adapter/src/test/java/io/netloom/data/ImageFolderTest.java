package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    Path folder;

    private ImageFolder source() {
        return new ImageFolder(folder, 1, 4, 4);
    }

    private static List<String> classes(Dataset data) {
        return ((Task.Classification) data.targets().getFirst().task()).classes();
    }

    @Test
    void aFolderAClassGivesThePicturesWithTheirClasses() {
        Pictures.folder(folder, 2, "猫 cat's", "dog");
        try (Dataset data = source().open()) {
            assertThat(data.size()).isEqualTo(4);
            assertThat(data.inputs()).containsExactly(new Input("image", Shape.of(ElementType.UINT8, 1, 4, 4)));
            assertThat(classes(data)).containsExactly("dog", "猫 cat's");
            assertThat(data.given(0)).isEmpty();
            assertThat(data.describe(3)).hasToString(Path.of("猫 cat's", "1.png").toString());
            assertThat(data.warnings()).isEmpty();

            Batch batch = Batch.allocate(data.inputs(), data.targets(), 2);
            batch.hold(3, 0);
            data.read(3, batch, 0);
            data.read(0, batch, 1);
            assertThat(batch.input(0).get(0)).isEqualTo((byte) 1);
            assertThat(batch.input(0).get(16)).isEqualTo((byte) 10);
            assertThat(batch.target(0).asLongBuffer().get(0)).isEqualTo(1).isEqualTo(data.classOf(3, 0));
        }
    }

    @Test
    void foldersForThePartsAreHonoured() {
        Pictures.folder(folder.resolve("train"), 2, "a", "b");
        Pictures.folder(folder.resolve("val"), 1, "a", "b");
        Pictures.folder(folder.resolve("Test"), 1, "a", "b");
        try (Dataset data = source().open()) {
            assertThat(data.size()).isEqualTo(8);
            Split split = Split.of(data, Fractions.DEFAULT, 1);
            assertThat(Arrays.stream(split.train()).boxed()).hasSize(4)
                    .allMatch(i -> data.given(i).equals(Optional.of(Part.TRAIN)));
            assertThat(Arrays.stream(split.validation()).boxed()).hasSize(2)
                    .allMatch(i -> data.describe(i).toString().startsWith("val"));
            assertThat(Arrays.stream(split.test()).boxed()).hasSize(2)
                    .allMatch(i -> data.describe(i).toString().startsWith("Test"));
        }
    }

    @Test
    void aClassMayBeCalledTrain() {
        Pictures.folder(folder, 1, "train", "bus");
        try (Dataset data = source().open()) {
            assertThat(classes(data)).containsExactly("bus", "train");
        }
    }

    @Test
    void aClassWithoutTrainingPicturesIsLeftOutWithAWarning() {
        Pictures.folder(folder.resolve("train"), 1, "a", "b");
        Pictures.folder(folder.resolve("test"), 1, "a", "c");
        try (Dataset data = source().open()) {
            assertThat(classes(data)).containsExactly("a", "b");
            assertThat(data.warnings()).singleElement().asString().contains("c");
        }
    }

    @Test
    void hiddenFilesAndOtherEndingsArePassedOver() {
        Pictures.folder(folder, 1, "a", "b");
        Pictures.file(folder.resolve("a/.hidden.png"), "x");
        Pictures.file(folder.resolve("a/notes.txt"), "x");
        Pictures.file(folder.resolve("__MACOSX/x.png"), "x");
        Pictures.file(folder.resolve("readme.md"), "x");
        try (Dataset data = source().open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(data.warnings()).isEmpty();
        }
    }

    @Test
    void filesThatAreNoPicturesAreLeftOutAndNamed() throws IOException {
        Pictures.folder(folder, 2, "a", "b");
        Pictures.file(folder.resolve("a/wrong.png"), "this is text");
        byte[] good = Files.readAllBytes(folder.resolve("b/0.png"));
        Pictures.file(folder.resolve("b/cut.png"), Arrays.copyOf(good, 20));
        Pictures.file(folder.resolve("b/empty.jpg"), "");
        try (Dataset data = source().open()) {
            assertThat(data.size()).isEqualTo(4);
            assertThat(data.warnings()).singleElement().asString()
                    .startsWith("3 files were left out").contains("wrong.png", "cut.png", "empty.jpg");
        }
    }

    @Test
    void anEmptyClassFolderIsLeftOutAndNamed() throws IOException {
        Pictures.folder(folder, 1, "a", "b");
        Files.createDirectory(folder.resolve("nothing"));
        try (Dataset data = source().open()) {
            assertThat(classes(data)).containsExactly("a", "b");
            assertThat(data.warnings()).singleElement().asString().contains("nothing");
        }
    }

    @Test
    void aPictureThatBreaksLaterIsRefusedByItsPath() throws IOException {
        Pictures.folder(folder, 1, "a", "b");
        try (Dataset data = source().open()) {
            byte[] good = Files.readAllBytes(folder.resolve("a/0.png"));
            Files.write(folder.resolve("a/0.png"), Arrays.copyOf(good, 45));
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            batch.hold(0);
            assertThatThrownBy(() -> data.read(0, batch, 0))
                    .isInstanceOf(BadInput.class).hasMessageContaining(folder.resolve("a/0.png").toString())
                    .hasMessageContaining("Replace it");
        }
    }

    @Test
    void onceAllPicturesAreKeptInMemoryTheFilesAreNotReadAgain() throws IOException {
        Pictures.folder(folder, 1, "a", "b");
        try (Dataset data = source().open()) {
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 2);
            batch.hold(0, 1);
            assertThat(data.inMemory()).isFalse();
            data.read(0, batch, 0);
            data.read(1, batch, 1);
            assertThat(data.inMemory()).isTrue();
            Files.delete(folder.resolve("a/0.png"));
            data.read(0, batch, 1);
            assertThat(batch.input(0).get(16)).isZero();
        }
    }

    @Test
    void aFolderWithoutImagesIsRefusedWithItsPath() throws IOException {
        assertThatThrownBy(source()::open).isInstanceOf(BadInput.class).hasMessageContaining(folder.toString())
                .hasMessageContaining("png");
        Files.createDirectory(folder.resolve("a"));
        assertThatThrownBy(source()::open).isInstanceOf(BadInput.class)
                .hasMessageContaining("no folders with pictures");
    }

    @Test
    void looseImagesAreRefusedWithTheirNumber() {
        Pictures.grey(folder.resolve("x.png"), 2, 2, 0);
        assertThatThrownBy(source()::open).isInstanceOf(BadInput.class)
                .hasMessageContaining("holds 1 picture that lies").hasMessageContaining("the name of the class");
    }

    @Test
    void aSingleClassIsRefusedByItsName() {
        Pictures.folder(folder, 3, "cat");
        assertThatThrownBy(source()::open).isInstanceOf(BadInput.class).hasMessageContaining("\"cat\"")
                .hasMessageContaining("another class");
    }

    @Test
    void aFolderWhereNoFileIsAPictureIsRefused() {
        Pictures.file(folder.resolve("a/x.png"), "text");
        Pictures.file(folder.resolve("b/x.png"), "text");
        assertThatThrownBy(source()::open).isInstanceOf(BadInput.class).hasMessageContaining("none could be read");
        assertThatThrownBy(() -> ImageFolder.detect(folder)).isInstanceOf(BadInput.class)
                .hasMessageContaining("none could be read");
    }

    @Test
    void aMissingFolderIsRefusedWithItsPath() {
        ImageFolder missing = new ImageFolder(folder.resolve("nowhere"), 1, 4, 4);
        assertThatThrownBy(missing::open).isInstanceOf(BadInput.class).hasMessageContaining("nowhere");
    }

    @Test
    void aFolderThatMayNotBeReadIsRefusedWithItsPath() throws IOException {
        Pictures.folder(folder, 1, "a", "b");
        Path closed = folder.resolve("a");
        assumeThat(Files.getFileStore(closed).supportsFileAttributeView("posix")).isTrue();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeThat(Files.isReadable(closed)).as("this user may read everything").isFalse();
            assertThatThrownBy(source()::open).isInstanceOf(BadInput.class).hasMessageContaining(closed.toString())
                    .hasMessageContaining("permission");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void channelsAndSizesOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new ImageFolder(folder, 2, 4, 4)).isInstanceOf(BadInput.class)
                .hasMessageContaining("1 (grey) or 3");
        assertThatThrownBy(() -> new ImageFolder(folder, 1, 0, 4)).isInstanceOf(BadInput.class)
                .hasMessageContaining("0×4");
        assertThatThrownBy(() -> new ImageFolder(folder, 1, 4, 5_000)).isInstanceOf(BadInput.class);
    }

    @Test
    void greyPicturesOfOneSizeAreProposedAsTheyAre() {
        Pictures.folder(folder, 3, "a", "b");
        assertThat(ImageFolder.detect(folder)).isEqualTo(new ImageFolder(folder, 1, 4, 4));
    }

    @Test
    void oneColouredPictureMakesThreeChannels() {
        Pictures.folder(folder, 2, "a");
        Pictures.colour(folder.resolve("b/0.png"), 4, 4, Color.RED);
        assertThat(ImageFolder.detect(folder)).isEqualTo(new ImageFolder(folder, 3, 4, 4));
    }

    @Test
    void picturesOfManySizesAreProposedAsAModestSquareThatTheyFill() {
        Pictures.grey(folder.resolve("a/0.png"), 100, 50, 1);
        Pictures.grey(folder.resolve("b/0.png"), 30, 70, 1);
        assertThat(ImageFolder.detect(folder)).isEqualTo(
                new ImageFolder(folder, new PictureForm(1, 64, 64, PictureForm.Fitting.FILL)));
    }

    @Test
    void largePicturesAreProposedSmallerInTheSameProportions() {
        Pictures.grey(folder.resolve("a/0.png"), 448, 224, 1);
        Pictures.grey(folder.resolve("b/0.png"), 448, 224, 1);
        assertThat(ImageFolder.detect(folder)).isEqualTo(new ImageFolder(folder, 1, 112, 224));
    }
}
