package io.netloom.app.text;

import io.netloom.graph.Activity;
import io.netloom.graph.Edge;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import java.util.List;
import java.util.Locale;

/// Says in the window's language what an edit does.
public final class EditWords {
    private EditWords() {}

    /// The step's name in the menu, and a button's text: `Add Dense “head”`. [GraphEdit.Several] brings its own.
    public static String of(Texts texts, GraphEdit edit) {
        return switch (edit) {
            case GraphEdit.Add(Node node) -> texts.get("edit.add", node.block().type(), node.name());
            case GraphEdit.Remove(String name) -> texts.get("edit.remove", name);
            case GraphEdit.Dissolve(String name) -> texts.get("edit.dissolve", name);
            case GraphEdit.Connect(Edge edge) -> texts.get("edit.connect", edge.from(), edge.to());
            case GraphEdit.Disconnect(Edge edge) -> texts.get("edit.disconnect", edge.from(), edge.to());
            case GraphEdit.Splice(Node node, Edge edge) -> texts.get("edit.splice", node.block().type(), edge.to());
            case GraphEdit.Rename(String from, String to) -> texts.get("edit.rename", from, to);
            case GraphEdit.Change(String name, var _) -> texts.get("edit.change", name);
            case GraphEdit.SetActivity(String name, Activity activity) -> texts
                    .get("edit.activity." + activity.name().toLowerCase(Locale.ROOT), name);
            case GraphEdit.Move(String name, double _, double _) -> texts.get("edit.move", name);
            case GraphEdit.Annotate(Remark remark) -> switch (remark.kind()) {
                case NOTE -> texts.get("edit.note");
                case FRAME -> texts.get("edit.frame");
            };
            case GraphEdit.Erase(String _) -> texts.get("edit.erase");
            case GraphEdit.Inside(String name, GraphEdit inner) -> texts.get("edit.inside", of(texts, inner), name);
            case GraphEdit.Several(String label, List<GraphEdit> _) -> Phrases.of(texts.locale()).say(label);
        };
    }
}
