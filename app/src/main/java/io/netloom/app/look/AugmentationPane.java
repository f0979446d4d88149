package io.netloom.app.look;

import io.netloom.app.sheet.SheetDrawing;
import io.netloom.app.text.Texts;
import io.netloom.data.Augmentation;
import io.netloom.data.Augmentation.Flip;
import java.awt.image.BufferedImage;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How pictures are changed at random while the network learns, beside some that were.
public final class AugmentationPane {
    private static final double WIDTH = 560;

    private final String ids;
    private final SheetDrawing drawing;
    private final Function<Exception, String> why;
    private final Consumer<Augmentation> changed;
    private final Texts texts;
    private final ImageView sheet = new ImageView();
    private final Label problem = new Label();
    private final HBox root;
    private Augmentation now;

    /// @param ids with what the names of its nodes begin, for tests
    /// @param first what it begins with
    /// @param drawing draws the pictures when `changed` asks it to
    /// @param why words for a drawing that failed
    /// @param changed takes what the user sets
    public AugmentationPane(String ids, Augmentation first, SheetDrawing drawing, Function<Exception, String> why,
            Texts texts, Consumer<Augmentation> changed) {
        this.ids = ids;
        this.now = first;
        this.drawing = drawing;
        this.why = why;
        this.texts = texts;
        this.changed = changed;
        sheet.setId(ids + "sheet");
        sheet.setPreserveRatio(true);
        sheet.setFitWidth(WIDTH);
        sheet.setAccessibleText(texts.get("dataset.augmentation.sheet"));
        problem.setWrapText(true);
        problem.getStyleClass().add("wizard-reason");
        var legend = new Label(texts.get("dataset.augmentation.sheet"));
        legend.getStyleClass().add("text-muted");
        legend.setWrapText(true);
        var fields = new VBox(Fields.row(texts.get("dataset.augmentation.flip"), Fields.choice(ids + "flip",
                List.of(Flip.values()), now.flip(),
                flip -> texts.get("dataset.flip." + flip.name().toLowerCase(Locale.ROOT)),
                flip -> set(with(flip)))),
                slider("rotation", now.rotation(), 0, 90, 5, "{0}°", v -> with(now, 0, v)),
                slider("zoom", now.zoom(), 0, 1, 0.05, "", v -> with(now, 2, v)),
                slider("shift", now.shift(), 0, 0.5, 0.05, "", v -> with(now, 3, v)),
                slider("crop", now.crop(), 0, 0.9, 0.05, "", v -> with(now, 1, v)),
                slider("brightness", now.brightness(), 0, 1, 0.05, "", v -> with(now, 4, v)),
                slider("contrast", now.contrast(), 0, 1, 0.05, "", v -> with(now, 5, v)),
                slider("hue", now.hue(), 0, 0.5, 0.05, "", v -> with(now, 6, v)),
                slider("noise", now.noise(), 0, 0.5, 0.05, "", v -> with(now, 7, v)),
                slider("erasing", now.erasing(), 0, 1, 0.05, "", v -> with(now, 8, v)),
                slider("mixup", now.mixup(), 0, 1, 0.1, "α {0}", v -> with(now, 9, v)));
        fields.getStyleClass().add("augmentation-fields");
        root = new HBox(fields, new VBox(8, sheet, legend, problem));
        root.getStyleClass().add("augmentation");
        drawing.onChange(this::refresh);
        refresh();
    }

    /// What to put into a window.
    public Parent root() {
        return root;
    }

    private void set(Augmentation wish) {
        if (!wish.equals(now)) {
            now = wish;
            changed.accept(wish);
        }
    }

    private Node slider(String what, double value, double least, double most, double step, String pattern,
            DoubleFunction<Augmentation> with) {
        var slider = new Slider(least, Math.max(most, value), value);
        slider.setId(ids + what);
        slider.setBlockIncrement(step);
        var words = new Label(words(value, pattern));
        words.getStyleClass().addAll("fact", "slider-value");
        slider.valueProperty().addListener((_, _, moved) -> {
            double snapped = Math.round(moved.doubleValue() / step) * step;
            double plain = Math.round(snapped * 100) / 100.0;
            words.setText(words(plain, pattern));
            set(with.apply(plain));
        });
        return Fields.row(texts.get("dataset.augmentation." + what), slider, words);
    }

    private String words(double value, String pattern) {
        return value == 0 ? texts.get("dataset.augmentation.off")
                : pattern.isEmpty() ? Math.round(100 * value) + " %"
                        : pattern.replace("{0}",
                                new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value));
    }

    private Augmentation with(Flip flip) {
        Augmentation a = now;
        return new Augmentation(flip, a.rotation(), a.crop(), a.zoom(), a.shift(), a.brightness(), a.contrast(),
                a.hue(),
                a.noise(), a.erasing(), a.mixup());
    }

    private static Augmentation with(Augmentation a, int at, double value) {
        double[] all = {a.rotation(), a.crop(), a.zoom(), a.shift(), a.brightness(), a.contrast(), a.hue(), a.noise(),
                a.erasing(), a.mixup()};
        all[at] = value;
        return new Augmentation(a.flip(), all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8],
                all[9]);
    }

    private void refresh() {
        problem.setText(drawing.problem().map(why).orElse(""));
        drawing.sheet().ifPresent(drawn -> sheet.setImage(image(drawn)));
    }

    private static WritableImage image(BufferedImage drawn) {
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        int[] pixels = drawn.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }
}
