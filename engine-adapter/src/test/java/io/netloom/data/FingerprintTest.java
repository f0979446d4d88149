package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    @TempDir
    Path folder;

    private static Fingerprint of(DataSource source) {
        return Fingerprint.of(source).orElseThrow();
    }

    @Test
    void aTableIsTheSameUntilItsContentChanges() throws IOException {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n1,2\n3,4\n");
        Table table = Table.detect(file, Optional.empty());
        Fingerprint before = of(table);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(before.changeTo(of(table))).isEmpty();
        Files.writeString(file, "a,y\n1,2\n3,5\n");
        assertThat(before.changeTo(of(table)))
                .hasValueSatisfying(c -> assertThat(c).asString().contains("other content"));
        Files.writeString(file, "a,y\n1,2\n3,4\n5,6\n");
        assertThat(before.changeTo(of(table)))
                .hasValueSatisfying(c -> assertThat(c).asString().contains("12 bytes", "16"));
        Files.delete(file);
        assertThat(before.changeTo(of(table)))
                .hasValueSatisfying(c -> assertThat(c).asString().startsWith("is no longer where it was"));
    }

    @Test
    void aPictureMoreIsNoticed() {
        ImageFolder source = new ImageFolder(Pictures.folder(folder, 3, "cat", "dog"), 1, 4, 4);
        Fingerprint before = of(source);
        assertThat(of(source)).isEqualTo(before);
        Pictures.grey(folder.resolve("cat/new.png"), 4, 4, 7);
        assertThat(before.changeTo(of(source)))
                .hasValueSatisfying(c -> assertThat(c).asString().contains("6 files", "7 files"));
    }

    @Test
    void aLinkToNothingCountsByItsName() throws IOException {
        ImageFolder source = new ImageFolder(Pictures.folder(folder, 3, "cat", "dog"), 1, 4, 4);
        Files.createSymbolicLink(folder.resolve("cat/lost.png"), folder.resolve("nowhere"));
        Fingerprint before = of(source);
        assertThat(before.files()).isEqualTo(7);
        assertThat(of(source)).isEqualTo(before);
    }
}
