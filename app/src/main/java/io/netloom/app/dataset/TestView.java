package io.netloom.app.dataset;

import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;

/// What a network is tested with: a share of the rows, or another file.
final class TestView {
    private final WizardViewModel model;
    private final Texts texts;
    private final HBox root;

    TestView(WizardViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Optional<Path> test = model.known().answers().test();
        var what = new Label(test.map(Path::getFileName).map(Path::toString)
                .orElseGet(() -> texts.get("dataset.test.share")));
        what.setId("wizard-test");
        root = Fields.row(texts.get("dataset.test"), what,
                button("wizard-test-file", "dataset.test.file", this::choose));
        if (test.isPresent()) {
            root.getChildren()
                    .add(button("wizard-test-none", "dataset.test.none",
                            () -> model.answer().setTest(Optional.empty())));
        }
    }

    HBox root() {
        return root;
    }

    private Button button(String id, String words, Runnable action) {
        var button = new Button(texts.get(words));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("dataset.test.file"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.answer().setTest(Optional.of(chosen.toPath()));
        }
    }
}
