package io.netloom.app.shell;

import io.netloom.app.document.Document;
import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.check.Cost;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line at the foot: problems, blocks, parameters, cost.
final class StatusBar {
    private final Texts texts;
    private final Button problems = new Button();
    private final Label numbers = new Label();
    private final Label training = new Label();
    private final HBox root = new HBox(problems, numbers, training);

    /// @param goToProblems what a click on their number does
    StatusBar(Texts texts, Runnable goToProblems) {
        this.texts = texts;
        root.getStyleClass().add("status-bar");
        root.setAlignment(Pos.CENTER_LEFT);
        problems.setId("status-problems");
        problems.getStyleClass().add("flat");
        problems.setOnAction(_ -> goToProblems.run());
        numbers.setId("status-numbers");
        training.setId("status-training");
        training.setGraphic(Icons.of("mdi2c-circle"));
        training.setVisible(false);
    }

    /// Says how the training stands that is under way; nothing while there is none.
    void showTraining(Optional<String> words) {
        training.setText(words.orElse(""));
        training.setVisible(words.isPresent());
    }

    HBox root() {
        return root;
    }

    void show(Optional<Document> shown) {
        root.setVisible(shown.isPresent());
        root.setManaged(shown.isPresent());
        shown.ifPresent(this::show);
    }

    private void show(Document document) {
        boolean empty = document.project().graph().nodes().isEmpty();
        int found = empty ? 0 : document.check().findings().size();
        problems.setText(found == 0 ? texts.get("shell.sound") : texts.get("problems.count", found));
        problems.setVisible(!empty);
        problems.setManaged(!empty);
        problems.setMouseTransparent(found == 0);
        problems.setFocusTraversable(found > 0);
        mark(found == 0 ? "sound" : "problem-count",
                found == 0 ? "mdi2c-check-circle-outline" : "mdi2a-alert-circle-outline");
        Cost cost = document.check().cost();
        numbers.setText(texts.get("shell.numbers", document.project().graph().size(), texts.count(cost.parameters()),
                texts.magnitude(cost.multiplyAdds())));
    }

    /// Another icon and style cost more than all the rest here, and seldom change.
    private void mark(String style, String icon) {
        if (!problems.getStyleClass().contains(style)) {
            problems.setGraphic(Icons.of(icon));
            problems.getStyleClass().removeAll("problem-count", "sound");
            problems.getStyleClass().add(style);
        }
    }
}
