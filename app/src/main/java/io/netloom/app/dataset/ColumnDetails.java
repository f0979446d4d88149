package io.netloom.app.dataset;

import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import io.netloom.data.ColumnType;
import io.netloom.data.Feature;
import io.netloom.data.Feature.DatePart;
import io.netloom.data.Missing.Fill;
import io.netloom.data.Missing.Indicator;
import io.netloom.data.Tokenising;
import io.netloom.profile.ColumnProfile;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// What is done to a column before the network gets it.
final class ColumnDetails {
    private static final int MOST_SLOTS = 100_000;
    private static final int MOST_PLACES = 65_536;
    private static final int LONGEST = 16_384;

    private final WizardViewModel model;
    private final Texts texts;
    private final VBox root = new VBox();
    private Optional<Object> shown = Optional.empty();

    ColumnDetails(WizardViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().add("column-details");
        root.setId("wizard-details");
    }

    Parent root() {
        return root;
    }

    /// Shows a column, if it is another one or something else is known about it.
    void show(ColumnProfile column) {
        Optional<Feature> feature = model.known().feature(column.name());
        Object what = List.of(column, feature, model.known().hasOwn(column.name()), said(column),
                model.known().isSeries());
        if (!shown.equals(Optional.of(what))) {
            shown = Optional.of(what);
            Fields.keepingFocus(root, () -> root.getChildren().setAll(head(column), fields(column, feature)));
        }
    }

    private Optional<ColumnType> said(ColumnProfile column) {
        return Optional.ofNullable(model.known().answers().dialect().types().get(column.name()));
    }

    private Node head(ColumnProfile column) {
        var name = new Label(column.name());
        name.getStyleClass().add("section-title");
        return name;
    }

    private FlowPane fields(ColumnProfile column, Optional<Feature> feature) {
        var fields = new FlowPane();
        fields.getStyleClass().add("detail-fields");
        fields.getChildren().add(type(column));
        if (feature.isEmpty()) {
            var why = new Label(texts.get(model.known().targets().contains(column.name()) ? "dataset.prepare.learnt"
                    : "dataset.prepare.left-out"));
            why.getStyleClass().add("text-muted");
            fields.getChildren().add(why);
            return fields;
        }
        fields.getChildren().addAll(switch (feature.get()) {
            case Feature.Number number -> List.of(scale(number));
            case Feature.Category category -> category(category);
            case Feature.Flag _ -> List.of();
            case Feature.Moment moment -> List.of(parts(moment));
            case Feature.Text text -> text(text);
        });
        fields.getChildren().addAll(missing(feature.get()));
        if (model.known().hasOwn(column.name())) {
            var reset = new Button(texts.get("dataset.prepare.reset"));
            reset.setId("wizard-reset");
            reset.setOnAction(_ -> model.answer().resetFeature(column.name()));
            fields.getChildren().add(reset);
        }
        return fields;
    }

    private Node type(ColumnProfile column) {
        List<Optional<ColumnType>> types = new ArrayList<>();
        types.add(Optional.empty());
        List.of(ColumnType.values()).forEach(type -> types.add(Optional.of(type)));
        return Fields.row(texts.get("dataset.type"), Fields.choice("wizard-type", types, said(column),
                type -> type.map(this::word).orElseGet(() -> texts.get("dataset.type.found", word(column.type()))),
                type -> model.answer().setType(column.name(), type)));
    }

    private String word(ColumnType type) {
        return texts.get("dataset.type." + type.name().toLowerCase(Locale.ROOT));
    }

    private Node scale(Feature.Number number) {
        return Fields.row(texts.get("dataset.scale"), Fields.choice("wizard-scale", List.of(Feature.Scale.values()),
                number.scale(), scale -> texts.get("dataset.scale." + scale.name().toLowerCase(Locale.ROOT)),
                scale -> model.answer().setFeature(new Feature.Number(number.column(), scale, number.missing()))));
    }

    private List<Node> category(Feature.Category c) {
        return List.of(
                Fields.row(texts.get("dataset.coding"), Fields.choice("wizard-coding",
                        Preparation.codings(model.known().isSeries()), c.coding(),
                        coding -> texts
                                .get("dataset.coding." + coding.name().toLowerCase(Locale.ROOT).replace("_", "")),
                        coding -> model.answer().setFeature(
                                new Feature.Category(c.column(), coding, c.slots(), c.order(), c.missing())))),
                Fields.row(texts.get("dataset.slots"), Fields.number("wizard-slots", "" + c.slots(), 1, MOST_SLOTS,
                        texts.get("dataset.slots.bad"), slots -> model.answer().setFeature(
                                new Feature.Category(c.column(), c.coding(), slots, List.of(), c.missing())))));
    }

    private Node parts(Feature.Moment moment) {
        var boxes = new ArrayList<Node>();
        for (DatePart part : DatePart.values()) {
            var box = new CheckBox(texts.get("dataset.part-of-date." + part.name().toLowerCase(Locale.ROOT)));
            box.setId("wizard-part-" + part.name().toLowerCase(Locale.ROOT));
            box.setSelected(moment.parts().contains(part));
            box.setOnAction(_ -> take(box, () -> {
                List<DatePart> parts = new ArrayList<>(moment.parts());
                if (!parts.remove(part)) {
                    parts.add(part);
                }
                parts.sort(null);
                return new Feature.Moment(moment.column(), parts, moment.missing());
            }));
            boxes.add(box);
        }
        return Fields.row(texts.get("dataset.parts-of-date"), boxes.toArray(Node[]::new));
    }

    private List<Node> text(Feature.Text text) {
        Tokenising t = text.tokens();
        return List.of(
                Fields.row(texts.get("dataset.tokens"), Fields.choice("wizard-tokens",
                        List.of(Tokenising.Unit.WORDS, Tokenising.Unit.CHARACTERS, Tokenising.Unit.BPE), t.unit(),
                        unit -> texts.get("dataset.tokens." + unit.name().toLowerCase(Locale.ROOT)),
                        unit -> set(text, new Tokenising(unit, t.vocabulary(), t.letters(), t.length())))),
                Fields.row(texts.get("dataset.vocabulary"), Fields.number("wizard-vocabulary", "" + t.vocabulary(), 3,
                        MOST_PLACES, texts.get("dataset.vocabulary.bad"),
                        places -> set(text, new Tokenising(t.unit(), places, t.letters(), t.length())))),
                Fields.row(texts.get("dataset.length"), Fields.number("wizard-length", "" + t.length(), 1, LONGEST,
                        texts.get("dataset.length.bad"),
                        length -> set(text, new Tokenising(t.unit(), t.vocabulary(), t.letters(), length)))),
                Fields.row(texts.get("dataset.letters"), Fields.choice("wizard-letters",
                        List.of(Tokenising.Letters.values()), t.letters(),
                        letters -> texts.get("dataset.letters." + letters.name().toLowerCase(Locale.ROOT)),
                        letters -> set(text, new Tokenising(t.unit(), t.vocabulary(), letters, t.length())))));
    }

    private void set(Feature.Text text, Tokenising tokens) {
        model.answer().setFeature(new Feature.Text(text.column(), tokens, text.missing()));
    }

    private List<Node> missing(Feature feature) {
        List<Node> fields = new ArrayList<>();
        var row = Fields.row(texts.get("dataset.fill"), Fields.choice("wizard-fill",
                Preparation.fills(feature, model.known().isSeries()), feature.missing().fill(),
                fill -> texts.get("dataset.fill." + fill.name().toLowerCase(Locale.ROOT)),
                fill -> model.answer().setFeature(Preparation.filled(feature, fill))));
        if (feature.missing().fill() == Fill.CONSTANT) {
            String bad = texts.get("dataset.constant.bad");
            row.getChildren().add(Fields.text("wizard-constant", feature.missing().constant(), bad,
                    text -> accepts(() -> Preparation.constant(feature, text)),
                    text -> model.answer().setFeature(Preparation.constant(feature, text))));
        }
        fields.add(row);
        if (Preparation.canTell(feature)) {
            var tell = new CheckBox(texts.get("dataset.indicator"));
            tell.setId("wizard-indicator");
            tell.setSelected(feature.missing().indicator() == Indicator.WITH);
            tell.setOnAction(_ -> model.answer().setFeature(
                    Preparation.told(feature, tell.isSelected() ? Indicator.WITH : Indicator.WITHOUT)));
            fields.add(tell);
        }
        return fields;
    }

    private static boolean accepts(Supplier<Feature> made) {
        try {
            made.get();
            return true;
        } catch (BadInput _) {
            return false;
        }
    }

    /// The last part of a date cannot be taken away.
    private void take(CheckBox box, Supplier<Feature> made) {
        if (accepts(made)) {
            model.answer().setFeature(made.get());
        } else {
            box.setSelected(true);
        }
    }
}
