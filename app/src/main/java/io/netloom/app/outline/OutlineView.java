package io.netloom.app.outline;

import io.netloom.app.look.Icons;
import io.netloom.app.outline.OutlineViewModel.Row;
import io.netloom.app.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The drawing as a tree, in step with what is selected.
public final class OutlineView {
    private final OutlineViewModel model;
    private final TreeView<Row> tree = new TreeView<>(new TreeItem<>());
    private final StackPane root;
    private final Label empty;
    private final Set<List<String>> open = new HashSet<>();
    private boolean following;
    private boolean stale = true;

    public OutlineView(OutlineViewModel model, Texts texts) {
        this.model = model;
        tree.setId("outline");
        tree.setShowRoot(false);
        tree.setAccessibleText(texts.get("outline.title"));
        tree.setCellFactory(_ -> new RowCell());
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tree.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<Row>>) _ -> selected());
        empty = new Label(texts.get("outline.empty"));
        empty.getStyleClass().addAll("empty-state", "text-muted");
        empty.setWrapText(true);
        root = new StackPane(tree, empty);
        root.getStyleClass().add("outline");
        model.onChange(() -> {
            stale = true;
            catchUp();
        }, this::catchUp);
        root.visibleProperty().addListener(_ -> catchUp());
        root.sceneProperty().addListener(_ -> catchUp());
    }

    /// Follows the document while it shows; else nobody would see what it cost.
    private void catchUp() {
        if (!root.isVisible() || root.getScene() == null) {
            return;
        }
        if (stale) {
            stale = false;
            fill();
        } else {
            follow();
        }
    }

    /// What to put into the window.
    public Parent root() {
        return root;
    }

    /// Lets the user walk through the blocks.
    public void focus() {
        tree.requestFocus();
    }

    private void fill() {
        following = true;
        List<Row> rows = model.rows();
        tree.getRoot().getChildren().setAll(rows.stream().map(this::item).toList());
        empty.setVisible(rows.isEmpty());
        following = false;
        follow();
    }

    private TreeItem<Row> item(Row row) {
        var item = new TreeItem<>(row);
        item.getChildren().addAll(row.inside().stream().map(this::item).toList());
        List<String> path = path(row);
        item.setExpanded(open.contains(path));
        item.expandedProperty().addListener((_, _, expanded) -> {
            if (expanded) {
                open.add(path);
            } else {
                open.remove(path);
            }
        });
        return item;
    }

    private static List<String> path(Row row) {
        var path = new ArrayList<>(row.place());
        path.add(row.name());
        return List.copyOf(path);
    }

    private void follow() {
        following = true;
        tree.getSelectionModel().clearSelection();
        follow(tree.getRoot());
        following = false;
    }

    private void follow(TreeItem<Row> item) {
        if (item.getValue() != null && model.isSelected(item.getValue())) {
            for (TreeItem<Row> above = item.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            tree.getSelectionModel().select(item);
        }
        item.getChildren().forEach(this::follow);
    }

    private void selected() {
        TreeItem<Row> last = tree.getSelectionModel().getSelectedItem();
        if (!following && last != null && last.getValue() != null) {
            following = true;
            List<Row> rows = tree.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull)
                    .map(TreeItem::getValue).filter(Objects::nonNull).toList();
            model.select(rows, last.getValue());
            following = false;
        }
    }

    private static final class RowCell extends TreeCell<Row> {
        @Override
        protected void updateItem(Row row, boolean none) {
            super.updateItem(row, none);
            setText(null);
            setTooltip(null);
            if (none || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var name = new Label(row.name());
            name.getStyleClass().add("block-name");
            var type = new Label(row.type());
            type.getStyleClass().add("text-muted");
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var shape = new Label(row.shape());
            shape.getStyleClass().add("shape-text");
            var parameters = new Label(row.parameters());
            parameters.getStyleClass().addAll("shape-text", "parameters");
            var line = new HBox(Icons.of(row.look()), name, type, gap, shape, parameters);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("outline-row");
            if (!row.problem().isEmpty()) {
                var mark = Icons.of("mdi2a-alert-circle-outline");
                mark.getStyleClass().add("problem-icon");
                line.getChildren().add(4, mark);
                setTooltip(new Tooltip(row.problem()));
            }
            setGraphic(line);
            setAccessibleText(row.spoken());
        }
    }
}
