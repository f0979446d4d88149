package io.netloom.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceViewModelTest {
    private final Document document = Document.of(Project.empty(), "test", _ -> "");

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void everyLayerHasAPage(Language language) {
        var model = new ReferenceViewModel(document, Texts.of(language, Locale.ROOT));
        assertThat(Catalogue.standard().types()).allSatisfy(type -> {
            ReferencePage page = model.page(type);
            assertThat(page.name()).isNotBlank();
            assertThat(page.help()).isNotBlank();
            assertThat(page.ports()).isNotBlank();
            assertThat(page.settings()).hasSameSizeAs(type.schema().fields())
                    .allMatch(s -> !s.help().isBlank() && !s.range().isBlank() && !s.usual().isBlank());
        });
    }

    @Test
    void nearlyEveryLayerHasAnExample() {
        var model = new ReferenceViewModel(document, Texts.of(Language.ENGLISH, Locale.ROOT));
        List<String> without = Catalogue.standard().types().stream().map(model::page)
                .filter(page -> page.example().isEmpty()).map(ReferencePage::name).toList();
        assertThat(without).as("layers that no usual shape fits").isSubsetOf("Reshape");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void theContentsLeadToThePageOfEveryLayerAndBack(Language language) {
        var model = new ReferenceViewModel(document, Texts.of(language, Locale.ROOT));
        List<String> listed = model.contents().stream().flatMap(section -> section.entries().stream())
                .map(entry -> entry.type()).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(
                Catalogue.standard().types().stream().map(type -> type.name()).toList());
        assertThat(listed).allSatisfy(type -> {
            model.open(type);
            assertThat(model.page()).isPresent();
            model.leavePage();
            assertThat(model.page()).isEmpty();
        });
    }

    @Test
    void theExampleIsThatOfTheBlockWhichIsSelected() {
        var model = new ReferenceViewModel(document, Texts.of(Language.ENGLISH, Locale.ROOT));
        assertThat(model.page()).isEmpty();
        document.apply(new GraphEdit.Add(
                new Node("in", Catalogue.standard().make("Input", "shape", "5×7"), 0, 0)));
        document.select(Selection.of("in"));
        assertThat(model.page().orElseThrow().example()).isEqualTo("5×7");
        document.select(Selection.NONE);
        assertThat(model.page().orElseThrow().name()).isEqualTo("Input");
    }
}
