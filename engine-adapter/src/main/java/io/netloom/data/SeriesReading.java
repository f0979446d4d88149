package io.netloom.data;

import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the rows of a [Series], once, in the order of time.
final class SeriesReading {
    private final Series series;
    private final OpenTable open;
    private final TableColumns facts;
    private final List<TableInput> inputs = new ArrayList<>();
    private final List<RawColumn> columns = new ArrayList<>();
    private final List<String> answers;
    private final RowStore seen;
    private final RowStore known;
    private final double[] times;
    private final List<Integer> begins = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<Integer, BitSet> carried = new HashMap<>();
    /// Rows that no window may show, and those that no forecast may reach.
    private final BitSet gaps = new BitSet();
    private final BitSet unanswered = new BitSet();
    private final float[] row;
    private final float[] answer;
    private long lastPlace = -1;
    private boolean sorted = true;
    private int size;

    private SeriesReading(Series series, OpenTable open, TableColumns facts, List<String> answers) {
        this.series = series;
        this.open = open;
        this.facts = facts;
        this.answers = answers;
        int width = 0;
        for (var input : series.inputs().entrySet()) {
            inputs.add(TableInput.of(input.getKey(), input.getValue(), width));
            width += inputs.getLast().rawWidth();
            input.getValue().forEach(feature -> columns.add(RawColumn.of(feature)));
        }
        columns.forEach(column -> column.refuseOtherValues(facts));
        int rows = Math.toIntExact(facts.rows());
        times = new double[rows];
        row = new float[width];
        answer = new float[answers.size()];
        seen = RowStore.of(rows, width);
        known = RowStore.of(rows, answers.size());
    }

    static Dataset read(Series series, Labels labels) {
        try (OpenTable open = OpenTable.open(series.file())) {
            List<String> answers = labels instanceof Labels.None ? List.of()
                    : series.targets().values().stream().flatMap(target -> target.columns().stream()).toList();
            TableColumns facts = load(series, open, answers);
            answers.forEach(facts::refuseTexts);
            if (labels instanceof Labels.Learnt) {
                open.refuseUnknownTypes();
                facts.refuseEmpty();
                series.targets().values().forEach(target -> facts.refuseConstants(target.columns()));
            }
            var reading = new SeriesReading(series, open, facts, answers);
            try {
                return reading.read();
            } catch (BadInput e) {
                reading.seen.close();
                reading.known.close();
                throw e;
            }
        }
    }

    private static TableColumns load(Series series, OpenTable open, List<String> answers) {
        List<String> names = Stream.of(Stream.of(series.time()), series.group().stream(),
                series.inputs().values().stream().flatMap(List::stream).map(Feature::column), answers.stream())
                .flatMap(name -> name).toList();
        List<ColumnFacts> counted = open.load(names.stream().map(open::index).toList());
        long rows = counted.getFirst().rows();
        TableReading.refuseFewRows(series.file().path(), rows);
        if (rows > Integer.MAX_VALUE / 2) {
            throw new BadInput(Sentence.of("input.many-rows",
                    "{0} has {1,number,0} rows, more than can be counted. Use a part.", series.file().path().toString(),
                    rows));
        }
        return new TableColumns(open, counted);
    }

    private Dataset read() {
        OpenTable.As clock = clock(open, facts.of(series.time()));
        List<OpenTable.Asked> asked = new ArrayList<>();
        series.group().ifPresent(name -> asked.add(new OpenTable.Asked(facts.of(name).index(), OpenTable.As.TEXT)));
        asked.add(new OpenTable.Asked(facts.of(series.time()).index(), clock));
        int keys = asked.size();
        columns.forEach(column -> asked.add(column.asked(facts)));
        answers.forEach(name -> asked.add(new OpenTable.Asked(facts.of(name).index(), OpenTable.As.NUMBER)));
        open.readInOrder(asked, keys, values -> {
            long place = values.getLong(asked.size() + 1);
            if (series.group().isPresent()) {
                startGroup(values.getString(1), place);
            } else if (size == 0) {
                begin("");
            }
            takeTime(values, keys, place);
            takeColumns(values, keys + 1);
            takeAnswers(values, keys + 1 + columns.size());
            sorted &= place > lastPlace;
            lastPlace = place;
            size++;
        });
        begins.add(size);
        Cadence cadence = Cadence.of(times, begins, clock == OpenTable.As.MOMENT);
        var rows = new SeriesRows(times, begins, groups, cadence, seen, known, carried);
        List<Sentence> warnings = new ArrayList<>();
        if (!sorted) {
            warnings.add(Sentence.of("warning.sorted",
                    "The rows of {0} do not lie in the order of \"{1}\"; they were sorted.", path().toString(),
                    series.time()));
        }
        gapsInTime(rows, warnings);
        int[] ends = new SeriesWindows(series, rows, gaps, unanswered, facts.missing()).ends(!answers.isEmpty(),
                warnings);
        return new SeriesDataset(series, inputs, rows, ends,
                columns.stream().flatMap(column -> column.dictionaries().stream()).toList(), !answers.isEmpty(),
                warnings);
    }

    /// How a column tells the time.
    ///
    /// @throws BadInput if it does not
    static OpenTable.As clock(OpenTable open, ColumnFacts time) {
        return switch (time.type()) {
            case NUMBER -> OpenTable.As.NUMBER;
            case DATE -> {
                Optional<String> other = open.undated(time.index());
                if (other.isPresent()) {
                    throw noTime(open, time, other.get());
                }
                yield OpenTable.As.MOMENT;
            }
            case TEXT, BOOLEAN -> throw noTime(open, time,
                    open.undated(time.index()).orElse(time.text()));
        };
    }

    private static BadInput noTime(OpenTable open, ColumnFacts time, String found) {
        return new BadInput(Sentence.of("input.no-date",
                "The column \"{0}\" of {1} is to tell the time, but it holds \"{2}\", which is no date."
                        + " Write dates like 2026-01-31 or 2026-01-31 14:30, or name a column of dates or of numbers"
                        + " that grow.",
                time.name(), open.file().path().toString(), found));
    }

    private Path path() {
        return series.file().path();
    }

    private void startGroup(String name, long place) {
        if (name == null) {
            throw new BadInput(Sentence.of("input.no-group",
                    "The column \"{0}\" of {1}, which tells the series apart, is empty in row {2,number,0}. Fill"
                            + " it.",
                    series.group().orElseThrow(), path().toString(), place + 1));
        }
        if (groups.isEmpty() || !groups.getLast().equals(name)) {
            begin(name);
        }
    }

    private void begin(String name) {
        begins.add(size);
        groups.add(name);
        lastPlace = -1;
    }

    private void takeTime(ResultSet values, int column, long place) throws SQLException {
        times[size] = values.getDouble(column);
        if (values.wasNull()) {
            throw new BadInput(Sentence.of("input.empty-time",
                    "The column \"{0}\" of {1}, which tells the time, is empty in row {2,number,0}. Fill it, or"
                            + " take that row out.",
                    series.time(), path().toString(), place + 1));
        }
        if (size > begins.getLast() && times[size] == times[size - 1]) {
            throw new BadInput(Sentence.of("input.same-time",
                    "Rows {0,number,0} and {1,number,0} of {2} have the same time in \"{3}\"{4}. Take one out;"
                            + " or if the file holds several series, name the column that tells them apart as the series''"
                            + " group.",
                    lastPlace + 1, place + 1, path().toString(), series.time(),
                    (groups.getLast().isEmpty() ? "" : Sentence.of("input.same-time.group", " and the same \"{0}\"",
                            series.group().orElseThrow()))));
        }
    }

    private void takeColumns(ResultSet values, int from) throws SQLException {
        boolean first = size == begins.getLast();
        float[] before = row.clone();
        int to = 0;
        for (int c = 0; c < columns.size(); c++) {
            RawColumn column = columns.get(c);
            if (!column.take(values, from + c, row, to, size + 1)) {
                gaps.set(size);
            }
            if (column.carriesForward() && Float.isNaN(row[to])) {
                carried.computeIfAbsent(to, _ -> new BitSet()).set(size);
                if (!first) {
                    row[to] = before[to];
                }
            }
            to += column.width();
        }
        seen.append(row);
    }

    private void takeAnswers(ResultSet values, int from) throws SQLException {
        for (int a = 0; a < answer.length; a++) {
            answer[a] = (float) values.getDouble(from + a);
            if (values.wasNull()) {
                answer[a] = Float.NaN;
                unanswered.set(size);
            }
        }
        if (answer.length > 0) {
            known.append(answer);
        }
    }

    private void gapsInTime(SeriesRows rows, List<Sentence> warnings) {
        int count = 0;
        int longest = -1;
        for (int group = 0; group < rows.groups().size(); group++) {
            for (int r = begins.get(group) + 1; r < begins.get(group + 1); r++) {
                if (rows.cadence().isGap(times[r] - times[r - 1])) {
                    count++;
                    longest = longest < 0 || times[r] - times[r - 1] > times[longest] - times[longest - 1] ? r
                            : longest;
                }
            }
        }
        if (count > 0) {
            warnings.add(Sentence.of("warning.gaps",
                    "{0,choice,1#There is a gap|1<There are {0,number,0} gaps} in the times of \"{1}\"; the longest is"
                            + " from {2} to {3}. Windows run over gaps as if no time were missing.",
                    count, series.time(), rows.cadence().text(times[longest - 1]),
                    rows.cadence().text(times[longest])));
        }
    }
}
