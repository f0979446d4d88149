package io.netloom.app.dataset;

import io.netloom.app.sheet.AugmentationSheet;
import io.netloom.app.task.Background;
import io.netloom.data.Augmentation;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Split;
import io.netloom.train.TrainingPlan;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// Pictures as the plan changes them at random. Their data stays open while settings are tried.
final class Augmenting {
    private static final int EXAMPLES = 4;
    private static final int EPOCHS = 7;

    private final Work work;
    private Optional<Pictures> open = Optional.empty();
    private Optional<BufferedImage> sheet = Optional.empty();
    private Optional<Exception> problem = Optional.empty();

    Augmenting(Background background) {
        work = new Work(background, _ -> _ -> {});
    }

    /// Calls this after something else is to be shown.
    void onChange(Runnable listener) {
        work.onChange(listener);
    }

    /// The last sheet that was drawn.
    Optional<BufferedImage> sheet() {
        return sheet;
    }

    /// Why the last one could not be drawn.
    Optional<Exception> problem() {
        return problem;
    }

    /// Draws a sheet; what was shown last stays meanwhile.
    void draw(DataSource source, TrainingPlan plan) {
        Pictures pictures = open.filter(now -> now.source.equals(source)).orElseGet(() -> {
            close();
            return new Pictures(source);
        });
        open = Optional.of(pictures);
        work.run((_, _) -> pictures.draw(plan), drawn -> {
            sheet = Optional.of(drawn);
            problem = Optional.empty();
        }, cause -> problem = Optional.of(cause));
    }

    /// Lets the pictures go.
    void close() {
        work.abandon();
        open.ifPresent(pictures -> work.later(pictures::close));
        open = Optional.empty();
    }

    /// Data that is opened when it is first needed.
    private static final class Pictures {
        private final DataSource source;
        private Optional<Dataset> data = Optional.empty();

        Pictures(DataSource source) {
            this.source = source;
        }

        synchronized BufferedImage draw(TrainingPlan plan) {
            if (data.isEmpty()) {
                data = Optional.of(source.open());
            }
            int[] train = Split.of(data.get(), plan.splitting(), plan.fractions(), plan.seed()).train();
            Augmentation how = plan.augmentation();
            return AugmentationSheet.draw(data.get(), train, how, plan.seed(), EXAMPLES, EPOCHS);
        }

        synchronized void close() {
            data.ifPresent(Dataset::close);
            data = Optional.empty();
        }
    }
}
