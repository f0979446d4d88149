package io.netloom.app.shell;

import io.netloom.app.text.Texts;
import io.netloom.app.chart.ChartFile;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks with the platform's file chooser, and with a dialog.
final class FxQuestions implements Questions {
    private final Window window;
    private final Supplier<Texts> texts;

    FxQuestions(Window window, Supplier<Texts> texts) {
        this.window = window;
        this.texts = texts;
    }

    @Override
    public Optional<Path> fileToOpen() {
        return Optional.ofNullable(chooser("shell.open").showOpenDialog(window)).map(File::toPath);
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        FileChooser chooser = chooser("shell.save-as");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }

    @Override
    public Unsaved unsaved(String name) {
        Texts words = texts.get();
        var save = new ButtonType(words.get("shell.unsaved.save"), ButtonData.YES);
        var discard = new ButtonType(words.get("shell.unsaved.discard"), ButtonData.NO);
        var cancel = new ButtonType(words.get("shell.unsaved.cancel"), ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.NONE, words.get("shell.unsaved.words"), save, discard, cancel);
        alert.initOwner(window);
        alert.setTitle("Netloom");
        alert.setHeaderText(words.get("shell.unsaved.question", name));
        ButtonType answer = alert.showAndWait().orElse(cancel);
        return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public Optional<Path> fileToExport(String name) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get().get("shell.export-chart"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get().get("shell.charts"),
                ChartFile.ENDINGS.stream().map("*"::concat).toList()));
        return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
    }

    @Override
    public boolean endTraining(String name) {
        Texts words = texts.get();
        var end = new ButtonType(words.get("shell.training.end"), ButtonData.YES);
        var cancel = new ButtonType(words.get("shell.training.cancel"), ButtonData.CANCEL_CLOSE);
        var alert = new Alert(Alert.AlertType.NONE, words.get("shell.training.words"), end, cancel);
        alert.initOwner(window);
        alert.setTitle("Netloom");
        alert.setHeaderText(words.get("shell.training.question", name));
        return alert.showAndWait().orElse(cancel) == end;
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get().get(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get().get("shell.projects"), "*.netloom"));
        return chooser;
    }
}
