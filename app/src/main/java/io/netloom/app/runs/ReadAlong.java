package io.netloom.app.runs;

import io.netloom.app.task.Background;
import io.netloom.project.RunRecord;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The steps of the runs that are looked at, read elsewhere than on the window's thread, to which it belongs.
final class ReadAlong {
    private final Background background;
    private final Map<Path, StepCurves> curves = new HashMap<>();
    private boolean reading;

    /// @param background reads
    ReadAlong(Background background) {
        this.background = background;
    }

    /// What was read of a run so far.
    StepCurves of(RunRecord run) {
        return curves.computeIfAbsent(run.folder(), StepCurves::new);
    }

    /// Reads what these runs have told within epochs since the last time, and forgets all others.
    ///
    /// @param more is called if there was anything new
    /// @param failed takes why they cannot be read
    void look(List<RunRecord> runs, Runnable more, Consumer<Exception> failed) {
        if (reading) {
            return;
        }
        curves.keySet().retainAll(runs.stream().map(RunRecord::folder).toList());
        var wanted = new LinkedHashMap<StepCurves, Integer>();
        runs.forEach(run -> run.stepsPerEpoch().ifPresent(perEpoch -> wanted.put(of(run), perEpoch)));
        reading = true;
        background.look(() -> wanted.entrySet().stream().filter(one -> one.getKey().read(one.getValue())).count(),
                read -> {
                    reading = false;
                    if (read > 0) {
                        more.run();
                    }
                }, e -> {
                    reading = false;
                    failed.accept(e);
                });
    }
}
