package io.netloom.data;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Takes a decoded picture apart into planes of bytes, row after row, put on white where it is transparent.
final class Planes {
    private static final int OPAQUE = 255;

    private Planes() {}

    /// One plane: the grey values as they are stored, or the luma of colours (BT.601).
    static byte[][] grey(BufferedImage image) {
        if (storesGrey(image)) {
            return new byte[][] {stored(image)};
        }
        int[] colours = onWhite(image);
        byte[] plane = new byte[colours.length];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) luma(colours[i]);
        }
        return new byte[][] {plane};
    }

    /// Three planes: red, green, blue.
    static byte[][] colours(BufferedImage image) {
        if (storesGrey(image)) {
            byte[] plane = stored(image);
            return new byte[][] {plane, plane, plane};
        }
        byte[][] planes = new byte[3][image.getWidth() * image.getHeight()];
        if (storesBytes(image)) {
            takeApart(image, planes);
            return planes;
        }
        int[] colours = onWhite(image);
        for (int i = 0; i < colours.length; i++) {
            planes[0][i] = (byte) (colours[i] >> 16);
            planes[1][i] = (byte) (colours[i] >> 8);
            planes[2][i] = (byte) colours[i];
        }
        return planes;
    }

    /// Whether red, green and blue are the same everywhere.
    static boolean isGrey(BufferedImage image) {
        if (storesGrey(image)) {
            return true;
        }
        for (int colour : onWhite(image)) {
            int blue = colour & 0xFF;
            if ((colour >> 8 & 0xFF) != blue || (colour >> 16 & 0xFF) != blue) {
                return false;
            }
        }
        return true;
    }

    /// The colours in which a picture is stored.
    static PictureFacts.Mode mode(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model.hasAlpha()) {
            return PictureFacts.Mode.ALPHA;
        }
        return model instanceof IndexColorModel ? PictureFacts.Mode.PALETTE
                : model.getColorSpace().getType() == ColorSpace.TYPE_GRAY ? PictureFacts.Mode.GREY
                        : PictureFacts.Mode.RGB;
    }

    /// Mean and mean square of red, green and blue.
    static double[][] moments(BufferedImage image) {
        byte[][] planes = colours(image);
        double[][] moments = new double[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            long sum = 0;
            long squares = 0;
            for (byte value : planes[c]) {
                int v = value & 0xFF;
                sum += v;
                squares += (long) v * v;
            }
            moments[c] = new double[] {sum / (double) planes[c].length, squares / (double) planes[c].length};
        }
        return moments;
    }

    private static int luma(int colour) {
        return (299 * (colour >> 16 & 0xFF) + 587 * (colour >> 8 & 0xFF) + 114 * (colour & 0xFF) + 500) / 1000;
    }

    /// Whether red, green and blue, and how solid it is if anything, lie beside each other as they are shown.
    private static boolean storesBytes(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return model instanceof ComponentColorModel && model.getTransferType() == DataBuffer.TYPE_BYTE
                && model.getColorSpace().isCS_sRGB() && !model.isAlphaPremultiplied()
                && model.getComponentSize(0) == Byte.SIZE && image.getRaster().getNumBands() >= 3;
    }

    private static void takeApart(BufferedImage image, byte[][] planes) {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int width = image.getWidth();
        byte[] row = new byte[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getDataElements(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int solid = bands > 3 ? row[x * bands + 3] & 0xFF : OPAQUE;
                for (int c = 0; c < 3; c++) {
                    int value = row[x * bands + c] & 0xFF;
                    planes[c][y * width + x] = (byte) (solid == OPAQUE ? value
                            : (value * solid + OPAQUE * (OPAQUE - solid) + OPAQUE / 2) / OPAQUE);
                }
            }
        }
    }

    private static boolean storesGrey(BufferedImage image) {
        ColorModel model = image.getColorModel();
        return !(model instanceof IndexColorModel) && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    /// The grey values themselves. (Java would bend them: it takes them for linear light, while files hold the same
    /// curve as sRGB.)
    private static byte[] stored(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int white = (1 << image.getColorModel().getComponentSize(0)) - 1;
        boolean transparent = raster.getNumBands() > 1;
        byte[] plane = new byte[width * image.getHeight()];
        int[] values = new int[width];
        int[] alphas = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getSamples(0, y, width, 1, 0, values);
            if (transparent) {
                raster.getSamples(0, y, width, 1, 1, alphas);
            }
            for (int x = 0; x < width; x++) {
                long value = transparent
                        ? ((long) values[x] * alphas[x] + (long) white * (white - alphas[x])) / white
                        : values[x];
                plane[y * width + x] = (byte) ((value * 255 + white / 2) / white);
            }
        }
        return plane;
    }

    private static int[] onWhite(BufferedImage image) {
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flat.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return ((DataBufferInt) flat.getRaster().getDataBuffer()).getData();
    }
}
