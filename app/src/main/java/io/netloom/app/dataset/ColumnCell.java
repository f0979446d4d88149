package io.netloom.app.dataset;

import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import io.netloom.profile.ColumnProfile;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A column: what it is called and used as, how its values are spread, what is missing.
final class ColumnCell extends ListCell<ColumnProfile> {
    private static final double NAME = 150;
    private static final double ROLE = 122;
    private static final double VALUES = 132;
    private static final double COUNT = 64;

    private final WizardViewModel model;
    private final long rows;
    private final Texts texts;
    private final Runnable said;

    /// @param said is run after the user gave a column another role here
    ColumnCell(WizardViewModel model, long rows, Texts texts, Runnable said) {
        this.model = model;
        this.rows = rows;
        this.texts = texts;
        this.said = said;
        // The list is never wider than its place.
        setPrefWidth(0);
    }

    /// What the columns of the list are called.
    static Node heading(Texts texts) {
        HBox line = line(wide(new Label(texts.get("dataset.column")), NAME),
                wide(new Label(texts.get("dataset.role")), ROLE), wide(new Label(texts.get("dataset.values")), VALUES),
                wide(new Label(texts.get("dataset.missing")), COUNT),
                wide(new Label(texts.get("dataset.distinct")), COUNT), new Label(texts.get("dataset.such-as")));
        line.getStyleClass().add("column-heading");
        return line;
    }

    @Override
    protected void updateItem(ColumnProfile column, boolean empty) {
        super.updateItem(column, empty);
        setText(null);
        setGraphic(empty || column == null ? null : line(column));
    }

    private Node line(ColumnProfile column) {
        var name = new Label(column.name().isEmpty() ? texts.get("dataset.unnamed") : column.name());
        name.getStyleClass().add("block-name");
        name.setTooltip(new Tooltip(name.getText()));
        var missing = new Label(Figures.share(column.missing(), rows));
        missing.getStyleClass().add("fact");
        var distinct = new Label((column.estimated() ? "~" : "") + texts.count(column.distinct()));
        distinct.getStyleClass().add("fact");
        var examples = new Label(String.join(", ", column.examples()).replaceAll("\\s+", " "));
        examples.getStyleClass().add("text-muted");
        examples.setMinWidth(0);
        HBox.setHgrow(examples, Priority.ALWAYS);
        HBox line = line(wide(name, NAME), wide(role(column), ROLE), Histogram.of(column.values(), texts),
                wide(missing, COUNT), wide(distinct, COUNT), examples);
        show(line, column);
        return line;
    }

    /// What is left out steps back.
    private void show(Node line, ColumnProfile column) {
        line.getStyleClass().remove("left-out");
        if (model.known().roles().get(column.name()) == Role.LEFT_OUT) {
            line.getStyleClass().add("left-out");
        }
    }

    private Region role(ColumnProfile column) {
        Role now = model.known().roles().get(column.name());
        boolean only = now == Role.LEARNT && model.known().targets().size() == 1;
        if (column.name().isEmpty() || only || !model.known().hasRoles()) {
            var fixed = new Label(
                    texts.get(now == Role.LEFT_OUT && !model.known().hasRoles() ? "dataset.role.of-pictures"
                            : now.key()));
            fixed.getStyleClass().add("fixed-role");
            return fixed;
        }
        List<Role> roles = Role.of(column.type());
        var box = Fields.choice("wizard-role-" + column.name(), roles.contains(now) ? roles
                : Stream.concat(roles.stream(), Stream.of(now)).toList(), now,
                role -> texts.get(role.key()), role -> {
                    getListView().getSelectionModel().select(column);
                    model.answer().setRole(column.name(), role);
                    said.run();
                    show(getGraphic(), column);
                });
        box.setAccessibleText(texts.get("dataset.role") + ", " + column.name());
        return box;
    }

    private static HBox line(Node... parts) {
        var line = new HBox(parts);
        line.getStyleClass().add("column-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Region wide(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
        return region;
    }
}
