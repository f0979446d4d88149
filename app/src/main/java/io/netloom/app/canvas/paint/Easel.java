package io.netloom.app.canvas.paint;

import io.netloom.app.canvas.raster.Tiles;
import io.netloom.app.canvas.raster.Tiles.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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
    private final Map<Integer, WritableImage> images = new HashMap<>();
    private final int[] pixels = new int[MOST * SIDE * SIDE];

    /// Paints neighbours and keeps them.
    ///
    /// @param work draws, in pixels from their upper left corner
    public void paint(Tiles tiles, Run run, Consumer<GraphicsContext> work) {
        int width = run.count() * SIDE;
        Canvas canvas = canvases.computeIfAbsent(run.count(), _ -> new Canvas(width, SIDE));
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(new Affine());
        g.clearRect(0, 0, width, SIDE);
        work.accept(g);
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setViewport(new Rectangle2D(0, 0, width, SIDE));
        WritableImage image = canvas.snapshot(parameters, images.get(run.count()));
        images.put(run.count(), image);
        image.getPixelReader().getPixels(0, 0, width, SIDE, WritablePixelFormat.getIntArgbPreInstance(), pixels, 0,
                width);
        tiles.keep(run, pixels);
    }
}
