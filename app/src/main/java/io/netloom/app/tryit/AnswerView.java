package io.netloom.app.tryit;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.evaluate.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// What the network answers: bars, numbers, pictures, and why there is nothing.
final class AnswerView {
    private static final double PICTURE = 132;
    private static final double SWATCH = 10;

    private final Texts texts;
    private final VBox root = new VBox();

    AnswerView(Texts texts) {
        this.texts = texts;
        root.setId("tryit-answer");
        root.getStyleClass().add("tryit-answer");
    }

    Parent root() {
        return root;
    }

    /// Shows answers, or why there are none.
    void show(List<Answer> answers, Optional<String> failure) {
        root.getChildren().clear();
        failure.ifPresent(words -> {
            var label = new Label(words, Icons.of("mdi2a-alert-circle-outline"));
            label.setWrapText(true);
            label.getStyleClass().add("tryit-failure");
            root.getChildren().add(label);
        });
        if (failure.isEmpty()) {
            answers.forEach(answer -> root.getChildren().addAll(answer(answer, answers.size() > 1)));
        }
        root.setVisible(!root.getChildren().isEmpty());
        root.setManaged(root.isVisible());
    }

    private List<Node> answer(Answer answer, boolean named) {
        var all = new VBox();
        all.getStyleClass().add("tryit-one-answer");
        if (named) {
            var output = new Label(answer.output());
            output.getStyleClass().add("block-name");
            all.getChildren().add(output);
        }
        switch (answer) {
            case Answer.Picture picture -> all.getChildren().add(Pixels.of(picture, PICTURE, answer.output()));
            case Answer.Mask mask -> all.getChildren().addAll(Pixels.of(mask, PICTURE, answer.output()), legend(mask));
            case Answer.Classes _,Answer.Tags _,Answer.Shares _,Answer.Numbers _ -> all.getChildren().add(bars(answer));
        }
        return List.of(all);
    }

    private Node bars(Answer answer) {
        AnswerBars bars = AnswerBars.of(answer, texts.locale());
        var grid = new GridPane();
        grid.getStyleClass().add("tryit-bars");
        for (int row = 0; row < bars.lines().size(); row++) {
            AnswerBars.Line line = bars.lines().get(row);
            var name = new Label(line.name());
            name.getStyleClass().add(line.chosen() ? "tryit-chosen" : "tryit-other");
            name.setMaxWidth(120);
            var words = new Label(line.words());
            words.getStyleClass().add(line.share() < 0 ? "tryit-number" : "fact");
            words.setMinWidth(Region.USE_PREF_SIZE);
            if (line.share() < 0) {
                grid.addRow(row, name, words);
            } else {
                var bar = new ProgressBar(line.share());
                bar.getStyleClass().add("tryit-bar");
                bar.setMaxWidth(Double.MAX_VALUE);
                bar.setMinWidth(40);
                bar.setAccessibleText(line.name() + " " + line.words());
                GridPane.setHgrow(bar, Priority.ALWAYS);
                grid.addRow(row, name, bar, words);
            }
        }
        if (bars.more() > 0) {
            var more = new Label(texts.get("tryit.more", bars.more()));
            more.getStyleClass().add("text-muted");
            grid.add(more, 0, bars.lines().size(), 3, 1);
        }
        return grid;
    }

    private static Node legend(Answer.Mask mask) {
        byte[] places = mask.places();
        var legend = new FlowPane(12, 4);
        IntStream.range(0, places.length).map(i -> places[i] & 0xFF).distinct().sorted().forEach(place -> {
            var swatch = new Rectangle(SWATCH, SWATCH, Pixels.colour(place));
            swatch.getStyleClass().add("tryit-swatch");
            var line = new HBox(6, swatch, new Label(mask.classes().get(place)));
            line.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(line);
        });
        return legend;
    }
}
