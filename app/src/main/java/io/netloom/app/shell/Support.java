package io.netloom.app.shell;

import io.netloom.app.command.Command;
import io.netloom.app.command.Menu;
import io.netloom.app.crash.CrashHandler.Crash;
import io.netloom.app.crash.CrashReports;
import io.netloom.app.doctor.DoctorView;
import io.netloom.app.doctor.DoctorViewModel;
import io.netloom.app.document.Folders;
import io.netloom.app.look.Icons;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the window does when something is not well: the doctor, logs, and reports of crashes.
final class Support {
    private final Folders folders;
    private final CrashReports reports;
    private final Background background;
    private final Texts texts;
    private final Overlay overlay;
    private final Banners banners;
    private final Consumer<String> browser;

    /// @param folders where the user's files lie
    /// @param browser shows an address
    Support(Folders folders, Background background, Texts texts, Overlay overlay, Banners banners,
            Consumer<String> browser) {
        this.folders = folders;
        this.background = background;
        this.texts = texts;
        this.overlay = overlay;
        this.banners = banners;
        this.browser = browser;
        reports = new CrashReports(folders.crashes(), folders.logs());
    }

    List<Command> commands() {
        return List.of(Command.of("doctor.command", Menu.HELP, 2, this::showDoctor),
                Command.of("shell.logs", Menu.HELP, 2, this::openLogs));
    }

    /// Says that something failed, and where it is written down.
    void tell(Crash crash) {
        String what = crash.failure().getClass().getSimpleName();
        crash.report().map(reports::see).ifPresentOrElse(report -> banners.show(
                texts.get("shell.crash.words", what, report), button("shell.crash.show", () -> show(report))),
                () -> banners.show(texts.get("shell.crash.unwritten", what)));
    }

    /// Offers the reports of an earlier process; only the newest is worth a word.
    void offer(List<Path> unseen) {
        if (unseen.isEmpty()) {
            return;
        }
        Path report = unseen.getFirst();
        unseen.stream().skip(1).forEach(reports::see);
        Button show = button("shell.crash.show", () -> show(reports.see(report)));
        show.getStyleClass().add("accent");
        banners.show(texts.get("shell.crash.offer"), show,
                button("shell.crash.copy", () -> copy(CrashReports.read(reports.see(report)))),
                button("shell.crash.forget", () -> reports.forget(report)));
    }

    private Button button(String key, Runnable action) {
        var button = new Button(texts.get(key));
        button.setId(key.replace('.', '-'));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showDoctor() {
        var view = new DoctorView(new DoctorViewModel(folders, background, texts), texts, this::openLogs,
                overlay::hide);
        overlay.show(view.root(), view.focus());
    }

    private void openLogs() {
        background.run(() -> Files.createDirectories(folders.logs()),
                folder -> browser.accept(folder.toUri().toString()),
                e -> banners.show(e instanceof IOException ? folders.logs().toString() : texts.say(e)));
    }

    private void show(Path report) {
        var title = new Label(texts.get("shell.crash.title"));
        title.getStyleClass().add("panel-title");
        var where = new Label(texts.get("shell.crash.where", report));
        where.setWrapText(true);
        String content = CrashReports.read(report);
        var text = new TextArea(content);
        text.setEditable(false);
        text.setId("crash-text");
        VBox.setVgrow(text, Priority.ALWAYS);
        var copy = button("shell.crash.copy", () -> copy(content));
        copy.setGraphic(Icons.of("mdi2c-content-copy"));
        var close = button("doctor.close", overlay::hide);
        close.getStyleClass().add("accent");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var buttons = new HBox(8, copy, button("shell.logs", this::openLogs), space, close);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var panel = new VBox(title, where, text, buttons);
        panel.getStyleClass().addAll("overlay-panel", "crash-report");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        overlay.show(panel, text);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
