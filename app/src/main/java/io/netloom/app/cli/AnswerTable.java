package io.netloom.app.cli;

import io.netloom.compile.Head;
import io.netloom.compile.Objective;
import io.netloom.compile.Task;
import io.netloom.data.DataSource;
import io.netloom.data.Dataset;
import io.netloom.evaluate.Prediction;
import io.netloom.train.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Predictions as a CSV file: a row an example; for classes the likeliest and the probability of each, for tags those that hold and
/// the probability of each, else a column a number. Answers that are pictures have no columns here.
final class AnswerTable implements Prediction.Answers, AutoCloseable {
    /// A tag holds where its probability is above this.
    private static final float LIKELY = 0.5f;

    private final WholeCsv csv;
    private final List<Head> heads;
    /// The places of the heads whose answers stand in the table.
    private final List<Integer> rows;
    private final Dataset data;

    private AnswerTable(Path file, Objective objective, Dataset data) throws IOException {
        this.csv = new WholeCsv(file);
        this.heads = objective.heads();
        this.rows = IntStream.range(0, heads.size())
                .filter(h -> AnswerPictures.shape(objective, heads.get(h)).isEmpty()).boxed().toList();
        this.data = data;
    }

    static AnswerTable create(Path file, TrainedModel model, DataSource source, Dataset data) throws IOException {
        var table = new AnswerTable(file, model.objective(), data);
        var header = new ArrayList<>(List.of("example"));
        table.rows.forEach(h -> header.addAll(columns(model.objective(), table.heads.get(h), source)));
        table.csv.write(header);
        return table;
    }

    private static List<String> columns(Objective objective, Head head, DataSource source) {
        String output = head.output();
        return switch (head.task()) {
            case Task.Classification(List<String> classes) -> Stream
                    .concat(Stream.of(output), classes.stream().map("probability of "::concat)).toList();
            case Task.Regression(List<Task.Spread> numbers) when numbers.size() == 1 -> List.of(output);
            case Task.Regression(List<Task.Spread> numbers) -> numbers.stream().map(Task.Spread::name).toList();
            case Task.Tags(List<String> names) -> Stream
                    .concat(Stream.of(output), names.stream().map("probability of "::concat)).toList();
            case Task.Shares(List<String> classes) -> classes.stream().map("share of "::concat).toList();
            case Task.Reconstruction(String input) when !source.columns(input).isEmpty() -> source.columns(input);
            case Task.Reconstruction(String input) -> IntStream
                    .rangeClosed(1, (int) objective.feeds().stream().filter(feed -> feed.input().equals(input))
                            .findFirst().orElseThrow().raw().elements())
                    .mapToObj(i -> output + " " + i).toList();
            case Task.Segmentation _,Task.Tokens _ -> List.of();
        };
    }

    @Override
    public void accept(int example, List<float[]> answers) {
        var row = new ArrayList<>(List.of(data.describe(example).toString()));
        for (int h : rows) {
            float[] answer = answers.get(h);
            switch (heads.get(h).task()) {
                case Task.Classification(List<String> classes) -> {
                    row.add(classes.get(likeliest(answer)));
                    numbers(answer, row);
                }
                case Task.Tags(List<String> names) -> {
                    row.add(IntStream.range(0, answer.length).filter(i -> answer[i] > LIKELY).mapToObj(names::get)
                            .collect(Collectors.joining(";")));
                    numbers(answer, row);
                }
                case Task.Regression _,Task.Shares _,Task.Reconstruction _ -> numbers(answer, row);
                case Task.Segmentation _,Task.Tokens _ -> {}
            }
        }
        csv.write(row);
    }

    private static void numbers(float[] answer, List<String> row) {
        for (float number : answer) {
            row.add(Float.toString(number));
        }
    }

    /// Puts the table, which is complete now, in its place.
    void finish() throws IOException {
        csv.finish();
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
