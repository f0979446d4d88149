package io.netloom.app.tryit;

import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.data.FormField;
import io.netloom.data.FormField.Fault;
import io.netloom.data.FormField.Gap;
import io.netloom.data.FormField.Kind;
import io.netloom.data.RowForm;
import io.netloom.evaluate.Answer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A form made of a table's columns, and what the network answers to the row that is written in it.
public final class FormViewModel implements Asked {
    private final RowForm form;
    private final Respondent respondent;
    private final Texts texts;
    private final SequencedMap<String, String> values = new LinkedHashMap<>();
    private final Latest<List<Answer>> latest;
    private Map<String, Fault> faults = Map.of();
    private List<Answer> answers = List.of();
    private Optional<String> failure = Optional.empty();
    private Runnable changed = () -> {};

    FormViewModel(RowForm form, Respondent respondent, Texts texts, Background asker) {
        this.form = form;
        this.respondent = respondent;
        this.texts = texts;
        latest = new Latest<>(asker, found -> {
            failure = Optional.empty();
            answers = found;
            changed.run();
        }, e -> {
            failure = Optional.of(Failures.words(e, texts));
            changed.run();
        });
        form.fields().forEach(field -> values.put(field.column(), field.usual()));
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// The fields, in the order of the columns.
    public List<FormField> fields() {
        return form.fields();
    }

    /// What is written for a column.
    public String value(String column) {
        return values.getOrDefault(column, "");
    }

    /// Writes something for a column, and asks.
    public void set(String column, String text) {
        if (!text.equals(values.put(column, text))) {
            ask();
        }
    }

    /// Writes what is usual everywhere.
    public void reset() {
        form.fields().forEach(field -> values.put(field.column(), field.usual()));
        ask();
    }

    /// Takes over a row.
    public void fill(Map<String, String> row) {
        row.forEach((column, text) -> values.computeIfPresent(column, (_, _) -> text));
        ask();
    }

    @Override
    public void ask() {
        faults = form.faults(values);
        if (faults.isEmpty()) {
            Map<String, String> row = Map.copyOf(values);
            latest.ask(() -> respondent.tryout().answer(form, row));
        } else {
            latest.forget();
        }
        changed.run();
    }

    /// What is wrong with what is written for a column.
    public Optional<String> fault(String column) {
        return Optional.ofNullable(faults.get(column)).map(fault -> switch (fault) {
            case EMPTY -> texts.get("tryit.fault.empty");
            case NO_NUMBER -> texts.get("tryit.fault.number");
            case NO_FLAG -> texts.get("tryit.fault.flag");
            case NO_MOMENT -> texts.get("tryit.fault.moment");
        });
    }

    /// What is to be known of what is written for a column, though it is answered.
    public Optional<String> notice(FormField field) {
        String text = value(field.column()).strip();
        if (faults.containsKey(field.column())) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of(texts.get("tryit.notice.empty"));
        }
        return switch (field.kind()) {
            case Kind.Number(float least, float most) when outside(text, least, most) ->
                Optional.of(texts.get("tryit.notice.outside", plain(least), plain(most)));
            case Kind.Choice(List<String> choices) when !choices.contains(text) ->
                Optional.of(texts.get("tryit.notice.unseen"));
            case Kind.Number _,Kind.Choice _,Kind.Flag _,Kind.Moment _,Kind.Text _ -> Optional.empty();
        };
    }

    private static String plain(float value) {
        return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static boolean outside(String text, float least, float most) {
        double value = Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
        return (float) value < least || (float) value > most;
    }

    /// What a field expects.
    public String hint(FormField field) {
        return switch (field.kind()) {
            case Kind.Number(float least, float most) ->
                texts.get("tryit.range", plain(least), plain(most));
            case Kind.Moment(String least, String most) -> texts.get("tryit.range", least, most);
            case Kind.Choice _,Kind.Flag _,Kind.Text _ ->
                field.gap() == Gap.FILLED ? texts.get("tryit.may-be-empty") : "";
        };
    }

    @Override
    public List<Answer> answers() {
        return faults.isEmpty() ? answers : List.of();
    }

    @Override
    public Optional<String> failure() {
        return faults.isEmpty() ? failure : Optional.of(texts.get("tryit.fault.some"));
    }
}
