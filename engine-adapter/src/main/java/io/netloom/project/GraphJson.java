package io.netloom.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.graph.Activity;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import io.netloom.shape.Sentence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A drawing as JSON. Settings that have their default are written too, so that a later default changes no old project.
final class GraphJson {
    private GraphJson() {}

    static ObjectNode write(Graph graph) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = json.putArray("nodes");
        graph.nodes().forEach(node -> nodes.add(write(node)));
        ArrayNode edges = json.putArray("edges");
        graph.edges().forEach(edge -> edges.add(write(edge)));
        if (!graph.remarks().isEmpty()) {
            ArrayNode remarks = json.putArray("remarks");
            graph.remarks().forEach(remark -> remarks.add(write(remark)));
        }
        return json;
    }

    static Graph read(Fields fields) {
        return read(fields, 0);
    }

    private static Graph read(Fields fields, int depth) {
        fields.only("nodes", "edges", "remarks");
        var nodes = fields.items("nodes", node -> readNode(node, depth));
        var edges = fields.items("edges", GraphJson::readEdge);
        List<Remark> remarks = fields.has("remarks") ? fields.items("remarks", GraphJson::readRemark) : List.of();
        Graph graph = fields.within(() -> Graph.of(nodes, edges, remarks));
        if (graph.size() > Graph.MAX_NODES) {
            throw new BadInput(Sentence.of("file.many-blocks",
                    "{0} has {1,number,0} blocks, more than {2,number,0}.", fields.place(), graph.size(),
                    Graph.MAX_NODES));
        }
        return graph;
    }

    private static ObjectNode write(Node node) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", node.name());
        switch (node.block()) {
            case Block.Single(Layer layer) -> {
                at(node, json.put("type", Schema.of(layer).type()));
                ObjectNode settings = settings(layer);
                if (!settings.isEmpty()) {
                    json.set("settings", settings);
                }
            }
            case Composite(String title, Graph inside) ->
                at(node, json.put("title", title)).set("inside", write(inside));
        }
        return json;
    }

    private static ObjectNode at(Node node, ObjectNode json) {
        if (node.activity() != Activity.ACTIVE) {
            json.put("activity", word(node.activity()));
        }
        return json.put("x", node.x()).put("y", node.y());
    }

    private static ObjectNode settings(Layer layer) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        Schema schema = Schema.of(layer);
        Map<String, String> values = schema.settings(layer);
        for (Field field : schema.fields()) {
            String text = values.get(field.name());
            if (field.type() == int.class) {
                settings.put(field.name(), Integer.parseInt(text));
            } else if (field.type() == double.class) {
                settings.put(field.name(), Double.parseDouble(text));
            } else if (field.type() == boolean.class) {
                settings.put(field.name(), Boolean.parseBoolean(text));
            } else {
                settings.put(field.name(), text);
            }
        }
        return settings;
    }

    private static Node readNode(Fields fields, int depth) {
        Block block = fields.has("inside") ? readComposite(fields, depth) : readLayer(fields);
        return new Node(fields.text("name"), block, fields.has("activity") ? readActivity(fields) : Activity.ACTIVE,
                fields.number("x"), fields.number("y"));
    }

    private static Activity readActivity(Fields fields) {
        String word = fields.text("activity");
        return Arrays.stream(Activity.values()).filter(activity -> word(activity).equals(word)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.activity",
                        "{0}, activity must be active, bypassed or muted, not {1}.", fields.place(), word)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Composite readComposite(Fields fields, int depth) {
        fields.only("name", "title", "activity", "x", "y", "inside");
        if (depth == Composite.MAX_DEPTH) {
            throw new BadInput(Sentence.of("file.depth",
                    "{0} lies inside of {1,number,0} composites; one more cannot be.", fields.place(), depth));
        }
        String title = fields.text("title");
        Graph inside = read(fields.object("inside"), depth + 1);
        return fields.within(() -> new Composite(title, inside));
    }

    private static Block.Single readLayer(Fields fields) {
        fields.only("name", "type", "activity", "x", "y", "settings");
        var settings = new LinkedHashMap<String, String>();
        fields.optionalObject("settings").ifPresent(s -> s.names().forEach(n -> settings.put(n, s.text(n))));
        String type = fields.text("type");
        return new Block.Single(fields.within(() -> Catalogue.standard().find(type).with(settings)));
    }

    static ObjectNode write(Edge edge) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("from", edge.from());
        if (edge.output() != 0) {
            json.put("output", edge.output());
        }
        json.put("to", edge.to());
        if (edge.input() != 0) {
            json.put("input", edge.input());
        }
        return json;
    }

    static Edge readEdge(Fields fields) {
        fields.only("from", "output", "to", "input");
        return new Edge(fields.text("from"), fields.has("output") ? fields.integer("output") : 0, fields.text("to"),
                fields.has("input") ? fields.integer("input") : 0);
    }

    private static ObjectNode write(Remark remark) {
        return JsonNodeFactory.instance.objectNode().put("id", remark.id())
                .put("kind", word(remark.kind())).put("text", remark.text())
                .put("x", remark.x()).put("y", remark.y()).put("width", remark.width()).put("height", remark.height());
    }

    private static Remark readRemark(Fields fields) {
        fields.only("id", "kind", "text", "x", "y", "width", "height");
        String word = fields.text("kind");
        Remark.Kind kind = Arrays.stream(Remark.Kind.values())
                .filter(k -> word(k).equals(word)).findFirst()
                .orElseThrow(() -> new BadInput(Sentence.of("file.remark-kind",
                        "{0}, kind must be note or frame, not {1}.", fields.place(), word)));
        return fields.within(() -> new Remark(fields.text("id"), kind, fields.text("text"), fields.number("x"),
                fields.number("y"), fields.number("width"), fields.number("height")));
    }
}
