package io.netloom.app.dataset;

import io.netloom.app.text.Texts;
import io.netloom.profile.Bar;
import io.netloom.profile.ColumnValues;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// How a column's values are spread, in little.
final class Histogram extends Pane {
    private static final double WIDTH = 132;
    private static final double HEIGHT = 26;

    private Histogram(List<Long> counts, String words) {
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
        if (!words.isEmpty()) {
            Tooltip.install(this, new Tooltip(words));
        }
        getStyleClass().add("histogram");
        long most = counts.stream().mapToLong(c -> c).max().orElse(1);
        double step = Math.min(20, WIDTH / Math.max(1, counts.size()));
        for (int i = 0; i < counts.size(); i++) {
            var bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            double height = counts.get(i) == 0 ? 0 : Math.max(1, HEIGHT * counts.get(i) / most);
            bar.resizeRelocate(i * step, HEIGHT - height, step - 1, height);
            bar.setManaged(false);
            getChildren().add(bar);
        }
    }

    static Histogram of(ColumnValues values, Texts texts) {
        return switch (values) {
            case ColumnValues.Numbers numbers -> new Histogram(counts(numbers.histogram()), texts
                    .get("dataset.histogram", Figures.number(numbers.least()), Figures.number(numbers.greatest())));
            case ColumnValues.Moments(String from, String to, List<Bar> bars) ->
                new Histogram(counts(bars), texts.get("dataset.histogram", from, to));
            case ColumnValues.Texts(List<ColumnValues.Frequent> frequent, double _, var _) ->
                new Histogram(frequent.stream().map(ColumnValues.Frequent::count).toList(),
                        String.join("\n",
                                frequent.stream().map(f -> f.text() + "  " + texts.count(f.count())).toList()));
            case ColumnValues.Nothing _ -> new Histogram(List.of(), "");
        };
    }

    private static List<Long> counts(List<Bar> bars) {
        return bars.stream().map(Bar::count).toList();
    }
}
