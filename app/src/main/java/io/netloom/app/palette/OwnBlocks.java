package io.netloom.app.palette;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.document.Document;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Excerpt;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.project.OwnTemplates;
import io.netloom.project.Template;
import io.netloom.shape.BadInput;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The user's own templates, as all palettes of the window share them. It belongs to the window's thread; files are written
/// elsewhere.
public final class OwnBlocks {
    private final OwnTemplates templates;
    private final Background files;
    private final Texts texts;
    private final Consumer<String> failed;
    private final BiConsumer<String, Graph> opening;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Template> all;

    /// @param files reads and writes
    /// @param failed takes a message for the user
    /// @param opening opens a drawing in a tab, by name
    public OwnBlocks(OwnTemplates templates, Background files, Texts texts, Consumer<String> failed,
            BiConsumer<String, Graph> opening) {
        this.templates = templates;
        this.files = files;
        this.texts = texts;
        this.failed = failed;
        this.opening = opening;
        this.all = templates.all();
    }

    /// All of them.
    public List<Template> all() {
        return all;
    }

    /// Calls `listener` after there are others, until what it returns is run.
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// The template that an entry of the palette stands for, if it is the user's own.
    public Optional<Template> template(BlockEntry entry) {
        return all.stream().filter(t -> entry.id().equals("own:" + t.name())).findFirst();
    }

    /// The drawing inside of a template.
    static Optional<Graph> inside(BlockEntry entry) {
        return switch (entry.block()) {
            case Composite(String _, Graph inside) -> Optional.of(inside);
            case Block.Single _ -> Optional.empty();
        };
    }

    /// A name to begin with: that of the composite that is selected, else of the document.
    String nameFor(Document document) {
        return selectedComposite(document).map(Composite::title)
                .orElseGet(() -> document.name().replaceFirst("\\.netloom$", ""));
    }

    /// Saves what is selected, the whole drawing if nothing is, the inside of a composite if that alone is.
    void save(Document document, String name) {
        Set<String> selected = document.selection().nodes();
        Graph graph = selectedComposite(document).map(Composite::inside)
                .orElseGet(() -> selected.isEmpty() ? document.drawing()
                        : Excerpt.of(document.drawing(), selected, wire -> shape(document, wire)));
        change(() -> templates.save(new Template(name.strip(), texts.get("palette.own.help", graph.size()), graph)));
    }

    void remove(Template template) {
        change(() -> templates.remove(template.name()));
    }

    void open(String name, Graph graph) {
        opening.accept(name, graph);
    }

    private void change(Runnable how) {
        files.run(() -> {
            how.run();
            return templates.all();
        }, now -> {
            all = now;
            List.copyOf(listeners).forEach(Runnable::run);
        }, e -> failed.accept(texts.get("palette.own.failed", e instanceof BadInput ? texts.say(e) : e.toString())));
    }

    private static Optional<Composite> selectedComposite(Document document) {
        Set<String> selected = document.selection().nodes();
        return selected.size() == 1
                ? document.drawing().nodes().stream().filter(n -> selected.contains(n.name())).map(Node::block)
                        .filter(Composite.class::isInstance).map(Composite.class::cast).findFirst()
                : Optional.empty();
    }

    private static Optional<Shape> shape(Document document, Edge wire) {
        return document.checked(wire.from()).map(CheckedNode::outputs)
                .filter(outputs -> wire.output() < outputs.size()).map(outputs -> outputs.get(wire.output()));
    }
}
