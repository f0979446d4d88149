package io.netloom.app.dataset;

import io.netloom.app.dataset.Division.Way;
import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import io.netloom.data.ColumnType;
import io.netloom.data.Fractions;
import io.netloom.profile.ColumnProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How examples are divided into parts.
final class DivisionView {
    private final WizardViewModel model;
    private final Texts texts;
    private final HBox root = new HBox();

    DivisionView(WizardViewModel model, Division division, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("field-row");
        root.setAlignment(Pos.CENTER_LEFT);
        if (model.known().isSeries()) {
            root.getChildren().add(new Label(texts.get("dataset.split.series")));
        } else {
            way(division);
        }
        shares(division);
    }

    Parent root() {
        return root;
    }

    private void way(Division division) {
        List<Way> ways = new ArrayList<>(List.of(Way.values()));
        ways.removeIf(way -> way.byColumn() && likely(way).isEmpty());
        root.getChildren().add(Fields.choice("wizard-split", ways, division.way(), way -> texts.get(way.key()),
                way -> model.setDivision(division.with(way, way.byColumn() ? likely(way).getFirst() : ""))));
        division.column().ifPresent(column -> root.getChildren().addAll(new Label(texts.get("dataset.split.by")),
                Fields.choice("wizard-split-column", columns(division.way(), column), column, name -> name,
                        name -> model.setDivision(division.with(division.way(), name)))));
    }

    private List<String> columns(Way way, String now) {
        List<String> columns = new ArrayList<>(likely(way));
        if (!columns.contains(now)) {
            columns.add(now);
        }
        return columns;
    }

    /// Columns that can divide so, the likeliest first.
    private List<String> likely(Way way) {
        List<String> likely = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> targets = model.known().targets();
        for (ColumnProfile column : model.known().columns()) {
            boolean can = !column.name().isEmpty() && switch (way) {
                case STRATIFIED, RANDOM -> false;
                case GROUP -> true;
                case TIME -> column.type() == ColumnType.DATE || column.type() == ColumnType.NUMBER;
                case COLUMN -> column.type() == ColumnType.TEXT;
            };
            if (can) {
                boolean fits = !targets.contains(column.name()) && switch (way) {
                    case STRATIFIED, RANDOM -> false;
                    case GROUP -> column.type() == ColumnType.TEXT;
                    case TIME -> column.type() == ColumnType.DATE;
                    case COLUMN -> names(column, "train") || names(column, "test");
                };
                (fits ? likely : others).add(column.name());
            }
        }
        likely.addAll(others);
        return likely;
    }

    private static boolean names(ColumnProfile column, String part) {
        return column.examples().stream().anyMatch(example -> example.strip().equalsIgnoreCase(part));
    }

    private void shares(Division division) {
        if (division.way() == Way.COLUMN && !model.known().isSeries()) {
            return;
        }
        double validation = division.fractions().validation();
        double test = division.fractions().test();
        root.getChildren().addAll(share("validation", validation, test,
                n -> model.setDivision(division.with(new Fractions(n / 100.0, test)))));
        Optional<String> file = model.known().answers().test().filter(_ -> !model.known().isSeries())
                .map(path -> path.getFileName().toString());
        if (file.isPresent()) {
            root.getChildren().add(new Label(texts.get("dataset.split.file", file.get())));
        } else {
            root.getChildren().addAll(share("test", test, validation,
                    n -> model.setDivision(division.with(new Fractions(validation, n / 100.0)))));
        }
    }

    private List<Node> share(String part, double value, double other, Consumer<Integer> set) {
        int most = 99 - (int) Math.round(100 * other);
        return List.of(new Label(texts.get("dataset.share." + part)), Fields.number("wizard-share-" + part,
                Long.toString(Math.round(100 * value)), 0, most, texts.get("dataset.share.bad"), set));
    }
}
