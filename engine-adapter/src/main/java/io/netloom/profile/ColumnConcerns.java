package io.netloom.profile;

import io.netloom.data.ColumnType;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import io.netloom.data.TableQuery.Row;
import io.netloom.profile.Concern.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for what is wrong with each column by itself.
final class ColumnConcerns {
    /// Rows of which those are looked at that fall to a share by the hash of their value, so that equal ones stay together.
    static final long AT_ONCE = 4_000_000;
    private static final String IDENTIFIER = "(?i)(.*[_ .-])?(id|index|idx|key|uuid|guid|nr|no|row)";
    private static final int ROWS_OF_A_COUNTER = 50;
    private static final double LONGEST_NAME = 40;
    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.5;
    private static final Set<Double> NUMBERS_FOR_MISSING = Set.of(-1.0, -9.0, -99.0, -999.0, -9999.0, -99999.0, 99.0,
            999.0, 9999.0, 99999.0, 999999.0);
    private static final double SURELY = 999;
    /// How far a number that stands for a missing value lies from the others, as a share of their range.
    private static final double APART = 0.2;
    private static final List<String> WORDS_FOR_MISSING = List.of("unknown", "none", "missing", "-", "--", ".", "nil",
            "undefined", "not available", "no data", "not applicable", "not known", "tbd", "#n/a", "#value!", "#ref!",
            "-9", "-99", "-999", "-9999", "-99999", "n.a.", "n.a", "unbekannt", "?", "n/a", "na", "nan", "null");
    private static final double FIRST_DAY = 19000101;
    private static final double LAST_DAY = 21001231;

    private final TableQuery table;
    private final List<Concern> concerns = new ArrayList<>();

    ColumnConcerns(TableQuery table) {
        this.table = table;
    }

    List<Concern> concerns() {
        return concerns;
    }

    /// Looks at a column.
    void consider(Column column, ColumnProfile profile) {
        missing(column, profile);
        if (profile.distinct() == 1 && profile.missing() == 0) {
            add(Kind.CONSTANT, column, "is " + Told.quoted(profile.examples().getFirst()) + " in every row.",
                    "Leave it out: there is nothing to learn from it.");
            return;
        }
        if (isIdentifier(column, profile)) {
            add(Kind.IDENTIFIER, column, "has another value in every row and only names them.",
                    "Leave it out: a network would learn the rows by heart.");
        }
        switch (column.type()) {
            case NUMBER -> {
                numberForMissing(column, profile);
                dayAsNumber(column, profile);
            }
            case TEXT -> mixed(column);
            case BOOLEAN, DATE -> {}
        }
    }

    private void missing(Column column, ColumnProfile profile) {
        if (profile.missing() == table.rows()) {
            add(Kind.MOSTLY_MISSING, column, "is empty.", "Leave it out.");
        } else if (profile.missing() > MOST * table.rows()) {
            add(Kind.MOSTLY_MISSING, column, "is missing in " + Told.share(profile.missing() / (double) table.rows())
                    + " of the rows.", "Leave it out, unless it tells something that it is missing.");
        }
    }

    private boolean isIdentifier(Column column, ColumnProfile profile) {
        if (profile.missing() > 0 || profile.distinct() < NEARLY_ALL * table.rows()) {
            return false;
        }
        boolean named = column.name().matches(IDENTIFIER);
        boolean likely = switch (profile.values()) {
            case ColumnValues.Numbers n -> column.wholes() == column.present()
                    && (named || table.rows() >= ROWS_OF_A_COUNTER && (n.least() == 0 || n.least() == 1)
                            && n.greatest() - n.least() == table.rows() - 1.0);
            case ColumnValues.Texts texts -> named || table.rows() >= ROWS_OF_A_COUNTER
                    && texts.length() <= LONGEST_NAME && column.numbers() < MOST * column.present();
            case ColumnValues.Moments _,ColumnValues.Nothing _ -> false;
        };
        return likely && isUnique(column);
    }

    private boolean isUnique(Column column) {
        Row row = table.ask("SELECT count(" + column.value() + "), count(DISTINCT " + column.value()
                + ") FROM data WHERE hash(" + column.value() + ") % " + (1 + table.rows() / AT_ONCE) + " = 0")
                .getFirst();
        return row.count(0) == row.count(1);
    }

    private void numberForMissing(Column column, ColumnProfile profile) {
        if (!(profile.values() instanceof ColumnValues.Numbers numbers)) {
            return;
        }
        for (double end : List.of(numbers.least(), numbers.greatest())) {
            if (NUMBERS_FOR_MISSING.contains(end)) {
                String d = column.number();
                Row row = table.ask("SELECT count(*) FILTER (" + d + " = " + end + "), min(" + d + ") FILTER (" + d
                        + " <> " + end + "), max(" + d + ") FILTER (" + d + " <> " + end + ") FROM data").getFirst();
                double gap = end < row.number(1) ? row.number(1) - end : end - row.number(2);
                boolean apart = gap > APART * (row.number(2) - row.number(1));
                boolean likely = end != -1 || row.number(1) >= 1;
                if (apart && likely && (row.count(0) > 1 || Math.abs(end) >= SURELY)) {
                    add(Kind.SENTINEL, column, "is " + Told.number(end) + " in " + Told.rows(row.count(0))
                            + ", and else between " + Told.number(row.number(1)) + " and " + Told.number(row.number(2))
                            + "; it seems to stand for a missing value.",
                            "If so, read it as one: --missing " + Told.number(end) + ".");
                }
            }
        }
    }

    private void dayAsNumber(Column column, ColumnProfile profile) {
        String d = column.number();
        String day = "try_strptime(CAST(CAST(" + d + " AS BIGINT) AS VARCHAR), '%Y%m%d')";
        if (profile.values() instanceof ColumnValues.Numbers n && column.wholes() == column.present()
                && n.least() >= FIRST_DAY && n.greatest() <= LAST_DAY
                && table.ask("SELECT count(" + day + ") FROM data").getFirst().count(0) == column.present()) {
            add(Kind.DATES_AS_TEXT, column, "holds days written as numbers, such as " + Told.number(n.least()) + ".",
                    "Read it as dates: --type " + argument(column) + "=date.");
        }
    }

    private void mixed(Column column) {
        List<Row> words = table.ask("SELECT lower(" + column.text() + ") AS w, count(*) FROM data WHERE w IN ("
                + WORDS_FOR_MISSING.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "))
                + ") GROUP BY w ORDER BY 2 DESC, 1");
        long wordy = words.stream().mapToLong(row -> row.count(1)).sum();
        List<String> named = words.stream().map(row -> row.text(0).orElseThrow()).toList();
        if (wordy > 0) {
            add(Kind.SENTINEL, column, "holds " + Told.quoted(named) + " in " + Told.rows(wordy) + ", which "
                    + (named.size() == 1 ? "seems" : "seem") + " to stand for a missing value.",
                    "If so, read it as one: " + named.stream().map(ColumnConcerns::argument)
                            .map(word -> "--missing " + word).collect(Collectors.joining(" ")) + ".");
        }
        // What stands for a missing value is no other type.
        long rest = column.present() - wordy;
        if (mostButNotAll(column.numbers(), rest)) {
            add(Kind.MIXED_TYPES, column, "holds numbers in " + Told.share(column.numbers() / (double) column.present())
                    + " of the rows, but texts too, such as "
                    + Told.quoted(others(column, column.number() + " IS NULL", named)) + ".",
                    "Write numbers in all of them, or nothing where there is none.");
        } else if (mostButNotAll(column.dates(), rest)) {
            add(Kind.DATES_AS_TEXT, column, "holds dates in " + Told.share(column.dates() / (double) column.present())
                    + " of the rows, but other texts too, such as "
                    + Told.quoted(others(column, column.moment() + " IS NULL", named))
                    + ", so that it is read as text.",
                    "Write all of them like 2026-01-31, or nothing where there is none.");
        }
    }

    private static boolean mostButNotAll(long some, long all) {
        return some > MOST * all && some < all;
    }

    private List<String> others(Column column, String condition, List<String> but) {
        return table.ask("SELECT " + column.text() + " AS t, count(*) AS n FROM data WHERE t IS NOT NULL AND "
                + condition + " GROUP BY t ORDER BY n DESC, t LIMIT " + (3 + but.size())).stream()
                .map(row -> row.text(0).orElseThrow()).filter(text -> !but.contains(text.toLowerCase())).limit(3)
                .toList();
    }

    /// Tells which words were read as missing.
    ///
    /// @param plain the same table, read without such words
    void readAsMissing(TableQuery plain, Collection<String> columns) {
        String words = TableQuery.missingWords().stream().map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
        for (String name : columns) {
            Column column = plain.columns().get(plain.index(name));
            List<Row> found = plain.ask("SELECT " + column.text() + " AS t, count(*) FROM data WHERE lower(t) IN ("
                    + words + ") GROUP BY t ORDER BY 2 DESC, 1");
            if (!found.isEmpty()) {
                add(Kind.SENTINEL, column, "holds "
                        + Told.quoted(found.stream().map(row -> row.text(0).orElseThrow()).toList()) + " in "
                        + Told.rows(found.stream().mapToLong(row -> row.count(1)).sum())
                        + ", which is read as a missing value.",
                        "If it is a value of its own, say with --missing-only what stands for a missing one.");
            }
        }
    }

    private static String argument(Column column) {
        return argument(column.name());
    }

    /// A word as a shell takes it.
    private static String argument(String word) {
        return word.matches("[\\w.-]+") ? word : "\"" + word + "\"";
    }

    private void add(Kind kind, Column column, String found, String mend) {
        concerns.add(new Concern(kind, List.of(column.name()),
                (column.name().isEmpty() ? "A column without a name " : Told.quoted(column.name()) + " ") + found,
                mend));
    }
}
