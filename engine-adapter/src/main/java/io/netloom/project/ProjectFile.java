package io.netloom.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The project file, `*.netloom`: JSON with a version. Every version that was ever written stays readable.
public final class ProjectFile {
    /// The version that this program writes.
    public static final int VERSION = 1;
    private static final long MAX_BYTES = 64L << 20;

    private ProjectFile() {}

    /// Reads a project.
    ///
    /// @throws BadInput if the file is missing, is no project, or is from a newer version; the message says where
    public static Project read(Path file) {
        Fields fields = new Fields(json(file), file.toString());
        if (!fields.has("netloom")) {
            throw new BadInput(Sentence.of("file.no-project",
                    "{0} is not a Netloom project: it has no member ''netloom''. `netloom new` makes a project"
                            + " from data.",
                    file.toString()));
        }
        int version = fields.integer("netloom");
        if (version != VERSION) {
            throw new BadInput(Sentence.of("file.newer",
                    "{0} is of version {1,number,0}, but this Netloom reads version {2,number,0}. Open it with a"
                            + " newer Netloom.",
                    file.toString(), version, VERSION));
        }
        fields.only("netloom", "data", "plan", "graph");
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new Project(GraphJson.read(fields.object("graph")),
                fields.optionalObject("data").map(data -> DataJson.read(data, folder)),
                PlanJson.read(fields.object("plan")));
    }

    /// Writes a project so that a reader finds the old file or the new one, whole.
    ///
    /// @throws BadInput if it cannot be written there
    public static void write(Project project, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("netloom", VERSION);
        project.data().ifPresent(data -> json.set("data", DataJson.write(data, folder)));
        json.set("plan", PlanJson.write(project.plan()));
        json.set("graph", GraphJson.write(project.graph()));
        AtomicFile.write(place(file), (text(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Where it is written: a file takes another's place, and neither a link nor what nobody may write is to vanish by that.
    private static Path place(Path file) {
        try {
            if (!Files.exists(file)) {
                return file;
            }
            if (!Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            return Files.isSymbolicLink(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw WriteFailure.of(file, e,
                    Sentence.of("mend.other-name",
                            "Save it under another name, or see to it that you may write to it."));
        }
    }

    /// Reads a template, whose graph is written as a project's is.
    static Template readTemplate(InputStream in, String place) throws IOException {
        return template(new Fields(Json.MAPPER.readTree(in), place));
    }

    /// Reads a template that a user saved.
    ///
    /// @throws BadInput if it is missing or no template
    static Template readTemplate(Path file) {
        return template(new Fields(json(file), file.toString()));
    }

    /// Writes a template so that a reader finds the old file or the new one, whole.
    ///
    /// @throws BadInput if it cannot be written there
    static void writeTemplate(Template template, Path file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("netloom", VERSION).put("name", template.name())
                .put("help", template.help());
        json.set("graph", GraphJson.write(template.graph()));
        AtomicFile.write(file, (text(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Template template(Fields fields) {
        fields.only("netloom", "name", "help", "graph");
        if (fields.integer("netloom") != VERSION) {
            throw new BadInput(Sentence.of("file.version",
                    "{0} is of version {1,number,0}, not {2,number,0}.", fields.place(), fields.integer("netloom"),
                    VERSION));
        }
        return new Template(fields.text("name"), fields.text("help"), GraphJson.read(fields.object("graph")));
    }

    static String text(JsonNode json) {
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }

    static JsonNode json(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new BadInput(Sentence.of("file.gone",
                        "There is no file {0}. Check the path.", file.toString()));
            }
            if (!Files.isRegularFile(file)) {
                throw new BadInput(Sentence.of("file.folder",
                        "{0} is a folder, not a file.", file.toString()));
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInput(Sentence.of("file.large",
                        "{0} is larger than any project ({1,number,0} MB).", file.toString(), MAX_BYTES / (1 << 20)));
            }
            JsonNode json = Json.MAPPER.readTree(file.toFile());
            if (json == null || !json.isObject()) {
                throw new BadInput(Sentence.of("file.no-json-object",
                        "{0} is not a Netloom project: it holds no JSON object.", file.toString()));
            }
            return json;
        } catch (StreamConstraintsException e) {
            throw new BadInput(Sentence.of("file.deep",
                    "{0} is larger or more deeply nested than any project. Nothing of it was read; ask whoever"
                            + " made it.",
                    file.toString()), e);
        } catch (JsonProcessingException e) {
            Object where = e.getLocation() == null ? ""
                    : Sentence.of("file.line", " (line {0,number,0})", e.getLocation().getLineNr());
            throw new BadInput(Sentence.of("file.no-json",
                    "{0} is not a Netloom project: it is no JSON{1}.", file.toString(), where), e);
        } catch (CharConversionException e) {
            throw new BadInput(Sentence.of("file.no-text",
                    "{0} is not a Netloom project: it is no text.", file.toString()), e);
        } catch (IOException e) {
            throw new BadInput(Sentence.of("file.unreadable",
                    "{0} cannot be read: {1}.", file.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
