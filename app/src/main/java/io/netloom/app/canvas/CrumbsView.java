package io.netloom.app.canvas;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The way from the whole network to the composite that is looked into; each part leads back.
final class CrumbsView extends HBox {
    private final CanvasViewModel model;

    CrumbsView(CanvasViewModel model) {
        this.model = model;
        setId("crumbs");
        setManaged(false);
        getStyleClass().add("crumbs");
    }

    void show() {
        List<String> place = model.document().place();
        getChildren().clear();
        for (int depth = 0; depth <= place.size(); depth++) {
            String words = depth == 0 ? model.texts().get("canvas.whole") : place.get(depth - 1);
            if (depth > 0) {
                getChildren().add(new Label("›"));
            }
            if (depth == place.size()) {
                var here = new Label(words);
                here.getStyleClass().add("crumb-here");
                getChildren().add(here);
            } else {
                getChildren().add(link(words, depth));
            }
        }
        setVisible(!place.isEmpty());
        applyCss();
        autosize();
        relocate(12, 12);
    }

    private Hyperlink link(String words, int depth) {
        var link = new Hyperlink(words);
        link.setId("crumb-" + depth);
        link.setOnAction(_ -> {
            getParent().requestFocus();
            model.leaveTo(depth);
        });
        return link;
    }
}
