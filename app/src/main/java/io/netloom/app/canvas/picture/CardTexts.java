package io.netloom.app.canvas.picture;

import io.netloom.app.canvas.geometry.CardText;
import io.netloom.app.text.Texts;
import io.netloom.check.CheckedNode;
import io.netloom.graph.Activity;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Category;
import io.netloom.layer.Field;
import io.netloom.layer.Initialiser;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.layer.Size2;
import io.netloom.layer.Size3;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Chooses the words of a card.
final class CardTexts {
    private static final int LINE = 30;
    private static final int LINES = 2;

    private final Texts texts;

    CardTexts(Texts texts) {
        this.texts = texts;
    }

    CardText of(Node node, Optional<CheckedNode> known) {
        String shape = known.map(CardTexts::shapes).orElse("?");
        long parameters = known.map(CheckedNode::parameters).orElse(0L);
        return new CardText(kind(node.block()), node.name(), settings(node.block(), shape),
                node.activity() == Activity.MUTED ? "" : shape,
                parameters == 0 ? "" : texts.magnitude(parameters));
    }

    /// What leaves; of a block that nothing leaves, what arrives.
    private static String shapes(CheckedNode checked) {
        List<Shape> shapes = checked.outputs().isEmpty() ? checked.inputs() : checked.outputs();
        return shapes.stream().map(Shape::toString).distinct().collect(Collectors.joining("  "));
    }

    private String kind(Block block) {
        return switch (block) {
            case Block.Single(Layer layer) -> {
                Category category = Catalogue.standard().find(Schema.of(layer).type()).card().category();
                String word = texts.get("palette.category." + category.name().toLowerCase(Locale.ROOT));
                yield word.equals(block.type()) ? word : word + " · " + block.type();
            }
            case Composite(String title, Graph _) -> title;
        };
    }

    private List<String> settings(Block block, String shape) {
        return switch (block) {
            case Block.Single(Layer layer) -> lines(telling(layer).stream().filter(s -> !s.equals(shape)).toList());
            case Composite(String _, Graph inside) ->
                List.of(texts.get("canvas.card.inside", inside.size() - inside.inputs().size()
                        - inside.outputs().size()));
        };
    }

    /// The first setting (which every layer has put first for a reason), a window's size behind it, and what is not as it
    /// came from the palette. How weights are filled says nothing about what comes out.
    private static List<String> telling(Layer layer) {
        Schema schema = Schema.of(layer);
        Map<String, String> values = schema.settings(layer);
        var parts = new ArrayList<String>();
        for (int i = 0; i < schema.fields().size(); i++) {
            Field field = schema.fields().get(i);
            String value = values.get(field.name());
            boolean window = field.type() == Size2.class || field.type() == Size3.class;
            if (field.type() == Initialiser.class) {
                continue;
            }
            if (field.type() == boolean.class) {
                if (!value.equals(field.defaultText())) {
                    parts.add((value.equals("true") ? "" : "no ") + words(field));
                }
            } else if (i == 0 && field.type() != double.class || i == 1 && window && !parts.contains(value)) {
                parts.add(value);
            } else if (i == 0 || !parts.contains(value) && !value.equals(field.defaultText())) {
                parts.add(words(field) + " " + value);
            }
        }
        return parts;
    }

    private static String words(Field field) {
        return field.label().toLowerCase(Locale.ROOT);
    }

    private static List<String> lines(List<String> parts) {
        var lines = new ArrayList<String>();
        for (String part : parts) {
            if (!lines.isEmpty() && lines.getLast().length() + part.length() + 3 <= LINE) {
                lines.add(lines.removeLast() + " · " + part);
            } else if (lines.size() < LINES) {
                lines.add(part.length() > LINE ? part.substring(0, LINE - 1) + "…" : part);
            } else {
                lines.add(lines.removeLast() + " …");
                break;
            }
        }
        return lines;
    }
}
