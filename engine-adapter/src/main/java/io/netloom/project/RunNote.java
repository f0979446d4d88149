package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a user has written about a run. It lies in the run's folder, as `note.json`, and goes wherever the run goes.
///
/// @param tags words to find it by, each once
/// @param text what is to be remembered of it
public record RunNote(List<String> tags, String text) {
    /// Nobody has written anything.
    public static final RunNote NONE = new RunNote(List.of(), "");
    private static final int VERSION = 1;

    public RunNote {
        tags = tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    /// What is written about the run of a folder.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be read, or is from a newer version
    public static RunNote read(Path run) {
        Path file = run.resolve(Run.NOTE);
        if (!Files.exists(file)) {
            return NONE;
        }
        Fields json = new Fields(ProjectFile.json(file), file.toString()).only("note", "tags", "text");
        return new RunNote(json.texts("tags"), json.text("text"));
    }

    /// Writes it into the folder of a run.
    ///
    /// @throws io.netloom.shape.BadInput if it cannot be written there
    public void write(Path run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("note", VERSION);
        tags.forEach(json.putArray("tags")::add);
        AtomicFile.write(run.resolve(Run.NOTE),
                ProjectFile.text(json.put("text", text)).getBytes(StandardCharsets.UTF_8));
    }
}
