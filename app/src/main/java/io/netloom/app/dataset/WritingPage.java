package io.netloom.app.dataset;

import io.netloom.app.look.Fields;
import io.netloom.app.text.Texts;
import io.netloom.data.Dialect;
import io.netloom.data.TablePreview;
import io.netloom.data.TableQuery;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How a table is written: at the left what was found out, to be overruled; at the right its first rows as they are read so.
final class WritingPage {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', ' ', ':');
    private static final List<Character> QUOTES = List.of('"', '\'');
    private static final List<String> ENCODINGS = Stream
            .of("UTF-8", "UTF-16", "windows-1252", "ISO-8859-1", "GB18030", "Big5", "Shift_JIS", "EUC-KR",
                    "windows-1251")
            .filter(Charset::isSupported).toList();
    private static final int MOST_COLUMNS = 60;
    private static final int LINES = 4;
    private static final double WIDEST = 180;

    private final WizardViewModel model;
    private final Texts texts;
    private final Preview preview;
    private final HBox root;

    WritingPage(WizardViewModel model, Preview preview, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.preview = preview;
        VBox seen = new VBox(title("dataset.writing.lines"), lines(preview.table().isPresent() ? LINES
                : preview.lines().size()));
        preview.table().ifPresent(table -> seen.getChildren().addAll(title("dataset.writing.rows"), rows(table)));
        seen.getStyleClass().add("wizard-side");
        HBox.setHgrow(seen, Priority.ALWAYS);
        root = new HBox(fields(), seen);
        root.getStyleClass().add("wizard-page");
    }

    Parent root() {
        return root;
    }

    private Label title(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private VBox fields() {
        Dialect said = model.known().answers().dialect();
        Optional<Dialect> found = preview.table().flatMap(TablePreview::written);
        var fields = new VBox(title("dataset.writing"),
                choice("delimiter", DELIMITERS, said.delimiter().or(() -> found.flatMap(Dialect::delimiter)),
                        this::mark, value -> d -> d.withDelimiter(value)),
                choice("quote", QUOTES, said.quote().or(() -> found.flatMap(Dialect::quote)), this::mark,
                        value -> d -> d.withQuote(value)),
                choice("encoding", ENCODINGS, said.encoding().or(() -> found.flatMap(Dialect::encoding)),
                        name -> name, value -> d -> d.withEncoding(value)),
                choice("decimal", List.of('.', ','), said.decimal().or(() -> found.flatMap(Dialect::decimal)),
                        this::mark, value -> d -> d.withDecimal(value)),
                choice("header", List.of(true, false), said.header().or(() -> found.flatMap(Dialect::header)),
                        names -> texts.get(names ? "dataset.header.names" : "dataset.header.none"),
                        value -> d -> d.withHeader(value)),
                missing(said));
        if (!said.equals(Dialect.FOUND)) {
            var reset = new Button(texts.get("dataset.writing.reset"));
            reset.setId("wizard-found");
            reset.setOnAction(_ -> model.setDialect(_ -> Dialect.FOUND));
            fields.getChildren().add(reset);
        }
        fields.getStyleClass().add("writing-fields");
        return fields;
    }

    private <T> Node choice(String what, List<T> usual, Optional<T> now, Function<T, String> words,
            Function<Optional<T>, UnaryOperator<Dialect>> with) {
        Set<T> all = new LinkedHashSet<>(usual);
        now.ifPresent(all::add);
        var box = Fields.choice("wizard-" + what, List.copyOf(all), now.orElse(null), words,
                value -> model.setDialect(with.apply(Optional.of(value))));
        box.setPromptText(texts.get("dataset.writing.open"));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        return Fields.row(texts.get("dataset." + what), box);
    }

    private String mark(char mark) {
        return switch (mark) {
            case ',' -> texts.get("dataset.mark.comma");
            case ';' -> texts.get("dataset.mark.semicolon");
            case '\t' -> texts.get("dataset.mark.tab");
            case '|' -> texts.get("dataset.mark.bar");
            case ' ' -> texts.get("dataset.mark.space");
            case ':' -> texts.get("dataset.mark.colon");
            case '.' -> texts.get("dataset.mark.point");
            case '"' -> texts.get("dataset.mark.double");
            case '\'' -> texts.get("dataset.mark.single");
            default -> String.valueOf(mark);
        };
    }

    /// Words beside the usual ones, or instead of them.
    private Node missing(Dialect said) {
        List<String> usual = TableQuery.missingWords();
        boolean beside = said.missing().map(words -> words.containsAll(usual)).orElse(true);
        String words = said.missing().orElse(List.of()).stream().filter(word -> !(beside && usual.contains(word)))
                .collect(Collectors.joining(", "));
        var text = Fields.text("wizard-missing", words, "", _ -> true, now -> model.setDialect(d -> d.withMissing(
                missing(now, beside))));
        HBox.setHgrow(text, Priority.ALWAYS);
        var how = Fields.choice("wizard-missing-how", List.of(true, false), beside,
                also -> texts.get(also ? "dataset.missing.beside" : "dataset.missing.only"),
                also -> model.setDialect(d -> d.withMissing(missing(text.getText(), also))));
        how.setMaxWidth(Double.MAX_VALUE);
        var hint = new Label(texts.get("dataset.missing.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        return new VBox(4, Fields.row(texts.get("dataset.missing.words"), text), how, hint);
    }

    private static Optional<List<String>> missing(String text, boolean beside) {
        List<String> words = Arrays.stream(text.split("[,，;；]")).map(String::strip).filter(word -> !word.isEmpty())
                .toList();
        List<String> all = new ArrayList<>(beside ? TableQuery.missingWords() : List.of());
        all.addAll(words);
        return beside && words.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private Node lines(int most) {
        var lines = new Label(preview.lines().stream().limit(most).collect(Collectors.joining("\n")));
        lines.getStyleClass().add("raw-lines");
        lines.setMaxWidth(Double.MAX_VALUE);
        lines.setMinWidth(0);
        lines.setId("wizard-lines");
        return lines;
    }

    private Node rows(TablePreview table) {
        var view = new TableView<List<String>>();
        view.setId("wizard-preview");
        view.getStyleClass().add("preview-table");
        for (int c = 0; c < Math.min(MOST_COLUMNS, table.names().size()); c++) {
            int at = c;
            var column = new TableColumn<List<String>, String>(table.names().get(c).isEmpty()
                    ? texts.get("dataset.unnamed") : table.names().get(c));
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
            column.setSortable(false);
            column.setReorderable(false);
            column.setMaxWidth(2 * WIDEST);
            int letters = Math.max(table.names().get(c).length(), table.rows().stream().limit(10)
                    .mapToInt(row -> row.get(at).length()).max().orElse(0));
            column.setPrefWidth(Math.min(WIDEST, 32 + 8 * letters));
            view.getColumns().add(column);
        }
        view.getItems().addAll(table.rows());
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }
}
