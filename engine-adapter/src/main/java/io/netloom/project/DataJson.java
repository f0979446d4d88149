package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.DataSource;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.Table;
import io.netloom.data.TargetColumn;
import io.netloom.shape.BadInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// A data source as JSON. Paths are written relative to the project's folder where they can be, with `/` between names.
final class DataJson {
    private DataJson() {}

    static ObjectNode write(DataSource source, Path folder) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (source) {
            case ImageFolder(Path images, int channels, int height, int width) -> json
                    .put("images", relative(images, folder)).put("channels", channels).put("height", height)
                    .put("width", width);
            case IdxFiles(Path files) -> json.put("idx", relative(files, folder));
            case Table table -> {
                json.put("table", relative(table.file(), folder));
                ObjectNode inputs = json.putObject("inputs");
                table.inputs().forEach((name, columns) -> columns.forEach(inputs.withArrayProperty(name)::add));
                ObjectNode targets = json.putObject("targets");
                table.targets().forEach((name, target) -> targets.putObject(name).put("column", target.column())
                        .put("kind", target.kind().name().toLowerCase(Locale.ROOT)));
            }
        }
        return json;
    }

    static DataSource read(Fields fields, Path folder) {
        if (fields.has("images")) {
            fields.only("images", "channels", "height", "width");
            Path images = resolve(fields, "images", folder);
            int channels = fields.integer("channels");
            int height = fields.integer("height");
            int width = fields.integer("width");
            return fields.within(() -> new ImageFolder(images, channels, height, width));
        }
        if (fields.has("idx")) {
            fields.only("idx");
            return new IdxFiles(resolve(fields, "idx", folder));
        }
        if (fields.has("table")) {
            fields.only("table", "inputs", "targets");
            var inputs = new LinkedHashMap<String, List<String>>();
            Fields columns = fields.object("inputs");
            columns.names().forEach(name -> inputs.put(name, columns.texts(name)));
            var targets = new LinkedHashMap<String, TargetColumn>();
            Fields given = fields.object("targets");
            given.names().forEach(name -> targets.put(name, target(given.object(name))));
            Path table = resolve(fields, "table", folder);
            return fields.within(() -> new Table(table, inputs, targets));
        }
        throw new BadInput(fields.place() + " names no data: it needs 'images', 'idx' or 'table'.");
    }

    private static TargetColumn target(Fields fields) {
        fields.only("column", "kind");
        return new TargetColumn(fields.text("column"), switch (fields.text("kind")) {
            case "class" -> TargetColumn.Kind.CLASS;
            case "number" -> TargetColumn.Kind.NUMBER;
            case String other ->
                throw new BadInput(fields.place() + ", kind must be class or number, not '" + other + "'.");
        });
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
