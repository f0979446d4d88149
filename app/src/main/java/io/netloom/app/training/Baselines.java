package io.netloom.app.training;

import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.data.DataSource;
import io.netloom.data.ImageFolder;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.profile.Baseline;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.TableProfile;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// What very simple models reach on a document's data, so that a network's curves can be compared with them. They are found out
/// beside the window's work, for tables with one class or number to learn that are not large, and for folders of pictures.
final class Baselines {
    private static final long LARGE_BYTES = 32_000_000;
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final Document document;
    private final TrainingDesk desk;
    private final Background background;
    private final Runnable found;
    private final List<Runnable> ends = new ArrayList<>();
    private Optional<DataSource> of = Optional.empty();
    private boolean looked;
    private List<Baseline> baselines = List.of();
    /// Pictures that are still to be looked at.
    private Optional<ImageFolder> waiting = Optional.empty();
    private AtomicBoolean stopped = new AtomicBoolean();

    /// What was found out.
    ///
    /// @param of about which data
    record Found(DataSource of, List<Baseline> all) {}

    /// @param found is run when they are known
    Baselines(Document document, TrainingDesk desk, Background background, Runnable found) {
        this.document = document;
        this.desk = desk;
        this.background = background;
        this.found = found;
        ends.add(document.listen(change -> {
            if (change == Change.PROJECT && looked) {
                look();
            }
        }));
        ends.add(desk.listen(this::lookAtPictures));
    }

    /// The simplest first; none where they are not known.
    List<Baseline> all() {
        return baselines;
    }

    void close() {
        // What was not found by now nobody waits for.
        of = Optional.empty();
        waiting = Optional.empty();
        stopped.set(true);
        ends.forEach(Runnable::run);
    }

    /// Finds them out, now and whenever the data is another.
    void look() {
        looked = true;
        Optional<DataSource> data = document.project().data();
        if (data.equals(of)) {
            return;
        }
        of = data;
        baselines = List.of();
        stopped.set(true);
        Optional<Found> known = desk.baselines(document).filter(before -> data.equals(Optional.of(before.of())));
        known.ifPresent(before -> baselines = before.all());
        waiting = data.filter(ImageFolder.class::isInstance).filter(_ -> known.isEmpty())
                .map(ImageFolder.class::cast);
        lookAtPictures();
        if (data.isPresent() && data.get() instanceof Table table && table.targets().size() == 1) {
            TargetColumn target = table.targets().firstEntry().getValue();
            if (target.kind() == TargetColumn.Kind.CLASS || target.kind() == TargetColumn.Kind.NUMBER) {
                background.look(() -> of(table, target), list -> take(data, list), Baselines::note);
            }
        }
    }

    private void take(Optional<DataSource> data, List<Baseline> list) {
        if (of.equals(data)) {
            baselines = list;
            found.run();
        }
    }

    /// Looks at pictures while nothing is trained, for that takes seconds of all cores: a training that begins stops it, and its end begins
    /// it anew.
    private void lookAtPictures() {
        if (desk.busy().isPresent()) {
            stopped.set(true);
        } else if (waiting.isPresent()) {
            ImageFolder pictures = waiting.get();
            waiting = Optional.empty();
            var stop = new AtomicBoolean();
            stopped = stop;
            background.look(() -> of(pictures.folder(), stop), list -> {
                if (!stop.get()) {
                    desk.keep(document, new Found(pictures, list));
                    take(Optional.of(pictures), list);
                } else if (of.equals(Optional.of(pictures))) {
                    waiting = Optional.of(pictures);
                    lookAtPictures();
                }
            }, Baselines::note);
        }
    }

    /// What is passed over after `stop` counts for nothing; nor does a folder that takes too long.
    private static List<Baseline> of(Path folder, AtomicBoolean stop) {
        long latest = System.nanoTime() + LONGEST_LOOK.toNanos();
        var late = new AtomicBoolean();
        try {
            List<Baseline> list = PictureProfile.baselines(folder, () -> {
                if (System.nanoTime() > latest) {
                    late.set(true);
                }
                return late.get() || stop.get();
            });
            return late.get() ? List.of() : list;
        } catch (BadInput e) {
            if (stop.get()) {
                return List.of();
            }
            throw e;
        }
    }

    private static List<Baseline> of(Table table, TargetColumn target) throws IOException {
        Path file = table.file().path();
        return !Files.exists(file) || Files.size(file) > LARGE_BYTES ? List.of()
                : TableProfile.of(table.file(), Optional.of(target.columns().getFirst()), table.test()).target()
                        .baselines();
    }

    /// Training says what is wrong with the data; charts do without.
    private static void note(Exception cause) {
        if (!(cause instanceof BadInput)) {
            System.getLogger(Baselines.class.getName()).log(System.Logger.Level.WARNING, "no baselines", cause);
        }
    }
}
