package io.netloom.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.netloom.compile.Head;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.evaluate.Prediction;
import io.netloom.train.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Predictions as a CSV file: a row an example; for classes the likeliest and the probability of each, for numbers the
/// number. It takes its place when it is complete; before, it is written beside it.
final class AnswerTable implements Prediction.Answers, AutoCloseable {
    private final Path file;
    private final Path beside;
    private final CsvWriter csv;
    private final List<Head> heads;
    private final Dataset data;
    private boolean finished;

    private AnswerTable(Path file, Path beside, List<Head> heads, Dataset data) throws IOException {
        this.file = file;
        this.beside = beside;
        this.csv = CsvWriter.builder().build(beside);
        this.heads = heads;
        this.data = data;
    }

    static AnswerTable create(Path file, TrainedModel model, Dataset data) throws IOException {
        Path beside = file.toAbsolutePath()
                .resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        var table = new AnswerTable(file, beside, model.objective().heads(), data);
        var header = new ArrayList<>(List.of("example"));
        for (Head head : table.heads) {
            header.add(head.output());
            if (head.task() instanceof Task.Classification(List<String> classes)) {
                classes.forEach(name -> header.add("probability of " + name));
            }
        }
        table.csv.writeRecord(header);
        return table;
    }

    @Override
    public void accept(int example, List<float[]> answers) {
        var row = new ArrayList<>(List.of(data.describe(example)));
        for (int h = 0; h < heads.size(); h++) {
            float[] answer = answers.get(h);
            switch (heads.get(h).task()) {
                case Task.Classification(List<String> classes) -> {
                    row.add(classes.get(likeliest(answer)));
                    for (float probability : answer) {
                        row.add(Float.toString(probability));
                    }
                }
                case Task.Regression _ -> row.add(Float.toString(answer[0]));
            }
        }
        csv.writeRecord(row);
    }

    /// Puts the table, which is complete now, in its place.
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

    private static int likeliest(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }
}
