package io.netloom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import java.awt.Color;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FittedTest {
    @TempDir
    Path folder;

    private static Split split(int[] train, int[] validation) {
        return new Split(train, validation, new int[0], List.of());
    }

    @Test
    void columnsAreFittedOnTheTrainingPartAlone() {
        Path file = Pictures.file(folder.resolve("t.csv"), "a,b,y\n1,5,10\n3,5,20\n1000,7,9999\n");
        Table table = new Table(file, new LinkedHashMap<>(Map.of("features", List.of("a", "b"))),
                new LinkedHashMap<>(Map.of("y", new TargetColumn("y", TargetColumn.Kind.NUMBER))));
        try (Dataset data = table.open()) {
            Fitted fitted = Fitted.of(data, split(new int[] {0, 1}, new int[] {2}));
            Scaling scaling = fitted.scalings().get("features");
            assertThat(scaling.mean()).containsExactly(2, 5);
            assertThat(scaling.std()).as("a constant column divides by one").containsExactly(1, 1);
            assertThat(fitted.tasks()).containsEntry("y", new Task.Regression(15, 5));
        }
    }

    @Test
    void columnsFarFromZeroKeepTheirDigits() {
        StringBuilder text = new StringBuilder("a,y\n");
        for (int i = 0; i < 100; i++) {
            text.append(1_000_000 + i % 2).append(',').append(i).append('\n');
        }
        Table table = Table.detect(Pictures.file(folder.resolve("t.csv"), text.toString()), Optional.of("y"));
        try (Dataset data = table.open()) {
            Scaling scaling = Fitted.of(data, Split.of(data, new Fractions(0, 0), 1)).scalings().get("features");
            assertThat(scaling.std()[0]).isCloseTo(0.5f, within(1e-6f));
        }
    }

    @Test
    void everyChannelOfAPictureIsFittedOnItsRawValues() {
        Pictures.colour(folder.resolve("a/0.png"), 2, 2, new Color(0, 100, 7));
        Pictures.colour(folder.resolve("b/0.png"), 2, 2, new Color(200, 120, 7));
        try (Dataset data = new ImageFolder(folder, 3, 2, 2).open()) {
            Scaling scaling = Fitted.of(data, split(new int[] {0, 1}, new int[0])).scalings().get(ImageFolder.INPUT);
            assertThat(scaling.mean()).containsExactly(100, 110, 7);
            assertThat(scaling.std()).containsExactly(100, 10, 1);
        }
    }
}
