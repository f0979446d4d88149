package io.netloom.app.dataset;

import io.netloom.app.look.Icons;
import io.netloom.app.look.Thumbnail;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.FindingWords;
import io.netloom.app.text.Texts;
import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.check.Finding;
import io.netloom.graph.GraphEdit;
import io.netloom.train.TrainingPlan;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The second step: how examples are divided, and what will learn from them and why.
final class NetworkPage {
    private static final double THUMBNAIL_WIDTH = 480;
    private static final double THUMBNAIL_HEIGHT = 180;
    private static final List<String> PARTS = List.of("train", "validation", "test");

    private final WizardViewModel model;
    private final Texts texts;
    private final ScrollPane root;

    NetworkPage(WizardViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        var page = new VBox();
        model.division().ifPresent(division -> page.getChildren().addAll(title("dataset.split"),
                new DivisionView(model, division, texts).root()));
        model.offer().ifPresent(offer -> {
            page.getChildren().add(parts(offer.parts()));
            if (model.join().isPresent()) {
                page.getChildren().addAll(title("dataset.findings"), findings(offer));
            } else {
                page.getChildren().addAll(title("dataset.network"), proposal(offer));
            }
            if (offer.pictures()) {
                page.getChildren().addAll(title("dataset.augmentation"),
                        new AugmentationView(model, texts).root());
            }
            if (!offer.warnings().isEmpty()) {
                page.getChildren().add(title("dataset.notes"));
                offer.warnings().forEach(warning -> page.getChildren().add(words(texts.say(warning))));
            }
        });
        page.getStyleClass().add("network-page");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
        root.getStyleClass().add("edge-to-edge");
    }

    Parent root() {
        return root;
    }

    private Label title(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label words(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// How many examples each part has, as a bar.
    private Node parts(List<Integer> counts) {
        var bar = new HBox();
        bar.getStyleClass().add("parts-bar");
        var legend = new HBox();
        legend.getStyleClass().add("parts-legend");
        int all = counts.stream().mapToInt(n -> n).sum();
        for (int i = 0; i < counts.size(); i++) {
            var piece = new Region();
            piece.getStyleClass().add("part-" + PARTS.get(i));
            piece.prefWidthProperty().bind(bar.widthProperty().multiply(counts.get(i) / (double) all));
            piece.setMinWidth(0);
            bar.getChildren().add(piece);
            var dot = new Region();
            dot.getStyleClass().addAll("part-dot", "part-" + PARTS.get(i));
            legend.getChildren().add(new Label(texts.get("dataset.part." + PARTS.get(i)) + "  "
                    + texts.count(counts.get(i)), dot));
        }
        var both = new VBox(bar, legend);
        both.getStyleClass().add("wizard-fields");
        return both;
    }

    private Node proposal(Offer offer) {
        var drawing = new Thumbnail(offer.project().graph(), THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT);
        var words = new VBox();
        TrainingPlan plan = offer.project().plan();
        Check.of(offer.project().graph()).checked().map(CheckedGraph::parameters).ifPresent(parameters -> {
            Label numbers = words(texts.get("dataset.network.numbers",
                    texts.count(offer.project().graph().size()), texts.count(parameters), texts.count(plan.epochs()),
                    plan.learning().optimiser().getClass().getSimpleName(), texts.count(plan.batchSize())));
            numbers.getStyleClass().add("text-muted");
            words.getChildren().add(numbers);
        });
        Label reason = words(offer.reason().map(texts::say).orElse(""));
        reason.setId("wizard-why");
        words.getChildren().add(reason);
        words.getStyleClass().add("wizard-fields");
        HBox.setHgrow(words, Priority.ALWAYS);
        var box = new HBox(drawing, words);
        box.getStyleClass().add("proposal");
        return box;
    }

    private Node findings(Offer offer) {
        var box = new VBox();
        box.getStyleClass().add("wizard-fields");
        box.setId("wizard-findings");
        if (offer.findings().isEmpty()) {
            var fits = new Label(texts.get("dataset.fits"), Icons.of("mdi2c-check-circle-outline"));
            fits.getStyleClass().add("honesty-none");
            box.getChildren().add(fits);
        } else {
            box.getChildren().add(words(texts.get("dataset.fits-not")));
            offer.findings().forEach(finding -> box.getChildren().add(card(finding)));
        }
        return box;
    }

    private Node card(Finding finding) {
        Label message = words(FindingWords.of(texts, finding));
        message.getStyleClass().add("finding-message");
        var fixes = new FlowPane(8, 8);
        for (GraphEdit fix : finding.fixes()) {
            var button = new Button(EditWords.of(texts, fix));
            button.setOnAction(_ -> model.mend(fix));
            if (fixes.getChildren().isEmpty()) {
                button.getStyleClass().add("accent");
            }
            fixes.getChildren().add(button);
        }
        var card = new VBox(message, fixes);
        card.getStyleClass().add("finding");
        return card;
    }
}
