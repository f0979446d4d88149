package io.netloom.app.cli;

import io.netloom.compile.Head;
import io.netloom.data.Dataset;
import io.netloom.data.Timeline;
import io.netloom.evaluate.Prediction;
import io.netloom.train.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Forecasts as a CSV file: a row a time that is forecast, with the steps that it lies ahead of what was known. Where the truth is known,
/// it stands before the forecast.
final class ForecastTable implements Prediction.Answers, AutoCloseable {
    private final WholeCsv csv;
    private final Dataset data;
    private final Timeline timeline;
    private final List<Head> heads;
    private final boolean judged;

    /// @param data a series; what is forecast stands beside the forecasts where it was opened with its targets
    /// @throws IOException if the file cannot be written
    ForecastTable(Path file, TrainedModel model, Dataset data) throws IOException {
        this.csv = new WholeCsv(file);
        this.data = data;
        this.timeline = data.timeline().orElseThrow();
        this.heads = model.objective().heads();
        this.judged = !data.targets().isEmpty();
        List<String> header = new ArrayList<>(timeline.group().stream().toList());
        header.add(timeline.column());
        header.add("ahead");
        for (int h = 0; h < heads.size(); h++) {
            for (String column : timeline.columns(target(h))) {
                header.add(column);
                if (judged) {
                    header.add(column + " forecast");
                }
            }
        }
        csv.write(header);
    }

    /// The place of a head's target; a single target belongs to the only Output block, whatever its name.
    private int target(int head) {
        return Math.max(0, timeline.targets().indexOf(heads.get(head).output()));
    }

    @Override
    public void accept(int example, List<float[]> answers) {
        int horizon = timeline.horizon();
        for (int step = 1; step <= horizon; step++) {
            List<String> row = new ArrayList<>();
            if (timeline.group().isPresent()) {
                row.add(timeline.groupOf(example));
            }
            row.add(timeline.time(example, step));
            row.add(Integer.toString(step));
            for (int h = 0; h < heads.size(); h++) {
                float[] answer = answers.get(h);
                for (int place = step - 1; place < answer.length; place += horizon) {
                    if (judged) {
                        row.add(Float.toString(data.numbersOf(example, target(h))[place]));
                    }
                    row.add(Float.toString(answer[place]));
                }
            }
            csv.write(row);
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
}
