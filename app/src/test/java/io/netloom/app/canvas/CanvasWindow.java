package io.netloom.app.canvas;

import io.netloom.app.blocks.BlockSearch;
import atlantafx.base.theme.PrimerLight;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.canvas.paint.MeasuredWidths;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings.Language;
import io.netloom.app.task.Background;
import io.netloom.app.text.EditWords;
import io.netloom.app.text.Texts;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A canvas in a window of its own, for tests.
final class CanvasWindow {
    static final Texts TEXTS = Texts.of(Language.ENGLISH, Locale.ENGLISH);

    final Document document;
    final CanvasViewModel model;
    final CanvasTools tools;
    final CanvasView view;
    final List<String> failures = new ArrayList<>();
    private int inspected;

    CanvasWindow(Stage stage, Graph graph, double width, double height) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        document = document(graph);
        var widths = new MeasuredWidths();
        model = new CanvasViewModel(document, TEXTS, widths, () -> BlockSearch.of(TEXTS));
        model.onFailure(failures::add);
        tools = new CanvasTools(model, Background.atOnce(), new SystemClipboard());
        tools.onInspect(() -> inspected++);
        view = new CanvasView(model, tools, widths);
        view.setMotion(CanvasView.Motion.REDUCED);
        var scene = new Scene(new BorderPane(view), width, height);
        scene.getStylesheets()
                .add(CanvasWindow.class.getResource("/io/netloom/app/shell/netloom.css").toExternalForm());
        // The tests of the whole window have had the same stage, and left it theirs.
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    int inspected() {
        return inspected;
    }

    static Document document(Graph graph) {
        Project empty = Project.empty();
        return Document.of(new Project(graph, empty.data(), empty.plan()), "test", e -> EditWords.of(TEXTS, e));
    }

    /// Where a place of the drawing is on the display.
    Point2D at(Point world) {
        Point screen = model.viewport().toScreen(world);
        return view.localToScreen(screen.x(), screen.y());
    }

    /// The middle of a card.
    Point2D card(String name) {
        return at(model.picture().card(name).orElseThrow().box().centre());
    }

    Point2D port(Port port) {
        return at(model.place(port));
    }

    Point2D wire(String from, String to) {
        return at(model.picture().wires().stream()
                .filter(w -> w.edge().from().equals(from) && w.edge().to().equals(to)).findFirst().orElseThrow()
                .line().at(0.5));
    }

    /// What a screen reader finds by this name. The canvas tells of it a moment after it has come into view.
    static javafx.scene.Node spoken(FxRobot robot, String id) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup(id).tryQuery().isPresent());
        return robot.lookup(id).query();
    }

    /// Blocks in rows, each fed by the one before.
    static Graph chain(int blocks) {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        List<String> types = List.of("Conv2d", "BatchNorm", "ReLU");
        for (int i = 0; i < blocks; i++) {
            String type = i == 0 ? "Input" : i == blocks - 1 ? "Output" : types.get(i % 3);
            nodes.add(new Node("b" + i, Catalogue.standard().find(type).defaults(), i % 32 * 240, i / 32 * 160));
            if (i > 0) {
                edges.add(Edge.of("b" + (i - 1), "b" + i));
            }
        }
        return Graph.of(nodes, edges);
    }

    /// Blocks in a row of these types, named by type, each fed by the one before.
    static Graph row(String... types) {
        Graph graph = Graph.empty();
        Optional<String> before = Optional.empty();
        for (int i = 0; i < types.length; i++) {
            String name = graph.freeName(types[i].toLowerCase(Locale.ROOT));
            graph = new GraphEdit.Add(new Node(name, Catalogue.standard().find(types[i]).defaults(), i * 240, 0))
                    .apply(graph);
            if (before.isPresent()) {
                graph = new GraphEdit.Connect(Edge.of(before.get(), name)).apply(graph);
            }
            before = Optional.of(name);
        }
        return graph;
    }
}
