package io.netloom.data;

import java.util.SplittableRandom;

/// One affine map for all that moves pixels: flips, rotation, crop, zoom and shift. For each new pixel it says where the old
/// picture is looked at; beyond its edges the old picture goes on as in a mirror.
///
/// @param xx old columns a new column
/// @param xy old columns a new row
/// @param x0 the old column of the middle of the new first pixel
/// @param yx old rows a new column
/// @param yy old rows a new row
/// @param y0 the old row of the middle of the new first pixel
record Geometry(double xx, double xy, double x0, double yx, double yy, double y0) {
    private static final int BITS = 16;
    private static final double ONE = 1 << BITS;
    private static final double WIDEST = 4.0 / 3;

    static Geometry draw(Augmentation how, int width, int height, SplittableRandom random) {
        double mirrorX = how.flip().horizontal() && random.nextBoolean() ? -1 : 1;
        double mirrorY = how.flip().vertical() && random.nextBoolean() ? -1 : 1;
        double angle = StrictMath.toRadians(within(how.rotation(), random));
        double area = 1 - how.crop() * random.nextDouble();
        double aspect = how.crop() == 0 ? 1
                : StrictMath.exp(within(StrictMath.log(WIDEST), random));
        double wide = Math.min(1, Math.sqrt(area * aspect));
        double high = Math.min(1, Math.sqrt(area / aspect));
        double zoom = StrictMath.exp(within(StrictMath.log1p(how.zoom()), random));
        double middleX = width * (0.5 + within((1 - wide) / 2, random) + within(how.shift(), random));
        double middleY = height * (0.5 + within((1 - high) / 2, random) + within(how.shift(), random));
        double cos = StrictMath.cos(angle) / zoom;
        double sin = StrictMath.sin(angle) / zoom;
        double xx = cos * wide * mirrorX;
        double xy = -sin * high * mirrorY;
        double yx = sin * wide * mirrorX;
        double yy = cos * high * mirrorY;
        // From the middle of the new picture back to the middle of its first pixel.
        double left = 0.5 - width / 2.0;
        double top = 0.5 - height / 2.0;
        return new Geometry(xx, xy, middleX - 0.5 + xx * left + xy * top, yx, yy, middleY - 0.5 + yx * left + yy * top);
    }

    private static double within(double most, SplittableRandom random) {
        return most * (2 * random.nextDouble() - 1);
    }

    /// Interpolates between the four nearest pixels.
    ///
    /// @param from planes of `width × height`, of which one begins at `offset`
    /// @param to takes the new plane at the same place
    void smooth(byte[] from, byte[] to, int offset, int width, int height) {
        int stepX = (int) Math.round(xx * ONE);
        int stepY = (int) Math.round(yx * ONE);
        for (int y = 0; y < height; y++) {
            int atX = (int) Math.round((x0 + xy * y) * ONE);
            int atY = (int) Math.round((y0 + yy * y) * ONE);
            for (int x = 0; x < width; x++, atX += stepX, atY += stepY) {
                int left = atX >> BITS;
                int top = atY >> BITS;
                int right = left + 1;
                int bottom = top + 1;
                if (left < 0 || right >= width) {
                    left = mirrored(left, width);
                    right = mirrored(right, width);
                }
                if (top < 0 || bottom >= height) {
                    top = mirrored(top, height);
                    bottom = mirrored(bottom, height);
                }
                int wx = atX >> BITS - 8 & 0xFF;
                int wy = atY >> BITS - 8 & 0xFF;
                int upper = offset + top * width;
                int lower = offset + bottom * width;
                int above = (from[upper + left] & 0xFF) * (256 - wx) + (from[upper + right] & 0xFF) * wx;
                int below = (from[lower + left] & 0xFF) * (256 - wx) + (from[lower + right] & 0xFF) * wx;
                to[offset + y * width + x] = (byte) (above * (256 - wy) + below * wy + (1 << 15) >> 16);
            }
        }
    }

    /// Takes the nearest pixel, as masks need it.
    void nearest(byte[] from, byte[] to, int width, int height) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = mirrored((int) Math.floor(x0 + xx * x + xy * y + 0.5), width);
                int row = mirrored((int) Math.floor(y0 + yx * x + yy * y + 0.5), height);
                to[y * width + x] = from[row * width + column];
            }
        }
    }

    /// The place in a mirror at the edges, which shows the outermost pixel once more.
    private static int mirrored(int place, int size) {
        int inTwo = Math.floorMod(place, 2 * size);
        return inTwo < size ? inTwo : 2 * size - 1 - inTwo;
    }
}
