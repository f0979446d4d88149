package io.netloom.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.netloom.compile.Head;
import io.netloom.compile.Task;
import io.netloom.data.Dataset;
import io.netloom.evaluate.Prediction;
import io.netloom.train.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Predictions as a CSV file: a row an example; for classes the likeliest and the probability of each, for numbers the
/// number.
final class AnswerTable implements Prediction.Answers, AutoCloseable {
    private final CsvWriter csv;
    private final List<Head> heads;
    private final Dataset data;

    private AnswerTable(CsvWriter csv, List<Head> heads, Dataset data) {
        this.csv = csv;
        this.heads = heads;
        this.data = data;
    }

    static AnswerTable create(Path file, TrainedModel model, Dataset data) throws IOException {
        var table = new AnswerTable(CsvWriter.builder().build(file), model.objective().heads(), data);
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

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static int likeliest(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }
}
