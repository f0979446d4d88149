package io.netloom.app.dataset;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.data.ColumnType;
import io.netloom.profile.Baseline;
import io.netloom.profile.Concern;
import io.netloom.profile.TargetProfile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What is wrong with the data and what to do about it, and what a network must beat.
final class HonestyView {
    private final WizardViewModel model;
    private final Texts texts;
    private final ScrollPane root;

    HonestyView(WizardViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Look look = model.known().look().orElseThrow();
        var all = new VBox(title("dataset.honesty"));
        if (look.concerns().isEmpty()) {
            var none = new Label(texts.get("dataset.honesty.none"), Icons.of("mdi2c-check-circle-outline"));
            none.getStyleClass().add("honesty-none");
            none.setWrapText(true);
            all.getChildren().add(none);
        }
        look.concerns().forEach(concern -> all.getChildren().add(card(concern)));
        look.target().filter(target -> !target.baselines().isEmpty())
                .ifPresent(target -> all.getChildren().addAll(title("dataset.baselines"), baselines(target)));
        all.getStyleClass().add("honesty");
        root = new ScrollPane(all);
        root.setFitToWidth(true);
        root.getStyleClass().addAll("edge-to-edge", "honesty-pane");
        root.setId("wizard-honesty");
    }

    Parent root() {
        return root;
    }

    private Label title(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private VBox card(Concern concern) {
        var icon = Icons.of(concern.isGrave() ? "mdi2a-alert-octagon-outline" : "mdi2a-alert-outline");
        String columns = String.join(", ", concern.columns().stream().limit(3).toList());
        String kind = texts.get("dataset.concern." + concern.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var head = new Label(columns.isEmpty() ? kind : kind + " · " + columns, icon);
        head.getStyleClass().add("concern-title");
        head.setWrapText(true);
        var card = new VBox(head, words(texts.say(concern.found())), words(texts.say(concern.mend())));
        card.getStyleClass().addAll("concern", concern.isGrave() ? "grave" : "mild");
        card.getChildren().getLast().getStyleClass().add("text-muted");
        mend(concern).ifPresent(card.getChildren()::add);
        return card;
    }

    /// What one click does about it; nothing where that is done already, or only its user can.
    private Optional<Button> mend(Concern concern) {
        List<String> columns = concern.columns();
        return switch (concern.kind()) {
            case COPY, LEAK, IDENTIFIER, CONSTANT, MOSTLY_MISSING -> {
                Map<String, Role> roles = model.known().roles();
                boolean can = model.known().hasRoles() && columns.stream()
                        .anyMatch(column -> roles.get(column) != null && roles.get(column) != Role.LEFT_OUT);
                yield can ? Optional.of(button("leave-out", () -> model.answer().leaveOut(columns))) : Optional.empty();
            }
            case SENTINEL -> concern.words().isEmpty() ? Optional.empty()
                    : Optional.of(button("missing", () -> model.answer().readAsMissing(concern.words())));
            case DATES_AS_TEXT -> columns.stream().filter(this::isNumber).findFirst()
                    .map(column -> button("dates", () -> model.answer().setType(column, Optional.of(ColumnType.DATE))));
            case IN_BOTH_PARTS, DUPLICATE_ROWS, CONTRADICTION, NEAR_DUPLICATES, TARGET, IMBALANCE, DAMAGED, MIXED_SIZES,
                    MIXED_TYPES ->
                Optional.empty();
        };
    }

    private boolean isNumber(String name) {
        return model.known().columns().stream()
                .anyMatch(column -> column.name().equals(name) && column.type() == ColumnType.NUMBER);
    }

    private Button button(String what, Runnable action) {
        var button = new Button(texts.get("dataset.mend." + what));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label words(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private VBox baselines(TargetProfile target) {
        var box = new VBox();
        for (Baseline baseline : target.baselines()) {
            Label name = new Label(texts.get("dataset.baseline." + baseline.name().replace(' ', '-')));
            box.getChildren().add(new VBox(name, fact(baseline)));
        }
        Label judged = words(texts.get("dataset.judged", texts.count(target.judged())));
        judged.getStyleClass().add("text-muted");
        box.getChildren().add(judged);
        box.getStyleClass().add("baselines");
        return box;
    }

    private static Label fact(Baseline baseline) {
        var label = new Label(baseline.scores().entrySet().stream().map(HonestyView::score)
                .collect(Collectors.joining(" · ")));
        label.getStyleClass().add("fact");
        return label;
    }

    private static String score(Map.Entry<String, Double> score) {
        return score.getKey() + " " + Figures.number(Math.round(score.getValue() * 1000) / 1000.0);
    }
}
