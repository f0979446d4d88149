package io.netloom.app.palette;

import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.look.BlockLook;
import io.netloom.app.text.Texts;
import io.netloom.graph.Block;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.LayerType;
import io.netloom.project.Template;
import io.netloom.project.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The blocks that can be added, by category, narrowed down by what is searched for.
public final class PaletteViewModel {
    private static final double STEP = 210;

    private final Document document;
    private final Texts texts;

    /// A line of the palette.
    public sealed interface Row {
        /// The name of a category.
        record Heading(String words) implements Row {}

        /// A block that can be added.
        ///
        /// @param name as the palette shows it
        /// @param help one sentence
        record Entry(String name, String help, BlockLook look, Block block) implements Row {}
    }

    public PaletteViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
    }

    /// The lines for a search; all for an empty one.
    public List<Row> rows(String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        var rows = new ArrayList<Row>();
        String heading = "";
        for (LayerType type : Catalogue.standard().types()) {
            String category = texts.get("palette.category." + type.card().category().name().toLowerCase(Locale.ROOT));
            if (matches(wanted, type.name(), category, type.card().help())) {
                if (!category.equals(heading)) {
                    rows.add(new Row.Heading(category));
                    heading = category;
                }
                rows.add(new Row.Entry(type.name(), type.card().help(), BlockLook.of(type),
                        new Block.Single(type.defaults())));
            }
        }
        List<Template> templates = Templates.all().stream()
                .filter(t -> matches(wanted, t.name(), texts.get("palette.composites"), t.help())).toList();
        if (!templates.isEmpty()) {
            rows.add(new Row.Heading(texts.get("palette.composites")));
            templates.forEach(t -> rows.add(new Row.Entry(t.name(), t.help(), BlockLook.composite(), t.composite())));
        }
        return rows;
    }

    /// Adds a block behind the one that is selected, joined to it where both have a port for that, and selects it.
    public void add(Row.Entry entry) {
        Graph drawing = document.drawing();
        String name = drawing.freeName(entry.name().toLowerCase(Locale.ROOT));
        var edits = new ArrayList<GraphEdit>();
        if (document.selection().nodes().size() == 1) {
            Node before = drawing.node(document.selection().nodes().iterator().next());
            edits.add(new GraphEdit.Add(new Node(name, entry.block(), before.x() + STEP, before.y())));
            if (!before.block().outputs().isEmpty() && entry.block().inputs().max() > 0) {
                edits.add(new GraphEdit.Connect(Edge.of(before.name(), name)));
            }
        } else {
            double x = drawing.nodes().stream().mapToDouble(Node::x).max().orElse(-STEP) + STEP;
            double y = drawing.nodes().stream().mapToDouble(Node::y).min().orElse(0);
            edits.add(new GraphEdit.Add(new Node(name, entry.block(), x, y)));
        }
        document.apply(edits.size() == 1 ? edits.getFirst()
                : new GraphEdit.Several(texts.get("edit.add", entry.name(), name), edits));
        document.select(Selection.of(name));
    }

    private static boolean matches(String wanted, String... words) {
        for (String word : words) {
            if (word.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}
