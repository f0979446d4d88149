package io.netloom.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.netloom.app.code.CodeViewModel.Watching;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.text.Texts;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeViewModelTest {
    private final Document document = Document.of(network(), "test", _ -> "");
    private final CodeViewModel model = new CodeViewModel(document, Texts.of(Language.ENGLISH, Locale.ROOT));

    @Test
    void theCodeFollowsTheDrawing() {
        model.watch(Watching.SHOWN);
        assertThat(model.code()).contains("nn.Linear(4, 8)");
        document.apply(new GraphEdit.Change("dense", Catalogue.standard().make("Dense", "units", "9")));
        assertThat(model.code()).contains("nn.Linear(4, 9)");
        assertThat(model.message()).isEmpty();
    }

    @Test
    void whileSomethingIsWrongTheCodeFromBeforeStays() {
        model.watch(Watching.SHOWN);
        String before = model.code();
        document.apply(new GraphEdit.Disconnect(Edge.of("in", "dense")));
        assertThat(model.code()).isEqualTo(before);
        assertThat(model.current()).isFalse();
        assertThat(model.message()).get().asString().contains("from before");
        document.undo();
        assertThat(model.current()).isTrue();
    }

    @Test
    void codeThatNobodySeesIsNotWritten() {
        document.apply(new GraphEdit.Rename("dense", "head"));
        assertThat(model.code()).isEmpty();
        model.watch(Watching.SHOWN);
        assertThat(model.code()).contains("self.head");
    }

    @Test
    void tokensAreTheWholeText() {
        model.watch(Watching.SHOWN);
        String source = model.code() + "# a comment\nx = \"text\" + 'other' + 1e-5\n";
        List<PythonToken> tokens = PythonToken.of(source);
        assertThat(tokens.stream().map(PythonToken::text).collect(Collectors.joining())).isEqualTo(source);
        assertThat(tokens).contains(new PythonToken(PythonToken.Kind.KEYWORD, "class"),
                new PythonToken(PythonToken.Kind.CALL, "Linear"), new PythonToken(PythonToken.Kind.NUMBER, "1e-5"),
                new PythonToken(PythonToken.Kind.COMMENT, "# a comment"),
                new PythonToken(PythonToken.Kind.STRING, "\"text\""));
    }

    private static Project network() {
        Graph graph = Graph.of(
                List.of(new Node("in", Catalogue.standard().make("Input", "shape", "4"), 0, 0),
                        new Node("dense", Catalogue.standard().make("Dense", "units", "8"), 0, 0),
                        new Node("out", Catalogue.standard().make("Output"), 0, 0)),
                List.of(Edge.of("in", "dense"), Edge.of("dense", "out")));
        return new Project(graph, Project.empty().data(), Project.empty().plan());
    }
}
