package io.netloom.profile;

import io.netloom.shape.Sentence;
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
            add(Kind.CONSTANT, column,
                    Sentence.of("concern.constant", "{0} is {1} in every row.", named(column),
                            Told.quoted(profile.examples().getFirst())),
                    Sentence.of("mend.constant", "Leave it out: there is nothing to learn from it."));
            return;
        }
        if (isIdentifier(column, profile)) {
            add(Kind.IDENTIFIER, column,
                    Sentence.of("concern.identifier", "{0} has another value in every row and only names them.",
                            named(column)),
                    Sentence.of("mend.identifier", "Leave it out: a network would learn the rows by heart."));
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
            add(Kind.MOSTLY_MISSING, column, Sentence.of("concern.empty", "{0} is empty.", named(column)),
                    Sentence.of("mend.empty", "Leave it out."));
        } else if (profile.missing() > MOST * table.rows()) {
            add(Kind.MOSTLY_MISSING, column,
                    Sentence.of("concern.mostly-missing", "{0} is missing in {1} of the rows.", named(column),
                            Told.share(profile.missing() / (double) table.rows())),
                    Sentence.of("mend.mostly-missing",
                            "Leave it out, unless it tells something that it is missing."));
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
                    add(Kind.SENTINEL, column, Sentence.of("concern.sentinel.number",
                            "{0} is {1} in {2}, and else between {3} and {4}; it seems to stand for a missing value.",
                            named(column), Told.number(end), Told.rows(row.count(0)), Told.number(row.number(1)),
                            Told.number(row.number(2))), List.of(Told.number(end)));
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
            add(Kind.DATES_AS_TEXT, column,
                    Sentence.of("concern.days", "{0} holds days written as numbers, such as {1}.", named(column),
                            Told.number(n.least())),
                    Sentence.of("mend.days", "Read it as dates: {0}.", "--type " + argument(column) + "=date"));
        }
    }

    private void mixed(Column column) {
        List<Row> words = table.ask("SELECT lower(" + column.text() + ") AS w, count(*) FROM data WHERE w IN ("
                + WORDS_FOR_MISSING.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "))
                + ") GROUP BY w ORDER BY 2 DESC, 1");
        long wordy = words.stream().mapToLong(row -> row.count(1)).sum();
        List<String> named = words.stream().map(row -> row.text(0).orElseThrow()).toList();
        if (wordy > 0) {
            add(Kind.SENTINEL, column, Sentence.of("concern.sentinel.words",
                    "{0} holds {1} in {2}, which {3,choice,1#seems|1<seem} to stand for a missing value.",
                    named(column), Told.quoted(named), Told.rows(wordy), named.size()),
                    named);
        }
        // What stands for a missing value is no other type.
        long rest = column.present() - wordy;
        if (mostButNotAll(column.numbers(), rest)) {
            add(Kind.MIXED_TYPES, column,
                    Sentence.of("concern.mixed",
                            "{0} holds numbers in {1} of the rows, but texts too, such as {2}.", named(column),
                            Told.share(column.numbers() / (double) column.present()),
                            Told.quoted(others(column, column.number() + " IS NULL", named))),
                    Sentence.of("mend.mixed", "Write numbers in all of them, or nothing where there is none."));
        } else if (mostButNotAll(column.dates(), rest)) {
            add(Kind.DATES_AS_TEXT, column,
                    Sentence.of("concern.dates",
                            "{0} holds dates in {1} of the rows, but other texts too, such as {2}, so that it is read"
                                    + " as text.",
                            named(column), Told.share(column.dates() / (double) column.present()),
                            Told.quoted(others(column, column.moment() + " IS NULL", named))),
                    Sentence.of("mend.dates", "Write all of them like 2026-01-31, or nothing where there is none."));
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
                add(Kind.SENTINEL, column,
                        Sentence.of("concern.read-as-missing",
                                "{0} holds {1} in {2}, which is read as a missing value.",
                                named(column),
                                Told.quoted(found.stream().map(row -> row.text(0).orElseThrow()).toList()),
                                Told.rows(found.stream().mapToLong(row -> row.count(1)).sum())),
                        Sentence.of("mend.read-as-missing",
                                "If it is a value of its own, say with {0} what stands for a missing one.",
                                "--missing-only"));
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

    private static Sentence named(Column column) {
        return Told.column(column.name());
    }

    /// Words that seem to stand for a missing value.
    private void add(Kind kind, Column column, Sentence found, List<String> words) {
        String options = words.stream().map(word -> "--missing " + argument(word)).collect(Collectors.joining(" "));
        concerns.add(new Concern(kind, List.of(column.name()), found,
                Sentence.of("mend.sentinel", "If so, read it as one: {0}.", options), words));
    }

    private void add(Kind kind, Column column, Sentence found, Sentence mend) {
        concerns.add(new Concern(kind, List.of(column.name()), found, mend));
    }
}
