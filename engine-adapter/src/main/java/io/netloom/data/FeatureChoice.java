package io.netloom.data;

import java.util.function.Function;
import io.netloom.shape.Sentence;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Chooses which columns of a table the network gets, and how. Left out is what cannot help: columns without a name, the same in every row,
/// more than half missing, identifiers, and short texts of which nearly every one differs. It looks at all rows, because nobody knows yet which
/// will be the training part, and so decides nothing that hangs on values: that is fitted ([ColumnFit]).
final class FeatureChoice {
    private static final int MOST_ONE_HOT = 12;
    private static final int MOST_PLACES = 1_000;
    /// A category that is rarer shares its place with others.
    private static final int FEWEST_OF_A_CATEGORY = 3;
    private static final int ROWS_OF_A_COUNTER = 50;
    /// From fewer short texts, such as names, nothing can be learnt.
    private static final int FEWEST_SHORT_TEXTS = 20;
    /// The input of an embedded column is called as the column.
    private static final int LONGEST_NAME = 50;
    private static final double DAY = 86_400;
    private static final double SEVERAL_YEARS = 2 * 365.25 * DAY;
    private static final double WEEKS = 28 * DAY;
    private static final double MONTHS = 60 * DAY;
    private static final String IDENTIFIER = "(?i)(.*[_ .-])?(id|index|idx|key|uuid|guid|nr|no|row)";

    private final OpenTable table;
    private final List<Feature> together = new ArrayList<>();
    private final SequencedMap<String, List<Feature>> embedded = new LinkedHashMap<>();
    private final List<String> constant = new ArrayList<>();
    private final List<String> mostlyMissing = new ArrayList<>();
    private final List<String> identifiers = new ArrayList<>();
    /// Left out by the user.
    private final List<String> unwanted = new ArrayList<>();
    /// Short texts, which are used only where nothing else is there.
    private final SequencedMap<String, Feature.Text> shortTexts = new LinkedHashMap<>();
    private final List<String> free = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();
    private final List<String> oneHot = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();

    FeatureChoice(OpenTable table) {
        this.table = table;
    }

    /// Uses a column as its values suggest, or as the user says.
    void consider(ColumnFacts column, TableWish wish) {
        Optional<Feature> feature = wish.feature(column.name());
        if (feature.isPresent()) {
            take(column, feature.get());
        } else {
            wish.use(column.name()).ifPresentOrElse(use -> consider(column, use), () -> consider(column));
        }
    }

    private void take(ColumnFacts column, Feature feature) {
        switch (feature) {
            case Feature.Number _ -> requireNumbers(column);
            case Feature.Flag _ -> requireFlags(column);
            case Feature.Moment _ -> {
                requireDates(column);
                dates.add(column.name());
            }
            case Feature.Category(String name, Feature.Coding coding, int _, List<String> _, Missing _) -> {
                if (coding == Feature.Coding.ONE_HOT) {
                    oneHot.add(name);
                }
            }
            case Feature.Text _ -> sentences.add(column.name());
        }
        if (feature.missing().width() > 0) {
            filled.add(column.name());
        }
        boolean alone = feature instanceof Feature.Text
                || feature instanceof Feature.Category category && category.coding() == Feature.Coding.EMBEDDING;
        if (alone) {
            embedded.put(inputName(column), List.of(feature));
        } else {
            together.add(feature);
        }
    }

    private void consider(ColumnFacts column, ColumnUse said) {
        switch (said) {
            case LEFT_OUT -> unwanted.add(column.name());
            case NUMBER -> {
                requireNumbers(column);
                together.add(quantity(column));
            }
            case CATEGORY -> category(column, table.common(column.index(), FEWEST_OF_A_CATEGORY));
            case FLAG -> {
                requireFlags(column);
                together.add(flag(column));
            }
            case DATE -> {
                requireDates(column);
                date(column);
            }
            case TEXT -> {
                sentences.add(column.name());
                embedded.put(inputName(column), List.of(new TextChoice(table, column).from(0).orElseThrow()));
            }
        }
    }

    private void requireFlags(ColumnFacts column) {
        boolean bits = column.isWhole() && column.least() >= 0 && column.greatest() <= 1;
        require(column, bits || column.truths() == column.present(),
                Sentence.of("input.flags", "yes or no"));
    }

    private void requireDates(ColumnFacts column) {
        require(column, column.dates() == column.present(), Sentence.of("input.dates", "dates"));
    }

    private void require(ColumnFacts column, boolean fits, Sentence what) {
        if (!fits || column.present() == 0) {
            throw new BadInput(Sentence.of("input.misused",
                    "The column \"{0}\" of {1} is to be used as {2}, but it holds {3}. Use it as something else, or leave it"
                            + " out.",
                    column.name(), table.file().path().toString(), what,
                    column.present() == 0 ? Sentence.of("input.nothing", "nothing")
                            : column.text().isEmpty() ? Sentence.of("input.numbers", "numbers")
                                    : Sentence.plain("\"" + column.text() + "\"")));
        }
    }

    private void consider(ColumnFacts column) {
        if (column.name().isEmpty()) {
            return;
        }
        if (2 * column.missing() > column.rows()) {
            mostlyMissing.add(column.name());
            return;
        }
        switch (column.type()) {
            case NUMBER -> number(column);
            case TEXT -> text(column);
            case BOOLEAN -> together.add(flag(column));
            case DATE -> date(column);
        }
    }

    private Feature flag(ColumnFacts column) {
        return new Feature.Flag(column.name(), missing(column, Missing.Fill.FREQUENT));
    }

    private Feature quantity(ColumnFacts column) {
        return new Feature.Number(column.name(), Feature.Scale.AUTO, missing(column, Missing.Fill.MEDIAN));
    }

    private void requireNumbers(ColumnFacts column) {
        if (!column.isNumeric()) {
            throw new BadInput(Sentence.of("input.no-numbers",
                    "The column \"{0}\" of {1} is said to hold numbers, but it holds \"{2}\". Say that it holds text.",
                    column.name(), table.file().path().toString(), column.text()));
        }
    }

    private void number(ColumnFacts column) {
        requireNumbers(column);
        if (column.least() == column.greatest()) {
            constant.add(column.name());
        } else if (isIdentifier(column)) {
            identifiers.add(column.name());
        } else {
            together.add(quantity(column));
        }
    }

    /// Missing values are filled where there are some; else rows that miss one later are left out.
    private Missing missing(ColumnFacts column, Missing.Fill fill) {
        if (column.missing() == 0) {
            return Missing.LEAVE_OUT;
        }
        filled.add(column.name());
        return new Missing(fill).indicated();
    }

    private boolean isIdentifier(ColumnFacts column) {
        boolean counter = column.rows() >= ROWS_OF_A_COUNTER && column.missing() == 0
                && (column.least() == 0 || column.least() == 1)
                && column.greatest() - column.least() == column.rows() - 1.0;
        return column.isWhole() && (counter || column.name().matches(IDENTIFIER))
                && table.distinct(column.index()) == column.present();
    }

    private void text(ColumnFacts column) {
        long distinct = table.distinct(column.index());
        long common = table.common(column.index(), FEWEST_OF_A_CATEGORY);
        if (distinct == 1) {
            constant.add(column.name());
        } else if (2 * distinct > column.present() || common == 0) {
            freeText(column);
        } else {
            category(column, common);
        }
    }

    private void category(ColumnFacts column, long common) {
        if (common <= MOST_ONE_HOT) {
            oneHot.add(column.name());
            together.add(new Feature.Category(column.name(), Feature.Coding.ONE_HOT,
                    (int) Math.max(1, common)));
        } else {
            embedded.put(inputName(column), List.of(new Feature.Category(column.name(), Feature.Coding.EMBEDDING,
                    (int) Math.min(MOST_PLACES, common))));
        }
    }

    private void freeText(ColumnFacts column) {
        if (column.name().matches(IDENTIFIER)) {
            identifiers.add(column.name());
            return;
        }
        TextChoice choice = new TextChoice(table, column);
        Optional<Feature.Text> sentence = choice.from(TextChoice.SENTENCE);
        if (sentence.isPresent()) {
            sentences.add(column.name());
            embedded.put(inputName(column), List.of(sentence.get()));
        } else {
            free.add(column.name());
            if (column.present() >= FEWEST_SHORT_TEXTS) {
                shortTexts.put(inputName(column), choice.from(0).orElseThrow());
            }
        }
    }

    private static String inputName(ColumnFacts column) {
        return column.name().length() > LONGEST_NAME ? "column " + (column.index() + 1) : column.name();
    }

    private void date(ColumnFacts column) {
        double[] range = table.momentRange(column.index());
        List<Feature.DatePart> parts = new ArrayList<>();
        if (range[1] - range[0] > SEVERAL_YEARS) {
            parts.add(Feature.DatePart.YEAR);
        }
        if (range[1] - range[0] > MONTHS) {
            parts.add(Feature.DatePart.MONTH);
        }
        // A week cannot be told from chance before it has come several times; one date alone leaves nothing else.
        if (range[1] - range[0] > WEEKS || range[2] == 0) {
            parts.add(Feature.DatePart.WEEKDAY);
        }
        if (range[2] > 0) {
            parts.add(Feature.DatePart.HOUR);
        }
        if (range[0] == range[1]) {
            constant.add(column.name());
        } else {
            dates.add(column.name());
            together.add(new Feature.Moment(column.name(), parts, missing(column, Missing.Fill.MEAN)));
        }
    }

    /// The columns for each input: all that are numbers together, and one for each that is embedded. Short texts are taken where there is
    /// nothing else.
    SequencedMap<String, List<Feature>> inputs() {
        SequencedMap<String, List<Feature>> inputs = new LinkedHashMap<>();
        if (together.isEmpty() && embedded.isEmpty()) {
            shortTexts.forEach((name, text) -> {
                embedded.put(name, List.of(text));
                sentences.add(text.column());
                free.remove(text.column());
            });
        }
        if (!together.isEmpty()) {
            inputs.put(embedded.containsKey(Table.INPUT) ? Table.INPUT + " together" : Table.INPUT, together);
        }
        inputs.putAll(embedded);
        return inputs;
    }

    /// What was done, a sentence each.
    List<Sentence> remarks() {
        List<Sentence> remarks = new ArrayList<>();
        List<String> learnt = embedded.values().stream().map(List::getFirst)
                .filter(Feature.Category.class::isInstance).map(Feature::column).toList();
        add(remarks, oneHot, some -> Sentence.of("remark.one-hot", "A number a category stands for {0}.", some));
        add(remarks, learnt, some -> Sentence.of("remark.embedded",
                "Many different texts are learned as rows of numbers: {0}.", some));
        add(remarks, sentences, some -> Sentence.of("remark.tokens", "Texts are cut into tokens: {0}.", some));
        add(remarks, dates, some -> Sentence.of("remark.dates", "Dates become parts that come again: {0}.", some));
        add(remarks, filled, some -> Sentence.of("remark.filled",
                "Missing values are filled, and a further number says that they were missing: {0}.", some));
        add(remarks, constant, some -> Sentence.of("remark.constant",
                "Left out because they are the same in every row: {0}.", some));
        add(remarks, mostlyMissing, some -> Sentence.of("remark.missing",
                "Left out because more than half is missing: {0}.", some));
        add(remarks, identifiers, some -> Sentence.of("remark.identifiers",
                "Left out because they only name the rows: {0}.", some));
        add(remarks, unwanted, some -> Sentence.of("remark.unwanted", "Left out as you say: {0}.", some));
        add(remarks, free, some -> Sentence.of("remark.free", "Left out because nearly every text differs: {0}.",
                some));
        return remarks;
    }

    private static void add(List<Sentence> remarks, List<String> columns, Function<Sentence, Sentence> sentence) {
        if (!columns.isEmpty()) {
            remarks.add(sentence.apply(ReadFailure.some(columns)));
        }
    }
}
