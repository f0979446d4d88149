package io.netloom.profile;

import io.netloom.data.Dialect;
import io.netloom.data.TableFile;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Looks at a table: at each column, at the rows, at the target.
final class Profiler {
    /// Rows up to which a table is read a second time, to see which words were read as missing.
    private static final long READ_TWICE = 500_000;

    private final TableQuery table;
    private final int target;
    private final boolean chosen;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final List<Concern> concerns = new ArrayList<>();

    private final BooleanSupplier stop;

    private Profiler(TableQuery table, Optional<String> wanted, BooleanSupplier stop) {
        this.table = table;
        this.stop = stop;
        this.target = wanted.map(table::index).orElseGet(table::likelyTarget);
        this.chosen = wanted.isPresent();
    }

    static TableProfile profile(TableFile file, Optional<String> target, Optional<Path> test,
            BooleanSupplier stop) {
        try (TableQuery table = TableQuery.open(file)) {
            return new Profiler(table, target, stop).profile(file, test);
        }
    }

    private TableProfile profile(TableFile file, Optional<Path> test) {
        columns.addAll(new Statistics(table, this::go).all());
        var each = new ColumnConcerns(table);
        List<Column> all = table.columns();
        for (int c = 0; c < all.size(); c++) {
            if (c != target) {
                go();
                each.consider(all.get(c), columns.get(c));
            }
        }
        wordsForMissing(file, each);
        concerns.addAll(each.concerns());
        List<String> identifiers = each.concerns().stream().filter(c -> c.kind() == Concern.Kind.IDENTIFIER)
                .flatMap(c -> c.columns().stream()).toList();
        boolean classes = table.isClass(target);
        go();
        rows(file, test, classes, identifiers);
        go();
        TargetProfile learnt = target(classes, identifiers);
        concerns.sort(Comparator.comparing(Concern::kind));
        return new TableProfile(file.path(), table.rows(), columns, learnt, concerns);
    }

    private void go() {
        if (stop.getAsBoolean()) {
            throw new CancellationException("nobody waits for the profile any more");
        }
    }

    private void wordsForMissing(TableFile file, ColumnConcerns each) {
        List<String> gaps = columns.stream().filter(c -> c.missing() > 0 && !c.name().isEmpty())
                .map(ColumnProfile::name)
                .toList();
        Dialect d = file.dialect();
        boolean usual = d.missing().isEmpty() || d.missing().get().containsAll(TableQuery.missingWords());
        if (gaps.isEmpty() || !usual || table.rows() > READ_TWICE) {
            return;
        }
        var literal = new Dialect(d.delimiter(), d.quote(), d.escape(), d.encoding(), d.decimal(), d.header(),
                Optional.of(List.of()), d.types());
        try (TableQuery plain = TableQuery.open(new TableFile(file.path(), literal))) {
            each.readAsMissing(plain, gaps);
        }
    }

    private void rows(TableFile file, Optional<Path> test, boolean classes, List<String> identifiers) {
        var rows = new RowConcerns(table, identifiers);
        rows.look(test.isEmpty(), classes ? Optional.of(table.columns().get(target)) : Optional.empty());
        test.ifPresent(path -> {
            try (TableQuery other = TableQuery.open(file.at(path))) {
                rows.among(other);
            }
        });
        concerns.addAll(rows.concerns());
    }

    private TargetProfile target(boolean classes, List<String> identifiers) {
        Column column = table.columns().get(target);
        var worries = new TargetConcerns(table, column);
        ColumnProfile profile = columns.get(target);
        worries.missing(profile);
        if (classes) {
            worries.classes(profile);
        }
        Sample sample = Sample.of(table, target);
        Answer answer = Answer.of(sample.columns().get(target), classes);
        var givenAway = worries.givenAway(sample, answer);
        concerns.addAll(worries.concerns());
        var baselines = new Baselines(sample, answer);
        for (int c = 0; c < columns.size(); c++) {
            if (c != target) {
                baselines.offer(columns.get(c), sample.columns().get(c), identifiers, givenAway);
            }
        }
        return new TargetProfile(column.name(), chosen, classes, sample.learnt().length, sample.judged().length,
                baselines.all(), baselines.remarks());
    }
}
