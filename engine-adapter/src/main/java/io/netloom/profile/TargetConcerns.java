package io.netloom.profile;

import io.netloom.shape.Sentence;
import io.netloom.data.TableQuery;
import io.netloom.data.TableQuery.Column;
import io.netloom.data.TableQuery.Row;
import io.netloom.profile.Concern.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for what is wrong with the target, and for columns that give it away.
final class TargetConcerns {
    private static final double NO_FAULT = 0.97;
    private static final double NO_FAULT_OF_NUMBERS = 0.98;
    private static final double A_COPY = 1 - 1e-6;
    private static final int FEWEST_ROWS = 50;
    private static final long MANY_CLASSES = 100;
    private static final double UNEVEN = 10;
    private static final long RARE = 10;

    private final TableQuery table;
    private final Column target;
    private final List<Concern> concerns = new ArrayList<>();

    TargetConcerns(TableQuery table, Column target) {
        this.table = table;
        this.target = target;
    }

    List<Concern> concerns() {
        return concerns;
    }

    void missing(ColumnProfile profile) {
        if (profile.missing() > 0) {
            add(Kind.TARGET, List.of(target.name()),
                    Sentence.of("concern.target.missing", "The target {0} is missing in {1}.",
                            Told.quoted(target.name()), Told.rows(profile.missing())),
                    Sentence.of("mend.target.missing", "They are left out; fill them if you know better."));
        }
        if (profile.distinct() == 1) {
            add(Kind.TARGET, List.of(target.name()),
                    Sentence.of("concern.target.single", "The target {0} has a single value.",
                            Told.quoted(target.name())),
                    Sentence.of("mend.target.single", "Choose another: there is nothing to learn."));
        }
    }

    void classes(ColumnProfile profile) {
        if (profile.distinct() > MANY_CLASSES) {
            add(Kind.TARGET, List.of(target.name()),
                    Sentence.of("concern.target.many",
                            "The target {0} has {1} different texts, each of which would be a class.",
                            Told.quoted(target.name()), profile.distinct()),
                    Sentence.of("mend.target.many", "Choose another target, or sum them up in fewer classes."));
            return;
        }
        List<Row> counts = table.ask("SELECT " + target.text() + " AS c, count(*) AS n FROM data WHERE c IS NOT NULL"
                + " GROUP BY c ORDER BY n DESC, c");
        if (counts.size() < 2) {
            return;
        }
        long most = counts.getFirst().count(1);
        List<Row> rare = counts.stream().filter(row -> row.count(1) < RARE || row.count(1) * UNEVEN <= most).toList();
        if (!rare.isEmpty()) {
            Row least = rare.getLast();
            add(Kind.IMBALANCE, List.of(target.name()),
                    Told.imbalance(rare.size(), counts.size(), least.text(0).orElseThrow(), Told.rows(least.count(1)),
                            counts.getFirst().text(0).orElseThrow(), most),
                    Told.evenOut());
        }
    }

    /// Columns that tell the target, worst first.
    ///
    /// @return names of the columns from which a fair model must not learn
    Set<String> givenAway(Sample sample, Answer answer) {
        Set<String> names = new HashSet<>();
        if (sample.rows() < FEWEST_ROWS) {
            return names;
        }
        List<Column> columns = table.columns();
        var alone = new SingleColumn(sample, answer);
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            Sample.Values values = sample.columns().get(c);
            if (column.name().equals(target.name()) || tellsTimeOfNumbers(values, answer)) {
                continue;
            }
            double skill = alone.skill(values);
            if (isCopy(values, answer, skill)) {
                names.add(column.name());
                add(Kind.COPY, List.of(column.name()),
                        Sentence.of("concern.copy",
                                "{0} is the target {1} under another name: each of its values stands for one of it.",
                                Told.column(column.name()), Told.quoted(target.name())),
                        Sentence.of("mend.copy", "Leave it out, or a network learns nothing else."));
            } else if (skill >= (answer instanceof Answer.Classes ? NO_FAULT : NO_FAULT_OF_NUMBERS)) {
                names.add(column.name());
                add(Kind.LEAK, List.of(column.name()),
                        Sentence.of("concern.leak", "{0} alone tells {1} almost without fail ({2}).",
                                Told.column(column.name()), Told.quoted(target.name()), measured(answer, skill)),
                        Sentence.of("mend.leak", "Leave it out, unless it is known before the target is."));
            }
        }
        return names;
    }

    /// What grows slowly is told by the time on neighbouring days, which gives nothing away.
    private static boolean tellsTimeOfNumbers(Sample.Values values, Answer answer) {
        return values instanceof Sample.Values.Numbers(double[] _, boolean date) && date
                && answer instanceof Answer.Quantity;
    }

    private static Sentence measured(Answer answer, double skill) {
        double shown = Math.floor(1000 * skill) / 1000;
        return switch (answer) {
            case Answer.Classes _ ->
                Sentence.of("concern.leak.classes", "it avoids {0} of the faults of guessing", Told.share(shown));
            case Answer.Quantity _ -> Sentence.plain("R² " + shown);
        };
    }

    private static boolean isCopy(Sample.Values values, Answer answer, double skill) {
        return switch (answer) {
            case Answer.Quantity _ -> skill >= A_COPY;
            case Answer.Classes(int[] of, int count) -> skill >= NO_FAULT && isOneToOne(keys(values), of, count);
        };
    }

    private static Object[] keys(Sample.Values values) {
        return switch (values) {
            case Sample.Values.Texts(String[] texts) -> texts;
            case Sample.Values.Numbers(double[] numbers, boolean _) -> Arrays.stream(numbers).boxed().toArray();
        };
    }

    private static boolean isOneToOne(Object[] keys, int[] classes, int count) {
        Map<Object, Integer> of = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            Integer before = of.put(keys[row], classes[row]);
            if (before != null && before != classes[row]) {
                return false;
            }
        }
        return of.size() == count;
    }

    private void add(Kind kind, List<String> columns, Sentence found, Sentence mend) {
        concerns.add(new Concern(kind, columns, found, mend));
    }
}
