package io.netloom.app.shell;

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
import io.netloom.app.text.Texts;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One document's tab: palette, drawing, problems and inspector. The only place that puts features together.
final class Editor {
    private final OutlineViewModel outline;
    private final InspectorViewModel inspector;
    private final ProblemsViewModel problems;
    private final PaletteView paletteView;
    private final ProblemsView problemsView;
    private final SidePanels root;

    Editor(Document document, Settings settings, Texts texts) {
        outline = new OutlineViewModel(document, texts);
        inspector = new InspectorViewModel(document, texts);
        problems = new ProblemsViewModel(document, texts);
        paletteView = new PaletteView(new PaletteViewModel(document, texts), texts);
        problemsView = new ProblemsView(problems, texts);
        Region inspectorRoot = (Region) new InspectorView(inspector, texts).root();
        Region paletteRoot = (Region) paletteView.root();
        Parent drawing = new OutlineView(outline, texts).root();
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
        return List.of(Command.of("shell.find-block", Menu.EDIT, 4, paletteView::focusSearch).on("Shortcut+K"),
                Command.of("shell.problems", Menu.VIEW, 1, problemsView::focus).on("F8")
                        .when(() -> !problems.findings().isEmpty()));
    }

    void showProblems() {
        problemsView.focus();
    }

    void close() {
        outline.close();
        inspector.close();
        problems.close();
    }
}
