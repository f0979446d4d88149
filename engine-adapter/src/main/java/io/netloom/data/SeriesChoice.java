package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A proposal how to forecast a table's columns, and why.
///
/// @param series what to forecast from what
/// @param remarks what was done with columns and left out, a sentence each
public record SeriesChoice(Series series, List<Sentence> remarks) {
    private static final int FEWEST_ROWS = 60;
    /// Weekends without trade leave four of five steps even.
    private static final double MOSTLY_EVEN = 0.75;
    private static final int MOST_ONE_HOT = 12;
    private static final int USUAL_WINDOW = 24;
    private static final int SHORTEST_WINDOW = 8;
    private static final int LONGEST_WINDOW = 64;
    private static final int WINDOWS_WORTH_OF_ROWS = 10;

    public SeriesChoice {
        remarks = List.copyOf(remarks);
    }

    /// What a user says about a forecast; the rest is proposed.
    ///
    /// @param time the column of times; else the first one of dates
    /// @param group the column that tells several series apart
    /// @param window rows that the network sees; else two cycles of the calendar, or 24
    /// @param horizon rows that are forecast; else 1
    /// @param stride rows from window to window; else 1
    public record Wish(Optional<String> time, Optional<String> group, Optional<Integer> window,
            Optional<Integer> horizon, Optional<Integer> stride) {

        /// Nothing is said.
        public static final Wish NONE = new Wish(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /// Proposes a forecast where a table looks like a series: its targets are numbers, and one of its inputs holds dates of which all differ
    /// and most are evenly spaced.
    public static Optional<SeriesChoice> found(TableChoice choice) {
        Table table = choice.table();
        if (time(table).isEmpty()) {
            return Optional.empty();
        }
        try (OpenTable open = OpenTable.open(table.file())) {
            List<ColumnFacts> facts = TableChoice.facts(open);
            return found(open, facts, choice, TableWish.of(
                    table.targets().values().stream().flatMap(target -> target.columns().stream()).toList()));
        }
    }

    /// The same of a table that is open.
    static Optional<SeriesChoice> found(OpenTable open, List<ColumnFacts> facts, TableChoice choice, TableWish wish) {
        return time(choice.table()).filter(time -> isEven(open, time))
                .map(time -> of(open, facts, wish, new Wish(Optional.of(time), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty())));
    }

    /// The column of dates of a table that may be a series.
    private static Optional<String> time(Table table) {
        List<Feature.Moment> dates = table.inputs().values().stream().flatMap(List::stream)
                .filter(Feature.Moment.class::isInstance).map(Feature.Moment.class::cast).toList();
        boolean numbers = table.targets().values().stream().allMatch(target -> switch (target.kind()) {
            case NUMBER, NUMBERS -> true;
            case CLASS, TAGS, SHARES -> false;
        });
        return numbers && dates.size() == 1 && dates.getFirst().missing().equals(Missing.LEAVE_OUT)
                ? Optional.of(dates.getFirst().column()) : Optional.empty();
    }

    private static boolean isEven(OpenTable open, String time) {
        Times times = Times.of(open, Optional.empty(), open.index(time), OpenTable.As.MOMENT);
        return times.rows() >= FEWEST_ROWS && !times.repeated() && times.cadence().even() >= MOSTLY_EVEN;
    }

    /// Proposes how to forecast columns of numbers. Their past is an input, and so are other columns that [FeatureChoice] takes.
    ///
    /// @param targets the columns; empty for the one that [TableChoice] would take
    /// @throws BadInput if the file cannot be read as a table, or has no such column, no time or no numbers to forecast
    public static SeriesChoice of(TableFile file, List<String> targets, Wish wish) {
        return of(file, TableWish.of(targets), wish);
    }

    /// The same, with what the user says about the columns.
    ///
    /// @throws BadInput also where a column cannot be used as the user says
    public static SeriesChoice of(TableFile table, TableWish columns, Wish wish) {
        try (OpenTable open = OpenTable.open(columns.typed(table))) {
            return of(open, TableChoice.facts(open), columns, wish);
        }
    }

    /// The same of a table that is open, whose columns are taken for what the wish says.
    static SeriesChoice of(OpenTable open, List<ColumnFacts> facts, TableWish columns, Wish wish) {
        List<String> targets = columns.targets();
        List<ColumnFacts> learnt = (targets.isEmpty() ? Stream.of(TableChoice.usualTarget(open.names()))
                : targets.stream().map(open::index)).distinct().map(facts::get).toList();
        learnt.forEach(column -> refuseOthers(open, column));
        Optional<ColumnFacts> group = wish.group().map(name -> facts.get(open.index(name)));
        ColumnFacts time = time(open, facts, wish);
        Times times = Times.of(open, group.map(ColumnFacts::index), time.index(), SeriesReading.clock(open, time));
        var choice = new FeatureChoice(open);
        facts.stream().filter(c -> !learnt.contains(c) && !group.equals(Optional.of(c)))
                .forEach(column -> choice.consider(column, columns));
        List<Feature> features = new ArrayList<>();
        learnt.forEach(column -> features.add(new Feature.Number(column.name(), Feature.Scale.STANDARD,
                column.missing() == 0 ? Missing.LEAVE_OUT : new Missing(Missing.Fill.LAST).indicated())));
        choice.inputs().values()
                .forEach(some -> some.forEach(f -> ofSeries(f, time.name(), columns).ifPresent(features::add)));
        SequencedMap<String, List<Feature>> inputs = new LinkedHashMap<>();
        inputs.put(Series.INPUT, features);
        Windows windows = new Windows(wish.window().orElseGet(() -> window(times)), wish.horizon().orElse(1),
                wish.stride().orElse(1));
        return new SeriesChoice(new Series(open.file(), time.name(), wish.group(), windows, inputs, targets(learnt)),
                choice.remarks());
    }

    private static void refuseOthers(OpenTable open, ColumnFacts target) {
        if (!target.isNumeric()) {
            throw new BadInput(Sentence.of("input.no-forecast",
                    "The column \"{0}\" of {1} holds {2}, but a forecast is of numbers. Name a column of numbers as target, or"
                            + " use the file as a table.",
                    target.name(), open.file().path().toString(),
                    target.present() == 0 ? Sentence.of("input.nothing", "nothing")
                            : Sentence.plain("\"" + target.text() + "\"")));
        }
        new TableColumns(open, List.of(target)).refuseConstants(List.of(target.name()));
    }

    private static ColumnFacts time(OpenTable open, List<ColumnFacts> facts, Wish wish) {
        return wish.time().map(name -> facts.get(open.index(name)))
                .or(() -> facts.stream().filter(column -> column.type() == ColumnType.DATE).findFirst())
                .orElseThrow(() -> new BadInput(Sentence.of("input.no-dates",
                        "{0} has no column of dates; its columns are {1}. Name the one that tells the time, or use the file"
                                + " as a table.",
                        open.file().path().toString(), open.columns())));
    }

    private static SequencedMap<String, TargetColumn> targets(List<ColumnFacts> learnt) {
        List<String> names = learnt.stream().map(ColumnFacts::name).toList();
        SequencedMap<String, TargetColumn> targets = new LinkedHashMap<>();
        if (names.size() == 1) {
            targets.put(names.getFirst(), new TargetColumn(names.getFirst(), TargetColumn.Kind.NUMBER));
        } else {
            targets.put("numbers", new TargetColumn(names, TargetColumn.Kind.NUMBERS, ""));
        }
        return targets;
    }

    /// Gaps are filled from the past. Years do not come again, and so say nothing of those to come.
    private static Optional<Feature> ofSeries(Feature feature, String time, TableWish wish) {
        if (wish.feature(feature.column()).isPresent()) {
            return Optional.of(feature);
        }
        return switch (feature) {
            case Feature.Number(String column, Feature.Scale scale, Missing missing) ->
                Optional.of(new Feature.Number(column, scale, carried(missing)));
            case Feature.Flag(String column, Missing missing) ->
                Optional.of(new Feature.Flag(column, carried(missing)));
            case Feature.Category(String column, Feature.Coding _, int slots, List<String> _, Missing _) ->
                Optional.of(new Feature.Category(column, Feature.Coding.ONE_HOT, Math.min(slots, MOST_ONE_HOT)));
            case Feature.Moment(String column, List<Feature.DatePart> parts, Missing missing) -> {
                List<Feature.DatePart> cycles = parts.stream()
                        .filter(part -> !column.equals(time) || part != Feature.DatePart.YEAR).toList();
                yield cycles.isEmpty() ? Optional.empty()
                        : Optional.of(new Feature.Moment(column, cycles, missing));
            }
            case Feature.Text _ -> Optional.empty();
        };
    }

    private static Missing carried(Missing missing) {
        return missing.fill() == Missing.Fill.NOTHING ? missing : new Missing(Missing.Fill.LAST).indicated();
    }

    private static int window(Times times) {
        int wish = times.cadence().cycles().stream().mapToInt(Cadence.Cycle::steps).filter(c -> 2 * c <= LONGEST_WINDOW)
                .findFirst().orElse(USUAL_WINDOW / 2) * 2;
        return Math.clamp(times.rows() / WINDOWS_WORTH_OF_ROWS, 1, Math.max(SHORTEST_WINDOW, wish));
    }

    /// The times of a table.
    ///
    /// @param repeated whether one stands in two rows of a group
    private record Times(int rows, boolean repeated, Cadence cadence) {
        static Times of(OpenTable open, Optional<Integer> group, int column, OpenTable.As clock) {
            List<OpenTable.Asked> asked = new ArrayList<>();
            group.ifPresent(index -> asked.add(new OpenTable.Asked(index, OpenTable.As.TEXT)));
            asked.add(new OpenTable.Asked(column, clock));
            List<Double> times = new ArrayList<>();
            List<Integer> begins = new ArrayList<>();
            String[] last = {null};
            boolean[] repeated = {false};
            open.readInOrder(asked, asked.size(), row -> {
                String name = group.isPresent() ? row.getString(1) : "";
                double time = row.getDouble(asked.size());
                if (row.wasNull() || name == null) {
                    return;
                }
                if (!name.equals(last[0])) {
                    begins.add(times.size());
                    last[0] = name;
                } else {
                    repeated[0] |= times.getLast() == time;
                }
                times.add(time);
            });
            begins.add(times.size());
            return new Times(times.size(), repeated[0],
                    Cadence.of(times.stream().mapToDouble(t -> t).toArray(), begins, clock == OpenTable.As.MOMENT));
        }
    }
}
