package io.netloom.profile;

import io.netloom.data.Dialect;
import io.netloom.data.PictureSurvey;
import io.netloom.data.TableFile;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// A table that stays open while its user thinks: what hangs on no target is found out once, and the rest anew for each target. Who
/// asks while another thread does, waits.
public final class TableLook implements AutoCloseable {
    /// Rows up to which a table is read a second time, to see which words were read as missing.
    private static final long READ_TWICE = 500_000;

    private final TableFile file;
    private final TableQuery table;
    private final List<ColumnProfile> columns = new ArrayList<>();
    private final Map<Integer, List<Concern>> ofColumns = new HashMap<>();
    private Optional<List<Concern>> words = Optional.empty();

    private TableLook(TableFile file, TableQuery table) {
        this.file = file;
        this.table = table;
    }

    /// Opens a table.
    ///
    /// @throws io.netloom.shape.BadInput if the file cannot be read as a table
    public static TableLook open(TableFile file) {
        return new TableLook(file, TableQuery.open(file));
    }

    /// Looks at it, or at what this target and this test change.
    ///
    /// @param wanted the column to be learned; where there is none, the one that [io.netloom.data.TableChoice] would take
    /// @param test a file whose rows are to be the test part
    /// @param progress takes how many columns were looked at
    /// @param stop asked between one question to the table and the next
    /// @throws io.netloom.shape.BadInput if there is no such column, or the test cannot be read
    /// @throws CancellationException if it was stopped; what was found out by then is kept
    public synchronized TableProfile profile(Optional<String> wanted, Optional<Path> test,
            PictureSurvey.Progress progress, BooleanSupplier stop) {
        int target = wanted.map(table::index).orElseGet(table::likelyTarget);
        columns(progress, stop);
        List<Concern> concerns = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (c != target) {
                go(stop);
                concerns.addAll(ofColumns.computeIfAbsent(c, this::concerns));
            }
        }
        List<String> identifiers = concerns.stream().filter(c -> c.kind() == Concern.Kind.IDENTIFIER)
                .flatMap(c -> c.columns().stream()).toList();
        go(stop);
        concerns.addAll(words());
        boolean classes = table.isClass(target);
        go(stop);
        concerns.addAll(rows(test, classes ? Optional.of(table.columns().get(target)) : Optional.empty(), identifiers));
        go(stop);
        TargetProfile learnt = target(target, wanted.isPresent(), classes, identifiers, concerns);
        concerns.sort(Comparator.comparing(Concern::kind));
        return new TableProfile(file.path(), table.rows(), columns, learnt, concerns);
    }

    /// Asks the open table something else.
    public synchronized <T> T ask(Function<TableQuery, T> question) {
        return question.apply(table);
    }

    private void columns(PictureSurvey.Progress progress, BooleanSupplier stop) {
        if (columns.isEmpty()) {
            int all = table.columns().size();
            int[] done = {0};
            columns.addAll(new Statistics(table, () -> {
                go(stop);
                progress.at(done[0]++, all);
            }).all());
        }
    }

    private static void go(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new CancellationException("nobody waits for the profile any more");
        }
    }

    private List<Concern> concerns(int column) {
        var each = new ColumnConcerns(table);
        each.consider(table.columns().get(column), columns.get(column));
        return List.copyOf(each.concerns());
    }

    private List<Concern> words() {
        if (words.isEmpty()) {
            words = Optional.of(wordsForMissing());
        }
        return words.get();
    }

    private List<Concern> wordsForMissing() {
        List<String> gaps = columns.stream().filter(c -> c.missing() > 0 && !c.name().isEmpty())
                .map(ColumnProfile::name).toList();
        Dialect dialect = file.dialect();
        boolean usual = dialect.missing().isEmpty()
                || dialect.missing().get().containsAll(TableQuery.missingWords());
        if (gaps.isEmpty() || !usual || table.rows() > READ_TWICE) {
            return List.of();
        }
        var each = new ColumnConcerns(table);
        try (TableQuery plain = TableQuery
                .open(new TableFile(file.path(), dialect.withMissing(Optional.of(List.of()))))) {
            each.readAsMissing(plain, gaps);
        }
        return List.copyOf(each.concerns());
    }

    private List<Concern> rows(Optional<Path> test, Optional<Column> classes, List<String> identifiers) {
        var rows = new RowConcerns(table, identifiers);
        rows.look(test.isEmpty(), classes);
        test.ifPresent(path -> {
            try (TableQuery other = TableQuery.open(file.at(path))) {
                rows.among(other);
            }
        });
        return rows.concerns();
    }

    private TargetProfile target(int target, boolean chosen, boolean classes, List<String> identifiers,
            List<Concern> concerns) {
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

    @Override
    public synchronized void close() {
        table.close();
    }
}
