package io.netloom.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.shape.BadInput;
import java.util.LinkedHashMap;
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
        return json;
    }

    static Graph read(Fields fields) {
        fields.only("nodes", "edges");
        var nodes = fields.items("nodes", GraphJson::readNode);
        if (nodes.size() > Graph.MAX_NODES) {
            throw new BadInput(fields.place() + " has " + nodes.size() + " blocks, more than " + Graph.MAX_NODES + ".");
        }
        var edges = fields.items("edges", GraphJson::readEdge);
        return fields.within(() -> Graph.of(nodes, edges));
    }

    private static ObjectNode write(Node node) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Schema schema = Schema.of(node.layer());
        json.put("name", node.name()).put("type", schema.type()).put("x", node.x()).put("y", node.y());
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        Map<String, String> values = schema.settings(node.layer());
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
        if (!settings.isEmpty()) {
            json.set("settings", settings);
        }
        return json;
    }

    private static Node readNode(Fields fields) {
        fields.only("name", "type", "x", "y", "settings");
        var settings = new LinkedHashMap<String, String>();
        fields.optionalObject("settings").ifPresent(s -> s.names().forEach(n -> settings.put(n, s.text(n))));
        String type = fields.text("type");
        Layer layer = fields.within(() -> Catalogue.standard().find(type).with(settings));
        return new Node(fields.text("name"), layer, fields.number("x"), fields.number("y"));
    }

    private static ObjectNode write(Edge edge) {
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

    private static Edge readEdge(Fields fields) {
        fields.only("from", "output", "to", "input");
        return new Edge(fields.text("from"), fields.has("output") ? fields.integer("output") : 0, fields.text("to"),
                fields.has("input") ? fields.integer("input") : 0);
    }
}
