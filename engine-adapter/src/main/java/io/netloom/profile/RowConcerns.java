package io.netloom.profile;

import io.netloom.shape.Sentence;
import io.netloom.data.Fractions;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import io.netloom.data.TableQuery.Row;
import io.netloom.profile.Concern.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Looks for rows that are there more than once. Rows are compared by a hash of 64 bits; of a large table those are looked at whose hash
/// falls into a share, in which all that are equal come together.
final class RowConcerns {
    private final TableQuery table;
    private final List<String> but;
    private final long shares;
    private final List<Concern> concerns = new ArrayList<>();

    /// @param but columns that only name the rows
    RowConcerns(TableQuery table, List<String> but) {
        this.table = table;
        this.but = but;
        this.shares = 1 + table.rows() / ColumnConcerns.AT_ONCE;
    }

    List<Concern> concerns() {
        return concerns;
    }

    private String hash(Predicate<Column> wanted) {
        return table.columns().stream().filter(c -> !but.contains(c.name())).filter(wanted).map(Column::value)
                .collect(Collectors.joining(", ", "hash(", ")"));
    }

    /// Looks at the rows of this table.
    ///
    /// @param divided whether the test part will be drawn from it
    /// @param classes the target, if that is of classes
    void look(boolean divided, Optional<Column> classes) {
        Optional<Column> target = classes.filter(_ -> table.columns().size() > but.size() + 1);
        if (but.size() == table.columns().size()) {
            return;
        }
        String hash = hash(c -> target.isEmpty() || !c.name().equals(target.get().name()));
        Fractions usual = Fractions.DEFAULT;
        Row row = table.ask("SELECT coalesce(sum(again), 0), coalesce(sum(tests), 0),"
                + " coalesce(sum(known) FILTER (kinds > 1), 0) FROM (SELECT sum(n - 1) AS again, sum(n * (1 - pow("
                + (usual.test() + usual.validation()) + ", n - 1))) AS tests, count(t) AS kinds,"
                + " sum(n) FILTER (t IS NOT NULL) AS known FROM (SELECT h, t, count(*) AS n FROM (SELECT " + hash
                + " AS h, " + target.map(Column::value).orElse("true") + " AS t FROM data) WHERE h % " + shares
                + " = 0 GROUP BY h, t) GROUP BY h)").getFirst();
        duplicates(Math.round(row.number(0) * shares),
                divided ? Math.round(row.number(1) * usual.test() * shares) : 0);
        target.ifPresent(column -> contradictions(column, Math.round(row.number(2) * shares)));
    }

    private void duplicates(long again, long tests) {
        if (again == 0) {
            return;
        }
        add(Kind.DUPLICATE_ROWS, Sentence.of("concern.duplicates",
                "{0} ({1}) {2,choice,1#repeats an earlier one|1<repeat earlier ones}{3}.", about(Told.rows(again)),
                Told.share(again / (double) table.rows()), again, spared()),
                Sentence.of("mend.duplicates",
                        "Keep one of each, unless they are different things that happen to agree."));
        double test = Fractions.DEFAULT.test();
        if (tests > 0) {
            add(Kind.IN_BOTH_PARTS,
                    Sentence.of("concern.in-both.drawn",
                            "With {0} % of the rows for the test, drawn at random, about {1} of {2} test rows would stand"
                                    + " in the training part too.",
                            Math.round(100 * test), tests, Math.round(test * table.rows())),
                    Sentence.of("mend.in-both.drawn",
                            "Remove repeated rows, or divide by a column that keeps them together."));
        }
    }

    private Sentence about(Sentence rows) {
        return shares == 1 ? rows : Sentence.of("told.about", "About {0}", rows);
    }

    private Object spared() {
        return but.isEmpty() ? "" : Sentence.of("concern.but-for", ", but for {0}", Told.quoted(but));
    }

    /// @param rows those whose inputs agree and whose classes differ
    private void contradictions(Column target, long rows) {
        if (rows > 0) {
            add(Kind.CONTRADICTION, Sentence.of("concern.contradiction",
                    "{0} ({1}) agree with another in all but the target {2}.", about(Told.rows(rows)),
                    Told.share(rows / (double) table.rows()), Told.quoted(target.name())),
                    Sentence.of("mend.contradiction",
                            "No network can tell them apart: mend the labels, or add columns that do."));
        }
    }

    /// Rows of a test file that stand in this table.
    void among(TableQuery test) {
        long share = 1 + Math.max(table.rows(), test.rows()) / ColumnConcerns.AT_ONCE;
        List<String> names = table.columns().stream().map(Column::name)
                .filter(name -> !name.isEmpty() && !but.contains(name)).toList();
        long[] here = hashes(table, names, share);
        long[] there = hashes(test, names, share);
        long both = LongStream.of(there).filter(hash -> Arrays.binarySearch(here, hash) >= 0).count() * share;
        if (both > 0) {
            add(Kind.IN_BOTH_PARTS, Sentence.of("concern.in-both.files",
                    "{0} of the {1} of {2} stand in {3} too{4}.",
                    share == 1 ? Sentence.plain(both) : Sentence.of("told.about", "About {0}", both),
                    Told.rows(test.rows()), test.path().getFileName().toString(),
                    table.path().getFileName().toString(), spared()), Told.removeFromOne());
        }
    }

    private static long[] hashes(TableQuery table, List<String> names, long share) {
        String texts = names.stream().map(name -> table.columns().get(table.index(name)))
                .map(c -> "coalesce(CAST(" + c.number() + " AS VARCHAR), " + c.text() + ")")
                .collect(Collectors.joining(", "));
        LongStream.Builder hashes = LongStream.builder();
        table.each("SELECT CAST(h >> 1 AS BIGINT) FROM (SELECT hash(" + texts + ") AS h FROM data) WHERE h % " + share
                + " = 0", row -> hashes.add(row.count(0)));
        return hashes.build().sorted().toArray();
    }

    private void add(Kind kind, Sentence found, Sentence mend) {
        concerns.add(new Concern(kind, List.of(), found, mend));
    }
}
