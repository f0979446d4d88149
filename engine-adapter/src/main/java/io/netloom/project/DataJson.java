package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.DataSource;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.MaskFolder;
import io.netloom.data.PictureForm;
import io.netloom.data.Reconstructed;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.shape.BadInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.Locale;

/// A data source as JSON. Paths are written relative to the project's folder where they can be, with `/` between names.
final class DataJson {
    private DataJson() {}

    static ObjectNode write(DataSource source, Path folder) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (source) {
            case ImageFolder(Path images, PictureForm form) ->
                write(form, json.put("images", relative(images, folder)));
            case MaskFolder masks -> {
                write(masks.form(), json.put("pictures", relative(masks.pictures(), folder)).put("masks",
                        relative(masks.masks(), folder)));
                masks.classes().forEach(json.putArray("classes")::add);
            }
            case IdxFiles(Path files) -> json.put("idx", relative(files, folder));
            case Table table -> {
                json.put("table", relative(table.file(), folder));
                ObjectNode inputs = json.putObject("inputs");
                table.inputs().forEach((name, columns) -> columns.forEach(inputs.withArrayProperty(name)::add));
                ObjectNode targets = json.putObject("targets");
                table.targets().forEach((name, target) -> write(target, targets.putObject(name)));
            }
            case Reconstructed(DataSource inner, SequencedMap<String, String> outputs, Reconstructed.Beside beside) -> {
                json.setAll(write(inner, folder));
                outputs.forEach(json.putObject("reconstruct")::put);
                if (beside == Reconstructed.Beside.TARGETS && !(inner instanceof Table)) {
                    json.put("labels", true);
                }
            }
        }
        return json;
    }

    static DataSource read(Fields fields, Path folder) {
        DataSource source = source(fields, folder);
        if (!fields.has("reconstruct")) {
            return source;
        }
        boolean labels = fields.has("labels") && fields.bool("labels");
        Fields given = fields.object("reconstruct");
        var outputs = new LinkedHashMap<String, String>();
        given.names().forEach(name -> outputs.put(name, given.text(name)));
        boolean targets = source instanceof Table table ? !table.targets().isEmpty() : labels;
        return fields.within(() -> new Reconstructed(source, outputs,
                targets ? Reconstructed.Beside.TARGETS : Reconstructed.Beside.NOTHING));
    }

    private static DataSource source(Fields fields, Path folder) {
        if (fields.has("images")) {
            only(fields, "images", "channels", "height", "width", "resize", "labels");
            return new ImageFolder(resolve(fields, "images", folder), form(fields));
        }
        if (fields.has("pictures")) {
            only(fields, "pictures", "masks", "channels", "height", "width", "resize", "classes", "labels");
            Path pictures = resolve(fields, "pictures", folder);
            Path masks = resolve(fields, "masks", folder);
            PictureForm form = form(fields);
            List<String> classes = fields.texts("classes");
            return fields.within(() -> new MaskFolder(pictures, masks, form, classes));
        }
        if (fields.has("idx")) {
            only(fields, "idx", "labels");
            return new IdxFiles(resolve(fields, "idx", folder));
        }
        if (fields.has("table")) {
            only(fields, "table", "inputs", "targets");
            return table(fields, folder);
        }
        throw new BadInput(fields.place() + " names no data: it needs 'images', 'pictures', 'idx' or 'table'.");
    }

    private static void write(PictureForm form, ObjectNode json) {
        json.put("channels", form.channels()).put("height", form.height()).put("width", form.width());
        if (form.fitting() != PictureForm.Fitting.STRETCH) {
            json.put("resize", form.fitting().name().toLowerCase(Locale.ROOT));
        }
    }

    private static PictureForm form(Fields fields) {
        int channels = fields.integer("channels");
        int height = fields.integer("height");
        int width = fields.integer("width");
        PictureForm.Fitting fitting = switch (fields.has("resize") ? fields.text("resize") : "stretch") {
            case "stretch" -> PictureForm.Fitting.STRETCH;
            case "fit" -> PictureForm.Fitting.FIT;
            case "fill" -> PictureForm.Fitting.FILL;
            case String other -> throw new BadInput(
                    fields.place() + ", resize must be stretch, fit or fill, not '" + other + "'.");
        };
        return fields.within(() -> new PictureForm(channels, height, width, fitting));
    }

    /// Members of a source; where its inputs are to be given back, there are more.
    private static void only(Fields fields, String... names) {
        fields.only(
                Stream.concat(Arrays.stream(names).filter(name -> fields.has("reconstruct") || !name.equals("labels")),
                        Stream.of("reconstruct")).toArray(String[]::new));
    }

    private static Table table(Fields fields, Path folder) {
        var inputs = new LinkedHashMap<String, List<String>>();
        Fields columns = fields.object("inputs");
        columns.names().forEach(name -> inputs.put(name, columns.texts(name)));
        var targets = new LinkedHashMap<String, TargetColumn>();
        fields.optionalObject("targets").ifPresent(given -> given.names()
                .forEach(name -> targets.put(name, target(given.object(name)))));
        if (targets.isEmpty() && !fields.has("reconstruct")) {
            throw new BadInput(fields.place() + " names no target: name a column to be learned under 'targets'.");
        }
        Path table = resolve(fields, "table", folder);
        return fields.within(() -> new Table(table, inputs, targets));
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
            case String other -> throw new BadInput(fields.place()
                    + ", kind must be class, number, numbers, tags or shares, not '" + other + "'.");
        };
        String separator = fields.has("separator") ? fields.text("separator") : "";
        return fields.within(() -> new TargetColumn(columns, kind, separator));
    }

    private static String relative(Path path, Path folder) {
        boolean sameRoot = path.isAbsolute() && path.getRoot().equals(folder.getRoot());
        return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
    }

    private static Path resolve(Fields fields, String name, Path folder) {
        String text = fields.text(name);
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new BadInput(fields.place() + ", " + name + ": '" + text + "' is not a path: " + e.getReason() + ".",
                    e);
        }
    }
}
