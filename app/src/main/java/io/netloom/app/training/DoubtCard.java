package io.netloom.app.training;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.shape.Sentence;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks whether a run whose data has changed is to go on.
final class DoubtCard {
    private final TrainingViewModel model;
    private final Texts texts;
    private final Label doubt = new Label();
    private final VBox root;

    DoubtCard(TrainingViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        doubt.setId("training-doubt");
        doubt.setWrapText(true);
        var words = new Label(texts.get("training.doubt"));
        words.setWrapText(true);
        var goOn = new Button(texts.get("training.doubt.go-on"), Icons.of("mdi2p-play"));
        goOn.setId("training-go-on");
        goOn.setOnAction(_ -> model.goOnAllTheSame());
        var leave = new Button(texts.get("training.doubt.leave"), Icons.of("mdi2c-close"));
        leave.setId("training-leave");
        leave.setOnAction(_ -> model.leaveIt());
        var buttons = new HBox(goOn, leave);
        buttons.getStyleClass().add("training-buttons");
        root = new VBox(doubt, words, buttons);
        root.getStyleClass().add("training-question");
        root.managedProperty().bind(root.visibleProperty());
    }

    Node root() {
        return root;
    }

    void refresh() {
        Optional<Sentence> now = model.doubt();
        doubt.setText(now.map(texts::say).orElse(""));
        root.setVisible(now.isPresent());
    }
}
