package io.netloom.data;

import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A proposal how to use a table, and why.
///
/// @param table what to learn from what
/// @param remarks what was done with columns and left out, a sentence each
public record TableChoice(Table table, List<Sentence> remarks) {
    private static final List<String> USUAL_TARGETS = List.of("target", "label", "labels", "class", "classes",
            "species", "category", "outcome", "y");
    private static final int FEW_CLASSES = 20;
    private static final int ROWS_A_CLASS = 10;

    public TableChoice {
        remarks = List.copyOf(remarks);
    }

    /// Proposes how to use a table. What is to be learned are the columns `targets`, or else one with a usual name (target, label, class,
    /// species, y, …), or else the last. Texts, yes or no, and at most 20 different whole numbers that each stand for ten rows, are classes;
    /// other numbers are numbers. A target is named after its column; several numbers, or several columns of 0 and 1, are learned
    /// together. Of the other columns those are inputs that [FeatureChoice] takes.
    ///
    /// @throws BadInput if the file cannot be read as a table, has no such column, or has nothing to learn from
    public static TableChoice of(TableFile file, List<String> targets) {
        return of(file, TableWish.of(targets));
    }

    /// The same, with what the user says about it.
    ///
    /// @throws BadInput also where a column cannot be used as the user says
    public static TableChoice of(TableFile file, TableWish wish) {
        try (OpenTable open = OpenTable.open(wish.typed(file))) {
            return of(open, facts(open), wish);
        }
    }

    /// The same of a table that is open, whose columns are taken for what the wish says.
    static TableChoice of(OpenTable open, List<ColumnFacts> facts, TableWish wish) {
        List<ColumnFacts> learnt = wish.targets().isEmpty() ? List.of(facts.get(usualTarget(open.names())))
                : wish.targets().stream().map(name -> facts.get(open.index(name))).distinct().toList();
        SequencedMap<String, TargetColumn> targets = targets(open, learnt);
        if (learnt.size() == 1) {
            String name = learnt.getFirst().name();
            wish.kind().ifPresent(kind -> targets.put(name, new TargetColumn(name, kind)));
        }
        return choose(open, facts, learnt, targets, wish);
    }

    /// Every column that says something is an input, and nothing is a target.
    static Table inputs(TableFile file) {
        try (OpenTable open = OpenTable.open(file)) {
            List<Feature> numbers = new ArrayList<>();
            for (ColumnFacts column : facts(open)) {
                if (column.isNumeric() && !column.name().isEmpty() && 2 * column.missing() <= column.rows()) {
                    numbers.add(new Feature.Number(column.name()));
                }
            }
            if (numbers.isEmpty()) {
                throw new BadInput(Sentence.of("input.no-number-columns",
                        "{0} has no column of numbers; its columns are {1}. Add columns of numbers.",
                        file.path().toString(), open.columns()));
            }
            SequencedMap<String, List<Feature>> inputs = new LinkedHashMap<>();
            inputs.put(Table.INPUT, numbers);
            return new Table(file, Optional.empty(), inputs, new LinkedHashMap<>());
        }
    }

    private static TableChoice choose(OpenTable open, List<ColumnFacts> facts, List<ColumnFacts> learnt,
            SequencedMap<String, TargetColumn> targets, TableWish wish) {
        FeatureChoice choice = new FeatureChoice(open);
        facts.stream().filter(column -> !learnt.contains(column))
                .forEach(column -> choice.consider(column, wish));
        SequencedMap<String, List<Feature>> inputs = choice.inputs();
        if (inputs.isEmpty()) {
            throw new BadInput(Sentence.of("input.no-features",
                    "{0} has no column of numbers, categories or dates to learn \"{1}\" from; its columns are {2}. Add such"
                            + " columns, or choose another target.",
                    open.file().path().toString(),
                    learnt.stream().map(ColumnFacts::name).collect(Collectors.joining("\", \"")), open.columns()));
        }
        return new TableChoice(new Table(open.file(), Optional.empty(), inputs, targets), choice.remarks());
    }

    static List<ColumnFacts> facts(OpenTable open) {
        open.refuseUnknownTypes();
        List<ColumnFacts> facts = open.load(IntStream.range(0, open.names().size()).boxed().toList());
        TableReading.refuseFewRows(open.file().path(), facts.getFirst().rows());
        if (open.file().dialect().header().isEmpty()) {
            refuseMissingHeader(open, facts);
        }
        return facts;
    }

    static int usualTarget(List<String> names) {
        List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return USUAL_TARGETS.stream().mapToInt(lower::indexOf).filter(index -> index >= 0).findFirst()
                .orElseGet(() -> IntStream.range(0, names.size()).filter(i -> !names.get(i).isEmpty()).max()
                        .orElseThrow(() -> new BadInput(Sentence.of("input.nameless-columns",
                                "No column of this table has a name. Give each column a name in the first line."))));
    }

    static SequencedMap<String, TargetColumn> targets(OpenTable open, List<ColumnFacts> columns) {
        SequencedMap<String, TargetColumn> targets = new LinkedHashMap<>();
        List<String> names = columns.stream().map(ColumnFacts::name).toList();
        if (columns.size() > 1 && columns.stream().allMatch(TableChoice::isTag)) {
            targets.put("tags", new TargetColumn(names, TargetColumn.Kind.TAGS, ""));
        } else if (columns.size() > 1 && columns.stream().allMatch(c -> kind(open, c) == TargetColumn.Kind.NUMBER)) {
            targets.put("numbers", new TargetColumn(names, TargetColumn.Kind.NUMBERS, ""));
        } else {
            columns.forEach(column -> targets.put(column.name(),
                    new TargetColumn(column.name(), kind(open, column))));
        }
        return targets;
    }

    private static boolean isTag(ColumnFacts column) {
        return column.isWhole() && column.least() >= 0 && column.greatest() <= 1;
    }

    static TargetColumn.Kind kind(OpenTable open, ColumnFacts target) {
        if (!target.isNumeric()) {
            return TargetColumn.Kind.CLASS;
        }
        long distinct = target.isWhole() ? open.distinct(target.index()) : Long.MAX_VALUE;
        boolean classes = distinct <= FEW_CLASSES && distinct <= target.present() / ROWS_A_CLASS;
        return classes ? TargetColumn.Kind.CLASS : TargetColumn.Kind.NUMBER;
    }

    /// A first line whose names are numbers above columns of numbers is data, unless the names count up by one (pixels,
    /// years).
    private static void refuseMissingHeader(OpenTable open, List<ColumnFacts> facts) {
        List<ColumnFacts> numeric = facts.stream().filter(ColumnFacts::isNumeric).toList();
        boolean names = numeric.isEmpty()
                || numeric.stream().anyMatch(column -> !column.name().matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?"))
                || numeric.size() > 1 && countsUp(numeric.stream().map(ColumnFacts::name).toList());
        if (!names) {
            throw new BadInput(Sentence.of("input.no-header",
                    "{0} seems to have no header: its first line holds numbers, like {1}. Put a line with the columns''"
                            + " names above it, or say that there is none.",
                    open.file().path().toString(), numeric.getFirst().name()));
        }
    }

    private static boolean countsUp(List<String> names) {
        return IntStream.range(1, names.size())
                .allMatch(i -> Double.parseDouble(names.get(i)) == Double.parseDouble(names.get(i - 1)) + 1);
    }
}
