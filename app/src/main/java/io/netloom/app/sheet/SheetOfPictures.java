package io.netloom.app.sheet;

import io.netloom.shape.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/// Pictures in rows and columns, small ones enlarged.
final class SheetOfPictures {
    private static final int LEAST_SIDE = 96;
    private static final int GAP = 4;

    private final BufferedImage sheet;
    private final Shape shape;
    private final int scale;

    /// @param shape channels × height × width of each picture
    SheetOfPictures(Shape shape, int rows, int columns) {
        this.shape = shape;
        this.scale = Math.max(1, LEAST_SIDE / (int) Math.max(shape.size(1), shape.size(2)));
        this.sheet = new BufferedImage(columns * (width() + GAP) + GAP, rows * (height() + GAP) + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.dispose();
    }

    private int height() {
        return (int) shape.size(1) * scale;
    }

    private int width() {
        return (int) shape.size(2) * scale;
    }

    /// Puts a picture in its place.
    ///
    /// @param pixels channel by channel
    void put(int row, int column, byte[] pixels) {
        Graphics2D graphics = sheet.createGraphics();
        graphics.drawImage(image(pixels), GAP + column * (width() + GAP), GAP + row * (height() + GAP), width(),
                height(), null);
        graphics.dispose();
    }

    private BufferedImage image(byte[] pixels) {
        int channels = (int) shape.size(0);
        int each = (int) (shape.size(1) * shape.size(2));
        int wide = (int) shape.size(2);
        var image = new BufferedImage(wide, each / wide, BufferedImage.TYPE_INT_RGB);
        WritableRaster raster = image.getRaster();
        for (int i = 0; i < each; i++) {
            for (int band = 0; band < 3; band++) {
                raster.setSample(i % wide, i / wide, band, pixels[(channels == 1 ? 0 : band) * each + i] & 0xFF);
            }
        }
        return image;
    }

    BufferedImage image() {
        return sheet;
    }
}
