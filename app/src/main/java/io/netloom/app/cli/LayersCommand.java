package io.netloom.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.LayerType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "layers", mixinStandardHelpOptions = true,
        description = "Lists all layers, or shows the reference page of one.")
final class LayersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A layer's name, such as Conv2d.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--json", description = "Write a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<LayerType> types = name.map(n -> List.of(Catalogue.standard().find(n)))
                .orElseGet(Catalogue.standard()::types);
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            types.forEach(type -> array.add(describe(type)));
            out.println(array.toPrettyString());
        } else if (name.isPresent()) {
            print(types.getFirst(), out);
        } else {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("Layer", "Category", "What it does"));
            types.forEach(type -> rows.add(List.of(type.name(), category(type), type.card().help())));
            TextTable.print(rows, 3, out);
        }
        return CommandLineInterface.DONE;
    }

    private static void print(LayerType type, PrintWriter out) {
        out.println(type.name() + " (" + category(type) + ")");
        out.println(type.card().help());
        out.println();
        out.println("Takes " + type.defaults().inputs() + ", gives "
                + (type.defaults().outputs().isEmpty() ? "nothing" : String.join(", ", type.defaults().outputs()))
                + ".");
        for (Field field : type.schema().fields()) {
            out.println();
            out.println("  " + field.name() + " = " + field.defaultText() + "    (" + field.range() + ")");
            out.println("    " + field.help());
        }
        if (!type.card().paper().isEmpty()) {
            out.println();
            out.println("See " + type.card().paper());
        }
    }

    private static ObjectNode describe(LayerType type) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("name", type.name()).put("category", category(type)).put("icon", type.card().icon())
                .put("help", type.card().help()).put("paper", type.card().paper())
                .put("inputs", type.defaults().inputs().toString());
        type.defaults().outputs().forEach(page.putArray("outputs")::add);
        ArrayNode settings = page.putArray("settings");
        for (Field field : type.schema().fields()) {
            settings.addObject().put("name", field.name()).put("label", field.label())
                    .put("default", field.defaultText()).put("range", field.range()).put("help", field.help());
        }
        return page;
    }

    private static String category(LayerType type) {
        return type.card().category().name().toLowerCase(Locale.ROOT);
    }
}
