package io.netloom.app.tryit;

import io.netloom.evaluate.Answer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Pictures as networks have them, for the window.
final class Pixels {
    private static final int OPAQUE = 0xFF000000;
    private static final double HUE_STEP = 222.4922; // neighbouring classes lie far apart on the circle of hues
    /// Smaller pictures show their pixels; what is larger is smoothed.
    private static final int SMALL = 96;

    private Pixels() {}

    /// A view whose longer side is so large.
    static ImageView of(Answer.Picture picture, double side, String words) {
        int height = (int) picture.shape().size(1);
        int width = (int) picture.shape().size(2);
        boolean grey = picture.shape().size(0) == 1;
        byte[] pixels = picture.pixels();
        int[] colours = new int[height * width];
        for (int i = 0; i < colours.length; i++) {
            int red = pixels[i] & 0xFF;
            int green = grey ? red : pixels[i + colours.length] & 0xFF;
            int blue = grey ? red : pixels[i + 2 * colours.length] & 0xFF;
            colours[i] = OPAQUE | red << 16 | green << 8 | blue;
        }
        return view(colours, height, width, side, words);
    }

    /// A view whose longer side is so large; each class has its colour, and the first is black.
    static ImageView of(Answer.Mask mask, double side, String words) {
        byte[] places = mask.places();
        int[] colours = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            colours[i] = argb(colour(places[i] & 0xFF));
        }
        return view(colours, mask.height(), mask.width(), side, words);
    }

    /// The colour of a class in a mask.
    static Color colour(int place) {
        return place == 0 ? Color.BLACK : Color.hsb(place * HUE_STEP, 0.7, 1);
    }

    private static int argb(Color colour) {
        return OPAQUE | (int) Math.round(colour.getRed() * 255) << 16 | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private static ImageView view(int[] colours, int height, int width, double side, String words) {
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
        var view = new ImageView(image);
        view.setSmooth(Math.max(height, width) > SMALL);
        view.setPreserveRatio(true);
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setAccessibleText(words);
        return view;
    }
}
