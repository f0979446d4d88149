package io.netloom.app.canvas.raster;

import java.util.Arrays;

/// The pixels of a window's part, premultiplied ARGB row by row, put together from squares ([Tiles#SIDE]) that were painted
/// before: this takes a millisecond where painting would take twenty.
public final class Frame {
    private static final int SIDE = Tiles.SIDE;
    private static final int ONE = 256;
    private static final int RED_BLUE = 0xff00ff;
    private static final long LANES = 0x00ff00ff00ffL;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final long[] mixed = new long[SIDE + 1];
    private int[] columns = new int[0];
    private int[] shares = new int[0];

    /// @param width pixels, 1 or more
    /// @param height pixels, 1 or more
    public Frame(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /// Width in pixels.
    public int width() {
        return width;
    }

    /// Height in pixels.
    public int height() {
        return height;
    }

    /// The pixels themselves.
    public int[] pixels() {
        return pixels;
    }

    /// One colour everywhere.
    public void fill(int colour) {
        Arrays.fill(pixels, colour);
    }

    /// A line along the edges.
    ///
    /// @param breadth pixels
    public void rim(int colour, int breadth) {
        for (int row = 0; row < height; row++) {
            int start = row * width;
            boolean whole = row < breadth || row >= height - breadth;
            Arrays.fill(pixels, start, start + (whole ? width : Math.min(width, breadth)), colour);
            Arrays.fill(pixels, start + Math.max(0, width - breadth), start + width, colour);
        }
    }

    /// Copies a square as it is.
    ///
    /// @param x where its left edge comes to stand
    /// @param y where its upper edge comes to stand
    public void copy(int[] square, int x, int y) {
        int from = Math.max(0, -x);
        int count = Math.min(SIDE, width - x) - from;
        for (int row = Math.max(0, -y); row < Math.min(SIDE, height - y) && count > 0; row++) {
            System.arraycopy(square, row * SIDE + from, pixels, (y + row) * width + x + from, count);
        }
    }

    /// Lays a square that may be transparent over what is there.
    public void lay(int[] square, int x, int y) {
        int end = Math.min(SIDE, width - x);
        for (int row = Math.max(0, -y); row < Math.min(SIDE, height - y); row++) {
            int there = (y + row) * width + x;
            for (int column = Math.max(0, -x); column < end; column++) {
                int above = square[row * SIDE + column];
                int alpha = above >>> 24;
                if (alpha == 255) {
                    pixels[there + column] = above;
                } else if (alpha != 0) {
                    pixels[there + column] = above + faded(pixels[there + column], 255 - alpha);
                }
            }
        }
    }

    /// Each channel × share / 255, two channels at a time.
    private static int faded(int colour, int share) {
        int redBlue = (colour & RED_BLUE) * share + 0x800080;
        int rest = (colour >>> 8 & RED_BLUE) * share + 0x800080;
        redBlue = redBlue + (redBlue >>> 8 & RED_BLUE) >>> 8 & RED_BLUE;
        rest = rest + (rest >>> 8 & RED_BLUE) >>> 8 & RED_BLUE;
        return rest << 8 | redBlue;
    }

    /// Shows an opaque square larger or smaller, its pixels mixed from the four nearest ones. Squares that stand side by
    /// side leave no gap between them.
    ///
    /// @param x where its left edge comes to stand
    /// @param y where its upper edge comes to stand
    /// @param factor pixels of the frame for one of the square, above 0
    public void stretch(int[] square, double x, double y, double factor) {
        int from = Math.max(0, first(x));
        int to = Math.min(width, first(x + SIDE * factor));
        int top = Math.max(0, first(y));
        int bottom = Math.min(height, first(y + SIDE * factor));
        if (from >= to || top >= bottom) {
            return;
        }
        prepare(from, to, x, factor);
        for (int row = top; row < bottom; row++) {
            double source = source(row, y, factor);
            int upper = (int) source;
            mixRows(square, upper, (int) ((source - upper) * ONE));
            int start = row * width + from;
            for (int i = 0; i < to - from; i++) {
                int column = columns[i];
                int share = shares[i];
                pixels[start + i] = packed(mixed[column] * (ONE - share) + mixed[column + 1] * share);
            }
        }
    }

    /// The first pixel whose middle is at or behind an edge.
    private static int first(double edge) {
        return (int) Math.ceil(edge - 0.5);
    }

    private static double source(int pixel, double edge, double factor) {
        return Math.clamp((pixel + 0.5 - edge) / factor - 0.5, 0, SIDE - 1);
    }

    private void prepare(int from, int to, double x, double factor) {
        if (columns.length < to - from) {
            columns = new int[to - from];
            shares = new int[to - from];
        }
        for (int i = 0; i < to - from; i++) {
            double source = source(from + i, x, factor);
            columns[i] = (int) source;
            shares[i] = (int) ((source - columns[i]) * ONE);
        }
    }

    /// Down first: row by row the machine mixes many pixels at once.
    private void mixRows(int[] square, int upper, int share) {
        int above = upper * SIDE;
        int below = Math.min(SIDE - 1, upper + 1) * SIDE;
        for (int column = 0; column < SIDE; column++) {
            long sum = spread(square[above + column]) * (ONE - share) + spread(square[below + column]) * share;
            mixed[column] = sum >>> 8 & LANES;
        }
        mixed[SIDE] = mixed[SIDE - 1];
    }

    /// Red, green and blue in lanes of 16 bits, so that one multiplication serves all three.
    private static long spread(int colour) {
        return colour & RED_BLUE | (colour & 0xff00L) << 24;
    }

    /// What [#spread] spread, after it was multiplied by 256.
    private static int packed(long lanes) {
        return 0xff000000 | (int) (lanes >>> 8) & RED_BLUE | (int) (lanes >>> 32) & 0xff00;
    }
}
