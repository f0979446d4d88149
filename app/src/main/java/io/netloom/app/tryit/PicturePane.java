package io.netloom.app.tryit;

import io.netloom.app.look.Icons;
import io.netloom.app.text.Texts;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// A place for a picture of one's own, which is dropped, chosen or drawn, and the answer to it.
final class PicturePane {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double PICTURE = 72;
    private static final List<String> ENDINGS = List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp", "*.webp", "*.tif",
            "*.tiff");

    private final PictureViewModel model;
    private final Texts texts;
    private final AnswerView answer;
    private final Optional<DrawPad> pad;
    private final StackPane picture = new StackPane();
    private final Label caption = new Label();
    private final Pane seen;
    private final VBox root;

    PicturePane(PictureViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        answer = new AnswerView(texts);
        pad = model.canDraw() ? Optional.of(new DrawPad(model, texts)) : Optional.empty();
        var words = new Label(texts.get(model.canDraw() ? "tryit.draw" : "tryit.drop"),
                Icons.of("mdi2i-image-plus-outline"));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("text-muted");
        var choose = new Button(texts.get("tryit.choose"), Icons.of("mdi2f-folder-open-outline"));
        choose.setId("tryit-choose");
        choose.setOnAction(_ -> choose());
        var clear = new Button(texts.get("tryit.clear"), Icons.of("mdi2e-eraser"));
        clear.setId("tryit-clear");
        clear.setOnAction(_ -> model.clear());
        var buttons = new HBox(clear, choose);
        buttons.getStyleClass().add("training-buttons");
        buttons.setAlignment(Pos.CENTER);
        var place = new VBox();
        place.setId("tryit-drop");
        place.getStyleClass().add("tryit-drop");
        place.setAlignment(Pos.CENTER);
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        caption.getStyleClass().addAll("text-muted", "tryit-hint");
        picture.getStyleClass().add("tryit-seen");
        seen = pad.isPresent() ? new VBox(picture, caption) : new HBox(picture, caption);
        seen.getStyleClass().add("tryit-seen-line");
        root = new VBox();
        pad.ifPresentOrElse(ground -> {
            var beside = new HBox(ground, seen);
            beside.getStyleClass().add("tryit-seen-line");
            place.getChildren().add(beside);
            root.getChildren().add(place);
        }, () -> root.getChildren().addAll(place, seen));
        place.getChildren().addAll(words, buttons);
        root.getChildren().add(answer.root());
        root.getStyleClass().add("tryit-page");
        root.setOnDragOver(this::over);
        root.setOnDragExited(_ -> place.pseudoClassStateChanged(OVER, false));
        root.setOnDragDropped(this::dropped);
        root.setOnDragEntered(event -> place.pseudoClassStateChanged(OVER, event.getDragboard().hasFiles()));
        model.onChange(this::refresh);
        refresh();
    }

    Parent root() {
        return root;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.open(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("tryit.choose"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("tryit.pictures"), ENDINGS));
        Optional.ofNullable(chooser.showOpenDialog(root.getScene().getWindow())).map(File::toPath)
                .ifPresent(model::open);
    }

    private void refresh() {
        pad.ifPresent(DrawPad::paint);
        picture.getChildren().setAll(model.picture()
                .map(one -> Pixels.of(one, PICTURE, texts.get("tryit.seen"))).stream().toList());
        caption.setText(model.picture().isPresent() ? texts.get("tryit.sees", model.caption()) : "");
        seen.setVisible(model.picture().isPresent());
        // Beside a ground to draw on its place is kept, so that nothing moves under the mouse.
        seen.setManaged(seen.isVisible() || pad.isPresent());
        answer.show(model.answers(), model.failure());
    }
}
