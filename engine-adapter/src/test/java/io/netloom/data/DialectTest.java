package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    @TempDir
    Path folder;

    private static Dialect dialect(Optional<Character> delimiter, Optional<Character> quote, Optional<String> encoding,
            Optional<Character> decimal, Optional<Boolean> header, Optional<List<String>> missing) {
        return new Dialect(delimiter, quote, Optional.empty(), encoding, decimal, header, missing,
                new LinkedHashMap<>());
    }

    private static Table table(Path file, Dialect dialect, Feature feature, TargetColumn.Kind kind) {
        return new Table(new TableFile(file, dialect), Optional.empty(),
                new LinkedHashMap<>(Map.of("in", List.of(feature))),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("y", kind))));
    }

    private static float[] numbers(Path file, Dialect dialect) {
        try (Dataset data = table(file, dialect, new Feature.Number("a"), TargetColumn.Kind.CLASS).open()) {
            float[] values = new float[data.size()];
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            for (int i = 0; i < values.length; i++) {
                batch.hold(i);
                data.read(i, batch, 0);
                values[i] = batch.input(0).asFloatBuffer().get(0);
            }
            return values;
        }
    }

    private static List<String> classes(Path file, Dialect dialect) {
        try (Dataset data = table(file, dialect, new Feature.Number("a"), TargetColumn.Kind.CLASS).open()) {
            return ((Task.Classification) data.targets().getFirst().task()).classes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void sixteenBitTextIsFoundOut(String encoding) {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n1,日本\n2,é\n".getBytes(Charset.forName(encoding)));
        assertThat(classes(file, Dialect.FOUND)).containsExactly("é", "日本");
    }

    @Test
    void anEncodingThatIsNamedIsObeyed() {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n1,日本\n2,é\n".getBytes(Charset.forName("GB18030")));
        assertThat(classes(file, dialect(Optional.empty(), Optional.empty(), Optional.of("GB18030"), Optional.empty(),
                Optional.empty(), Optional.empty()))).containsExactly("é", "日本");
        assertThatThrownBy(() -> classes(file, Dialect.FOUND)).isInstanceOf(BadInput.class)
                .hasMessageContaining("no text in UTF-8").hasMessageContaining("name its encoding");
        Path latin = Pictures.file(folder.resolve("l.csv"), "a,y\n1,p\n2,é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> classes(latin, dialect(Optional.empty(), Optional.empty(), Optional.of("US-ASCII"),
                Optional.empty(), Optional.empty(), Optional.empty()))).isInstanceOf(BadInput.class)
                .hasMessageContaining("no text in US-ASCII");
        assertThatThrownBy(() -> dialect(Optional.empty(), Optional.empty(), Optional.of("klingon"), Optional.empty(),
                Optional.empty(), Optional.empty())).hasMessageContaining("windows-1252");
    }

    @Test
    void aDecimalCommaIsFoundOut() {
        Path file = Pictures.file(folder.resolve("t.csv"), "a;y\n1,5;p\n-2,25;q\n");
        assertThat(numbers(file, Dialect.FOUND)).containsExactly(1.5f, -2.25f);
        assertThatThrownBy(() -> numbers(file, dialect(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of('.'), Optional.empty(), Optional.empty()))).hasMessageContaining("must hold numbers");
    }

    @Test
    void delimiterQuoteHeaderAndMissingTextsCanBeOverruled() {
        Path file = Pictures.file(folder.resolve("t.csv"), "1^'p^q'\n-999^r\n3^r\n");
        Dialect dialect = dialect(Optional.of('^'), Optional.of('\''), Optional.empty(), Optional.empty(),
                Optional.of(false), Optional.of(List.of("-999")));
        Table table = new Table(new TableFile(file, dialect), Optional.empty(),
                new LinkedHashMap<>(Map.of("in", List.of(new Feature.Number("column1")))),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("column2", TargetColumn.Kind.CLASS))));
        try (Dataset data = table.open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(((Task.Classification) data.targets().getFirst().task()).classes()).containsExactly("p^q", "r");
        }
    }

    @Test
    void typesCanBeOverruled() {
        Path file = Pictures.file(folder.resolve("t.csv"), "zip,y\n00501,p\n10001,q\n");
        Dialect text = Dialect.FOUND.with(Map.of("zip", ColumnType.TEXT));
        try (OpenTable open = OpenTable.open(new TableFile(file, text))) {
            ColumnFacts facts = open.load(List.of(0)).getFirst();
            assertThat(facts.type()).isEqualTo(ColumnType.TEXT);
            assertThat(facts.text()).isEqualTo("00501");
        }
        assertThatThrownBy(table(file, Dialect.FOUND.with(Map.of("zap", ColumnType.TEXT)), new Feature.Number("zip"),
                TargetColumn.Kind.CLASS)::open).isInstanceOf(BadInput.class).hasMessageContaining("\"zap\"");
    }

    @Test
    void jsonLinesAndParquetAreTablesToo() throws SQLException, IOException {
        Path json = Pictures.file(folder.resolve("数据 t.jsonl"),
                "{\"a\":1,\"y\":\"p\"}\n{\"a\":2.5,\"y\":\"q\",\"more\":[1]}\n{\"a\":null,\"y\":\"q\"}\n");
        assertThat(numbers(json, Dialect.FOUND)).containsExactly(1, 2.5f);
        Path packed = folder.resolve("t.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(json));
        }
        assertThat(numbers(packed, Dialect.FOUND)).containsExactly(1, 2.5f);
        Path parquet = folder.resolve("数据 t.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT 1::DECIMAL(9, 2) AS a, 'p' AS y UNION ALL SELECT 2.5, 'q') TO "
                    + Sql.text(parquet) + " (FORMAT parquet)");
        }
        assertThat(numbers(parquet, Dialect.FOUND)).containsExactly(1, 2.5f);
        assertThat(TableChoice.of(new TableFile(parquet), List.of()).table().targets()).containsKey("y");
    }

    @Test
    void whatIsNoJsonAndNoParquetIsRefused() {
        for (String name : List.of("t.jsonl", "t.parquet")) {
            Path file = Pictures.file(folder.resolve(name), "a,y\n1,p\n2,q\n");
            assertThatThrownBy(() -> numbers(file, Dialect.FOUND)).isInstanceOf(BadInput.class)
                    .hasMessageContaining(file.toString()).hasMessageContaining("cannot be read as a table")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Error:").hasLineCount(1));
        }
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n1,p\n2,q\n");
        try (OpenTable open = OpenTable.open(new TableFile(file))) {
            Files.writeString(file, "a,y\n1,p\n2,q\n3,r\n");
            assertThatThrownBy(() -> open.load(List.of(0))).isInstanceOf(BadInput.class)
                    .hasMessageContaining("changed while it was read");
        }
        try (Dataset data = table(file, Dialect.FOUND, new Feature.Number("a"), TargetColumn.Kind.CLASS).open()) {
            assertThat(data.texts("y")).containsExactly("p", "q", "r");
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            assertThatThrownBy(() -> data.texts("y")).hasMessageContaining("changed while it was read");
        }
    }

    @Test
    void aQuoteIsHonouredThatOnlyStandsFarBelow() {
        String rows = "1,p\n2,q\n".repeat(30_000);
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n" + rows + "3,\"x,y\"\n");
        assertThat(classes(file, Dialect.FOUND)).containsExactly("p", "q", "x,y");
    }

    @Test
    void aTableThatMayNotBeReadIsRefusedWithItsPath() throws IOException {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n1,p\n2,q\n");
        assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("this user may read everything").isFalse();
        assertThatThrownBy(() -> classes(file, Dialect.FOUND)).isInstanceOf(BadInput.class)
                .hasMessageContaining(file.toString()).hasMessageContaining("permission");
    }
}
