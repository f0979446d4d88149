package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.data.DataSource;
import io.netloom.data.IdxFiles;
import io.netloom.data.ImageFolder;
import io.netloom.data.ImageTable;
import io.netloom.data.MaskFolder;
import io.netloom.data.PictureForm;
import io.netloom.data.Reconstructed;
import io.netloom.data.Series;
import io.netloom.data.Table;
import io.netloom.data.TableFile;
import io.netloom.data.TargetColumn;
import io.netloom.data.TextFile;
import io.netloom.data.Tokenising;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

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
            case ImageTable pictures -> {
                json.put("pictureTable", relative(pictures.file().path(), folder));
                TableJson.write(pictures.file().dialect(), json);
                write(pictures.form(), json.put("column", pictures.column())
                        .put("folder", relative(pictures.folder(), folder)));
                TableJson.write(pictures.targets(), json);
            }
            case IdxFiles(Path files) -> json.put("idx", relative(files, folder));
            case Table table -> TableJson.write(table, folder, json);
            case Series series -> SeriesJson.write(series, folder, json);
            case TextFile(Path file, Optional<String> encoding, Tokenising tokens, int stride) -> {
                json.put("text", relative(file, folder));
                encoding.ifPresent(name -> json.put("encoding", name));
                FeatureJson.write(tokens, json);
                json.put("stride", stride);
            }
            case Reconstructed(DataSource inner, SequencedMap<String, String> outputs, Reconstructed.Beside beside) -> {
                json.setAll(write(inner, folder));
                outputs.forEach(json.putObject("reconstruct")::put);
                if (beside == Reconstructed.Beside.TARGETS && !(inner instanceof Table)
                        && !(inner instanceof ImageTable)) {
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
        boolean targets = switch (source) {
            case Table table -> !table.targets().isEmpty();
            case ImageTable pictures -> !pictures.targets().isEmpty();
            case ImageFolder _,MaskFolder _,IdxFiles _,Series _,TextFile _,Reconstructed _ -> labels;
        };
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
        if (fields.has("pictureTable")) {
            only(fields, "pictureTable", "dialect", "column", "folder", "channels", "height", "width", "resize",
                    "targets");
            TableFile table = new TableFile(resolve(fields, "pictureTable", folder), TableJson.dialect(fields));
            Path pictures = resolve(fields, "folder", folder);
            PictureForm form = form(fields);
            SequencedMap<String, TargetColumn> targets = TableJson.targets(fields);
            return fields.within(() -> new ImageTable(table, pictures, fields.text("column"), form, targets));
        }
        if (fields.has("idx")) {
            only(fields, "idx", "labels");
            return new IdxFiles(resolve(fields, "idx", folder));
        }
        if (fields.has("series")) {
            only(fields, "table", "dialect", "series", "inputs", "targets");
            return SeriesJson.read(fields, folder);
        }
        if (fields.has("text")) {
            only(fields, "text", "encoding", "tokens", "vocabulary", "lowerCase", "length", "stride");
            Optional<String> encoding = fields.has("encoding") ? Optional.of(fields.text("encoding"))
                    : Optional.empty();
            return fields.within(() -> new TextFile(resolve(fields, "text", folder), encoding,
                    FeatureJson.tokenising(fields), fields.integer("stride")));
        }
        if (fields.has("table")) {
            only(fields, "table", "testTable", "dialect", "inputs", "targets");
            return TableJson.read(fields, folder);
        }
        throw new BadInput(Sentence.of("file.no-data",
                "{0} names no data: it needs ''images'', ''pictures'', ''pictureTable'', ''idx'', ''table''"
                        + " or ''text''.",
                fields.place()));
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
            case String other -> throw new BadInput(Sentence.of("file.resize",
                    "{0}, resize must be stretch, fit or fill, not ''{1}''.", fields.place(), other));
        };
        return fields.within(() -> new PictureForm(channels, height, width, fitting));
    }

    /// Members of a source; where its inputs are to be given back, there are more.
    private static void only(Fields fields, String... names) {
        fields.only(
                Stream.concat(Arrays.stream(names).filter(name -> fields.has("reconstruct") || !name.equals("labels")),
                        Stream.of("reconstruct")).toArray(String[]::new));
    }

    static String relative(Path path, Path folder) {
        boolean sameRoot = path.isAbsolute() && path.getRoot().equals(folder.getRoot());
        return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
    }

    static Path resolve(Fields fields, String name, Path folder) {
        String text = fields.text(name);
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw new BadInput(Sentence.of("file.no-path",
                    "{0}, {1}: ''{2}'' is not a path: {3}.", fields.place(), name, text, e.getReason()), e);
        }
    }
}
