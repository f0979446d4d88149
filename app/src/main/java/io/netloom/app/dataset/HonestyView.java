package io.netloom.app.dataset;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import io.netloom.profile.Baseline;
import io.netloom.profile.Concern;
import io.netloom.profile.TargetProfile;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What is wrong with the data and what to do about it, and what a network must beat.
final class HonestyView {
    private final Texts texts;
    private final ScrollPane root;

    HonestyView(Look look, Texts texts) {
        this.texts = texts;
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
        return card;
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
