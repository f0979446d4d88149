package io.netloom.data;

import io.netloom.shape.BadInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Proposes features and target of a table.
final class TableDetection {
    private static final List<String> USUAL_TARGETS = List.of("target", "label", "labels", "class", "classes",
            "species", "category", "outcome", "y");
    private static final int FEW_CLASSES = 20;
    private static final int ROWS_A_CLASS = 10;

    private TableDetection() {}

    static Table of(Path file, Optional<String> wanted) {
        try (Csv csv = Csv.open(file)) {
            int target = wanted.map(csv::index).orElseGet(() -> usualTarget(csv.header().names()));
            List<ColumnFacts> facts = facts(file, csv);
            String name = csv.header().names().get(target);
            List<String> features = features(facts.stream().filter(column -> column.index() != target));
            if (features.isEmpty()) {
                throw new BadInput(file + " has no column of numbers to learn \"" + name + "\" from; its columns are "
                        + csv.columns()
                        + ". Add columns of numbers, or choose another target.");
            }
            SequencedMap<String, TargetColumn> targets = new LinkedHashMap<>();
            targets.put(name, new TargetColumn(name, kind(csv, facts.get(target))));
            return new Table(file, inputs(features), targets);
        }
    }

    /// Every column of numbers is an input, and nothing is a target.
    static Table inputs(Path file) {
        try (Csv csv = Csv.open(file)) {
            List<String> features = features(facts(file, csv).stream());
            if (features.isEmpty()) {
                throw new BadInput(file + " has no column of numbers; its columns are " + csv.columns()
                        + ". Add columns of numbers.");
            }
            return new Table(file, inputs(features), new LinkedHashMap<>());
        }
    }

    private static List<ColumnFacts> facts(Path file, Csv csv) {
        List<ColumnFacts> facts = csv.load(IntStream.range(0, csv.header().names().size()).boxed().toList());
        TableReading.refuseFewRows(file, facts.getFirst().rows());
        refuseMissingHeader(file, facts);
        return facts;
    }

    private static List<String> features(Stream<ColumnFacts> columns) {
        return columns.filter(column -> !column.name().isEmpty())
                .filter(column -> column.isNumeric() && 2 * column.missing() <= column.rows())
                .map(ColumnFacts::name)
                .toList();
    }

    private static SequencedMap<String, List<String>> inputs(List<String> features) {
        SequencedMap<String, List<String>> inputs = new LinkedHashMap<>();
        inputs.put(Table.INPUT, features);
        return inputs;
    }

    private static int usualTarget(List<String> names) {
        List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return USUAL_TARGETS.stream().mapToInt(lower::indexOf).filter(index -> index >= 0).findFirst()
                .orElseGet(() -> lastNamed(names));
    }

    private static int lastNamed(List<String> names) {
        return IntStream.range(0, names.size()).filter(i -> !names.get(i).isEmpty()).max().orElseThrow();
    }

    private static TargetColumn.Kind kind(Csv csv, ColumnFacts target) {
        if (!target.isNumeric()) {
            return TargetColumn.Kind.CLASS;
        }
        long distinct = target.isWhole() ? csv.distinct(target.index()) : Long.MAX_VALUE;
        boolean classes = distinct <= FEW_CLASSES && distinct <= target.present() / ROWS_A_CLASS;
        return classes ? TargetColumn.Kind.CLASS : TargetColumn.Kind.NUMBER;
    }

    /// A first line whose names are numbers above columns of numbers is data, unless the names count up by one (pixels,
    /// years).
    private static void refuseMissingHeader(Path file, List<ColumnFacts> facts) {
        List<ColumnFacts> numeric = facts.stream().filter(ColumnFacts::isNumeric).toList();
        boolean names = numeric.isEmpty()
                || numeric.stream().anyMatch(column -> !column.name().matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?"))
                || numeric.size() > 1 && countsUp(numeric.stream().map(ColumnFacts::name).toList());
        if (!names) {
            throw new BadInput(
                    file + " seems to have no header: its first line holds numbers, like " + numeric.getFirst().name()
                            + ". Put a line with the columns' names above it.");
        }
    }

    private static boolean countsUp(List<String> names) {
        return IntStream.range(1, names.size())
                .allMatch(i -> Double.parseDouble(names.get(i)) == Double.parseDouble(names.get(i - 1)) + 1);
    }
}
