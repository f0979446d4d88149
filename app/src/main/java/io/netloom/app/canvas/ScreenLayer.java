package io.netloom.app.canvas;

import io.netloom.app.canvas.raster.Frame;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/// Shows a frame in strips. Only those in which something is different are put together anew, given to the window and drawn.
final class ScreenLayer extends Pane {
    private static final int ROWS = 64;

    private final BitSet stale = new BitSet();
    private List<PixelBuffer<IntBuffer>> strips = List.of();
    private Frame frame = new Frame(1, 1);

    ScreenLayer() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /// The size of the frame, in pixels.
    ///
    /// @param pixel pixels for one of the window
    void size(int width, int height, double pixel) {
        if (frame.width() != width || frame.height() != height) {
            frame = new Frame(width, height);
            strips = strips();
            getChildren().setAll(strips.stream().map(WritableImage::new).map(ScreenLayer::view).toList());
            soilAll();
        }
        for (int i = 0; i < strips.size(); i++) {
            if (getChildren().get(i) instanceof ImageView view) {
                view.setY(i * ROWS / pixel);
                view.setFitWidth(width / pixel);
                view.setFitHeight(strips.get(i).getHeight() / pixel);
            }
        }
    }

    private List<PixelBuffer<IntBuffer>> strips() {
        var made = new ArrayList<PixelBuffer<IntBuffer>>();
        for (int row = 0; row < frame.height(); row += ROWS) {
            int rows = Math.min(ROWS, frame.height() - row);
            made.add(new PixelBuffer<>(frame.width(), rows,
                    IntBuffer.wrap(frame.pixels(), row * frame.width(), rows * frame.width()).slice(),
                    PixelFormat.getIntArgbPreInstance()));
        }
        return made;
    }

    private static ImageView view(WritableImage image) {
        var view = new ImageView(image);
        view.setSmooth(false);
        view.setManaged(false);
        return view;
    }

    /// Forgets all pixels.
    void forget() {
        frame = new Frame(1, 1);
        strips = List.of();
        getChildren().clear();
    }

    /// Width in pixels.
    int width() {
        return frame.width();
    }

    /// Height in pixels.
    int height() {
        return frame.height();
    }

    /// Everything is different.
    void soilAll() {
        stale.set(0, strips.size());
    }

    /// Something in these rows of pixels is different.
    ///
    /// @param end the row behind the last one
    void soil(int from, int end) {
        int first = Math.max(0, from);
        int last = Math.min(frame.height(), end) - 1;
        if (first <= last) {
            stale.set(first / ROWS, last / ROWS + 1);
        }
    }

    /// Whether anything is different from what shows. A screen of another size shows nothing yet.
    boolean stale() {
        return !stale.isEmpty();
    }

    /// Lets `work` put together what is different; it may write the rest as well, which has no effect.
    void show(Consumer<Frame> work) {
        for (int from = stale.nextSetBit(0); from >= 0; from = stale.nextSetBit(from)) {
            int end = stale.nextClearBit(from);
            frame.clip(from * ROWS, Math.min(frame.height(), end * ROWS));
            work.accept(frame);
            strips.subList(from, end).forEach(strip -> strip.updateBuffer(_ -> null));
            from = end;
        }
        stale.clear();
    }

    @Override
    protected void layoutChildren() {
        // Every strip stands where it was put.
    }
}
