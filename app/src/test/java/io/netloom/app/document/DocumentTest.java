package io.netloom.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netloom.compile.Learning;
import io.netloom.compile.Optimiser;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.graph.Remark;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Precision;
import io.netloom.project.Project;
import io.netloom.shape.BadInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private final Document document = Document.of(Project.empty(), "new", GraphEdit::label);
    private final List<Change> changes = new ArrayList<>();

    @Test
    void undoAndRedoNameTheirSteps() {
        assertThat(document.undoLabel()).isEmpty();
        add("a", "ReLU");
        document.apply(new GraphEdit.Rename("a", "b"));
        assertThat(document.undoLabel()).contains("Rename 'a' to 'b'");
        document.undo();
        assertThat(document.undoLabel()).contains("Add ReLU 'a'");
        assertThat(document.redoLabel()).contains("Rename 'a' to 'b'");
        assertThat(document.drawing().contains("a")).isTrue();
        document.redo();
        assertThat(document.drawing().contains("b")).isTrue();
        assertThat(document.redoLabel()).isEmpty();
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        add("a", "ReLU");
        document.undo();
        add("b", "Tanh");
        assertThat(document.redoLabel()).isEmpty();
        document.undo();
        assertThat(document.drawing()).isEqualTo(Graph.empty());
    }

    @Test
    void anEditThatDoesNotFitChangesNothing() {
        add("a", "ReLU");
        Project before = document.project();
        assertThatThrownBy(() -> add("a", "Tanh")).isInstanceOf(BadInput.class).hasMessageContaining("Two blocks");
        assertThat(document.project()).isSameAs(before);
        document.undo();
        assertThat(document.undoLabel()).isEmpty();
    }

    @Test
    void aDragIsOneStepHoweverOftenItMoves() {
        add("a", "ReLU");
        Document.Gesture drag = document.gesture("Move 'a'");
        for (int i = 1; i <= 50; i++) {
            drag.show(new GraphEdit.Move("a", i, 2 * i));
        }
        assertThat(document.undoLabel()).contains("Move 'a'");
        drag.end();
        assertThat(document.drawing().node("a").x()).isEqualTo(50);
        document.undo();
        assertThat(document.drawing().node("a").x()).isZero();
        assertThat(document.undoLabel()).contains("Add ReLU 'a'");
    }

    @Test
    void aGestureThatIsCancelledOrComesToNothingIsNoStep() {
        add("a", "ReLU");
        Project before = document.project();
        Document.Gesture cancelled = document.gesture("Move");
        cancelled.show(new GraphEdit.Move("a", 7, 7));
        cancelled.cancel();
        cancelled.show(new GraphEdit.Move("a", 9, 9));
        Document.Gesture idle = document.gesture("Move");
        idle.show(new GraphEdit.Move("a", 7, 7));
        idle.show(new GraphEdit.Move("a", 0, 0));
        idle.end();
        assertThat(document.project()).isSameAs(before);
        assertThat(document.undoLabel()).contains("Add ReLU 'a'");
    }

    @Test
    void undoInTheMiddleOfAGestureTakesTheGestureBack() {
        add("a", "ReLU");
        document.gesture("Move").show(new GraphEdit.Move("a", 7, 7));
        document.undo();
        assertThat(document.drawing().node("a").x()).isZero();
        assertThat(document.redoLabel()).contains("Move");
    }

    @Test
    void whatIsTheSameAsInTheFileIsNotUnsaved() {
        assertThat(document.unsaved()).isFalse();
        add("a", "ReLU");
        assertThat(document.unsaved()).isTrue();
        document.undo();
        assertThat(document.unsaved()).isFalse();
    }

    @Test
    void theSelectionFollowsRenamingAndForgetsWhatIsGone() {
        add("a", "ReLU");
        add("b", "Tanh");
        document.apply(new GraphEdit.Connect(Edge.of("a", "b")));
        document.apply(new GraphEdit.Annotate(new Remark("n", Remark.Kind.NOTE, "why", 0, 0, 10, 10)));
        document.select(Selection.all(document.drawing()));
        assertThat(document.selection())
                .isEqualTo(new Selection(Set.of("a", "b"), Set.of(Edge.of("a", "b")), Set.of("n")));
        document.listen(changes::add);
        document.apply(new GraphEdit.Rename("a", "c"));
        assertThat(document.selection())
                .isEqualTo(new Selection(Set.of("b", "c"), Set.of(Edge.of("c", "b")), Set.of("n")));
        assertThat(changes).contains(Change.SELECTION);
        document.apply(new GraphEdit.Remove("c"));
        assertThat(document.selection()).isEqualTo(new Selection(Set.of("b"), Set.of(), Set.of("n")));
        document.select(Selection.of("nobody"));
        assertThat(document.selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void theLearningRateOfABlockFollowsItsNewNameAndComesBackWithTheOldOne() {
        add("a", "ReLU");
        document.change("freeze", project -> project.withPlan(project.plan().withLearning(new Learning(
                new Optimiser.Adam(), 0, new Learning.Clipping.None(), 1, 0, Map.of("a", 0.0, "a/b", 0.1, "ab", 0.2),
                Optional.of(Precision.FLOAT32)))));
        document.apply(new GraphEdit.Rename("a", "c"));
        assertThat(document.project().plan().learning().rates())
                .isEqualTo(Map.of("c", 0.0, "c/b", 0.1, "ab", 0.2));
        document.undo();
        assertThat(document.project().plan().learning().rates()).containsOnlyKeys("a", "a/b", "ab");
    }

    @Test
    void insideOfACompositeEditsStayThereAndAreUndoneThere() {
        Graph inside = Graph.of(List.of(node("relu", "ReLU")), List.of());
        document.apply(new GraphEdit.Add(new Node("res", new Composite("Residual", inside), 0, 0)));
        document.lookAt(List.of("res"));
        add("tanh", "Tanh");
        assertThat(document.drawing().contains("tanh")).isTrue();
        assertThat(document.path("tanh")).isEqualTo("res/tanh");
        assertThat(document.undoLabel()).contains("Add Tanh 'tanh'");
        document.undo();
        assertThat(document.place()).containsExactly("res");
        assertThat(document.drawing()).isEqualTo(inside);
        document.listen(changes::add);
        document.undo();
        assertThat(document.place()).isEmpty();
        assertThat(changes).contains(Change.PLACE);
        assertThatThrownBy(() -> document.lookAt(List.of("res"))).isInstanceOf(BadInput.class);
    }

    @Test
    void undoAndRedoLookWhereTheyChangeSomething() {
        Graph inside = Graph.of(List.of(node("relu", "ReLU")), List.of());
        document.apply(new GraphEdit.Add(new Node("res", new Composite("Residual", inside), 0, 0)));
        document.lookAt(List.of("res"));
        add("tanh", "Tanh");
        document.lookAt(List.of());
        add("dense", "Dense");
        document.lookAt(List.of("res"));
        document.undo();
        assertThat(document.place()).isEmpty();
        document.undo();
        assertThat(document.place()).containsExactly("res");
        assertThat(document.drawing()).isEqualTo(inside);
        document.lookAt(List.of());
        document.redo();
        assertThat(document.place()).containsExactly("res");
        document.redo();
        assertThat(document.place()).isEmpty();
        assertThat(document.drawing().contains("dense")).isTrue();
    }

    @Test
    void theCheckIsThatOfTheDrawingAsItIsNow() {
        add("in", "Input");
        add("dense", "Dense");
        add("out", "Output");
        document.apply(new GraphEdit.Connect(Edge.of("in", "dense")));
        document.apply(new GraphEdit.Connect(Edge.of("dense", "out")));
        assertThat(document.check().findings()).hasSize(1);
        assertThat(document.checked("dense")).isEmpty();
        document.applyToWhole(document.check().findings().getFirst().fixes().getFirst());
        assertThat(document.check().findings()).isEmpty();
        assertThat(document.checked("dense").orElseThrow().inputs().getFirst().toString()).isEqualTo("784");
        document.undo();
        assertThat(document.check().findings()).hasSize(1);
    }

    @Test
    void dataAndPlanAreUndoneToo() {
        Project before = document.project();
        document.change("Train longer", p -> p.withPlan(p.plan().withEpochs(99)));
        assertThat(document.undoLabel()).contains("Train longer");
        document.undo();
        assertThat(document.project()).isSameAs(before);
    }

    @Test
    void whoEndedListeningHearsNothing() {
        Runnable end = document.listen(changes::add);
        add("a", "ReLU");
        assertThat(changes).contains(Change.PROJECT, Change.FILE);
        end.run();
        changes.clear();
        document.undo();
        assertThat(changes).isEmpty();
        assertThat(document.file()).isEqualTo(Optional.empty());
    }

    private void add(String name, String type) {
        document.apply(new GraphEdit.Add(node(name, type)));
    }

    private static Node node(String name, String type) {
        return new Node(name, Catalogue.standard().make(type), 0, 0);
    }
}
