package io.netloom.data;

import io.netloom.shape.Sentence;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;

/// The numbers in a mask, row by row: shades of grey as they are stored, or places in a palette.
///
/// @param width columns of pixels
/// @param height rows of pixels
/// @param values one a pixel
record Mask(int width, int height, byte[] values) {
    private static final int WHITE = 255;

    /// @throws IOException if the picture has colours, so that it says nothing about classes
    static Mask of(BufferedImage image) throws IOException {
        boolean palette = image.getColorModel() instanceof IndexColorModel;
        Raster raster = image.getRaster();
        if (raster.getSampleModel().getSampleSize(0) > Byte.SIZE) {
            throw new Unusable(Sentence.of("reason.deep-shades", "its shades have more than 8 bits"));
        }
        byte[] values = new byte[image.getWidth() * image.getHeight()];
        if (palette || raster.getNumBands() == 1) {
            int[] row = new int[image.getWidth()];
            for (int y = 0; y < image.getHeight(); y++) {
                raster.getSamples(0, y, row.length, 1, 0, row);
                for (int x = 0; x < row.length; x++) {
                    values[y * row.length + x] = (byte) row[x];
                }
            }
        } else if (Planes.isGrey(image)) {
            values = Planes.grey(image)[0];
        } else {
            throw new Unusable(Sentence.of("reason.coloured-mask",
                    "it has colours, which say nothing about classes: save it in shades of grey, or with a"
                            + " palette, where the shade or the place in the palette is the number of the class"));
        }
        return new Mask(image.getWidth(), image.getHeight(), values);
    }

    /// The classes of a picture that is brought into a form, each from the nearest pixel; the first class where nothing of the
    /// mask is seen.
    ///
    /// @param classes how many there are
    /// @throws IOException if a number stands for no class
    byte[] classes(int classes, PictureForm form) throws IOException {
        boolean blackAndWhite = classes == 2 && isBlackAndWhite();
        Placement placement = form.placement(width, height);
        byte[] result = new byte[form.height() * form.width()];
        for (int y = 0; y < form.height(); y++) {
            int row = placement.down().nearest(y);
            for (int x = 0; x < form.width(); x++) {
                int column = placement.across().nearest(x);
                int value = row < 0 || column < 0 ? 0 : values[row * width + column] & 0xFF;
                if (!blackAndWhite && value >= classes) {
                    throw new Unusable(Sentence.of("reason.unknown-class",
                            "it has pixels of class {0}, but the classes go from 0 to {1}", value, classes - 1));
                }
                result[y * form.width() + x] = (byte) (blackAndWhite ? value / WHITE : value);
            }
        }
        return result;
    }

    private boolean isBlackAndWhite() {
        boolean white = false;
        for (byte value : values) {
            if (value != 0 && (value & 0xFF) != WHITE) {
                return false;
            }
            white |= value != 0;
        }
        return white;
    }

    static Sentence unreadable(Path file, Sentence cause) {
        return Sentence.of("input.mask",
                "The mask {0} cannot be used: {1}. Mend it, or take it and its picture out of their folders.",
                file.toString(), cause);
    }
}
