package io.netloom.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A CSV file that takes its place when it is complete; before, it is written beside it.
final class WholeCsv implements AutoCloseable {
    private final Path file;
    private final Path beside;
    private final CsvWriter csv;
    private boolean finished;

    WholeCsv(Path file) throws IOException {
        this.file = file;
        this.beside = file.toAbsolutePath()
                .resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        this.csv = CsvWriter.builder().build(beside);
    }

    void write(Iterable<String> row) {
        csv.writeRecord(row);
    }

    /// Puts the file, which is complete now, in its place.
    void finish() throws IOException {
        csv.close();
        finished = true;
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Throws away what was not finished.
    @Override
    public void close() throws IOException {
        if (!finished) {
            csv.close();
        }
        Files.deleteIfExists(beside);
    }
}
