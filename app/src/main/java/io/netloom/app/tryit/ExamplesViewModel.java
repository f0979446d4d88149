package io.netloom.app.tryit;

import io.netloom.app.chart.Digits;
import io.netloom.app.text.Texts;
import io.netloom.data.Part;
import io.netloom.evaluate.Answer;
import io.netloom.evaluate.Judged;
import io.netloom.evaluate.Verdict;
import io.netloom.shape.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Examples whose answer is known, beside what the network answers.
public final class ExamplesViewModel {
    private static final int PERCENT = 100;
    private static final int COLUMNS = 4;

    private final Texts texts;
    private List<Judged> examples = List.of();
    private Part part = Part.VALIDATION;
    private Optional<Sentence> change = Optional.empty();
    private Order order = Order.AS_THEY_COME;
    private Runnable changed = () -> {};

    /// In which order they are shown.
    public enum Order {
        /// That of the data.
        AS_THEY_COME,
        /// Those whose answer is farthest from the truth first.
        WORST,
        /// Mistakes first, and of those the ones that the network is surest of.
        SUREST_MISTAKES;

        /// The key of its words.
        public String key() {
            return "tryit.order." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// How an answer compares with the truth, for a sign.
    public enum Mark {
        /// It is right.
        RIGHT,
        /// It is wrong.
        WRONG,
        /// It is nearer or farther.
        NEITHER
    }

    ExamplesViewModel(Texts texts) {
        this.texts = texts;
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    void show(List<Judged> judged, Part of, Optional<Sentence> changeOfData) {
        change = changeOfData;
        examples = List.copyOf(judged);
        part = of;
        changed.run();
    }

    /// The orders that make sense here.
    public List<Order> orders() {
        return examples.stream().anyMatch(example -> example.right().isPresent()) ? List.of(Order.values())
                : List.of(Order.AS_THEY_COME, Order.WORST);
    }

    /// The present order.
    public Order order() {
        return orders().contains(order) ? order : Order.AS_THEY_COME;
    }

    /// Puts them into another order.
    public void setOrder(Order other) {
        order = other;
        changed.run();
    }

    /// The examples in their order.
    public List<Judged> examples() {
        return switch (order()) {
            case AS_THEY_COME -> examples;
            case WORST -> examples.stream().sorted(Comparator.comparingDouble((Judged e) -> -e.distance())).toList();
            case SUREST_MISTAKES -> examples.stream().sorted(Comparator.comparing((Judged e) -> e.right().orElse(true))
                    .thenComparingDouble(e -> e.right().orElse(true) ? e.certainty() : -e.certainty())).toList();
        };
    }

    /// What they are, and how many are right.
    public String summary() {
        String of = texts.get("tryit.part." + part.name().toLowerCase(Locale.ROOT), texts.count(examples.size()));
        long judged = examples.stream().filter(example -> example.right().isPresent()).count();
        long right = examples.stream().filter(example -> example.right().orElse(false)).count();
        return judged == 0 ? of : texts.get("tryit.right-of", of, texts.count(right));
    }

    /// The sign that stands beside an example.
    public Mark mark(Judged example) {
        return example.right().map(right -> right ? Mark.RIGHT : Mark.WRONG).orElse(Mark.NEITHER);
    }

    /// An answer, or a truth, in a few words.
    public String words(Answer answer) {
        return switch (answer) {
            case Answer.Classes classes -> classes.names().get(classes.likeliest());
            case Answer.Tags tags -> {
                String names = IntStream.range(0, tags.names().size()).filter(tags::holds)
                        .mapToObj(tags.names()::get).collect(Collectors.joining(", "));
                yield names.isEmpty() ? texts.get("tryit.no-tag") : names;
            }
            case Answer.Shares shares -> IntStream.range(0, shares.names().size())
                    .mapToObj(i -> shares.names().get(i) + " " + percent(shares.shares().get(i)))
                    .collect(Collectors.joining(", "));
            case Answer.Numbers numbers -> numbers.values().size() == 1 ? Digits.four(numbers.values().getFirst())
                    : IntStream.range(0, numbers.names().size()).limit(COLUMNS)
                            .mapToObj(i -> numbers.names().get(i) + " " + Digits.four(numbers.values().get(i)))
                            .collect(Collectors.joining(", "));
            case Answer.Picture _,Answer.Mask _ -> "";
        };
    }

    /// How sure, or how far away, an answer is.
    public String words(Answer answer, Answer truth, Verdict verdict) {
        return switch (answer) {
            case Answer.Classes _,Answer.Tags _ -> percent(verdict.certainty());
            case Answer.Mask _ -> texts.get("tryit.pixels", percent(verdict.certainty()));
            case Answer.Numbers numbers when numbers.values().size() == 1 -> texts.get("tryit.off",
                    Digits.four(Math.abs(numbers.values().getFirst() - ((Answer.Numbers) truth).values().getFirst())));
            case Answer.Numbers _ -> texts.get("tryit.off-deviations", Digits.four(verdict.distance()));
            case Answer.Shares _,Answer.Picture _ -> texts.get("tryit.off", percent(verdict.distance()));
        };
    }

    /// What an example holds, in a line; empty where it is a picture.
    public String content(Judged example) {
        return example.columns().entrySet().stream().filter(column -> !column.getValue().isEmpty()).limit(COLUMNS)
                .map(column -> column.getKey() + " " + column.getValue()).collect(Collectors.joining(" · "));
    }

    /// What the pictures of an example are, from left to right; nothing where there is one at most.
    public Optional<String> columns() {
        return examples.stream().findFirst().flatMap(example -> example.answers().stream().<Optional<String>>map(answer -> switch (answer) {
            case Answer.Mask _ -> Optional.of(texts.get("tryit.columns.mask"));
            case Answer.Picture _ -> Optional.of(texts.get("tryit.columns.picture"));
            case Answer.Classes _,Answer.Tags _,Answer.Shares _,Answer.Numbers _ -> Optional.empty();
        }).flatMap(Optional::stream).findFirst());
    }

    /// Why their answers may look better than they are; nothing where they do not.
    public Optional<String> doubt() {
        return change.map(what -> texts.get("tryit.changed", texts.say(what)));
    }

    /// Why there are none; empty where there are some.
    public Optional<String> absence() {
        return examples.isEmpty() ? Optional.of(texts.get("tryit.no-examples")) : Optional.empty();
    }

    private String percent(double share) {
        return String.format(texts.locale(), "%.0f %%", PERCENT * share);
    }
}
