package io.netloom.app.inspector;

import io.netloom.app.document.Document;
import io.netloom.app.look.BlockLook;
import io.netloom.app.text.Texts;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is known of the block that is selected, and its settings, from its record alone.
public final class InspectorViewModel {
    private final Document document;
    private final Texts texts;
    private final Runnable end;
    private Runnable changed = () -> {};

    /// One block, as the inspector shows it.
    ///
    /// @param settings the fields, each with its present value
    /// @param facts lines about shapes and cost
    /// @param python the line that it stands for, or empty
    public record Page(String name, String type, String help, BlockLook look, List<Entry> settings, List<String> facts,
            String python) {}

    /// A setting and its value as text.
    public record Entry(Field field, String value) {}

    public InspectorViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        end = document.listen(change -> {
            switch (change) {
                case PROJECT, SELECTION, PLACE -> changed.run();
                case FILE -> {
                    // The inspector does not show it.
                }
            }
        });
    }

    /// Calls this after something else is to be shown.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// How many blocks are selected.
    public int selected() {
        return document.selection().nodes().size();
    }

    /// The block, if one alone is selected.
    public Optional<Page> page() {
        return node().map(node -> {
            Optional<CheckedNode> known = document.checked(node.name());
            List<String> facts = known.map(this::facts).orElse(List.of(texts.get("inspector.unknown")));
            return switch (node.block()) {
                case Block.Single(Layer layer) -> {
                    Schema schema = Schema.of(layer);
                    Map<String, String> values = schema.settings(layer);
                    yield new Page(node.name(), schema.type(), Catalogue.standard().find(schema.type()).card().help(),
                            BlockLook.of(node.block()),
                            schema.fields().stream().map(f -> new Entry(f, values.get(f.name()))).toList(), facts,
                            known.map(k -> layer.module(k.inputs()).line()).orElse(""));
                }
                case Composite composite -> new Page(node.name(), composite.title(), texts.get("inspector.composite"),
                        BlockLook.of(composite), List.of(), facts, "");
            };
        });
    }

    /// Gives the block another name.
    ///
    /// @return what is wrong with it, or nothing
    public Optional<String> rename(String name) {
        return node().filter(node -> !node.name().equals(name))
                .flatMap(node -> attempt(() -> new GraphEdit.Rename(node.name(), name.strip())));
    }

    /// Gives a setting another value.
    ///
    /// @return what is wrong with it, or nothing
    public Optional<String> set(Field field, String value) {
        return node().flatMap(node -> switch (node.block()) {
            case Block.Single(Layer layer) when !Schema.of(layer).settings(layer).get(field.name()).equals(value) ->
                attempt(() -> new GraphEdit.Change(node.name(),
                        Schema.of(layer).with(layer, Map.of(field.name(), value))));
            case Block.Single _,Composite _ -> Optional.empty();
        });
    }

    /// Ends listening to the document.
    public void close() {
        end.run();
    }

    private Optional<Node> node() {
        return selected() == 1
                ? Optional.of(document.drawing().node(document.selection().nodes().iterator().next()))
                : Optional.empty();
    }

    private Optional<String> attempt(Supplier<GraphEdit> edit) {
        try {
            document.apply(edit.get());
            return Optional.empty();
        } catch (BadInput e) {
            return Optional.of(e.getMessage());
        }
    }

    private List<String> facts(CheckedNode known) {
        var facts = new ArrayList<String>();
        if (!known.inputs().isEmpty()) {
            facts.add(texts.get("inspector.in", shapes(known.inputs())));
        }
        if (!known.outputs().isEmpty()) {
            facts.add(texts.get("inspector.out", shapes(known.outputs())));
        }
        facts.add(texts.get("inspector.cost", texts.count(known.parameters()),
                texts.magnitude(known.multiplyAdds()), texts.magnitude(known.activationBytes())));
        return facts;
    }

    private static String shapes(List<Shape> shapes) {
        return shapes.stream().map(Shape::toString).collect(Collectors.joining(", "));
    }
}
