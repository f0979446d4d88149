package io.netloom.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the weights came from with which a run began, if not from chance. It lies in the run's folder, as `origin.json`.
///
/// @param run the name of the folder of the run that had learnt them
/// @param kept which of its weights
/// @param anew the blocks that began anew all the same, for that run had none that fitted
public record Origin(String run, Kept kept, List<String> anew) {
    private static final int VERSION = 1;
    private static final String FILE = "origin.json";

    public Origin {
        anew = List.copyOf(anew);
    }

    /// Where the run of a folder came from; nothing where it began by chance.
    ///
    /// @throws BadInput if it cannot be read, or is from a newer version
    public static Optional<Origin> read(Path run) {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Fields json = new Fields(ProjectFile.json(file), file.toString()).only("origin", "run", "kept", "anew");
        String kept = json.text("kept");
        return Optional.of(new Origin(json.text("run"), Arrays.stream(Kept.values())
                .filter(k -> k.toString().equals(kept)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.weights-kind",
                        "{0} speaks of weights ''{1}'', which this version does not know. Take a newer one.",
                        file.toString(), kept))),
                json.texts("anew")));
    }

    /// Writes it into the folder of a run.
    void write(Path run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("origin", VERSION).put("run", this.run)
                .put("kept", kept.toString());
        anew.forEach(json.putArray("anew")::add);
        AtomicFile.write(run.resolve(FILE), ProjectFile.text(json).getBytes(StandardCharsets.UTF_8));
    }

    /// In few words, for a table.
    @Override
    public String toString() {
        return run + " (" + kept + ")";
    }
}
