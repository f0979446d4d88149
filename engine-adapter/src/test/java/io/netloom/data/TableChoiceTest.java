package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableChoiceTest {
    @TempDir
    Path folder;

    private TableChoice choose(String header, IntFunction<String> row, String... targets) {
        String rows = IntStream.range(0, 200).mapToObj(row).collect(Collectors.joining("\n"));
        return TableChoice.of(new TableFile(Pictures.file(folder.resolve("t.csv"), header + "\n" + rows)),
                List.of(targets));
    }

    private static Feature number(String column, Missing missing) {
        return new Feature.Number(column, Feature.Scale.AUTO, missing);
    }

    private static List<Feature> together(TableChoice choice) {
        return choice.table().inputs().get(Table.INPUT);
    }

    @Test
    void columnsThatSayNothingAreLeftOutAndNamed() {
        TableChoice choice = choose("id,size,same,gaps,note,y", i -> i + "," + i % 9 + ",7," + (i < 150 ? "" : i)
                + ",n" + i + "," + i % 2);
        assertThat(together(choice)).containsExactly(number("size", Missing.LEAVE_OUT));
        assertThat(choice.remarks().toString()).contains("same in every row: same", "half is missing: gaps",
                "name the rows: id", "text differs: note");
    }

    @Test
    void eachKindOfColumnIsPreparedInItsWay() {
        TableChoice choice = choose("n,gap,tail,kind,many,flag,day,y",
                i -> i % 9 + "," + (i % 10 == 0 ? "" : i % 7) + ","
                        + Math.exp(i / 20.0) + "," + (i % 3 == 0 ? "a" : "b") + ",c" + i % 40 + "," + (i % 2 == 0)
                        + ",2024-%02d-%02d".formatted(i / 28 + 1, i % 28 + 1) + "," + i % 2);
        assertThat(together(choice)).containsExactly(number("n", Missing.LEAVE_OUT),
                number("gap", new Missing(Missing.Fill.MEDIAN).indicated()), number("tail", Missing.LEAVE_OUT),
                new Feature.Category("kind", Feature.Coding.ONE_HOT, 2), new Feature.Flag("flag", Missing.LEAVE_OUT),
                new Feature.Moment("day", List.of(Feature.DatePart.MONTH, Feature.DatePart.WEEKDAY),
                        Missing.LEAVE_OUT));
        assertThat(choice.table().inputs().get("many"))
                .containsExactly(new Feature.Category("many", Feature.Coding.EMBEDDING, 40));
    }

    @Test
    void severalColumnsAreLearnedTogetherWhereTheyAreAlike() {
        assertThat(choose("a,u,v", i -> i % 50 + "," + i * 1.5 + "," + i / 3.0, "u", "v").table().targets())
                .containsOnlyKeys("numbers")
                .containsValue(new TargetColumn(List.of("u", "v"), TargetColumn.Kind.NUMBERS, ""));
        assertThat(choose("a,u,v", i -> i + 0.5 + "," + i % 2 + "," + i / 3 % 2, "u", "v").table().targets())
                .containsOnlyKeys("tags");
        assertThat(choose("a,u,v", i -> i + 0.5 + "," + i * 1.5 + ",k" + i % 4, "u", "v").table().targets())
                .containsEntry("u", new TargetColumn("u", TargetColumn.Kind.NUMBER))
                .containsEntry("v", new TargetColumn("v", TargetColumn.Kind.CLASS));
    }

    @Test
    void aTargetOfFiveThousandTextsIsRefused() {
        String rows = IntStream.range(0, 5_000).mapToObj(i -> i % 9 + ",c" + i).collect(Collectors.joining("\n"));
        Path file = Pictures.file(folder.resolve("t.csv"), "a,y\n" + rows);
        assertThatThrownBy(() -> TableChoice.of(new TableFile(file), List.of("y")).table().open())
                .isInstanceOf(BadInput.class).hasMessageContaining("more than 1,000 different values");
    }
}
