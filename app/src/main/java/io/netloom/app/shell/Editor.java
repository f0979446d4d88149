package io.netloom.app.shell;

import io.netloom.app.canvas.CanvasTools;
import io.netloom.app.canvas.CanvasView;
import io.netloom.app.canvas.CanvasViewModel;
import io.netloom.app.canvas.MeasuredWidths;
import io.netloom.app.canvas.SystemClipboard;
import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.document.Document;
import io.netloom.app.document.Settings;
import io.netloom.app.inspector.InspectorView;
import io.netloom.app.inspector.InspectorViewModel;
import io.netloom.app.outline.OutlineView;
import io.netloom.app.outline.OutlineViewModel;
import io.netloom.app.palette.PaletteView;
import io.netloom.app.palette.PaletteViewModel;
import io.netloom.app.problems.ProblemsView;
import io.netloom.app.problems.ProblemsViewModel;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One document's tab: palette, drawing, problems and inspector. The only place that puts features together.
final class Editor {
    private final OutlineViewModel outline;
    private final InspectorViewModel inspector;
    private final ProblemsViewModel problems;
    private final PaletteView paletteView;
    private final ProblemsView problemsView;
    private final SidePanels root;
    private final CanvasViewModel canvas;
    private final CanvasTools tools;
    private final CanvasView canvasView;
    private final Parent outlineRoot;

    /// @param failed is told what could not be done
    Editor(Document document, Settings settings, Texts texts, Background background, Consumer<String> failed) {
        var widths = new MeasuredWidths();
        canvas = new CanvasViewModel(document, texts, widths);
        canvas.onFailure(failed);
        tools = new CanvasTools(canvas, background, new SystemClipboard());
        canvasView = new CanvasView(canvas, tools, widths);
        canvasView.setWheel(settings.trackpad() ? CanvasView.Wheel.PANS : CanvasView.Wheel.ZOOMS);
        outline = new OutlineViewModel(document, texts);
        inspector = new InspectorViewModel(document, texts);
        problems = new ProblemsViewModel(document, texts);
        paletteView = new PaletteView(new PaletteViewModel(document, texts), texts);
        problemsView = new ProblemsView(problems, texts);
        Region inspectorRoot = (Region) new InspectorView(inspector, texts).root();
        Region paletteRoot = (Region) paletteView.root();
        tools.onInspect(() -> focusFirst(inspectorRoot));
        outlineRoot = new OutlineView(outline, texts).root();
        outlineRoot.setVisible(false);
        var drawing = new StackPane(canvasView, outlineRoot);
        drawing.setMinSize(0, 0);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        var middle = new VBox(drawing, problemsView.root());
        root = new SidePanels(paletteRoot, middle, inspectorRoot, settings.paletteWidth(), settings.inspectorWidth());
    }

    Parent root() {
        return root.root();
    }

    /// The widths of the panels as the user has pulled them.
    Settings remember(Settings settings) {
        return settings.withPanels(root.leftWidth(), root.rightWidth());
    }

    List<Command> commands() {
        var commands = new ArrayList<>(tools.commands());
        commands.addAll(List.of(Command.of("shell.outline", Menu.VIEW, 3, this::toggleOutline)
                .on("Shortcut+Shift+O").chosenIf(outlineRoot::isVisible),
                Command.of("shell.find-block", Menu.EDIT, 4, paletteView::focusSearch).on("Shortcut+K"),
                Command.of("shell.problems", Menu.VIEW, 1, problemsView::focus).on("F8")
                        .when(() -> !problems.findings().isEmpty())));
        return commands;
    }

    private void toggleOutline() {
        outlineRoot.setVisible(!outlineRoot.isVisible());
        canvasView.setVisible(!outlineRoot.isVisible());
        (outlineRoot.isVisible() ? outlineRoot : canvasView).requestFocus();
    }

    /// Goes to the first field behind a panel's edge.
    private static void focusFirst(Region panel) {
        panel.lookupAll(".text-input").stream().filter(Node::isFocusTraversable).findFirst()
                .ifPresent(Node::requestFocus);
    }

    void showProblems() {
        problemsView.focus();
    }

    void close() {
        canvas.close();
        outline.close();
        inspector.close();
        problems.close();
    }
}
