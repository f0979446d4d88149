package io.netloom.app.sheet;

import io.netloom.app.task.Background;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Split;
import io.netloom.train.TrainingPlan;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// A sheet of pictures as a plan changes them, drawn elsewhere than on the window's thread, to which it belongs. The data stays open while
/// settings are tried.
public final class SheetDrawing {
    private static final int EXAMPLES = 4;
    private static final int EPOCHS = 7;

    private final Background background;
    private Runnable changed = () -> {};
    private Optional<Pictures> open = Optional.empty();
    private Optional<Wanted> next = Optional.empty();
    private Optional<BufferedImage> sheet = Optional.empty();
    private Optional<Exception> problem = Optional.empty();
    private boolean drawing;

    private record Wanted(Pictures pictures, TrainingPlan plan) {}

    /// @param background draws
    public SheetDrawing(Background background) {
        this.background = background;
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// The last sheet that was drawn.
    public Optional<BufferedImage> sheet() {
        return sheet;
    }

    /// Why the last one could not be drawn.
    public Optional<Exception> problem() {
        return problem;
    }

    /// Draws a sheet; what was shown last stays meanwhile. Of several that are asked for while one is drawn only the last is.
    public void draw(DataSource source, TrainingPlan plan) {
        Pictures pictures = open.filter(now -> now.source.equals(source)).orElseGet(() -> {
            close();
            return new Pictures(source);
        });
        open = Optional.of(pictures);
        next = Optional.of(new Wanted(pictures, plan));
        drawNext();
    }

    private void drawNext() {
        if (drawing || next.isEmpty()) {
            return;
        }
        Wanted wanted = next.get();
        next = Optional.empty();
        drawing = true;
        background.run(() -> wanted.pictures.draw(wanted.plan),
                drawn -> drawn(wanted, Optional.of(drawn), Optional.empty()),
                cause -> drawn(wanted, sheet, Optional.of(cause)));
    }

    private void drawn(Wanted wanted, Optional<BufferedImage> fresh, Optional<Exception> why) {
        drawing = false;
        if (open.equals(Optional.of(wanted.pictures))) {
            sheet = fresh;
            problem = why;
            changed.run();
        }
        drawNext();
    }

    /// Lets the pictures go.
    public void close() {
        open.ifPresent(pictures -> background.run(() -> {
            pictures.close();
            return pictures;
        }, _ -> {}, cause -> System.getLogger(SheetDrawing.class.getName()).log(System.Logger.Level.WARNING,
                "data stays open", cause)));
        open = Optional.empty();
        next = Optional.empty();
        sheet = Optional.empty();
        problem = Optional.empty();
    }

    /// Data that is opened when it is first needed.
    private static final class Pictures {
        private final DataSource source;
        private Optional<Dataset> data = Optional.empty();
        private boolean closed;

        Pictures(DataSource source) {
            this.source = source;
        }

        synchronized BufferedImage draw(TrainingPlan plan) {
            if (closed) {
                throw new IllegalStateException("nobody wants these pictures any more");
            }
            if (data.isEmpty()) {
                data = Optional.of(source.open());
            }
            int[] train = Split.of(data.get(), plan.splitting(), plan.fractions(), plan.seed()).train();
            return AugmentationSheet.draw(data.get(), train, plan.augmentation(), plan.seed(), EXAMPLES, EPOCHS);
        }

        synchronized void close() {
            closed = true;
            data.ifPresent(Dataset::close);
            data = Optional.empty();
        }
    }
}
