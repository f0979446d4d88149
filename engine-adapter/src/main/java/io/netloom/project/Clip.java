package io.netloom.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.List;
import java.util.Optional;

/// A part of a drawing as text, for the clipboard: it works between windows and in a mail.
///
/// @param graph the blocks, the wires between them, and remarks
/// @param incoming wires that led to the blocks from others
public record Clip(Graph graph, List<Edge> incoming) {
    private static final int VERSION = 1;
    private static final String MARK = "netloomClip";

    public Clip {
        incoming = List.copyOf(incoming);
    }

    /// The text.
    public String text() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(MARK, VERSION);
        json.set("graph", GraphJson.write(graph));
        ArrayNode wires = json.putArray("incoming");
        incoming.forEach(edge -> wires.add(GraphJson.write(edge)));
        return ProjectFile.text(json);
    }

    /// Reads a text; nothing if it is none of Netloom's, for clipboards hold all sorts of things.
    ///
    /// @throws BadInput if it is one of Netloom's but broken, or from a newer version
    public static Optional<Clip> of(String text) {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException _) {
            // No JSON: somebody copied a sentence.
            return Optional.empty();
        }
        if (json == null || !json.has(MARK)) {
            return Optional.empty();
        }
        Fields fields = new Fields(json, "The clipboard").only(MARK, "graph", "incoming");
        int version = fields.integer(MARK);
        if (version != VERSION) {
            throw new BadInput(Sentence.of("file.newer-clip",
                    "The clipboard holds blocks of version {0,number,0}, but this Netloom reads version"
                            + " {1,number,0}. Paste them into a newer Netloom.",
                    version, VERSION));
        }
        return Optional.of(
                new Clip(GraphJson.read(fields.object("graph")), fields.items("incoming", GraphJson::readEdge)));
    }
}
