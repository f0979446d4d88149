package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDetectionTest {
    @TempDir
    Path folder;

    private Table detect(String text) {
        return detect(text, Optional.empty());
    }

    private Table detect(String text, Optional<String> target) {
        return Table.detect(Pictures.file(folder.resolve("t.csv"), text), target);
    }

    private static List<String> features(Table table) {
        return table.inputs().get("features").stream().map(Feature::column).toList();
    }

    private static TargetColumn target(Table table) {
        return table.targets().firstEntry().getValue();
    }

    @Test
    void allOtherColumnsOfNumbersAreFeatures() {
        Table table = detect("a,name,b,c\n1,x,2,p\n3,z,4,q\n", Optional.of("c"));
        assertThat(features(table)).containsExactly("a", "b");
        assertThat(table.targets()).containsOnlyKeys("c").containsValue(new TargetColumn("c", TargetColumn.Kind.CLASS));
    }

    @Test
    void aUsualNameIsTakenForTheTargetElseTheLastColumn() {
        assertThat(target(detect("Species,a\np,1\nq,2\n")).columns()).containsExactly("Species");
        assertThat(target(detect("a,b\n1,1.5\n2,2.5\n")).columns()).containsExactly("b");
    }

    @Test
    void fewWholeNumbersInManyRowsAreClassesOthersAreNumbers() {
        String many = IntStream.range(0, 40).mapToObj(i -> i + "," + i % 3).collect(Collectors.joining("\n"));
        assertThat(target(detect("a,y\n" + many)).kind()).isEqualTo(TargetColumn.Kind.CLASS);
        String few = IntStream.range(0, 20).mapToObj(i -> i + "," + i % 3).collect(Collectors.joining("\n"));
        assertThat(target(detect("a,y\n" + few)).kind()).isEqualTo(TargetColumn.Kind.NUMBER);
        String halves = IntStream.range(0, 40).mapToObj(i -> i + "," + i % 3 / 2.0).collect(Collectors.joining("\n"));
        assertThat(target(detect("a,y\n" + halves)).kind()).isEqualTo(TargetColumn.Kind.NUMBER);
        assertThat(target(detect("a,y\n1,true\n2,false\n")).kind()).isEqualTo(TargetColumn.Kind.CLASS);
    }

    @Test
    void columnsWithoutANameOrMostlyMissingAreNoFeatures() {
        Table table = detect(",a,gaps,y\n0,1,,p\n1,2,,q\n2,3,5,p\n");
        assertThat(features(table)).containsExactly("a");
    }

    @Test
    void aTableWithoutNumbersIsRefusedWithItsColumns() {
        assertThatThrownBy(() -> detect("a,b\nx,p\nz,q\n")).isInstanceOf(BadInput.class)
                .hasMessageContaining("no column of numbers").hasMessageContaining("a, b");
    }

    @Test
    void aMissingTargetIsRefusedWithTheColumnsThatExist() {
        assertThatThrownBy(() -> detect("a,b\n1,p\n2,q\n", Optional.of("Preis"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("\"Preis\"").hasMessageContaining("a, b");
    }

    @Test
    void emptyAndOneRowTablesAreRefused() {
        assertThatThrownBy(() -> detect("")).isInstanceOf(BadInput.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> detect("a,b\n")).isInstanceOf(BadInput.class).hasMessageContaining("no rows");
        assertThatThrownBy(() -> detect("a,b\n1,2\n")).isInstanceOf(BadInput.class)
                .hasMessageContaining("only one row");
    }

    @Test
    void aTableWithoutAHeaderIsRefused() {
        assertThatThrownBy(() -> detect("5.1,3.5,setosa\n4.9,3.0,setosa\n6.2,3.4,virginica\n"))
                .isInstanceOf(BadInput.class).hasMessageContaining("no header").hasMessageContaining("5.1");
    }

    @Test
    void namesThatCountUpAreAHeader() {
        assertThat(features(detect("country,2019,2020,2021\nx,1,2,3\nz,4,5,6\n"))).containsExactly("2019", "2020");
    }
}
