package io.netloom.app.chart;

import io.netloom.app.task.Background;
import io.netloom.app.task.UiTasks;
import io.netloom.app.chart.Chart.Line;
import io.netloom.app.chart.Chart.Part;
import io.netloom.app.chart.Chart.Scale;
import io.netloom.app.chart.Chart.Stroke;
import io.netloom.app.ui.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// How long a redraw of a chart of a million steps holds the window's thread up, and how long drawing takes beside it. Its name
/// keeps it out of the ordinary tests; on a quiet machine:
///
///     mvn -q test -pl app -am -Dtest=ChartBench -Dsurefire.failIfNoSpecifiedTests=false
class ChartBench {
    private static final int STEPS = 1_000_000;
    private static final int REDRAWS = 60;
    private static final int WARM_UP = 10;

    /// Counts the time of each piece of work, and of taking it over.
    private record Watch(Background inner, List<Long> elsewhere, List<Long> here, SynchronousQueue<Boolean> done)
            implements
            Background {
        @Override
        public <T> void run(Callable<T> work, Consumer<T> then, Consumer<Exception> failed) {
            inner.run(() -> {
                long began = System.nanoTime();
                T result = work.call();
                elsewhere.add(System.nanoTime() - began);
                return result;
            }, result -> {
                long began = System.nanoTime();
                then.accept(result);
                here.add(System.nanoTime() - began);
                Thread.startVirtualThread(() -> {
                    try {
                        done.put(true);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }, failed);
        }
    }

    @Test
    void redrawsOfAMillionSteps() throws InterruptedException {
        Display.start();
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 4; i++) {
            lines.add(new Line("curve " + i, curve(i), i % 2 == 0 ? Part.TRAINING : Part.VALIDATION,
                    i < 2 ? Stroke.FAINT : Stroke.PLAIN));
        }
        var chart = new Chart("Loss", "steps", lines, List.of(), List.of(), Scale.LINEAR, 0, STEPS, 1);
        var watch = new Watch(UiTasks.sideBySide(), new ArrayList<>(), new ArrayList<>(), new SynchronousQueue<>());
        var zoom = new Zoom();
        Platform.runLater(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new ChartView(new ChartPage(watch), zoom, () -> chart, _ -> ""), 900, 280));
            stage.show();
        });
        // The window draws more than once while it opens, so that redraws are counted by what was drawn.
        for (int drawn = 0; drawn < WARM_UP + REDRAWS; drawn++) {
            watch.done().take();
            // A view that is told of something new rests fifty times as long as it drew; one that is zoomed draws at once.
            Platform.runLater(zoom::reset);
        }
        print("the window's thread", watch.here());
        print("drawing beside it", watch.elsewhere());
        Platform.exit();
    }

    private static Trace curve(int seed) {
        var trace = new Trace();
        var random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            trace.add(i, Math.exp(-i * 3.0 / STEPS) + 0.1 * random.nextGaussian());
        }
        return trace;
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.subList(WARM_UP, nanos.size()).stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-20s median %.2f ms, 95th percentile %.2f ms, longest %.2f ms of %d%n", what,
                sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 95 / 100) / 1e6,
                sorted.getLast() / 1e6, sorted.size());
    }
}
