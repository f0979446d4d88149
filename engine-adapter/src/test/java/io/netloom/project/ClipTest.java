package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import io.netloom.shape.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Blocks on the clipboard.
class ClipTest {
    private static final String VERSION_1 = """
            {"netloomClip": 1,
             "graph": {"nodes": [{"name": "relu", "type": "ReLU", "x": 10.0, "y": 20.0}], "edges": []},
             "incoming": [{"from": "conv1", "to": "relu"}]}
            """;

    @Test
    void whatIsWrittenIsWhatIsRead() {
        Graph graph = Graph.of(
                List.of(new Node("a", Catalogue.standard().make("Conv2d", "filters", "7"), 0, 0),
                        new Node("b", Templates.all().getFirst().composite(), 200, 0)),
                List.of(Edge.of("a", "b")), List.of(new Remark("note", Remark.Kind.NOTE, "why", 0, 0, 10, 10)));
        var clip = new Clip(graph, List.of(new Edge("image", 0, "a", 0)));
        assertThat(Clip.of(clip.text())).contains(clip);
    }

    @Test
    void aTextOfVersion1IsRead() {
        Clip clip = Clip.of(VERSION_1).orElseThrow();
        assertThat(clip.graph().nodes()).extracting(Node::title).containsExactly("ReLU 'relu'");
        assertThat(clip.incoming()).containsExactly(Edge.of("conv1", "relu"));
    }

    @Test
    void whatSomebodyElseHasCopiedIsNoClip() {
        assertThat(List.of("", "hello", "{", "[1]", "{\"a\": 1}", "7")).allMatch(text -> Clip.of(text).isEmpty());
    }

    @Test
    void aBrokenOrNewerClipSaysSo() {
        assertThatThrownBy(() -> Clip.of(VERSION_1.replace("1,", "2,"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> Clip.of(VERSION_1.replace("ReLU", "Nonsense"))).isInstanceOf(BadInput.class)
                .hasMessageContaining("Nonsense");
    }
}
