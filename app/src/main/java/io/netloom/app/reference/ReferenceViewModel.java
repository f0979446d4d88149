package io.netloom.app.reference;

import io.netloom.app.blocks.BlockWords;
import io.netloom.app.document.Change;
import io.netloom.app.document.Document;
import io.netloom.app.look.BlockLook;
import io.netloom.app.reference.ReferencePage.Setting;
import io.netloom.app.reference.ReferenceSection.Entry;
import io.netloom.app.text.Texts;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.layer.Arity;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Category;
import io.netloom.layer.Layer;
import io.netloom.layer.LayerType;
import io.netloom.layer.Schema;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The reference page of the kind of block that is selected; it stays while nothing else is selected.
public final class ReferenceViewModel {
    /// Shapes that layers are usually given: an image, a sequence, a row, a film, a text, a larger image.
    private static final List<Shape> USUAL = List.of(Shape.of(3, 32, 32), Shape.of(10, 64), Shape.of(64),
            Shape.of(3, 16, 32, 32), Shape.of(20), Shape.of(16, 32, 32), Shape.of(64, 100));

    private final Document document;
    private final Texts texts;
    private final BlockWords words;
    private final Runnable end;
    private Optional<LayerType> shown = Optional.empty();
    private Runnable changed = () -> {};

    /// @param document what is selected in it is explained
    public ReferenceViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        this.words = new BlockWords(texts);
        end = document.listen(this::hear);
        look();
    }

    /// Calls this after another page, or another example, is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// All kinds of layers, by the drawers of the palette.
    public List<ReferenceSection> contents() {
        return Arrays.stream(Category.values()).map(category -> Catalogue.standard().types().stream()
                .filter(type -> type.card().category() == category).toList())
                .filter(types -> !types.isEmpty())
                .map(types -> new ReferenceSection(words.category(types.getFirst()), types.stream()
                        .map(type -> new Entry(type.name(), words.name(type), BlockLook.of(type))).toList()))
                .toList();
    }

    /// Shows the page of a kind, whatever is selected, until something else is.
    public void open(String type) {
        shown = Optional.of(Catalogue.standard().find(type));
        changed.run();
    }

    /// Shows the contents instead of a page.
    public void leavePage() {
        shown = Optional.empty();
        changed.run();
    }

    /// The page, if a layer was selected.
    public Optional<ReferencePage> page() {
        return shown.map(this::page);
    }

    /// The page of a layer type.
    ReferencePage page(LayerType type) {
        Optional<CheckedNode> here = selected().flatMap(name -> document.checked(name))
                .filter(node -> node.node().block() instanceof Block.Single(var layer)
                        && Schema.of(layer).type().equals(type.name()));
        Optional<List<Shape>> inputs = here.map(CheckedNode::inputs).or(() -> usualInputs(type));
        Layer layer = here.map(node -> node.node().layer()).orElse(type.defaults());
        return new ReferencePage(words.name(type), words.name(type).equals(type.name()) ? "" : type.name(),
                words.category(type), words.help(type), BlockLook.of(type), ports(type.defaults()),
                inputs.flatMap(in -> example(layer, in)).orElse(""),
                inputs.map(in -> layer.module(in).line()).orElse(""),
                type.schema().fields().stream().map(field -> new Setting(words.label(type, field), words.range(field),
                        words.value(field, field.defaultText()), words.help(type, field))).toList(),
                type.card().paper());
    }

    /// Ends listening to the document.
    public void close() {
        end.run();
    }

    private void hear(Change change) {
        switch (change) {
            case PROJECT, SELECTION, PLACE -> {
                look();
                changed.run();
            }
            case REVEAL, FILE -> {
                // The page does not show it.
            }
        }
    }

    private void look() {
        selected().map(name -> document.drawing().node(name).block()).flatMap(block -> switch (block) {
            case Block.Single(var layer) -> Optional.of(Catalogue.standard().find(Schema.of(layer).type()));
            case Composite _ -> Optional.<LayerType>empty();
        }).ifPresent(type -> shown = Optional.of(type));
    }

    private Optional<String> selected() {
        // Mostly nothing is selected while the drawing changes, and a drawing may be large.
        return document.selection().nodes().isEmpty() ? Optional.empty()
                : document.drawing().nodes().stream().map(node -> node.name())
                        .filter(document.selection().nodes()::contains).findFirst();
    }

    private String ports(Layer layer) {
        Arity in = layer.inputs();
        String takes = in.max() == 0 ? texts.get("reference.takes.none")
                : in.max() == Integer.MAX_VALUE ? texts.get("reference.takes.several", in.min())
                        : in.min() == in.max() ? texts.get("reference.takes.exactly", in.min())
                                : texts.get("reference.takes.between", in.min(), in.max());
        return takes + " " + texts.get("reference.gives", layer.outputs().size());
    }

    private static Optional<String> example(Layer layer, List<Shape> inputs) {
        return layer.infer(inputs) instanceof Shapes(List<Shape> outputs)
                ? Optional.of(text(inputs) + (inputs.isEmpty() || outputs.isEmpty() ? "" : " → ") + text(outputs))
                : Optional.empty();
    }

    private static Optional<List<Shape>> usualInputs(LayerType type) {
        int count = type.defaults().inputs().min();
        return USUAL.stream().map(shape -> Collections.nCopies(count, shape))
                .filter(inputs -> type.defaults().infer(inputs) instanceof Shapes).findFirst();
    }

    private static String text(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(" + "));
    }
}
