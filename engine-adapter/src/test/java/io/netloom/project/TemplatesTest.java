package io.netloom.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.check.Check;
import io.netloom.check.CheckedGraph;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.shape.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    @ParameterizedTest
    @CsvSource({"Residual block,64×9×7,64×9×7,73984", "'Residual block, halving',32×9×7,64×5×4,57728",
            "Inception block,192×28×28,256×28×28,163696", "Dense block,16×8×8,112×8×8,41760",
            "Squeeze-and-excitation block,64×8×8,64×8×8,74564", "Transformer encoder block,10×64,10×64,49984",
            "Encoder-decoder (U-Net),1×28×20,32×28×20,465920"})
    void eachFitsItsPlace(String name, String input, String output, long parameters) {
        Template template = Templates.all().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
        assertThat(template.help()).endsWith(".");
        Check check = Check.of(Graph.of(
                List.of(new Node("in", Catalogue.standard().make("Input", "shape", input), 0, 0),
                        new Node("it", template.composite(), 0, 0),
                        new Node("out", Catalogue.standard().make("Output"), 0, 0)),
                List.of(Edge.of("in", "it"), Edge.of("it", "out"))));
        assertThat(check.findings()).isEmpty();
        CheckedGraph network = check.checked().orElseThrow();
        assertThat(network.outputs().getFirst().inputs()).containsExactly(Shape.parse(output));
        assertThat(network.parameters()).isEqualTo(parameters);
    }

    @Test
    void namesAreUnique() {
        assertThat(Templates.all()).hasSize(7).extracting(Template::name).doesNotHaveDuplicates();
    }
}
