package io.netloom.app.palette;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.blocks.BlockSearch;
import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.text.Texts;
import io.netloom.graph.GraphEdit;
import io.netloom.project.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The blocks that can be added, by category, narrowed down by what is searched for.
public final class PaletteViewModel {
    private final Document document;
    private final Texts texts;
    private final OwnBlocks own;
    private final Set<String> closed = new HashSet<>();
    private final Runnable end;
    private Runnable changed = () -> {};
    private List<Template> searched;
    private BlockSearch blocks;

    /// A line of the palette.
    public sealed interface Row {
        /// The name of a category, whose blocks are shown below it or folded away.
        record Heading(String words, int blocks, boolean open) implements Row {}

        /// A block that can be added.
        ///
        /// @param found whether it is the answer to a search, which is not in categories
        record Entry(BlockEntry block, boolean found) implements Row {}
    }

    /// @param own the user's own templates
    public PaletteViewModel(Document document, Texts texts, OwnBlocks own) {
        this.document = document;
        this.texts = texts;
        this.own = own;
        this.searched = own.all();
        this.blocks = BlockSearch.of(texts, searched);
        Runnable endOwn = own.listen(() -> changed.run());
        Runnable endDocument = document.listen(_ -> changed.run());
        end = () -> {
            endOwn.run();
            endDocument.run();
        };
    }

    /// Calls this after the lines, or what can be saved, may have changed.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// Everything that can be added.
    public BlockSearch blocks() {
        if (own.all() != searched) {
            searched = own.all();
            blocks = BlockSearch.of(texts, searched);
        }
        return blocks;
    }

    /// The lines for a search, the likeliest first; for an empty one all, by category.
    public List<Row> rows(String search) {
        BlockSearch blocks = blocks();
        if (!search.isBlank()) {
            return blocks.find(search, _ -> true).stream().map(entry -> (Row) new Row.Entry(entry, true)).toList();
        }
        Map<String, List<BlockEntry>> drawers = new LinkedHashMap<>();
        blocks.entries().forEach(e -> drawers.computeIfAbsent(e.category(), _ -> new ArrayList<>()).add(e));
        var rows = new ArrayList<Row>();
        drawers.forEach((category, entries) -> {
            boolean open = !closed.contains(category);
            rows.add(new Row.Heading(category, entries.size(), open));
            if (open) {
                entries.forEach(entry -> rows.add(new Row.Entry(entry, false)));
            }
        });
        return rows;
    }

    /// Folds a category away, or shows its blocks again.
    public void toggle(Row.Heading heading) {
        if (!closed.remove(heading.words())) {
            closed.add(heading.words());
        }
        changed.run();
    }

    /// Adds a block behind the one that is selected, joined to it where both have a port for that, and selects it.
    public void add(BlockEntry entry) {
        String name = document.drawing().freeName(entry.nameToBegin());
        List<GraphEdit> edits = new AddBehind(document.drawing(), document.selection().nodes()).edits(name,
                entry.block());
        document.apply(edits.size() == 1 ? edits.getFirst()
                : new GraphEdit.Several(texts.get("edit.add", entry.name(), name), edits));
        document.select(Selection.of(name));
    }

    /// Whether there is something that can become a template.
    public boolean canSave() {
        return !document.drawing().nodes().isEmpty();
    }

    /// What saving would take: what is selected, or else the whole drawing.
    public String savingWords() {
        return texts.get(document.selection().nodes().isEmpty() ? "palette.save-drawing" : "palette.save-selection");
    }

    /// A name to begin with for a template.
    public String nameOfTemplate() {
        return own.nameFor(document);
    }

    /// Saves what is selected, or else the whole drawing, as a template of one's own.
    ///
    /// @param name replaces the template of this name, if there is one
    public void save(String name) {
        own.save(document, name);
    }

    /// Whether a block is one of the user's own templates.
    public boolean isOwn(BlockEntry entry) {
        return own.template(entry).isPresent();
    }

    /// Takes one of the user's own templates away.
    public void remove(BlockEntry entry) {
        own.template(entry).ifPresent(own::remove);
    }

    /// Whether a block is a drawing that can be opened.
    public boolean canOpen(BlockEntry entry) {
        return OwnBlocks.inside(entry).isPresent();
    }

    /// Opens what stands inside of a template as a drawing of its own.
    public void open(BlockEntry entry) {
        OwnBlocks.inside(entry).ifPresent(graph -> own.open(entry.name(), graph));
    }

    /// Ends listening.
    public void close() {
        end.run();
    }
}
