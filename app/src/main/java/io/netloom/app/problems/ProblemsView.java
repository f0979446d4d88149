package io.netloom.app.problems;

import io.netloom.app.look.Icons;
import io.netloom.app.text.FindingWords;
import io.netloom.app.text.Texts;
import io.netloom.check.Finding;
import io.netloom.graph.GraphEdit;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list below the canvas; it is there only while there are problems. Enter or a click goes to the block, the arrow to
/// the right to the buttons that mend it.
public final class ProblemsView {
    private static final int FIXES_SHOWN = 3;
    private static final int MOST_ROWS = 3;
    private static final double ROW_HEIGHT = 66;

    private final ProblemsViewModel model;
    private final Label title = new Label();
    private final ListView<Finding> list = new ListView<>();
    private final VBox root = new VBox();
    private final Texts texts;

    public ProblemsView(ProblemsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        title.getStyleClass().add("panel-title");
        list.setId("problems");
        list.setAccessibleText(texts.get("problems.title"));
        list.setCellFactory(_ -> new FindingCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.getStyleClass().add("problems");
        root.getChildren().addAll(title, list);
        root.managedProperty().bind(root.visibleProperty());
        model.onChange(this::fill);
        fill();
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user walk through the problems.
    public void focus() {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    /// Enter goes to the block, the arrow to the right to what mends it, those beside each other lead on and back.
    private void pressed(KeyEvent event) {
        List<Node> buttons = buttons();
        int at = buttons.indexOf(event.getTarget());
        switch (event.getCode()) {
            case ENTER -> {
                if (at >= 0) {
                    ((Button) buttons.get(at)).fire();
                } else if (list.getSelectionModel().getSelectedItem() != null) {
                    model.goTo(list.getSelectionModel().getSelectedItem());
                }
            }
            case RIGHT -> {
                if (at + 1 < buttons.size()) {
                    buttons.get(at + 1).requestFocus();
                }
            }
            case LEFT -> (at > 0 ? buttons.get(at - 1) : list).requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// What mends the problem that is selected.
    private List<Node> buttons() {
        return list.lookupAll(".list-cell").stream()
                .filter(node -> node instanceof ListCell<?> cell && cell.isSelected() && !cell.isEmpty())
                .flatMap(cell -> cell.lookupAll(".button").stream()).toList();
    }

    private void mend(GraphEdit fix) {
        int at = list.getSelectionModel().getSelectedIndex();
        boolean focused = list.isFocusWithin();
        model.mend(fix);
        list.getSelectionModel().select(Math.min(at, list.getItems().size() - 1));
        if (focused && root.isVisible()) {
            list.requestFocus();
        }
    }

    private void fill() {
        List<Finding> findings = model.findings();
        title.setText(texts.get("problems.count", findings.size()));
        list.getItems().setAll(findings);
        list.setPrefHeight(Math.min(MOST_ROWS, findings.size()) * ROW_HEIGHT);
        root.setVisible(!findings.isEmpty());
    }

    private final class FindingCell extends ListCell<Finding> {
        FindingCell() {
            // Long messages are broken into lines instead of making the list wider.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setText(null);
            setGraphic(null);
            if (empty || finding == null) {
                return;
            }
            var icon = Icons.of("mdi2a-alert-circle-outline");
            icon.getStyleClass().add("problem-icon");
            var message = new Label(FindingWords.of(texts, finding));
            message.setWrapText(true);
            message.setOnMouseClicked(_ -> model.goTo(finding));
            var buttons = new HBox();
            buttons.getStyleClass().add("problem-row");
            List<GraphEdit> fixes = finding.fixes();
            for (int i = 0; i < Math.min(FIXES_SHOWN, fixes.size()); i++) {
                GraphEdit fix = fixes.get(i);
                var button = new Button(model.words(fix));
                button.getStyleClass().add("small");
                if (i == 0) {
                    button.getStyleClass().add("accent");
                }
                button.setMinWidth(Region.USE_PREF_SIZE);
                button.setOnAction(_ -> mend(fix));
                buttons.getChildren().add(button);
            }
            var words = new VBox(message, buttons);
            words.getStyleClass().add("problem-words");
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(icon, words);
            line.setAlignment(Pos.TOP_LEFT);
            line.getStyleClass().add("problem-row");
            setGraphic(line);
            setAccessibleText(message.getText());
        }
    }
}
