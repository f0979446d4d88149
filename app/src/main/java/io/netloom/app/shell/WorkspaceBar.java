package io.netloom.app.shell;

import io.netloom.app.look.Icons;
import io.netloom.app.shell.Editor.Place;
import io.netloom.app.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The buttons that lead from one workspace to another, and the one that puts a trained network beside them.
final class WorkspaceBar {
    private final ToggleButton design;
    private final ToggleButton training;
    private final ToggleButton runs;
    private final ToggleButton tryIt;
    private final HBox root;

    /// @param run runs the command of this id
    WorkspaceBar(Texts texts, Consumer<String> run) {
        design = button("workspace-design", texts.get("shell.design"), "left-pill", () -> run.accept("shell.design"));
        training = button("workspace-training", texts.get("shell.training"), "center-pill",
                () -> run.accept("shell.training"));
        runs = button("workspace-runs", texts.get("shell.runs"), "right-pill", () -> run.accept("shell.runs"));
        tryIt = button("head-try", texts.get("tryit.show"), "head-toggle", () -> run.accept("tryit.show"));
        tryIt.setGraphic(Icons.of("mdi2f-flask-outline"));
        var places = new HBox(design, training, runs);
        places.getStyleClass().add("workspaces");
        places.setAlignment(Pos.CENTER);
        root = new HBox(places, tryIt);
        root.getStyleClass().add("workspace-bar");
        root.setAlignment(Pos.CENTER);
    }

    private static ToggleButton button(String id, String words, String style, Runnable action) {
        var button = new ToggleButton(words);
        button.setId(id);
        button.getStyleClass().add(style);
        button.setOnAction(_ -> action.run());
        return button;
    }

    HBox root() {
        return root;
    }

    /// Shows where the user is.
    ///
    /// @param tries whether a trained network is beside it
    void show(Place place, boolean tries) {
        design.setSelected(place == Place.DESIGN);
        training.setSelected(place == Place.TRAINING);
        runs.setSelected(place == Place.RUNS);
        tryIt.setSelected(tries);
        tryIt.setVisible(place != Place.DESIGN);
        tryIt.setManaged(tryIt.isVisible());
    }
}
