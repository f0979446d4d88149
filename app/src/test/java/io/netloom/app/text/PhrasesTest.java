package io.netloom.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Settings.Language;
import io.netloom.check.Check;
import io.netloom.check.Finding;
import io.netloom.graph.Activity;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.LayerType;
import io.netloom.project.Templates;
import io.netloom.shape.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the check says, in Chinese.
class PhrasesTest {
    private static final Texts CHINESE = Texts.of(Language.CHINESE, Locale.ROOT);
    private static final Phrases PHRASES = Phrases.of(CHINESE.locale());
    private static final Path LAYERS = Path.of("../engine-adapter/src/main/java/io/netloom");
    private static final List<String> SHAPES = List.of("4", "1", "8×8", "1×28×28", "3×9×7", "2×4×6×6", "16×1×1");
    private static final List<String> VALUES = List.of("0", "-1", "2", "3", "7", "99", "1000000000", "5×5", "2×3", "40",
            "3×3×3", "0×9", "same", "valid", "reflect", "circular", "replicate", "2, 1", "3, 1, 2", "4×4", "0.5", "1.5",
            "x0 +", "max(x0)", "2 * x1", "(x0", "foo(x0)", "x9", "log(", "true", "false", "x + * 2", "1 / 0", "x0 x1",
            "clamp(x)", "max(x, 1, 2, 3)");

    @Test
    void aSentenceReadsAsChineseDoes() {
        Graph graph = drawing("Input", "Dense", "Output");
        Finding finding = Check.of(graph).findings().getFirst();
        assertThat(FindingWords.withFix(CHINESE, finding)).isEqualTo(
                "Dense 'dense1' 需要每个样本一行特征，但收到的是 1×28×28。在“dense1”前插入 Flatten。");
        assertThat(FindingWords.of(Texts.of(Language.ENGLISH, Locale.ROOT), finding))
                .isEqualTo("Dense 'dense1' needs one row of features for each example but receives 1×28×28.");
    }

    @Test
    void everythingThatTheCheckFindsInRandomDrawingsIsKnown() {
        var random = new Random(5);
        var unknown = new TreeSet<String>();
        var known = new TreeSet<String>();
        for (int i = 0; i < 6_000; i++) {
            Check.of(random(random)).findings().forEach(finding -> {
                for (String english : List.of(finding.problem().needed(), finding.problem().found())) {
                    (PHRASES.find(english).isPresent() ? known : unknown).add(english);
                }
                finding.fixes().forEach(fix -> {
                    if (fix instanceof GraphEdit.Several(String label, var _) && PHRASES.find(label).isEmpty()) {
                        unknown.add(label);
                    }
                });
            });
        }
        assertThat(unknown).isEmpty();
        assertThat(known).hasSizeGreaterThan(150);
    }

    /// Words between quotes that a problem is made of, wherever they stand.
    @Test
    void everyProblemInTheSourceIsKnown() throws IOException {
        var call = Pattern.compile("(?:Problem\\.shape|Problem\\.setting|new Problem|new Stop)\\(([^;]*?);");
        var words = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
        String all = texts();
        var missing = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(LAYERS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (file.toString().contains("compile")) {
                    continue;
                }
                call.matcher(Files.readString(file)).results()
                        .flatMap(
                                found -> words.matcher(found.group(1).split("new Remedy|Remedies\\.before|remedies")[0])
                                        .results())
                        .map(found -> found.group(1).strip())
                        .filter(text -> text.matches(".*[a-z]{3}.*") && !all.contains(text)).forEach(missing::add);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String texts() throws IOException {
        return Files.readString(Path.of("src/main/resources/io/netloom/app/text/phrases_zh_CN.json"));
    }

    private static Graph drawing(String... types) {
        Graph graph = Graph.empty();
        String before = "";
        for (String type : types) {
            String name = type.toLowerCase(Locale.ROOT) + graph.nodes().size();
            graph = new GraphEdit.Add(new Node(name, Catalogue.standard().make(type), 0, 0)).apply(graph);
            graph = before.isEmpty() ? graph : new GraphEdit.Connect(Edge.of(before, name)).apply(graph);
            before = name;
        }
        return graph;
    }

    private static Graph random(Random random) {
        List<Node> nodes = new ArrayList<>();
        Set<Edge> edges = new LinkedHashSet<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            nodes.add(new Node("in" + i, Catalogue.standard().make("Input", "shape",
                    SHAPES.get(random.nextInt(SHAPES.size()))), 0, 0));
        }
        List<LayerType> types = Catalogue.standard().types();
        for (int i = 0; i < 2; i++) {
            LayerType type = types.get(random.nextInt(types.size()));
            Node node = random.nextInt(12) == 0
                    ? new Node("b" + i, Templates.all().get(random.nextInt(Templates.all().size())).composite(), 0, 0)
                    : new Node("b" + i, type.with(settings(type, random)), 0, 0);
            int wires = Math.min(node.block().inputs().max(), random.nextInt(4));
            for (int input = 0; input < wires; input++) {
                edges.add(new Edge(nodes.get(random.nextInt(nodes.size())).name(), random.nextInt(8) == 0 ? 1 : 0,
                        "b" + i, input));
            }
            nodes.add(node);
        }
        nodes.add(new Node("out", Catalogue.standard().make("Output"), 0, 0));
        edges.add(Edge.of(nodes.get(nodes.size() - 2).name(), "out"));
        Graph graph = Graph.of(nodes, edges);
        Node any = nodes.get(random.nextInt(nodes.size()));
        return random.nextInt(4) == 0
                ? new GraphEdit.SetActivity(any.name(), Activity.values()[random.nextInt(3)]).apply(graph)
                : graph;
    }

    private static HashMap<String, String> settings(LayerType type, Random random) {
        var settings = new HashMap<String, String>();
        for (Field field : type.schema().fields()) {
            if (random.nextInt(3) == 0) {
                String value = VALUES.get(random.nextInt(VALUES.size()));
                try {
                    type.with(Map.of(field.name(), value));
                    settings.put(field.name(), value);
                } catch (BadInput _) {
                    settings.remove(field.name());
                }
            }
        }
        return settings;
    }
}
