package io.netloom.data;

import io.netloom.compile.Scaling;
import io.netloom.compile.Task;
import io.netloom.shape.Sentence;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Windows of a series, as views on its rows. What becomes of the rows' values is learnt by [#fit].
final class SeriesDataset implements Dataset {
    private final Series series;
    private final List<TableInput> inputs;
    private final SeriesRows rows;
    private final int[] ends;
    private final List<List<String>> dictionaries;
    private final List<Target> targets;
    private final List<Integer> answersBegin;
    private final List<Sentence> warnings;
    private final Timeline timeline;
    /// For each input; empty until it is prepared, and where its numbers are taken as they are.
    private final List<Optional<RowPreparation>> steps;

    /// @param ends the last row that each window shows
    /// @param dictionaries for each place in a row the texts that its numbers stand for
    /// @param answered whether the rows hold what is to be forecast
    SeriesDataset(Series series, List<TableInput> inputs, SeriesRows rows, int[] ends,
            List<List<String>> dictionaries, boolean answered, List<Sentence> warnings) {
        this.series = series;
        this.inputs = List.copyOf(inputs);
        this.rows = rows;
        this.ends = ends;
        this.dictionaries = List.copyOf(dictionaries);
        this.targets = new ArrayList<>();
        this.answersBegin = new ArrayList<>();
        int begin = 0;
        for (var target : answered ? series.targets().entrySet() : Map.<String, TargetColumn>of().entrySet()) {
            targets.add(new Target(target.getKey(), task(target.getValue(), series.windows().horizon())));
            answersBegin.add(begin);
            begin += target.getValue().columns().size();
        }
        this.warnings = List.copyOf(warnings);
        this.timeline = new Timeline(series, rows, ends, answersBegin);
        this.steps = inputs.stream().map(_ -> Optional.<RowPreparation>empty()).toList();
    }

    private SeriesDataset(SeriesDataset raw, List<Optional<RowPreparation>> steps) {
        series = raw.series;
        inputs = raw.inputs;
        rows = raw.rows;
        ends = raw.ends;
        dictionaries = raw.dictionaries;
        targets = raw.targets;
        answersBegin = raw.answersBegin;
        warnings = raw.warnings;
        timeline = raw.timeline;
        this.steps = steps;
    }

    private static Task task(TargetColumn target, int horizon) {
        List<String> names = target.columns().stream().flatMap(column -> IntStream.rangeClosed(1, horizon)
                .mapToObj(step -> horizon == 1 ? column : column + " +" + step)).toList();
        return names.size() == 1 ? new Task.Regression(0, 1) : Task.Regression.unscaled(names);
    }

    @Override
    public int size() {
        return ends.length;
    }

    @Override
    public List<Input> inputs() {
        return inputs.stream().map(input -> new Input(input.name(), Shape.of(series.windows().length(), input.width())))
                .toList();
    }

    @Override
    public List<Target> targets() {
        return List.copyOf(targets);
    }

    @Override
    public Optional<Part> given(int example) {
        return Optional.empty();
    }

    @Override
    public Optional<Timeline> timeline() {
        return Optional.of(timeline);
    }

    /// Learns from all rows that these windows show or forecast.
    @Override
    public SequencedMap<String, FittedInput> fit(int[] train) {
        var used = new BitSet(rows.size());
        for (int example : train) {
            used.set(ends[example] - series.windows().length() + 1, ends[example] + 1 + series.windows().horizon());
        }
        int[] learnt = used.stream().filter(row -> row < rows.size()).toArray();
        SequencedMap<String, FittedInput> fitted = new LinkedHashMap<>();
        for (TableInput input : inputs) {
            FittedInput ofRows = input.fit(rows.seen(), dictionaries, learnt);
            Scaling scaling = ofRows.scaling();
            fitted.put(input.name(), new FittedInput(ofRows.columns(),
                    new Scaling(scaling.mean(), scaling.std(), Scaling.Along.LAST)));
        }
        return fitted;
    }

    @Override
    public Dataset prepared(SequencedMap<String, FittedInput> fitted) {
        return new SeriesDataset(this, inputs.stream()
                .map(input -> input.isPlain() ? Optional.<RowPreparation>empty()
                        : Optional.of(new RowPreparation(input, fitted.get(input.name()), dictionaries)))
                .toList());
    }

    @Override
    public void read(int example, Batch into, int batchRow) {
        int length = series.windows().length();
        for (int i = 0; i < inputs.size(); i++) {
            TableInput input = inputs.get(i);
            if (steps.get(i).isEmpty() && !input.isPlain()) {
                throw new IllegalStateException("the columns of " + input.name() + " are not prepared yet");
            }
            float[] window = new float[length * input.width()];
            float[] raw = new float[input.rawWidth()];
            for (int position = 0; position < length; position++) {
                int row = ends[example] - length + 1 + position;
                int to = position * input.width();
                rows.seen().get(row, input.at(), raw);
                if (steps.get(i).isPresent()) {
                    steps.get(i).get().write(raw, window, to);
                    markCarried(input, row, window, to);
                } else {
                    System.arraycopy(raw, 0, window, to, raw.length);
                }
            }
            into.putNumbers(i, batchRow, window, 0);
        }
        for (int t = 0; t < targets.size(); t++) {
            into.putTarget(t, batchRow, numbersOf(example, t));
        }
    }

    /// Says of a value that was carried forward that it was missing, where anybody wants to know.
    private void markCarried(TableInput input, int row, float[] window, int to) {
        int at = input.at();
        int place = to;
        for (Feature feature : input.features()) {
            BitSet gaps = rows.carried().get(at);
            if (gaps != null && gaps.get(row) && feature.missing().width() > 0) {
                window[place + feature.width() - 1] = 1;
            }
            at += FittedColumn.rawWidth(feature);
            place += feature.width();
        }
    }

    @Override
    public float[] numbersOf(int example, int target) {
        int horizon = series.windows().horizon();
        int columns = List.copyOf(series.targets().values()).get(target).columns().size();
        float[] numbers = new float[columns * horizon];
        for (int c = 0; c < columns; c++) {
            for (int step = 1; step <= horizon; step++) {
                numbers[c * horizon + step - 1] = rows.answers().get(ends[example] + step,
                        answersBegin.get(target) + c);
            }
        }
        return numbers;
    }

    /// Rows that lie in a file are mapped into memory.
    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Sentence describe(int example) {
        return Sentence.of("example.window", "the window until {0}", timeline.time(example, 0));
    }

    @Override
    public List<Sentence> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        rows.close();
    }
}
