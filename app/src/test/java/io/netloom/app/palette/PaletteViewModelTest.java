package io.netloom.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.blocks.BlockEntry;
import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.palette.PaletteViewModel.Row;
import io.netloom.app.task.Background;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.project.OwnTemplates;
import io.netloom.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {
    private final Texts texts = Texts.of(Language.ENGLISH, Locale.ROOT);
    private final List<String> failures = new ArrayList<>();
    private final List<Graph> opened = new ArrayList<>();
    @TempDir
    private Path folder;
    private Document document;
    private OwnBlocks own;
    private PaletteViewModel model;

    @BeforeEach
    void open() {
        document = Document.of(Project.empty(), "drawing.netloom", edit -> EditWords.of(texts, edit));
        own = own();
        model = new PaletteViewModel(document, texts, own);
    }

    @Test
    void blocksAddedOneAfterTheOtherAreAChain() {
        for (String type : List.of("Input", "Dense", "ReLU", "Output")) {
            model.add(entry(type));
        }
        assertThat(document.drawing().edges()).containsExactly(Edge.of("input", "dense"), Edge.of("dense", "relu"),
                Edge.of("relu", "output"));
        assertThat(document.drawing().nodes()).extracting(node -> node.x()).containsExactly(0.0, 210.0, 420.0, 630.0);
    }

    @Test
    void aBlockBehindOneThatIsJoinedGoesIntoItsWire() {
        List.of("Input", "Dense", "Output").forEach(type -> model.add(entry(type)));
        document.select(Selection.of("dense"));
        model.add(entry("ReLU"));
        assertThat(document.drawing().edges()).containsExactlyInAnyOrder(Edge.of("input", "dense"),
                Edge.of("dense", "relu"), Edge.of("relu", "output"));
        assertThat(document.drawing().node("relu").x()).isEqualTo(420);
        assertThat(document.drawing().node("output").x()).isEqualTo(630);
        assertThat(document.selection()).isEqualTo(Selection.of("relu"));
        document.undo();
        assertThat(document.drawing().contains("relu")).isFalse();
        assertThat(document.drawing().node("output").x()).isEqualTo(420);
    }

    @Test
    void aCategoryFolds() {
        Row.Heading pooling = heading("Pooling");
        model.toggle(pooling);
        assertThat(model.rows("")).noneMatch(row -> row instanceof Row.Entry(BlockEntry block, var _)
                && block.type().equals("MaxPool2d"));
        assertThat(model.rows("maxpool2d")).isNotEmpty();
        model.toggle(heading("Pooling"));
        assertThat(heading("Pooling").open()).isTrue();
    }

    @Test
    void whatIsSelectedBecomesATemplateOfOnesOwn() {
        List.of("Input", "Dense", "ReLU", "Output").forEach(type -> model.add(entry(type)));
        document.select(Selection.of(List.of("dense", "relu")));
        model.save("Mine");
        BlockEntry mine = entry("Mine");
        assertThat(model.isOwn(mine)).isTrue();
        assertThat(mine.block().inputs().min()).isEqualTo(1);
        assertThat(new OwnTemplates(folder).all()).hasSize(1);
        model.open(mine);
        assertThat(opened.getFirst().nodes()).hasSize(4);
        model.remove(mine);
        assertThat(own.all()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void anotherTabSeesTheTemplateToo() {
        model.add(entry("Dense"));
        var other = new PaletteViewModel(Document.of(Project.empty(), "other", _ -> ""), texts, own);
        var told = new ArrayList<String>();
        other.onChange(() -> told.add("changed"));
        model.save("Mine");
        assertThat(told).isNotEmpty();
        assertThat(other.rows("mine")).hasSize(1);
    }

    private OwnBlocks own() {
        return new OwnBlocks(new OwnTemplates(folder), Background.atOnce(), texts, failures::add,
                (_, graph) -> opened.add(graph));
    }

    private Row.Heading heading(String words) {
        return model.rows("").stream().filter(Row.Heading.class::isInstance).map(Row.Heading.class::cast)
                .filter(heading -> heading.words().equals(words)).findFirst().orElseThrow();
    }

    private BlockEntry entry(String type) {
        return model.rows("").stream().filter(Row.Entry.class::isInstance).map(row -> ((Row.Entry) row).block())
                .filter(block -> block.type().equals(type)).findFirst().orElseThrow();
    }
}
