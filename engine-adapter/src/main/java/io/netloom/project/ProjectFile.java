package io.netloom.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.shape.BadInput;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
            throw new BadInput(file + " is not a Netloom project: it has no member 'netloom'. "
                    + "`netloom new` makes a project from data.");
        }
        int version = fields.integer("netloom");
        if (version != VERSION) {
            throw new BadInput(file + " is of version " + version + ", but this Netloom reads version " + VERSION
                    + ". Open it with a newer Netloom.");
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
        AtomicFile.write(file, (text(json) + "\n").getBytes(StandardCharsets.UTF_8));
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
            throw new BadInput(
                    fields.place() + " is of version " + fields.integer("netloom") + ", not " + VERSION + ".");
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
                throw new BadInput("There is no file " + file + ". Check the path.");
            }
            if (!Files.isRegularFile(file)) {
                throw new BadInput(file + " is a folder, not a file.");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInput(file + " is larger than any project (" + MAX_BYTES / (1 << 20) + " MB).");
            }
            JsonNode json = Json.MAPPER.readTree(file.toFile());
            if (json == null || !json.isObject()) {
                throw new BadInput(file + " is not a Netloom project: it holds no JSON object.");
            }
            return json;
        } catch (StreamConstraintsException e) {
            throw new BadInput(file
                    + " is larger or more deeply nested than any project. Nothing of it was read; ask whoever made it.",
                    e);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw new BadInput(file + " is not a Netloom project: it is no JSON" + where + ".", e);
        } catch (CharConversionException e) {
            throw new BadInput(file + " is not a Netloom project: it is no text.", e);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
