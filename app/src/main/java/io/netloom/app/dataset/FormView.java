package io.netloom.app.dataset;

import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import io.netloom.data.PictureForm;
import io.netloom.data.PictureForm.Fitting;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What pictures are brought to.
final class FormView {
    private static final int LARGEST = 2_048;

    private final VBox root;

    FormView(WizardViewModel model, PictureForm form, Texts texts) {
        var title = new Label(texts.get("dataset.form"));
        title.getStyleClass().add("section-title");
        String bad = texts.get("dataset.form.bad");
        root = new VBox(title, Fields.row(texts.get("dataset.form.height"),
                Fields.number("wizard-height", "" + form.height(), 1, LARGEST, bad,
                        n -> model.setForm(new PictureForm(form.channels(), n, form.width(), form.fitting()))),
                new Label(texts.get("dataset.form.width")),
                Fields.number("wizard-width", "" + form.width(), 1, LARGEST, bad,
                        n -> model.setForm(new PictureForm(form.channels(), form.height(), n, form.fitting()))),
                Fields.choice("wizard-channels", List.of(1, 3), form.channels(),
                        n -> texts.get(n == 1 ? "dataset.form.grey" : "dataset.form.colour"),
                        n -> model.setForm(new PictureForm(n, form.height(), form.width(), form.fitting()))),
                new Label(texts.get("dataset.form.fitting")),
                Fields.choice("wizard-fitting", List.of(Fitting.values()), form.fitting(),
                        f -> texts.get("dataset.form." + f.name().toLowerCase(Locale.ROOT)),
                        f -> model.setForm(new PictureForm(form.channels(), form.height(), form.width(), f)))));
        root.getStyleClass().add("wizard-fields");
    }

    Parent root() {
        return root;
    }
}
