package io.netloom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.netloom.Drawing;
import io.netloom.RandomDrawings;
import io.netloom.graph.Composites;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.layer.Catalogue;
import io.netloom.layer.LayerType;
import io.netloom.layer.Role;
import io.netloom.shape.BadInput;
import io.netloom.shape.Inferred;
import io.netloom.shape.Problem;
import io.netloom.shape.Shape;
import io.netloom.shape.Shapes;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds for the check of any drawing.
class CheckPropertiesTest {
    private static final int MOST_FIXES = 1000;

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void everythingWrongIsSaidAndCanBeMended(@ForAll("graphs") Graph graph) {
        assertSound(Check.of(graph), graph);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void whoFollowsTheFirstFixEachTimeEndsAtASoundNetwork(@ForAll("graphs") Graph graph) {
        Graph mended = graph;
        Check check = Check.of(mended);
        for (int i = 0; i < MOST_FIXES && !check.findings().isEmpty(); i++) {
            mended = check.findings().getFirst().fixes().getFirst().apply(mended);
            check = Check.of(mended);
        }
        assertThat(Check.of(mended).findings()).isEmpty();
        assertSound(Check.of(mended), mended);
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void afterEditsTheAnswerIsThatOfACheckFromNothing(@ForAll("edited") List<Graph> states) {
        Check check = Check.of(states.getFirst());
        for (Graph state : states.subList(1, states.size())) {
            check = check.after(state);
            Check fresh = Check.of(state);
            assertThat(check.findings()).isEqualTo(fresh.findings());
            assertThat(check.nodes()).isEqualTo(fresh.nodes());
        }
    }

    /// A drawing, and what it becomes by some edits.
    @Provide
    Arbitrary<List<Graph>> edited() {
        Arbitrary<List<Graph>> states = graphs().map(List::of);
        for (int i = 0; i < 3; i++) {
            states = states.flatMap(before -> RandomDrawings.edits(before.getLast())
                    .map(edit -> Stream.concat(before.stream(), Stream.of(edited(before.getLast(), edit))).toList()));
        }
        return states;
    }

    /// An edit that is refused changes nothing.
    private static Graph edited(Graph graph, GraphEdit edit) {
        try {
            return edit.apply(graph);
        } catch (BadInput refused) {
            return graph;
        }
    }

    @Property(tries = 500)
    void defaultsMeetAnyShapesWithAnAnswer(@ForAll("types") LayerType type, @ForAll("shapeLists") List<Shape> shapes) {
        List<Shape> inputs = shapes.subList(0, Math.min(shapes.size(), type.defaults().inputs().max()));
        if (!type.defaults().inputs().accepts(inputs.size())) {
            return;
        }
        Inferred inferred = type.defaults().infer(inputs);
        switch (inferred) {
            case Shapes(List<Shape> outputs) -> assertThat(outputs).hasSameSizeAs(type.defaults().outputs());
            case Problem problem -> assertThat(problem.about(type.name())).endsWith(".").contains(" needs ", " but ");
        }
    }

    @Property(tries = 500)
    void eachLayerBehindAnyShapesIsFineOrCanBeMended(@ForAll("types") LayerType type,
            @ForAll("shapeLists") List<Shape> shapes) {
        Drawing drawing = new Drawing().block("layer", type.defaults());
        for (int i = 0; i < Math.min(shapes.size(), type.defaults().inputs().max()); i++) {
            drawing.block("in" + i, "Input", "shape", shapes.get(i).rank() == 0 ? "1" : shapes.get(i).toString())
                    .wire("in" + i, "layer", i);
        }
        if (type.defaults().role() != Role.OUTPUT) {
            drawing.block("out", "Output").chain("layer", "out");
        }
        assertSound(Check.of(drawing.graph()), drawing.graph());
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Arbitraries.oneOf(RandomDrawings.graphs(), RandomDrawings.nested(), RandomDrawings.resting());
    }

    @Provide
    Arbitrary<LayerType> types() {
        return Arbitraries.of(Catalogue.standard().types());
    }

    @Provide
    Arbitrary<List<Shape>> shapeLists() {
        return RandomDrawings.shapes().list().ofMinSize(1).ofMaxSize(3);
    }

    private static void assertSound(Check check, Graph graph) {
        assertThat(check.checked().isPresent()).isEqualTo(check.findings().isEmpty());
        for (Finding finding : check.findings()) {
            assertThat(finding.message()).startsWith(finding.subject() + " needs ").endsWith(".");
            assertThat(finding.fixes()).as(finding.message()).isNotEmpty();
            for (GraphEdit fix : finding.fixes()) {
                assertThat(fix.label()).isNotBlank();
                assertThatCode(() -> Check.of(fix.apply(graph))).as(fix.toString()).doesNotThrowAnyException();
            }
        }
        check.nodes().values().forEach(node -> {
            assertThat(node.multiplyAdds()).isNotNegative();
            assertThat(node.parameters()).isNotNegative();
            assertThat(node.activationBytes()).isNotNegative();
        });
        check.checked().ifPresent(network -> {
            assertThat(network.multiplyAdds()).isNotNegative();
            assertThat(network.parameters()).isNotNegative();
            assertThat(network.activationBytes()).isNotNegative();
            assertThat(network.order()).hasSameSizeAs(Composites.expand(graph).nodes());
            assertThat(network.drawn()).hasSameSizeAs(graph.live().nodes());
        });
    }
}
