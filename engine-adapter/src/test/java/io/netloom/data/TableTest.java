package io.netloom.data;

import static io.netloom.data.TargetColumn.Kind.CLASS;
import static io.netloom.data.TargetColumn.Kind.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Task;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @TempDir
    Path folder;

    private Path csv(String text) {
        return Pictures.file(folder.resolve("t.csv"), text);
    }

    private static Table table(Path file, List<String> inputs, String target, TargetColumn.Kind kind) {
        return new Table(file, new LinkedHashMap<>(Map.of("features", inputs)),
                new LinkedHashMap<>(Map.of("out", new TargetColumn(target, kind))));
    }

    private void refuses(String text, String... words) {
        Path file = csv(text);
        assertThatThrownBy(table(file, List.of("a"), "y", CLASS)::open)
                .isInstanceOf(BadInput.class).hasMessageContaining(file.toString()).hasMessageContainingAll(words);
    }

    @Test
    void aTextFarDownInALargeTableMakesItsColumnOneOfTexts() {
        String filler = "x".repeat(110);
        Path file = csv(IntStream.range(0, 300_000).mapToObj(i -> i + "," + filler + i % 2 + "\n")
                .collect(Collectors.joining("", "a,y\n", "many,p\n")));

        try (OpenTable open = OpenTable.open(new TableFile(file))) {
            ColumnFacts facts = open.load(List.of(0, 1)).getFirst();

            assertThat(facts.numbers()).isEqualTo(300_000);
            assertThat(facts.present()).isEqualTo(300_001);
            assertThat(facts.text()).isEqualTo("many");
        }
    }

    private static List<Float> features(Dataset data, int example) {
        Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
        batch.hold(example);
        data.read(example, batch, 0);
        float[] values = new float[(int) data.inputs().getFirst().shape().elements()];
        batch.input(0).asFloatBuffer().get(values);
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    @Test
    void columnsComeInTheWantedOrderWithTheirClasses() {
        Path file = csv("a,y,b\n1,red,2.5\n-3,blue,1e2\n5,red, 7 \n");
        try (Dataset data = table(file, List.of("b", "a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(3);
            assertThat(data.inputs()).containsExactly(new Input("features", Shape.of(2)));
            assertThat(data.targets())
                    .containsExactly(new Target("out", new Task.Classification(List.of("blue", "red"))));
            assertThat(features(data, 1)).containsExactly(100f, -3f);
            assertThat(features(data, 2)).containsExactly(7f, 5f);
            assertThat(data.classOf(0, 0)).isEqualTo(1);
            assertThat(data.classOf(1, 0)).isZero();
            assertThat(data.describe(2)).hasToString("row 3");
            assertThat(data.warnings()).isEmpty();
            assertThatThrownBy(() -> data.numbersOf(0, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aNumberToLearnStaysInItsOwnUnit() {
        try (Dataset data = table(csv("a,y\n1,10.5\n2,-3\n"), List.of("a"), "y", NUMBER).open()) {
            assertThat(data.targets().getFirst().task()).isEqualTo(new Task.Regression(0, 1));
            assertThat(data.numbersOf(0, 0)).containsExactly(10.5f);
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            batch.hold(1);
            data.read(1, batch, 0);
            assertThat(batch.target(0).asFloatBuffer().get(0)).isEqualTo(-3f);
        }
    }

    @Test
    void severalInputsAndOutputsAreRead() {
        var inputs = new LinkedHashMap<String, List<String>>();
        inputs.put("left", List.of("a"));
        inputs.put("right", List.of("b", "a"));
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put("colour", new TargetColumn("c", CLASS));
        targets.put("size", new TargetColumn("d", NUMBER));
        targets.put("kind", new TargetColumn("e", CLASS));
        try (Dataset data = new Table(csv("a,b,c,d,e\n1,2,x,3,true\n4,5,y,6,false\n"), inputs, targets).open()) {
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 1);
            batch.hold(1);
            data.read(1, batch, 0);
            assertThat(batch.input(0).asFloatBuffer().get(0)).isEqualTo(4);
            assertThat(batch.input(1).asFloatBuffer().get(0)).isEqualTo(5);
            assertThat(batch.input(1).asFloatBuffer().get(1)).isEqualTo(4);
            assertThat(batch.target(0).asLongBuffer().get(0)).isEqualTo(1);
            assertThat(batch.target(1).asFloatBuffer().get(0)).isEqualTo(6);
            assertThat(batch.target(2).asLongBuffer().get(0)).isZero();
        }
    }

    @Test
    void classesThatAreWholeNumbersAreSortedAsNumbers() {
        try (Dataset data = table(csv("a,y\n1,10\n2,9.0\n3,010\n"), List.of("a"), "y", CLASS)
                .open()) {
            assertThat(data.targets().getFirst().task()).isEqualTo(new Task.Classification(List.of("9", "10")));
            assertThat(data.classOf(2, 0)).isEqualTo(1);
        }
    }

    @Test
    void rowsWithAMissingValueAreLeftOutAndCounted() {
        String rows = "a,b,y\n1,x,p\n,x,p\nNA,x,q\n4,,q\n5,x,\n?,x,p\nnan,x,p\ninf,x,p\n6,x,q\n";
        try (Dataset data = table(csv(rows), List.of("a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(3);
            assertThat(data.describe(1)).hasToString("row 4");
            assertThat(features(data, 2)).containsExactly(6f);
            assertThat(data.warnings()).singleElement().asString().startsWith("6 of 9 rows").contains("a (5)", "y (1)")
                    .doesNotContain("b (");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的 数据 folder's/a;b \"c\" [1]*?.csv", "it''s; DROP TABLE x; --.csv", "%s $1 {} ?.csv"})
    void anyPathIsReadAsItStands(String name) {
        Path file = Pictures.file(folder.resolve(name), "列,y\n1,a\n2,b\n");
        try (Dataset data = table(file, List.of("列"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;y\n1;p\n2;q\n", "a|y\n1|p\n2|q\n", "a\ty\n1\tp\n2\tq\n", "\uFEFFa,y\r\n1,p\r\n2,q\r\n",
            "\"a\",\"y\"\n\"1\",\"p\"\n\n\"2\",\"q\""})
    void theUsualDialectsAreUnderstood(String text) {
        try (Dataset data = table(csv(text), List.of("a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(features(data, 1)).containsExactly(2f);
        }
    }

    @Test
    void namesAndClassesMayHoldDelimitersQuotesAndLineEnds() {
        Path file = csv("\"a,\"\"b\n\",y\n1,\"x,\"\"1\n\"\n2,z\n");
        try (Dataset data = table(file, List.of("a,\"b"), "y", CLASS).open()) {
            assertThat(((Task.Classification) data.targets().getFirst().task()).classes()).hasSize(2).contains("z");
        }
    }

    @Test
    void aPackedTableIsRead() throws IOException {
        Path file = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,y\n1,p\n2,q\n".getBytes(StandardCharsets.UTF_8));
        }
        try (Dataset data = table(file, List.of("a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(2);
        }
    }

    @Test
    void aLongTableKeepsItsOrder() {
        String rows = IntStream.range(0, 300_000).mapToObj(i -> i + "," + (i % 2 == 0 ? "even" : "odd"))
                .collect(Collectors.joining("\n"));
        try (Dataset data = table(csv("a,y\n" + rows), List.of("a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(300_000);
            for (int i = 0; i < 300_000; i += 997) {
                assertThat(features(data, i)).containsExactly((float) i);
            }
        }
    }

    @Test
    void aWideTableIsReadColumnByColumn() {
        int columns = 450;
        StringBuilder text = new StringBuilder("y");
        for (int c = 0; c < columns; c++) {
            text.append(",p").append(c);
        }
        for (int row = 0; row < 3; row++) {
            text.append('\n').append(row);
            for (int c = 0; c < columns; c++) {
                text.append(',').append(row * columns + c);
            }
        }
        List<String> names = IntStream.range(0, columns).mapToObj(c -> "p" + c).toList();
        try (Dataset data = table(csv(text.toString()), names, "y", NUMBER).open()) {
            assertThat(features(data, 2)).startsWith(900f, 901f).endsWith(1349f).hasSize(columns);
        }
    }

    @Test
    void numbersBeyondSinglePrecisionAreMissing() {
        try (Dataset data = table(csv("a,y\n1,p\n1e39,q\n-1e300,q\n3e38,q\n"), List.of("a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(2);
        }
    }

    @Test
    void numbersWithAnOddWordForMissingAmongThemAreStillNumbers() {
        try (Dataset data = table(csv("a,y\n1,p\n nA ,q\n3,q\n"), List.of("a"), "y", CLASS).open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(features(data, 1)).containsExactly(3f);
        }
    }

    @Test
    void nothingIsWrittenBesideTheFile() throws IOException {
        Path file = csv("a,y\n1,p\n2,q\n");
        table(file, List.of("a"), "y", CLASS).open().close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aMissingFileIsRefusedWithItsPath() {
        assertThatThrownBy(table(folder.resolve("none.csv"), List.of("a"), "y", CLASS)::open)
                .isInstanceOf(BadInput.class).hasMessageContaining("none.csv");
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused() {
        assertThatThrownBy(table(folder, List.of("a"), "y", CLASS)::open)
                .isInstanceOf(BadInput.class).hasMessageContaining(folder.toString());
    }

    @Test
    void anEmptyFileIsRefused() {
        refuses("", "empty");
        refuses("\n\n", "empty");
    }

    @Test
    void aHeaderAloneIsRefused() {
        refuses("a,y", "no rows");
        refuses("a,y\n", "no rows");
    }

    @Test
    void aSingleRowIsRefused() {
        refuses("a,y\n1,p\n", "only one row");
    }

    @Test
    void aMissingColumnIsRefusedWithThoseThatExist() {
        refuses("a,b,z\n1,2,p\n3,4,q\n", "\"y\"", "a, b, z");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        refuses("a,y,a\n1,p,2\n3,q,4\n", "two columns named \"a\"");
    }

    @Test
    void raggedRowsAreRefusedWithTheirLine() {
        refuses("a,b,y\n1,2,p\n3,4\n5,6,q\n", "2 fields in line 3", "names 3 columns");
        refuses("a,b,y\n1,2,p\n3,4,5,q\n", "4 fields in line 3");
        refuses("a,b,y\n1,2\n3,4,q\n5,6,p\n", "2 fields in line 2");
        refuses("a,y\n1,p,2\n3,q,4\n", "3 fields in line 2", "names 2 columns");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithItsLine() {
        refuses("a,y\n1,p\n2,\"q\n3,p\n", "line 3", "never closed");
    }

    @Test
    void lineEndsThatDifferAreRefused() {
        refuses("a,y\r\n1,p\n2,q\r\n3,p\r\n", "line");
    }

    @Test
    void textInAnotherEncodingIsRefused() {
        Path header = Pictures.file(folder.resolve("h.csv"),
                "\u00e9,y\n1,p\n2,q\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(table(header, List.of("a"), "y", CLASS)::open).isInstanceOf(BadInput.class)
                .hasMessageContaining("UTF-8");
        Path below = Pictures.file(folder.resolve("b.csv"),
                "a,y\n1,p\u00e9\n2,q\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(table(below, List.of("a"), "y", CLASS)::open).isInstanceOf(BadInput.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aBinaryFileIsRefused() {
        assertThatThrownBy(table(Pictures.file(folder.resolve("b.csv"), new byte[100]), List.of("a"), "y",
                CLASS)::open)
                .isInstanceOf(BadInput.class).hasMessageContaining("no table");
    }

    @Test
    void textInAnInputColumnIsRefusedWithAnExample() {
        refuses("a,y\n1,p\nlarge,q\n", "\"a\"", "\"large\"");
    }

    @Test
    void anEmptyColumnIsRefused() {
        refuses("a,y\n,p\n,q\n", "\"a\"", "is empty");
    }

    @Test
    void aTableOfWhichNoRowIsWholeIsRefused() {
        refuses("a,y\n1,\n,p\n", "Every row", "a (1)", "y (1)");
    }

    @Test
    void aTargetOfOneClassIsRefused() {
        refuses("a,y\n1,p\n2,p\n", "only one class", "\"p\"");
    }

    @Test
    void aTargetThatIsOneNumberIsRefused() {
        assertThatThrownBy(table(csv("a,y\n1,7\n2,7\n"), List.of("a"), "y", NUMBER)::open)
                .isInstanceOf(BadInput.class).hasMessageContaining("7.0 in every row");
    }

    @Test
    void aNumberTargetOfTextIsRefused() {
        assertThatThrownBy(table(csv("a,y\n1,7\n2,seven\n"), List.of("a"), "y", NUMBER)::open)
                .isInstanceOf(BadInput.class).hasMessageContaining("\"seven\"");
    }

    @Test
    void tooManyClassesAreRefused() {
        String rows = IntStream.range(0, 1_001).mapToObj(i -> i + ",c" + i).collect(Collectors.joining("\n"));
        refuses("a,y\n" + rows, "more than 1,000");
    }

    @Test
    void aColumnThatIsLearnedIsNoInput() {
        assertThatThrownBy(() -> table(folder, List.of("a", "y"), "y", CLASS))
                .isInstanceOf(BadInput.class).hasMessageContaining("give the answer away");
    }

    @Test
    void aTableWithoutInputsIsRefused() {
        assertThatThrownBy(() -> table(folder, List.of(), "y", CLASS)).isInstanceOf(BadInput.class);
    }

    @Test
    void severalColumnsAreNumbersTagsOrShares() {
        Path file = csv("a,x,y,u,v,p,q\n1,1.5,20,0,1,0.25,0.75\n2,2.5,30,1,1,0.5,0.5\n");
        var targets = new LinkedHashMap<String, TargetColumn>();
        targets.put("size", new TargetColumn(List.of("x", "y"), TargetColumn.Kind.NUMBERS, ""));
        targets.put("holds", new TargetColumn(List.of("u", "v"), TargetColumn.Kind.TAGS, ""));
        targets.put("mix", new TargetColumn(List.of("q", "p"), TargetColumn.Kind.SHARES, ""));
        try (Dataset data = new Table(file, new LinkedHashMap<>(Map.of("in", List.of("a"))), targets).open()) {
            assertThat(data.targets()).extracting(Target::task).containsExactly(
                    Task.Regression.unscaled(List.of("x", "y")), new Task.Tags(List.of("u", "v")),
                    new Task.Shares(List.of("q", "p")));
            assertThat(data.numbersOf(0, 0)).containsExactly(1.5f, 20);
            assertThat(data.numbersOf(1, 1)).containsExactly(1, 1);
            assertThat(data.numbersOf(0, 2)).containsExactly(0.75f, 0.25f);
            Batch batch = Batch.allocate(data.inputs(), data.targets(), 2);
            batch.hold(0, 1);
            data.read(0, batch, 0);
            data.read(1, batch, 1);
            float[] written = new float[4];
            batch.target(0).asFloatBuffer().get(written);
            assertThat(written).containsExactly(1.5f, 20, 2.5f, 30);
            assertThat(batch.targetTensors().get(2).shape()).containsExactly(2L, 2L);
        }
    }

    @Test
    void tagsMayStandInOneColumn() {
        Path file = csv("a,genres\n1,drama; comedy\n2,\n3,comedy;;noir\n");
        var target = new TargetColumn(List.of("genres"), TargetColumn.Kind.TAGS, ";");
        var table = new Table(file, new LinkedHashMap<>(Map.of("in", List.of("a"))),
                new LinkedHashMap<>(Map.of("out", target)));
        try (Dataset data = table.open()) {
            assertThat(data.size()).isEqualTo(3);
            assertThat(data.targets().getFirst().task()).isEqualTo(new Task.Tags(List.of("comedy", "drama", "noir")));
            assertThat(data.numbersOf(0, 0)).containsExactly(1, 1, 0);
            assertThat(data.numbersOf(1, 0)).containsExactly(0, 0, 0);
            assertThat(data.numbersOf(2, 0)).containsExactly(1, 0, 1);
        }
        try (Dataset data = table
                .open(new Labels.Known(Map.of("out", new Task.Tags(List.of("noir", "western", "drama")))))) {
            assertThat(data.numbersOf(0, 0)).containsExactly(0, 0, 1);
            assertThat(data.numbersOf(2, 0)).containsExactly(1, 0, 0);
            assertThat(data.warnings()).map(Sentence::toString)
                    .containsExactly("Tags that the model does not know were passed over: comedy.");
        }
    }

    @Test
    void whatIsNoTagOrNoShareIsRefusedWithItsRow() {
        Path file = csv("a,u,v\n1,0,1\n2,1,2\n3,0.5,0.2\n");
        for (TargetColumn.Kind kind : List.of(TargetColumn.Kind.TAGS, TargetColumn.Kind.SHARES)) {
            var table = new Table(file, new LinkedHashMap<>(Map.of("in", List.of("a"))),
                    new LinkedHashMap<>(Map.of("out", new TargetColumn(List.of("u", "v"), kind, ""))));
            assertThatThrownBy(table::open).isInstanceOf(BadInput.class).hasMessageContaining("in row 2. ")
                    .hasMessageContaining(kind == TargetColumn.Kind.TAGS ? "The tag \"v\"" : "add up to 3.0");
        }
    }

    @Test
    void aKindNeedsItsNumberOfColumns() {
        assertThatThrownBy(() -> new TargetColumn(List.of("a"), TargetColumn.Kind.SHARES, ""))
                .isInstanceOf(BadInput.class)
                .hasMessage("A target of this kind needs at least two columns, not 1 column.");
        assertThatThrownBy(() -> new TargetColumn(List.of("a", "b"), CLASS, ""))
                .hasMessage("A target of this kind needs one column, not 2 columns.");
        assertThatThrownBy(() -> new TargetColumn(List.of("a"), NUMBER, ";"))
                .hasMessage("A target of this kind needs no separator.");
        assertThatThrownBy(() -> new TargetColumn(List.of("a", "a"), TargetColumn.Kind.TAGS, ""))
                .hasMessage("A target of this kind needs each column once.");
    }
}
