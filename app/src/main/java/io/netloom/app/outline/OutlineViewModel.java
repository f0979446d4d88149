package io.netloom.app.outline;

import io.netloom.app.document.Document;
import io.netloom.app.document.Selection;
import io.netloom.app.look.BlockLook;
import io.netloom.app.text.FindingWords;
import io.netloom.app.text.Texts;
import io.netloom.check.Check;
import io.netloom.check.CheckedNode;
import io.netloom.check.Finding;
import io.netloom.graph.Block;
import io.netloom.graph.Composite;
import io.netloom.graph.Composites;
import io.netloom.graph.Graph;
import io.netloom.graph.Node;
import io.netloom.graph.Topology;
import io.netloom.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The whole drawing as a list, blocks in composites below these, each behind what feeds it: for those who would rather read
/// than look, and for screen readers.
public final class OutlineViewModel {
    private final Document document;
    private final Texts texts;
    private final Runnable end;
    private Runnable changed = () -> {};
    private Runnable selected = () -> {};

    /// A block.
    ///
    /// @param place the composites that it stands in
    /// @param shape what it gives, or empty where that is not known
    /// @param parameters empty for none
    /// @param problem what is wrong with it, or empty
    /// @param spoken all of it in a sentence
    public record Row(List<String> place, String name, String type, BlockLook look, String shape, String parameters,
            String problem, String spoken, List<Row> inside) {}

    public OutlineViewModel(Document document, Texts texts) {
        this.document = document;
        this.texts = texts;
        end = document.listen(change -> {
            switch (change) {
                case PROJECT -> changed.run();
                case SELECTION, PLACE -> selected.run();
                case REVEAL, FILE -> {
                    // The outline does not show it.
                }
            }
        });
    }

    /// Calls these after the rows, and after what is selected, have changed.
    public void onChange(Runnable rowsChanged, Runnable selectionChanged) {
        changed = rowsChanged;
        selected = selectionChanged;
    }

    /// The rows of the outermost drawing.
    public List<Row> rows() {
        Check check = document.check();
        var problems = new HashMap<String, String>();
        for (Finding finding : check.findings()) {
            problems.putIfAbsent(finding.node(), FindingWords.withFix(texts, finding));
        }
        return rows(document.project().graph(), List.of(), check.nodes(), problems);
    }

    /// Whether a row is selected.
    public boolean isSelected(Row row) {
        return row.place().equals(document.place()) && document.selection().nodes().contains(row.name());
    }

    /// Selects rows; of rows in different composites, those that stand where the last one does.
    public void select(Collection<Row> rows, Row last) {
        document.lookAt(last.place());
        document.select(Selection.of(
                rows.stream().filter(row -> row.place().equals(last.place())).map(Row::name).toList()));
    }

    /// Looks into a composite.
    public void enter(Row row) {
        if (!row.inside().isEmpty()) {
            var place = new ArrayList<>(row.place());
            place.add(row.name());
            document.lookAt(place);
        }
    }

    /// Ends listening to the document.
    public void close() {
        end.run();
    }

    private List<Row> rows(Graph graph, List<String> place, Map<String, CheckedNode> checked,
            Map<String, String> problems) {
        Collection<Node> order = switch (Topology.order(graph)) {
            case Topology.Ordered(List<Node> nodes) -> nodes;
            case Topology.Cyclic _ -> graph.nodes();
        };
        var rows = new ArrayList<Row>();
        for (Node node : order) {
            String path = Composites.path(place, node.name());
            CheckedNode known = checked.get(path);
            String shape = known == null ? ""
                    : known.outputs().stream().map(Shape::toString).collect(Collectors.joining(", "));
            String parameters = known == null || known.parameters() == 0 ? "" : texts.magnitude(known.parameters());
            String problem = problems.getOrDefault(path, "");
            var inner = new ArrayList<>(place);
            inner.add(node.name());
            List<Row> inside = switch (node.block()) {
                case Block.Single _ -> List.of();
                case Composite(String _, Graph drawing) -> rows(drawing, List.copyOf(inner), checked, problems);
            };
            String spoken = texts.get("outline.spoken", node.block().type(), node.name(),
                    shape.isEmpty() ? texts.get("outline.unknown") : shape, graph.incoming(node.name()).size(),
                    graph.outgoing(node.name()).size(), problem);
            rows.add(new Row(place, node.name(), node.block().type(), BlockLook.of(node.block()), shape, parameters,
                    problem, spoken.strip(), inside));
        }
        return List.copyOf(rows);
    }
}
