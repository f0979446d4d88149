package io.netloom.app.training;

import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.data.DataSource;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.profile.Baseline;
import io.netloom.profile.TableProfile;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What very simple models reach on a document's data, so that a network's curves can be compared with them. They are found out
/// beside the window's work, for tables with one class or number to learn that are not large.
final class Baselines {
    private static final long LARGE_BYTES = 32_000_000;

    private final Document document;
    private final Background background;
    private final Runnable found;
    private final Runnable end;
    private Optional<DataSource> of = Optional.empty();
    private boolean looked;
    private List<Baseline> baselines = List.of();

    /// @param found is run when they are known
    Baselines(Document document, Background background, Runnable found) {
        this.document = document;
        this.background = background;
        this.found = found;
        end = document.listen(change -> {
            if (change == Change.PROJECT && looked) {
                look();
            }
        });
    }

    /// The simplest first; none where they are not known.
    List<Baseline> all() {
        return baselines;
    }

    void close() {
        end.run();
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
        if (data.isPresent() && data.get() instanceof Table table && table.targets().size() == 1) {
            TargetColumn target = table.targets().firstEntry().getValue();
            if (target.kind() == TargetColumn.Kind.CLASS || target.kind() == TargetColumn.Kind.NUMBER) {
                background.look(() -> of(table, target), list -> {
                    if (of.equals(data)) {
                        baselines = list;
                        found.run();
                    }
                }, Baselines::note);
            }
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
