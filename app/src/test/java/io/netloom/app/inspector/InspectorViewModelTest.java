package io.netloom.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.inspector.Page.Entry;
import io.netloom.app.inspector.Page.Fact;
import io.netloom.app.inspector.Page.Subject;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.graph.Composite;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.layer.Field;
import io.netloom.layer.Layer;
import io.netloom.layer.Schema;
import io.netloom.project.Project;
import io.netloom.project.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
    private final Texts texts = Texts.of(Language.ENGLISH, Locale.ROOT);
    private Document document;
    private InspectorViewModel model;

    @BeforeEach
    void draw() {
        Graph graph = Graph.of(
                List.of(node("image", layer("Input", "shape", "1×28×28")), node("a", layer("Conv2d", "filters", "8")),
                        node("b", layer("Conv2d", "filters", "16")), node("flat", layer("Flatten")),
                        node("class", layer("Output"))),
                List.of(Edge.of("image", "a"), Edge.of("a", "b"), Edge.of("b", "flat"), Edge.of("flat", "class")));
        Project empty = Project.empty();
        document = Document.of(new Project(graph, empty.data(), empty.plan()), "test",
                edit -> EditWords.of(texts, edit));
        model = new InspectorViewModel(document, texts);
    }

    @Test
    void whatIsTypedIsShownAtOnceAndIsOneStep() {
        document.select(Selection.of("a"));
        for (String typed : List.of("1", "12", "128")) {
            model.type(field("filters"), typed);
            assertThat(value("a", "filters")).isEqualTo(typed);
        }
        model.commit();
        assertThat(document.undoLabel()).contains("Filters of “a”");
        document.undo();
        assertThat(value("a", "filters")).isEqualTo("8");
        assertThat(document.undoLabel()).isEmpty();
    }

    @Test
    void whatIsNoValueIsNotTakenAndItSaysWhatIsNeeded() {
        document.select(Selection.of("a"));
        model.type(field("filters"), "0");
        model.type(field("filters"), "many");
        model.set(field("filters"), "-3");
        assertThat(value("a", "filters")).isEqualTo("8");
        assertThat(document.undoLabel()).isEmpty();
        assertThat(model.problem(field("filters"), "0")).contains("Needed: whole number, 1 to 65,536");
        assertThat(model.problem(field("filters"), "5")).isEmpty();
    }

    @Test
    void undoWhileTypingTakesBackTheTyping() {
        document.select(Selection.of("a"));
        model.type(field("filters"), "64");
        model.undo();
        assertThat(value("a", "filters")).isEqualTo("8");
        model.type(field("filters"), "32");
        assertThat(value("a", "filters")).isEqualTo("32");
        model.redo();
        assertThat(value("a", "filters")).isEqualTo("32");
    }

    @Test
    void anotherSettingIsAnotherStep() {
        document.select(Selection.of("a"));
        model.type(field("filters"), "64");
        model.type(field("kernelSize"), "5");
        model.commit();
        document.undo();
        assertThat(value("a", "filters")).isEqualTo("64");
        assertThat(value("a", "kernelSize")).isEqualTo("3×3");
    }

    @Test
    void severalBlocksOfAKindAreChangedTogether() {
        document.select(Selection.of(List.of("a", "b")));
        assertThat(entry("filters").value()).isEmpty();
        assertThat(entry("kernelSize").value()).contains("3×3");
        model.set(field("filters"), "24");
        assertThat(value("a", "filters")).isEqualTo("24");
        assertThat(value("b", "filters")).isEqualTo("24");
        assertThat(document.undoLabel()).contains("Filters of 2 blocks");
        document.undo();
        assertThat(entry("filters").value()).isEmpty();
    }

    @Test
    void aSettingGoesBackToItsDefault() {
        document.select(Selection.of("a"));
        assertThat(entry("filters").isDefault()).isFalse();
        model.reset(field("filters"));
        assertThat(entry("filters").isDefault()).isTrue();
        assertThat(value("a", "filters")).isEqualTo("32");
    }

    @Test
    void aBlockShowsShapesCostAndItsLine() {
        document.select(Selection.of("b"));
        Page page = model.page();
        assertThat(page.facts()).contains(new Fact("In", "8×28×28"), new Fact("Out", "16×28×28"),
                new Fact("Parameters", "1,168"));
        assertThat(page.python()).isEqualTo("nn.Conv2d(8, 16, 3, padding=1)");
    }

    @Test
    void aWireShowsItsShape() {
        document.select(new Selection(Set.of(), Set.of(Edge.of("b", "flat")), Set.of()));
        assertThat(model.page().facts()).contains(new Fact("Shape", "16×28×28"), new Fact("Numbers", "12,544"));
    }

    @Test
    void aProblemIsMendedHere() {
        document.apply(new GraphEdit.Change("flat", layer("Dense")));
        document.select(Selection.of("flat"));
        assertThat(model.page().findings()).hasSize(1);
        GraphEdit fix = model.page().findings().getFirst().fixes().getFirst();
        assertThat(model.words(fix)).isEqualTo("Insert Flatten before “flat”");
        model.mend(fix);
        assertThat(document.check().findings()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        document.select(Selection.of("a"));
        assertThat(model.problemOfName("b")).isPresent();
        assertThat(model.problemOfName(" ")).contains("A block needs a name.");
        model.rename("b");
        assertThat(document.drawing().contains("a")).isTrue();
        model.rename("first");
        assertThat(model.only()).contains("first");
    }

    @Test
    void aCompositeCanBeLookedInto() {
        Composite residual = Templates.all().getFirst().composite();
        document.apply(new GraphEdit.Add(new Node("res", residual, 0, 0)));
        document.select(Selection.of("res"));
        assertThat(model.page().subject()).isEqualTo(new Subject.Inside("res"));
        model.lookInside();
        assertThat(document.place()).containsExactly("res");
        document.select(Selection.of("conv1"));
        model.set(field("filters"), "12");
        assertThat(value("conv1", "filters")).isEqualTo("12");
    }

    @Test
    void nothingSelectedShowsTheWholeNetwork() {
        assertThat(model.page().subject()).isEqualTo(new Subject.Whole());
        assertThat(model.page().facts()).contains(new Fact("In: image", "1×28×28"), new Fact("Parameters", "1,248"));
    }

    @Test
    void everyLayerCanBeInspected() {
        for (var type : Catalogue.standard().types()) {
            document.apply(new GraphEdit.Add(node("it", type.defaults())));
            document.select(Selection.of("it"));
            assertThat(model.page().title()).isEqualTo(type.name());
            assertThat(model.entries()).hasSameSizeAs(type.schema().fields()).allMatch(Entry::isDefault);
            document.apply(new GraphEdit.Remove("it"));
        }
    }

    @Test
    void arrowsGoInStepsThatFitTheNumber() {
        assertThat(Nudge.of(field("Conv2d", "filters"), "32", 1)).contains("33");
        assertThat(Nudge.of(field("Conv2d", "filters"), "1", -1)).isEmpty();
        assertThat(Nudge.of(field("Conv2d", "kernelSize"), "3×5", 1)).contains("4×6");
        assertThat(Nudge.of(field("Conv2d", "initialiser"), "he_uniform", 1)).contains("he_normal");
        assertThat(Nudge.of(field("Dropout", "rate"), "0.5", 1)).contains("0.6");
        assertThat(Nudge.of(field("Dropout", "rate"), "0.9", 1)).isEqualTo(Optional.empty());
        assertThat(Nudge.of(field("BatchNorm", "epsilon"), "1.0E-5", 1)).contains("2.0E-5");
        assertThat(Nudge.of(field("BatchNorm", "epsilon"), "1.0E-5", -1)).contains("9.0E-6");
    }

    private Entry entry(String setting) {
        return model.entries().stream().filter(e -> e.field().name().equals(setting)).findFirst().orElseThrow();
    }

    private Field field(String setting) {
        return field("Conv2d", setting);
    }

    private static Field field(String type, String setting) {
        return Catalogue.standard().find(type).schema().fields().stream().filter(f -> f.name().equals(setting))
                .findFirst().orElseThrow();
    }

    private String value(String node, String setting) {
        Layer layer = document.drawing().node(node).layer();
        return Schema.of(layer).settings(layer).get(setting);
    }

    private static Layer layer(String type, String... settings) {
        return Catalogue.standard().make(type, settings);
    }

    private static Node node(String name, Layer layer) {
        return new Node(name, layer, 0, 0);
    }
}
