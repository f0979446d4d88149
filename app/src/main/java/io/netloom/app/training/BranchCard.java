package io.netloom.app.training;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.project.Kept;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Proposes a branch: from which weights, what becomes of each block, and whether to train it.
final class BranchCard {
    private final TrainingViewModel model;
    private final Function<Message, Node> line;
    private final Label title = new Label();
    private final ComboBox<Kept> kept = new ComboBox<>();
    private final VBox messages = new VBox();
    private final Button begin;
    private final VBox root;

    /// @param line shows a message
    BranchCard(TrainingViewModel model, Texts texts, Function<Message, Node> line) {
        this.model = model;
        this.line = line;
        title.setWrapText(true);
        kept.setId("training-branch-kept");
        kept.getItems().setAll(Kept.values());
        kept.setMaxWidth(Double.MAX_VALUE);
        kept.setConverter(new StringConverter<>() {
            @Override
            public String toString(Kept which) {
                return which == null ? "" : texts.get("training.branch." + which.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public Kept fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
            }
        });
        kept.setOnAction(_ -> model.branching().setKept(kept.getValue()));
        messages.setId("training-branch-messages");
        messages.getStyleClass().add("training-messages");
        begin = new Button(texts.get("training.branch.begin"), Icons.of("mdi2s-source-branch"));
        begin.setId("training-branch-begin");
        begin.getStyleClass().add("accent");
        begin.setOnAction(_ -> model.start());
        var leave = new Button(texts.get("training.branch.leave"), Icons.of("mdi2c-close"));
        leave.setId("training-branch-leave");
        leave.setOnAction(_ -> model.branching().leave());
        var buttons = new HBox(begin, leave);
        buttons.getStyleClass().add("training-buttons");
        root = new VBox(title, kept, messages, buttons);
        root.setId("training-branch");
        root.getStyleClass().add("training-question");
        root.managedProperty().bind(root.visibleProperty());
    }

    Node root() {
        return root;
    }

    void focus() {
        begin.requestFocus();
    }

    void refresh() {
        Branching branching = model.branching();
        root.setVisible(branching.isOpen());
        if (branching.isOpen()) {
            title.setText(branching.title());
            kept.setValue(branching.kept());
            messages.getChildren().setAll(branching.messages().stream().map(line).toList());
            begin.setDisable(!model.canBranch());
        }
    }
}
