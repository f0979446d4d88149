package io.netloom.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.ColumnType;
import io.netloom.data.Dialect;
import io.netloom.data.Feature;
import io.netloom.data.Table;
import io.netloom.data.TableFile;
import io.netloom.data.TargetColumn;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A table as JSON: how its file is written, which columns are inputs and how, and what is learned.
final class TableJson {
    private TableJson() {}

    static void write(Table table, Path folder, ObjectNode json) {
        json.put("table", DataJson.relative(table.file().path(), folder));
        table.test().ifPresent(test -> json.put("testTable", DataJson.relative(test, folder)));
        write(table.file().dialect(), json);
        writeInputs(table.inputs(), json);
        write(table.targets(), json);
    }

    /// Puts `inputs` into a source.
    static void writeInputs(SequencedMap<String, List<Feature>> features, ObjectNode source) {
        ObjectNode inputs = source.putObject("inputs");
        features.forEach((name, used) -> {
            ArrayNode columns = inputs.putArray(name);
            for (Feature feature : used) {
                if (feature.equals(new Feature.Number(feature.column()))) {
                    columns.add(feature.column());
                } else {
                    columns.add(FeatureJson.write(feature));
                }
            }
        });
    }

    /// Puts `targets` into a source.
    static void write(SequencedMap<String, TargetColumn> targets, ObjectNode source) {
        ObjectNode json = source.putObject("targets");
        targets.forEach((name, target) -> write(target, json.putObject(name)));
    }

    /// Puts `dialect` into a source, where the user says anything about it.
    static void write(Dialect dialect, ObjectNode source) {
        if (dialect.equals(Dialect.FOUND)) {
            return;
        }
        ObjectNode json = source.putObject("dialect");
        dialect.delimiter().ifPresent(mark -> json.put("delimiter", mark.toString()));
        dialect.quote().ifPresent(mark -> json.put("quote", mark.toString()));
        dialect.escape().ifPresent(mark -> json.put("escape", mark.toString()));
        dialect.encoding().ifPresent(name -> json.put("encoding", name));
        dialect.decimal().ifPresent(mark -> json.put("decimal", mark.toString()));
        dialect.header().ifPresent(there -> json.put("header", there));
        dialect.missing().ifPresent(words -> words.forEach(json.putArray("missing")::add));
        dialect.types().forEach((column, type) -> json.withObjectProperty("types").put(column,
                type.name().toLowerCase(Locale.ROOT)));
    }

    static Table read(Fields fields, Path folder) {
        SequencedMap<String, List<Feature>> inputs = inputs(fields);
        SequencedMap<String, TargetColumn> targets = targets(fields);
        Path table = DataJson.resolve(fields, "table", folder);
        Optional<Path> test = fields.has("testTable") ? Optional.of(DataJson.resolve(fields, "testTable", folder))
                : Optional.empty();
        Dialect dialect = dialect(fields);
        return fields.within(() -> new Table(new TableFile(table, dialect), test, inputs, targets));
    }

    /// The columns for each input.
    static SequencedMap<String, List<Feature>> inputs(Fields source) {
        var inputs = new LinkedHashMap<String, List<Feature>>();
        Fields columns = source.object("inputs");
        columns.names().forEach(name -> inputs.put(name,
                columns.<Feature>textsOrObjects(name, Feature.Number::new, FeatureJson::read)));
        return inputs;
    }

    /// What a source says is to be learnt.
    static SequencedMap<String, TargetColumn> targets(Fields source) {
        var targets = new LinkedHashMap<String, TargetColumn>();
        source.optionalObject("targets").ifPresent(given -> given.names()
                .forEach(name -> targets.put(name, target(given.object(name)))));
        if (targets.isEmpty() && !source.has("reconstruct")) {
            throw new BadInput(Sentence.of("file.no-target",
                    "{0} names no target: name a column to be learned under ''targets''.", source.place()));
        }
        return targets;
    }

    /// What a source says about how its file is written.
    static Dialect dialect(Fields source) {
        return source.optionalObject("dialect").map(TableJson::saidDialect).orElse(Dialect.FOUND);
    }

    private static Dialect saidDialect(Fields fields) {
        fields.only("delimiter", "quote", "escape", "encoding", "decimal", "header", "missing", "types");
        var types = new LinkedHashMap<String, ColumnType>();
        fields.optionalObject("types").ifPresent(given -> given.names()
                .forEach(column -> types.put(column, type(given, column))));
        Optional<List<String>> missing = fields.has("missing") ? Optional.of(fields.texts("missing"))
                : Optional.empty();
        return fields.within(() -> new Dialect(mark(fields, "delimiter"), mark(fields, "quote"),
                mark(fields, "escape"),
                fields.has("encoding") ? Optional.of(fields.text("encoding")) : Optional.empty(),
                mark(fields, "decimal"), fields.has("header") ? Optional.of(fields.bool("header")) : Optional.empty(),
                missing, types));
    }

    private static Optional<Character> mark(Fields fields, String name) {
        if (!fields.has(name)) {
            return Optional.empty();
        }
        String text = fields.text(name);
        if (text.length() != 1) {
            throw new BadInput(Sentence.of("file.character",
                    "{0} must be a single character, not ''{1}''.", name, text));
        }
        return Optional.of(text.charAt(0));
    }

    private static ColumnType type(Fields fields, String column) {
        return Stream.of(ColumnType.values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(fields.text(column))).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.holds",
                        "{0}: \"{1}\" must hold number, text, boolean or date, not ''{2}''.", fields.place(), column,
                        fields.text(column))));
    }

    private static void write(TargetColumn target, ObjectNode json) {
        if (target.columns().size() == 1) {
            json.put("column", target.columns().getFirst());
        } else {
            target.columns().forEach(json.putArray("columns")::add);
        }
        json.put("kind", target.kind().name().toLowerCase(Locale.ROOT));
        if (!target.separator().isEmpty()) {
            json.put("separator", target.separator());
        }
    }

    private static TargetColumn target(Fields fields) {
        boolean several = fields.has("columns");
        fields.only(several ? "columns" : "column", "kind", "separator");
        List<String> columns = several ? fields.texts("columns") : List.of(fields.text("column"));
        TargetColumn.Kind kind = switch (fields.text("kind")) {
            case "class" -> TargetColumn.Kind.CLASS;
            case "number" -> TargetColumn.Kind.NUMBER;
            case "numbers" -> TargetColumn.Kind.NUMBERS;
            case "tags" -> TargetColumn.Kind.TAGS;
            case "shares" -> TargetColumn.Kind.SHARES;
            case String other -> throw new BadInput(Sentence.of("file.target-kind",
                    "{0}, kind must be class, number, numbers, tags or shares, not ''{1}''.", fields.place(), other));
        };
        String separator = fields.has("separator") ? fields.text("separator") : "";
        return fields.within(() -> new TargetColumn(columns, kind, separator));
    }
}
