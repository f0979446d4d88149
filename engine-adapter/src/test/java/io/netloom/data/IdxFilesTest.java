package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.ElementType;
import io.netloom.shape.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTest {
    @TempDir
    Path folder;

    /// Pictures of 2 × 3 pixels, each filled with its number.
    private static byte[] images(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * 6).putInt(0x0803).putInt(count).putInt(2).putInt(3);
        for (int i = 0; i < count * 6; i++) {
            bytes.put((byte) (i / 6));
        }
        return bytes.array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private void write(String name, byte[] bytes) {
        Pictures.file(folder.resolve(name), bytes);
    }

    private void refuses(String... words) {
        assertThatThrownBy(new IdxFiles(folder)::open).isInstanceOf(BadInput.class)
                .hasMessageContaining(folder.toString()).hasMessageContainingAll(words);
    }

    @Test
    void bothPartsAreReadPackedOrNot() {
        write("train-images-idx3-ubyte.gz", gzip(images(4)));
        write("train-labels-idx1-ubyte.gz", gzip(labels(0, 1, 2, 0)));
        write("t10k-images.idx3-ubyte", images(2));
        write("t10k-labels.idx1-ubyte", labels(1, 2));
        try (Dataset data = new IdxFiles(folder).open()) {
            assertThat(data.size()).isEqualTo(6);
            assertThat(data.inputs()).containsExactly(new Input("image", Shape.of(ElementType.UINT8, 1, 2, 3)));
            assertThat(data.targets().getFirst().task()).isEqualTo(new Task.Classification(List.of("0", "1", "2")));
            assertThat(data.given(3)).isEqualTo(Optional.of(Part.TRAIN));
            assertThat(data.given(4)).isEqualTo(Optional.of(Part.TEST));
            assertThat(data.describe(5)).hasToString("t10k-images.idx3-ubyte, picture 2");
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 2);
            batch.hold(3, 5);
            data.read(3, batch, 0);
            data.read(5, batch, 1);
            assertThat(batch.input(0).get(0)).isEqualTo((byte) 3);
            assertThat(batch.input(0).get(6)).isEqualTo((byte) 1);
            assertThat(batch.target(0).asLongBuffer().get(1)).isEqualTo(2).isEqualTo(data.classOf(5, 0));
        }
    }

    @Test
    void aFileOfNamesNamesTheClasses() {
        write("images-idx3-ubyte", images(2));
        write("labels-idx1-ubyte", labels(0, 1));
        Pictures.file(folder.resolve("classes.txt"), "T-shirt\n裤子\n");
        try (Dataset data = new IdxFiles(folder).open()) {
            assertThat(data.targets().getFirst().task()).isEqualTo(new Task.Classification(List.of("T-shirt", "裤子")));
            assertThat(data.given(0)).isEmpty();
        }
    }

    @Test
    void tooFewNamesAreRefused() {
        write("images-idx3-ubyte", images(2));
        write("labels-idx1-ubyte", labels(0, 2));
        Pictures.file(folder.resolve("classes.txt"), "a\nb\n");
        refuses("names 2 classes", "up to 2");
    }

    @Test
    void aWrongMagicNumberIsRefused() {
        byte[] bytes = images(2);
        bytes[3] = 1;
        write("images-idx3-ubyte", bytes);
        write("labels-idx1-ubyte", labels(0, 1));
        refuses("00000801", "00000803");
    }

    @Test
    void aTruncatedFileIsRefusedPackedOrNot() {
        write("labels-idx1-ubyte", labels(0, 1));
        write("images-idx3-ubyte", Arrays.copyOf(images(2), 20));
        refuses("cut off", "12 bytes", "only 4");
        write("images-idx3-ubyte", Arrays.copyOf(images(2), 10));
        refuses("cut off");
        write("images-idx3-ubyte", new byte[0]);
        refuses("no IDX file");
        byte[] packed = gzip(images(2));
        write("images-idx3-ubyte", Arrays.copyOf(packed, packed.length - 12));
        refuses("cannot be read");
    }

    @Test
    void aFileThatGoesOnIsRefused() {
        write("images-idx3-ubyte", Arrays.copyOf(images(2), 100));
        write("labels-idx1-ubyte", labels(0, 1));
        refuses("goes on");
    }

    @Test
    void aHeaderThatAnnouncesMoreThanTheFileCanHoldTakesNoMemory() {
        byte[] bytes = images(2);
        ByteBuffer.wrap(bytes).putInt(4, 2_000_000).putInt(8, 28).putInt(12, 28);
        write("images-idx3-ubyte", bytes);
        write("labels-idx1-ubyte", labels(0, 1));
        refuses("cut off");
        ByteBuffer.wrap(bytes).putInt(4, -1).putInt(8, -1).putInt(12, -1);
        write("images-idx3-ubyte", bytes);
        refuses("2 GB");
    }

    @Test
    void countsThatDifferAreRefused() {
        write("images-idx3-ubyte", images(3));
        write("labels-idx1-ubyte", labels(0, 1));
        refuses("3 pictures", "2 labels");
    }

    @Test
    void missingLabelsAreRefused() {
        write("train-images-idx3-ubyte", images(2));
        refuses("no labels", "train-labels-idx1-ubyte");
    }

    @Test
    void twoSetsForOnePartAreRefused() {
        for (String prefix : new String[] {"train-", "digits-train-"}) {
            write(prefix + "images-idx3-ubyte", images(2));
            write(prefix + "labels-idx1-ubyte", labels(0, 1));
        }
        refuses("two sets");
    }

    @Test
    void aSingleClassIsRefused() {
        write("images-idx3-ubyte", images(2));
        write("labels-idx1-ubyte", labels(3, 3));
        refuses("only one class, 3");
    }

    @Test
    void noPicturesAreRefused() {
        write("images-idx3-ubyte", images(0));
        write("labels-idx1-ubyte", labels());
        refuses("no pictures");
    }

    @Test
    void aFolderWithoutSuchFilesIsRefused() {
        refuses("images-idx3-ubyte");
    }
}
