package io.netloom.app.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.app.document.Settings.Bounds;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.document.Settings.Theme;
import io.netloom.project.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `settings.json` in the user's folder. Whatever in it cannot be used is as it was at the beginning: nobody shall be kept
/// from their work by a file of conveniences.
public final class SettingsFile {
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /// @param config the folder; it is made when something is written
    public SettingsFile(Path config) {
        file = config.resolve("settings.json");
    }

    /// Whether something was remembered by an earlier start.
    public boolean isThere() {
        return Files.exists(file);
    }

    /// What was remembered.
    public Settings read() {
        Settings usual = Settings.usual();
        JsonNode json;
        try {
            json = Files.isRegularFile(file) ? MAPPER.readTree(file.toFile()) : JsonNodeFactory.instance.objectNode();
        } catch (IOException _) {
            // A file that is no JSON holds nothing that could be kept; the next write replaces it.
            return usual;
        }
        JsonNode window = json.path("window");
        var bounds = new Bounds(number(window, "x", Double.NaN), number(window, "y", Double.NaN),
                number(window, "width", usual.bounds().width()), number(window, "height", usual.bounds().height()),
                window.path("maximised").asBoolean());
        return new Settings(choice(json, "theme", usual.theme()), choice(json, "language", usual.language()), bounds,
                recent(json), number(json, "paletteWidth", usual.paletteWidth()),
                number(json, "inspectorWidth", usual.inspectorWidth()), json.path("trackpad").asBoolean(),
                json.path("notices").asBoolean(usual.notices()));
    }

    /// Remembers.
    ///
    /// @throws io.netloom.shape.BadInput if the folder cannot be written to
    public void write(Settings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("netloom", VERSION)
                .put("theme", word(settings.theme())).put("language", word(settings.language()));
        ObjectNode window = json.putObject("window");
        Bounds bounds = settings.bounds();
        if (Double.isFinite(bounds.x()) && Double.isFinite(bounds.y())) {
            window.put("x", bounds.x()).put("y", bounds.y());
        }
        window.put("width", bounds.width()).put("height", bounds.height()).put("maximised", bounds.maximised());
        settings.recent().forEach(path -> json.withArray("recent").add(path.toString()));
        json.put("paletteWidth", settings.paletteWidth()).put("inspectorWidth", settings.inspectorWidth())
                .put("trackpad", settings.trackpad()).put("notices", settings.notices());
        AtomicFile.write(file, (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> recent(JsonNode json) {
        var files = new ArrayList<Path>();
        for (JsonNode entry : json.path("recent")) {
            try {
                files.add(Path.of(entry.asText()));
            } catch (InvalidPathException _) {
                // From another system, say; it names no file here.
            }
        }
        return files;
    }

    private static double number(JsonNode json, String name, double otherwise) {
        JsonNode value = json.path(name);
        return value.isNumber() && Double.isFinite(value.asDouble()) ? value.asDouble() : otherwise;
    }

    private static <E extends Enum<E>> E choice(JsonNode json, String name, E otherwise) {
        String word = json.path(name).asText();
        for (E choice : otherwise.getDeclaringClass().getEnumConstants()) {
            if (word(choice).equals(word)) {
                return choice;
            }
        }
        return otherwise;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
