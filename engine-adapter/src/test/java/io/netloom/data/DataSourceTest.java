package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {
    @TempDir
    Path folder;

    @Test
    void aFolderOfPicturesIsAnImageFolder() {
        Pictures.folder(folder, 1, "a", "b");
        assertThat(DataSource.detect(folder, Optional.empty())).isInstanceOf(ImageFolder.class);
    }

    @Test
    void aFolderWithIdxFilesIsReadAsSuch() {
        Pictures.file(folder.resolve("train-images-idx3-ubyte.gz"), "x");
        assertThat(DataSource.detect(folder, Optional.empty())).isEqualTo(new IdxFiles(folder));
    }

    @Test
    void aTableIsReadWithTheWantedTarget() {
        Path file = Pictures.file(folder.resolve("T.TSV"), "a\tb\n1\t2\n3\t4\n");
        assertThat(DataSource.detect(file, Optional.of("a"))).isInstanceOfSatisfying(Table.class,
                table -> assertThat(table.targets()).containsOnlyKeys("a"));
    }

    @Test
    void aMissingPathIsRefused() {
        assertThatThrownBy(() -> DataSource.detect(folder.resolve("nowhere"), Optional.empty()))
                .isInstanceOf(BadInput.class).hasMessageContaining("nowhere");
    }

    @Test
    void anotherFileIsRefusedWithWhatNetloomReads() {
        Path file = Pictures.file(folder.resolve("data.xlsx"), "x");
        assertThatThrownBy(() -> DataSource.detect(file, Optional.empty()))
                .isInstanceOf(BadInput.class).hasMessageContaining(file.toString()).hasMessageContaining(".csv");
    }

    @Test
    void aTargetForPicturesIsRefused() {
        Pictures.folder(folder, 1, "a", "b");
        assertThatThrownBy(() -> DataSource.detect(folder, Optional.of("price")))
                .isInstanceOf(BadInput.class).hasMessageContaining("price").hasMessageContaining("no table");
    }
}
