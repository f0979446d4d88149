package io.netloom.app.shell;

import io.netloom.app.document.Recovery;
import io.netloom.app.task.Background;
import io.netloom.app.text.Texts;
import io.netloom.project.Runs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/// What an earlier process left behind: work that was not saved, and trainings that were cut off. It is offered until the user answers.
final class Offers {
    private final ShellViewModel model;
    private final Banners banners;
    private final Background background;
    private final Consumer<Path> goOn;
    private final Texts texts;
    /// What was not answered yet, each with what takes its banner away.
    private final Map<Recovery.Lost, Runnable> lost = new LinkedHashMap<>();
    private final Map<Path, Runnable> runs = new LinkedHashMap<>();

    /// @param goOn goes on with a run, whose document is shown
    Offers(ShellViewModel model, Banners banners, Background background, Consumer<Path> goOn) {
        this.model = model;
        this.banners = banners;
        this.background = background;
        this.goOn = goOn;
        texts = model.texts();
    }

    /// What was not saved and is not answered yet.
    List<Recovery.Lost> lost() {
        return List.copyOf(lost.keySet());
    }

    /// The runs that were cut off and of which nobody has said what becomes of them.
    List<Path> runs() {
        return List.copyOf(runs.keySet());
    }

    /// Offers what an earlier process left unsaved.
    void offer(List<Recovery.Lost> all) {
        for (Recovery.Lost work : all) {
            String name = work.origin().map(file -> file.getFileName().toString())
                    .orElse(texts.get("shell.untitled"));
            var restore = new Button(texts.get("shell.recovery.restore"));
            restore.getStyleClass().add("accent");
            restore.setOnAction(_ -> model.workspace().recover(work, name));
            var discard = new Button(texts.get("shell.recovery.discard"));
            discard.setOnAction(_ -> model.workspace().giveUp(work, this::withdraw));
            lost.put(work, banners.show(texts.get("shell.recovery.words", name), () -> lost.remove(work), restore,
                    discard));
        }
    }

    /// Offers to go on with trainings that an earlier process did not bring to their end.
    void offerRuns(List<Path> all) {
        for (Path run : all) {
            Path file = Runs.project(run);
            var resume = new Button(texts.get("shell.cut-off.resume"));
            resume.getStyleClass().add("accent");
            resume.setOnAction(_ -> model.openForRun(run, () -> goOn.accept(run)));
            var leave = new Button(texts.get("shell.cut-off.leave"));
            leave.setOnAction(_ -> background.run(() -> {
                Runs.leave(run);
                return run;
            }, _ -> {}, e -> banners.show(texts.say(e))));
            runs.put(run, banners.show(texts.get("shell.cut-off.words",
                    file.getFileName().toString().replaceFirst("\\.netloom$", "")), () -> runs.remove(run), resume,
                    leave));
        }
    }

    /// Offers no more to go on with runs that went with what was discarded.
    private void withdraw(List<Path> gone) {
        List.copyOf(runs.entrySet()).stream().filter(offer -> gone.contains(offer.getKey()))
                .forEach(offer -> offer.getValue().run());
    }
}
