package io.netloom.app.canvas.raster;

import java.util.Arrays;

/// The pixels of a window's part, premultiplied ARGB row by row, put together from squares ([Tiles#SIDE]) that were painted
/// before: this takes a millisecond where painting would take twenty. What is reckoned row by row is gathered on a bench, one
/// array in which operands lie a fixed way apart: only then does the machine take many pixels at once.
public final class Frame {
    private static final int SIDE = Tiles.SIDE;
    private static final int ONE = 256;
    private static final int RED_BLUE = 0xff00ff;
    private static final int GREEN = 0x00ff00;
    private static final int OPAQUE = 0xff000000;

    private final int width;
    private final int height;
    private final int[] pixels;
    private int top;
    private int bottom;

    /// @param width pixels, 1 or more
    /// @param height pixels, 1 or more
    public Frame(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        this.bottom = height;
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

    /// Leaves all rows but these as they are, from now on.
    ///
    /// @param firstRow 0 or more
    /// @param endRow the row behind the last one, at most the height
    public void clip(int firstRow, int endRow) {
        top = firstRow;
        bottom = endRow;
    }

    /// One colour everywhere.
    public void fill(int colour) {
        Arrays.fill(pixels, top * width, bottom * width, colour);
    }

    /// A line along the edges.
    ///
    /// @param breadth pixels
    public void rim(int colour, int breadth) {
        for (int row = top; row < bottom; row++) {
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
        for (int row = Math.max(0, top - y); row < Math.min(SIDE, bottom - y) && count > 0; row++) {
            System.arraycopy(square, row * SIDE + from, pixels, (y + row) * width + x + from, count);
        }
    }

    /// Lays a square that may be transparent over what is there.
    public void lay(int[] square, int x, int y) {
        int from = Math.max(0, -x);
        int count = Math.min(SIDE, width - x) - from;
        int[] bench = new int[2 * SIDE];
        for (int row = Math.max(0, top - y); row < Math.min(SIDE, bottom - y) && count > 0; row++) {
            lay(square, row * SIDE + from, pixels, (y + row) * width + x + from, count, bench);
        }
    }

    /// Each channel of what is below × (255 - alpha) / 255, two channels at a time.
    private static void lay(int[] square, int start, int[] pixels, int there, int count, int[] bench) {
        System.arraycopy(square, start, bench, 0, count);
        System.arraycopy(pixels, there, bench, SIDE, count);
        for (int i = 0; i < SIDE; i++) {
            int above = bench[i];
            int below = bench[SIDE + i];
            int share = 255 - (above >>> 24);
            int redBlue = (below & RED_BLUE) * share + 0x800080;
            int rest = (below >>> 8 & RED_BLUE) * share + 0x800080;
            redBlue = redBlue + (redBlue >>> 8 & RED_BLUE) >>> 8 & RED_BLUE;
            rest = rest + (rest >>> 8 & RED_BLUE) & ~RED_BLUE;
            bench[i] = above + (rest | redBlue);
        }
        System.arraycopy(bench, 0, pixels, there, count);
    }

    /// Shows an opaque square larger or smaller, its pixels mixed from the four nearest ones. Squares that stand side by
    /// side leave no gap between them, and may be stretched at the same time by several threads.
    ///
    /// @param x where its left edge comes to stand
    /// @param y where its upper edge comes to stand
    /// @param factor pixels of the frame for one of the square, above 0
    public void stretch(int[] square, double x, double y, double factor) {
        int from = Math.max(0, first(x));
        int count = Math.min(width, first(x + SIDE * factor)) - from;
        int end = Math.min(bottom, first(y + SIDE * factor));
        if (count <= 0) {
            return;
        }
        int[] columns = new int[count];
        int[] shares = new int[count];
        for (int i = 0; i < count; i++) {
            double source = source(from + i, x, factor);
            columns[i] = (int) source;
            shares[i] = (int) ((source - columns[i]) * ONE);
        }
        int[] mixed = new int[2 * SIDE];
        int[] bench = new int[3 * SIDE];
        for (int row = Math.max(top, first(y)); row < end; row++) {
            double source = source(row, y, factor);
            int upper = (int) source;
            int lower = Math.min(SIDE - 1, upper + 1);
            System.arraycopy(square, upper * SIDE, mixed, 0, SIDE);
            System.arraycopy(square, lower * SIDE, mixed, SIDE, SIDE);
            mixRows(mixed, (int) ((source - upper) * ONE));
            mixed[SIDE] = mixed[SIDE - 1];
            for (int done = 0; done < count; done += SIDE) {
                int more = Math.min(SIDE, count - done);
                gather(mixed, columns, shares, done, more, bench);
                mixNeighbours(bench);
                System.arraycopy(bench, 0, pixels, row * width + from + done, more);
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

    /// Mixes two rows that stand behind each other.
    private static void mixRows(int[] rows, int share) {
        for (int i = 0; i < SIDE; i++) {
            rows[i] = mix(rows[i], rows[SIDE + i], share);
        }
    }

    private static void gather(int[] row, int[] columns, int[] shares, int start, int count, int[] bench) {
        for (int i = 0; i < count; i++) {
            int column = columns[start + i];
            bench[i] = row[column];
            bench[SIDE + i] = row[column + 1];
        }
        System.arraycopy(shares, start, bench, 2 * SIDE, count);
    }

    private static void mixNeighbours(int[] bench) {
        for (int i = 0; i < SIDE; i++) {
            bench[i] = OPAQUE | mix(bench[i], bench[SIDE + i], bench[2 * SIDE + i]);
        }
    }

    /// a + (b - a) × share / 256 in each channel. Red and blue share a multiplication: what one borrows from the other is
    /// given back by the sum.
    private static int mix(int a, int b, int share) {
        int redBlue = a & RED_BLUE;
        int green = a & GREEN;
        return redBlue + (((b & RED_BLUE) - redBlue) * share >> 8) & RED_BLUE
                | green + (((b & GREEN) - green) * share >> 8) & GREEN;
    }
}
