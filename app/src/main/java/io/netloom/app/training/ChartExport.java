package io.netloom.app.training;

import io.netloom.app.chart.Chart;
import io.netloom.app.chart.ChartFile;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps charts as files, and knows why the last one could not be kept.
final class ChartExport {
    private final Document document;
    private final TrainingDesk desk;
    private final Background background;
    private final Runnable changed;

    /// @param desk keeps in mind why it could not be
    /// @param changed is told when a file is written, or could not be
    ChartExport(Document document, TrainingDesk desk, Background background, Runnable changed) {
        this.document = document;
        this.desk = desk;
        this.background = background;
        this.changed = changed;
    }

    void write(Chart chart, Path file) {
        background.run(() -> {
            ChartFile.write(chart, file);
            return file;
        }, _ -> take(Optional.empty()), e -> {
            if (!(e instanceof BadInput)) {
                System.getLogger(ChartExport.class.getName()).log(System.Logger.Level.ERROR, "no chart file", e);
            }
            take(Optional.of(BadInput.told(e)));
        });
    }

    private void take(Optional<Sentence> why) {
        desk.note(document, now -> now.withNotExported(why));
        changed.run();
    }

    Optional<Sentence> failure() {
        return desk.unanswered(document).notExported();
    }
}
