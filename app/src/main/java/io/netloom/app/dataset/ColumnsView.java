package io.netloom.app.dataset;

import io.netloom.app.dataset.Answers.Order;
import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import io.netloom.data.SeriesChoice;
import io.netloom.data.TargetColumn;
import io.netloom.profile.ColumnProfile;
import io.netloom.profile.TableProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A table's columns, and what is to be learnt from them.
final class ColumnsView {
    private final WizardViewModel model;
    private final TableProfile profile;
    private final Texts texts;
    private final VBox root;
    private final ListView<ColumnProfile> list = new ListView<>();
    private final ColumnDetails details;
    private Map<String, Role> roles;

    ColumnsView(WizardViewModel model, TableProfile profile, Texts texts) {
        this.model = model;
        this.profile = profile;
        this.texts = texts;
        var size = new Label(texts.get("dataset.rows", texts.count(profile.rows()),
                texts.count(profile.columns().size())));
        size.getStyleClass().add("text-muted");
        list.getItems().addAll(profile.columns());
        list.setCellFactory(_ -> new ColumnCell(model, profile.rows(), texts, () -> roles = model.known().roles()));
        list.getStyleClass().add("columns");
        list.setId("wizard-columns");
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(size, target());
        if (model.known().hasRoles()) {
            root.getChildren().add(order());
            if (!model.known().isSeries()) {
                root.getChildren().add(new TestView(model, texts).root());
            }
        }
        details = new ColumnDetails(model, texts);
        root.getChildren().addAll(ColumnCell.heading(texts), list);
        root.getStyleClass().add("wizard-side");
        if (model.known().hasRoles()) {
            var hint = new Label(texts.get("dataset.prepare.hint"));
            hint.getStyleClass().addAll("text-muted", "details-hint");
            root.getChildren().add(hint);
            list.getSelectionModel().selectedItemProperty().addListener((_, _, column) -> {
                if (column != null && !column.name().isEmpty()) {
                    root.getChildren().set(root.getChildren().size() - 1, details.root());
                    details.show(column);
                }
            });
        }
        roles = model.known().roles();
    }

    /// Shows what else is known by now of the columns that it shows.
    void refresh() {
        ColumnProfile selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && !selected.name().isEmpty()) {
            details.show(selected);
        }
        if (!roles.equals(model.known().roles())) {
            roles = model.known().roles();
            list.refresh();
        }
    }

    Parent root() {
        return root;
    }

    private Node target() {
        List<String> names = profile.columns().stream().map(ColumnProfile::name).filter(n -> !n.isEmpty()).toList();
        ComboBox<String> column = Fields.choice("wizard-target", names, model.known().targets().getFirst(),
                name -> name,
                model.answer()::setTarget);
        HBox row = Fields.row(texts.get("dataset.learn"), column);
        if (model.known().targets().size() > 1) {
            row.getChildren().add(new Label(texts.get("dataset.several", model.known().targets().size() - 1)));
        } else if (model.known().canBeNumber() && !model.known().isSeries()) {
            List<TargetColumn.Kind> kinds = List.of(TargetColumn.Kind.CLASS, TargetColumn.Kind.NUMBER);
            row.getChildren().addAll(new Label(texts.get("dataset.as")), Fields.choice("wizard-kind", kinds,
                    model.known().kind().orElse(TargetColumn.Kind.CLASS),
                    kind -> texts.get(kind == TargetColumn.Kind.CLASS ? "dataset.kind.class" : "dataset.kind.number"),
                    model.answer()::setKind));
        } else {
            row.getChildren().addAll(new Label(texts.get("dataset.as")), new Label(texts.get(
                    model.known().kind().filter(TargetColumn.Kind.NUMBER::equals).isPresent() ? "dataset.kind.number"
                            : "dataset.kind.class")));
        }
        return row;
    }

    private Node order() {
        Order now = model.known().isSeries() ? Order.SERIES : Order.ROWS;
        HBox row = Fields.row(texts.get("dataset.order"), Fields.choice("wizard-order",
                List.of(Order.ROWS, Order.SERIES), now,
                order -> texts.get(order == Order.SERIES ? "dataset.order.series" : "dataset.order.rows"),
                model.answer()::setOrder));
        if (!model.known().isSeries()) {
            return row;
        }
        SeriesChoice.Wish wish = model.known().answers().series();
        var more = new HBox(new Label(texts.get("dataset.time")),
                Fields.choice("wizard-time", model.known().times(), wish.time().orElse(null), name -> name,
                        time -> model.answer()
                                .setSeries(new SeriesChoice.Wish(Optional.of(time), wish.group(), wish.window(),
                                        wish.horizon(), wish.stride()))));
        more.getChildren().addAll(rows("window", wish.window(), n -> new SeriesChoice.Wish(wish.time(), wish.group(),
                Optional.of(n), wish.horizon(), wish.stride())));
        more.getChildren().addAll(rows("horizon", wish.horizon(), n -> new SeriesChoice.Wish(wish.time(),
                wish.group(), wish.window(), Optional.of(n), wish.stride())));
        more.getChildren().addAll(new Label(texts.get("dataset.series.group")), group(wish));
        more.getStyleClass().add("field-row");
        more.setAlignment(Pos.CENTER_LEFT);
        var both = new VBox(row, more);
        both.getStyleClass().add("wizard-fields");
        return both;
    }

    private Node group(SeriesChoice.Wish wish) {
        List<Optional<String>> groups = new ArrayList<>(List.of(Optional.empty()));
        model.known().names().stream().filter(name -> !model.known().targets().contains(name))
                .filter(name -> !wish.time().equals(Optional.of(name))).forEach(name -> groups.add(Optional.of(name)));
        return Fields.choice("wizard-group", groups, wish.group(),
                group -> group.orElseGet(() -> texts.get("dataset.series.one")),
                group -> model.answer()
                        .setSeries(new SeriesChoice.Wish(wish.time(), group, wish.window(), wish.horizon(),
                                wish.stride())));
    }

    private List<Node> rows(String what, Optional<Integer> value, Function<Integer, SeriesChoice.Wish> with) {
        Consumer<Integer> set = n -> model.answer().setSeries(with.apply(n));
        return List.of(new Label(texts.get("dataset." + what)),
                Fields.number("wizard-" + what, value.map(String::valueOf).orElse(""), 1, 100_000,
                        texts.get("dataset.series.bad"), set),
                new Label(texts.get("dataset.unit.rows")));
    }
}
