package io.netloom.app.dataset;

import io.netloom.app.text.Texts;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.PictureProfile.PictureClass;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A folder's classes, with some of the pictures of each.
final class PicturesView {
    private static final double SIDE = 44;
    private static final double NAME = 150;
    private static final double BAR = 180;
    private static final int NAMED = 8;

    private final PictureProfile profile;
    private final Texts texts;
    private final long most;
    private final VBox root;

    PicturesView(WizardViewModel model, PictureProfile profile, Texts texts) {
        this.profile = profile;
        this.texts = texts;
        most = profile.classes().stream().mapToLong(PictureClass::count).max().orElse(1);
        var size = new Label(texts.get("dataset.pictures", texts.count(profile.pictures()),
                texts.count(profile.classes().size())));
        size.getStyleClass().add("text-muted");
        var list = new ListView<PictureClass>();
        list.getItems().addAll(profile.classes());
        list.setCellFactory(_ -> new ClassCell());
        list.getStyleClass().add("columns");
        list.setId("wizard-classes");
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(size);
        model.known().form().ifPresent(form -> root.getChildren().add(new FormView(model, form, texts).root()));
        root.getChildren().addAll(fact("dataset.sizes", sizes()), fact("dataset.stored", stored()));
        if (!profile.leftOut().isEmpty()) {
            root.getChildren().add(fact("dataset.damaged", damaged()));
        }
        root.getChildren().add(list);
        root.getStyleClass().add("wizard-side");
    }

    Parent root() {
        return root;
    }

    private Label fact(String key, String words) {
        var label = new Label(texts.get("dataset.chart", texts.get(key), words));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String sizes() {
        return profile.smallest().equals(profile.largest()) ? texts.get("dataset.sizes.all", profile.smallest())
                : texts.get("dataset.sizes.range", profile.smallest(), profile.largest(), profile.median());
    }

    private String stored() {
        return profile.formats().entrySet().stream()
                .map(e -> e.getKey() + " " + Figures.share(e.getValue(), profile.pictures()))
                .collect(Collectors.joining(", "));
    }

    private String damaged() {
        String names = profile.leftOut().stream().limit(NAMED).map(file -> texts.say(file.sentence()))
                .collect(Collectors.joining(", "));
        int more = profile.leftOut().size() - NAMED;
        return more > 0 ? names + ", " + texts.get("dataset.more", more) : names;
    }

    private final class ClassCell extends ListCell<PictureClass> {
        @Override
        protected void updateItem(PictureClass one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            setGraphic(empty || one == null ? null : line(one));
        }

        private HBox line(PictureClass one) {
            var name = new Label(one.name());
            name.getStyleClass().add("block-name");
            name.setMinWidth(NAME);
            name.setMaxWidth(NAME);
            var bar = new Region();
            bar.getStyleClass().add("histogram-bar");
            double width = Math.max(2, BAR * one.count() / most);
            bar.setMinSize(width, 10);
            bar.setMaxSize(width, 10);
            var count = new Label(texts.count(one.count()), bar);
            count.setContentDisplay(ContentDisplay.RIGHT);
            count.getStyleClass().add("fact");
            count.setMinWidth(BAR + 72);
            var line = new HBox(name, count);
            one.examples().forEach(example -> line.getChildren().add(picture(example)));
            line.getStyleClass().add("column-line");
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }

        private ImageView picture(String example) {
            // Formats that the window does not know leave their place empty.
            var view = new ImageView(new Image(profile.folder().resolve(example).toUri().toString(), 2 * SIDE,
                    2 * SIDE, true, true, true));
            view.setFitWidth(SIDE);
            view.setFitHeight(SIDE);
            view.setPreserveRatio(true);
            view.setAccessibleText(example);
            return view;
        }
    }
}
