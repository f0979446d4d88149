package io.netloom.app.dataset;

import io.netloom.app.text.Texts;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The first step: what is in the data at the left, what is wrong with it at the right.
final class DataPage {
    private final HBox root;
    private Runnable refresh = () -> {};
    /// What can be mended hangs on what columns are for.
    private final Runnable honesty;
    private Map<String, Role> roles;

    DataPage(WizardViewModel model, Texts texts) {
        Look look = model.known().look().orElseThrow();
        Node content = switch (look.found()) {
            case Look.Found.Rows rows -> {
                var view = new ColumnsView(model, rows.profile(), texts);
                refresh = view::refresh;
                yield view.root();
            }
            case Look.Found.Pictures(var profile) -> new PicturesView(model, profile, texts).root();
            case Look.Found.Plain(int examples, var warnings) -> {
                var box = new VBox(new Label(texts.get("dataset.examples", texts.count(examples))));
                warnings.forEach(warning -> {
                    var label = new Label(texts.say(warning));
                    label.setWrapText(true);
                    box.getChildren().add(label);
                });
                model.known().form().ifPresent(form -> box.getChildren().add(new FormView(model, form, texts).root()));
                box.getStyleClass().add("wizard-side");
                yield box;
            }
        };
        HBox.setHgrow(content, Priority.ALWAYS);
        roles = model.known().roles();
        root = new HBox(content, new HonestyView(model, texts).root());
        honesty = () -> {
            if (!roles.equals(model.known().roles())) {
                roles = model.known().roles();
                root.getChildren().set(1, new HonestyView(model, texts).root());
            }
        };
        root.getStyleClass().add("wizard-page");
    }

    /// Shows what else is known by now of what it shows.
    void refresh() {
        refresh.run();
        honesty.run();
    }

    Parent root() {
        return root;
    }
}
