package io.netloom.app.problems;

import io.netloom.app.document.Document;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.check.Finding;
import io.netloom.graph.Composite;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that is wrong with the drawing, and what mends it.
public final class ProblemsViewModel {
    private final Document document;
    private final Texts texts;
    private final Runnable end;
    private Runnable changed = () -> {};

    /// @param document is asked, and edited where a fix is chosen
    public ProblemsViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        end = document.listen(change -> {
            switch (change) {
                case PROJECT -> changed.run();
                case SELECTION, PLACE, REVEAL, FILE -> {
                    // The problems are the same.
                }
            }
        });
    }

    /// Calls this after the findings may have changed.
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /// All findings, in the order of the drawing. An empty canvas has none that one would want to read.
    public List<Finding> findings() {
        return document.project().graph().nodes().isEmpty() ? List.of() : document.check().findings();
    }

    /// A fix as a button says it.
    public String words(GraphEdit fix) {
        return EditWords.of(texts, fix);
    }

    /// Mends.
    public void mend(GraphEdit fix) {
        document.applyToWhole(fix);
    }

    /// Looks at the block that has the problem, and selects it.
    public void goTo(Finding finding) {
        find(document.project().graph(), List.of(), finding.node()).ifPresent(path -> {
            document.goTo(path.subList(0, path.size() - 1), path.getLast());
        });
    }

    /// Ends listening to the document.
    public void close() {
        end.run();
    }

    /// A block's name may hold a slash, so its path is looked for instead of taken apart.
    private static Optional<List<String>> find(Graph graph, List<String> place, String path) {
        if (graph.contains(path)) {
            return Optional.of(with(place, path));
        }
        return graph.nodes().stream()
                .filter(node -> node.block() instanceof Composite && path.startsWith(node.name() + "/"))
                .map(node -> find(((Composite) node.block()).inside(), with(place, node.name()),
                        path.substring(node.name().length() + 1)))
                .flatMap(Optional::stream).findFirst();
    }

    private static List<String> with(List<String> place, String name) {
        var longer = new ArrayList<>(place);
        longer.add(name);
        return longer;
    }
}
