package io.netloom.app.shell;

import io.netloom.app.canvas.CanvasViewModel;
import io.netloom.app.canvas.geometry.TextWidths;
import io.netloom.app.document.Document;
import io.netloom.app.inspector.InspectorViewModel;
import io.netloom.app.outline.OutlineViewModel;
import io.netloom.app.problems.ProblemsViewModel;
import io.netloom.app.text.Texts;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import java.util.ArrayList;
import java.util.List;

/// Opens a network that nobody sees, so that Java has loaded and compiled what the first real one needs. It is done beside the window while
/// that comes up.
final class WarmUp {
    private static final int BLOCKS = 200;
    private static final int EDITS = 20;

    private WarmUp() {}

    static void run(Texts texts) {
        Project empty = Project.empty();
        Document document = Document.of(new Project(network(), empty.data(), empty.plan()), "", _ -> "");
        var canvas = new CanvasViewModel(document, texts, TextWidths.ESTIMATE, () -> {
            throw new IllegalStateException("nobody searches while it warms up");
        });
        var outline = new OutlineViewModel(document, texts);
        var problems = new ProblemsViewModel(document, texts);
        var inspector = new InspectorViewModel(document, texts);
        inspector.page();
        for (int i = 0; i < EDITS && !Thread.currentThread().isInterrupted(); i++) {
            document.apply(new GraphEdit.Rename("b" + (2 * i), "c" + i));
        }
        inspector.close();
        problems.close();
        outline.close();
        canvas.close();
    }

    private static Graph network() {
        List<String> types = List.of("Conv2d", "BatchNorm", "ReLU");
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < BLOCKS; i++) {
            String type = i == 0 ? "Input" : i == BLOCKS - 1 ? "Output" : types.get(i % types.size());
            nodes.add(new Node("b" + i, Catalogue.standard().find(type).defaults(), i % 20 * 240, i / 20 * 160));
            if (i > 0) {
                edges.add(Edge.of("b" + (i - 1), "b" + i));
            }
        }
        return Graph.of(nodes, edges);
    }
}
