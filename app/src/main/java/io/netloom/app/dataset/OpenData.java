package io.netloom.app.dataset;

import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.data.Dialect;
import io.netloom.data.ImageFolder;
import io.netloom.data.PictureSurvey;
import io.netloom.data.TableFile;
import io.netloom.data.TableQuery;
import io.netloom.profile.PictureProfile;
import io.netloom.profile.TableLook;
import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Data that its user thinks about. A table stays open meanwhile, so that after an answer only what that changes is looked at again.
/// It may be asked from several threads, one after the other.
final class OpenData implements AutoCloseable {
    private final Path path;
    private Optional<OpenTable> table = Optional.empty();
    private boolean closed;

    private record OpenTable(Dialect dialect, TableLook look) {}

    OpenData(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// Looks at the data; this takes its time.
    ///
    /// @param before what was found last; what the answers do not change is taken over
    /// @param progress takes, from any thread, how far it is, where that is known
    /// @throws BadInput if it cannot be read at all
    /// @throws CancellationException if it was stopped
    synchronized Look look(Answers said, Optional<Look> before, PictureSurvey.Progress progress,
            BooleanSupplier stop) {
        if (!Choice.isTable(path)) {
            Choice choice = Choice.of(path, said);
            return new Look(Optional.of(choice), Optional.empty(),
                    before.map(Look::found).orElseGet(() -> found(choice, progress, stop)));
        }
        TableLook open = open(said.dialect());
        Look.Found found = before.flatMap(look -> look.rowsFor(said)).orElseGet(() -> new Look.Found.Rows(
                open.profile(said.target(), said.test(), progress, stop), said.dialect(), said.test(),
                open.ask(TableQuery::written)));
        try {
            return new Look(Optional.of(open.ask(query -> Choice.of(query, said))), Optional.empty(), found);
        } catch (BadInput e) {
            return new Look(Optional.empty(), Optional.of(e), found);
        }
    }

    private Look.Found found(Choice choice, PictureSurvey.Progress progress, BooleanSupplier stop) {
        return choice.source() instanceof ImageFolder
                ? new Look.Found.Pictures(PictureProfile.of(path, progress, stop))
                : plain(choice.source());
    }

    private static Look.Found plain(DataSource source) {
        try (Dataset data = source.open()) {
            return new Look.Found.Plain(data.size(), data.warnings());
        }
    }

    /// How the data is read.
    ///
    /// @throws BadInput if it cannot be used so
    synchronized Choice choice(Answers said) {
        return Choice.isTable(path) ? open(said.dialect()).ask(query -> Choice.of(query, said))
                : Choice.of(path, said);
    }

    private TableLook open(Dialect dialect) {
        if (closed) {
            throw new CancellationException("nobody thinks about this data any more");
        }
        if (table.filter(open -> open.dialect().equals(dialect)).isEmpty()) {
            table.ifPresent(open -> open.look().close());
            table = Optional.empty();
            table = Optional.of(new OpenTable(dialect, TableLook.open(new TableFile(path, dialect))));
        }
        return table.get().look();
    }

    @Override
    public synchronized void close() {
        closed = true;
        table.ifPresent(open -> open.look().close());
        table = Optional.empty();
    }
}
