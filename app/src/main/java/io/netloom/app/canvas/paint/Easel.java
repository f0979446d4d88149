package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.raster.Tiles;
import io.netloom.app.canvas.raster.Tiles.Patch;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;

/// Where squares are painted before they are hung up.
public final class Easel {
    /// As many neighbours can be painted in one go.
    public static final int MOST = 4;
    private static final int SIDE = Tiles.SIDE;

    private final Map<Integer, Canvas> canvases = new HashMap<>();
    private final Map<Dimension2D, WritableImage> images = new HashMap<>();
    private final int[] pixels = new int[MOST * SIDE * SIDE];

    /// Paints a patch and keeps it.
    ///
    /// @param work draws, in pixels from the patch's upper left corner
    public void paint(Tiles tiles, Patch patch, Consumer<GraphicsContext> work) {
        int width = patch.width();
        int height = patch.height();
        Canvas canvas = canvases.computeIfAbsent((width + SIDE - 1) / SIDE, count -> new Canvas(count * SIDE, SIDE));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(new Affine());
        g.clearRect(0, 0, width, height);
        work.accept(g);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new Rectangle2D(0, 0, width, height));
        var size = new Dimension2D(width, height);
        WritableImage image = canvas.snapshot(parameters, images.get(size));
        if (height == SIDE && width % SIDE == 0) {
            images.put(size, image);
        }
        image.getPixelReader().getPixels(0, 0, width, height, WritablePixelFormat.getIntArgbPreInstance(), pixels, 0,
                width);
        tiles.keep(patch, pixels);
    }
}
