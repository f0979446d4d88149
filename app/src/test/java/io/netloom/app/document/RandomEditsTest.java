package io.netloom.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.graph.Activity;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import io.netloom.layer.LayerType;
import io.netloom.project.Project;
import io.netloom.project.Templates;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten thousand edits by somebody who does not look.
class RandomEditsTest {
    private static final int EDITS = 10_000;
    private static final int ENOUGH_BLOCKS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void undoingAllGivesTheFirstDrawingAndRedoingAllTheLast(long seed) {
        Document document = Document.of(Project.empty(), "random", GraphEdit::label);
        Project first = document.project();
        var random = new Random(seed);
        var states = new ArrayList<Project>();
        states.add(first);
        int refused = 0;
        while (states.size() <= EDITS) {
            try {
                step(document, random);
            } catch (BadInput _) {
                refused++;
            }
            if (document.project() != states.getLast()) {
                states.add(document.project());
            }
        }
        assertThat(refused).isLessThan(EDITS);
        Project last = document.project();
        for (int i = states.size() - 2; i >= 0; i--) {
            document.undo();
            assertThat(document.project() == states.get(i)).as("step %d", i).isTrue();
            assertThat(document.drawing().size()).isGreaterThanOrEqualTo(document.selection().nodes().size());
        }
        assertThat(document.undoLabel()).isEmpty();
        assertThat(document.project() == first).as("the first drawing").isTrue();
        while (document.redoLabel().isPresent()) {
            document.redo();
        }
        assertThat(document.project() == last).as("the last drawing").isTrue();
    }

    private static void step(Document document, Random random) {
        Graph drawing = document.drawing();
        if (random.nextInt(20) == 0) {
            look(document, drawing, random);
        } else if (random.nextInt(4) == 0 && !drawing.nodes().isEmpty()) {
            Node node = any(drawing, random);
            Document.Gesture drag = document.gesture("Move");
            for (int i = random.nextInt(4); i >= 0; i--) {
                drag.show(new GraphEdit.Move(node.name(), random.nextInt(1000), random.nextInt(1000)));
            }
            if (random.nextBoolean()) {
                drag.end();
            } else {
                drag.cancel();
            }
        } else {
            document.select(Selection.all(drawing));
            document.apply(edit(drawing, random));
        }
    }

    private static void look(Document document, Graph drawing, Random random) {
        if (!document.place().isEmpty() && random.nextBoolean()) {
            document.lookAt(List.of());
            return;
        }
        drawing.nodes().stream().filter(node -> node.block() instanceof Composite).findAny().ifPresent(node -> {
            var place = new ArrayList<>(document.place());
            place.add(node.name());
            document.lookAt(place);
        });
    }

    private static GraphEdit edit(Graph drawing, Random random) {
        if (drawing.nodes().isEmpty()) {
            return add(drawing, random);
        }
        Node node = any(drawing, random);
        Node other = any(drawing, random);
        return switch (random.nextInt(drawing.nodes().size() > ENOUGH_BLOCKS ? 10 : 14)) {
            case 0, 1 -> new GraphEdit.Remove(node.name());
            case 2 -> new GraphEdit.Dissolve(node.name());
            case 3 -> new GraphEdit.Rename(node.name(), "r" + random.nextInt(50));
            case 4 -> drawing.edges().isEmpty() ? new GraphEdit.Remove(node.name())
                    : new GraphEdit.Disconnect(drawing.edges().get(random.nextInt(drawing.edges().size())));
            case 5 -> new GraphEdit.Annotate(new Remark("r" + random.nextInt(5), Remark.Kind.FRAME, "",
                    random.nextInt(100), 0, 50, 50));
            case 6 -> new GraphEdit.Erase("r" + random.nextInt(5));
            case 7 -> new GraphEdit.Change(node.name(), layer(random).defaults());
            case 8 -> new GraphEdit.Connect(new Edge(node.name(), 0, other.name(), random.nextInt(2)));
            case 9 -> new GraphEdit.SetActivity(node.name(), Activity.values()[random.nextInt(3)]);
            default -> add(drawing, random);
        };
    }

    private static GraphEdit add(Graph drawing, Random random) {
        if (random.nextInt(8) == 0) {
            Composite composite = Templates.all().get(random.nextInt(Templates.all().size())).composite();
            return new GraphEdit.Add(new Node(drawing.freeName("composite"), composite, 0, 0));
        }
        LayerType type = layer(random);
        return new GraphEdit.Add(new Node(drawing.freeName(type.name()), type.defaults(), random.nextInt(1000), 0));
    }

    private static LayerType layer(Random random) {
        List<LayerType> types = Catalogue.standard().types();
        return types.get(random.nextInt(types.size()));
    }

    private static Node any(Graph drawing, Random random) {
        return List.copyOf(drawing.nodes()).get(random.nextInt(drawing.nodes().size()));
    }
}
