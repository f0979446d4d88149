package io.netloom.app.canvas;

import io.netloom.app.canvas.PointerTool.Button;
import io.netloom.app.canvas.geometry.Point;
import io.netloom.app.document.Selection;
import io.netloom.app.ui.Display;
import com.sun.management.OperatingSystemMXBean;
import io.netloom.graph.GraphEdit;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// How long a frame takes with 1,000 blocks in a window of 1280×800, drawn by software, and how long an edit takes. The
/// window draws as fast as it can, so that the time from one frame to the next is what a frame costs. Its name keeps it
/// out of the ordinary tests; on a quiet machine:
///
///     mvn -q test -pl app -am -Dtest=FrameBench -Dsurefire.failIfNoSpecifiedTests=false
class FrameBench {
    private static final int BLOCKS = 1000;
    private static final int FRAMES = 100;
    private static final int WARM = 80;
    private static final int EDITS = 60;

    private CanvasWindow window;
    private volatile double cpu;

    @Test
    void framesAndEditsOfAThousandBlocks() throws InterruptedException, ExecutionException, TimeoutException {
        System.setProperty("javafx.animation.fullspeed", "true");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.vsync", "false");
        if (System.getenv("DISPLAY") == null) {
            Display.start();
        }
        var ready = new CompletableFuture<Void>();
        long begun = System.nanoTime();
        Platform.startup(() -> {
            window = new CanvasWindow(new Stage(), CanvasWindow.chain(BLOCKS), 1280, 800);
            ready.complete(null);
        });
        ready.get(60, TimeUnit.SECONDS);
        frames(2, _ -> {});
        System.out.println(String.format(Locale.ROOT, "window and first frame %.0f ms",
                (System.nanoTime() - begun) / 1e6));
        System.out.println("                    median ms   p95 ms   processor ms a frame (" + FRAMES + " frames)");
        report("nothing", frames(FRAMES, _ -> {}));
        report("zoom, all shows", frames(FRAMES, i -> zoom(i, 1)));
        report("zoom out and in", frames(FRAMES, i -> zoom(i, i % 80 < 40 ? 1.06 : 1 / 1.06)));
        act(() -> window.model.showAll());
        report("pan, all shows", frames(FRAMES, this::pan));
        act(() -> window.model.view(window.model.viewport().zoomed(0.6 / window.model.viewport().zoom(),
                new Point(300, 300))));
        report("pan at zoom 0.6", frames(FRAMES, this::pan));
        act(() -> window.model.view(window.model.viewport().zoomed(1 / window.model.viewport().zoom(),
                new Point(300, 300))));
        report("pan at zoom 1", frames(FRAMES, this::pan));
        report("drag at zoom 1", drag());
        act(() -> window.model.showAll());
        report("drag, all shows", drag());
        act(() -> window.document.select(Selection.all(window.document.drawing())));
        report("drag all", drag());
        edits();
    }

    private void zoom(int frame, double factor) {
        window.model.view(window.model.viewport().zoomed(factor == 1 ? frame % 2 == 0 ? 1.02 : 1 / 1.02 : factor,
                new Point(640, 400)));
    }

    private void pan(int frame) {
        window.model.view(window.model.viewport().panned(frame % 100 < 50 ? 6 : -6, frame % 40 < 20 ? 3 : -3));
    }

    private List<Double> drag() throws InterruptedException, ExecutionException, TimeoutException {
        var at = new Point[1];
        act(() -> {
            at[0] = window.model.viewport().toScreen(window.model.picture().card("b200").orElseThrow().box().centre());
            if (window.model.viewport().zoom() == 1) {
                String near = window.model.picture().cardIndex().touching(window.model.viewport().visible())
                        .get(10);
                at[0] = window.model.viewport().toScreen(
                        window.model.picture().card(near).orElseThrow().box().centre());
            }
            window.tools.pointer().press(Pointer.at(at[0]), Button.PRIMARY, 1);
        });
        List<Double> times = frames(FRAMES,
                i -> window.tools.pointer().drag(Pointer.at(at[0].plus(i % 80, Math.sin(i / 9.0) * 60))));
        act(() -> window.tools.pointer().cancel());
        return times;
    }

    /// From the edit until the frame is over that shows it.
    private void edits() throws InterruptedException, ExecutionException, TimeoutException {
        var times = new ArrayList<Double>();
        act(() -> window.document.select(Selection.NONE));
        for (int i = 0; i < EDITS; i++) {
            int edit = i;
            if (edit == EDITS / 3) {
                cpu = processor();
            }
            var start = new AtomicLong();
            frames(1, _ -> {
                start.set(System.nanoTime());
                window.model.apply(new GraphEdit.Rename("b" + (100 + edit), "c" + (100 + edit)));
            });
            if (edit >= EDITS / 3) {
                times.add((System.nanoTime() - start.get()) / 1e6);
            }
        }
        cpu = (processor() - cpu) / times.size();
        report("edit, check, redraw", times);
    }

    private void act(Runnable action) throws InterruptedException, ExecutionException, TimeoutException {
        frames(1, _ -> action.run());
        frames(WARM / 10, _ -> {});
    }

    /// Does something in each frame, and says how long the frames took, in milliseconds.
    private List<Double> frames(int count, IntConsumer action)
            throws InterruptedException, ExecutionException, TimeoutException {
        var done = new CompletableFuture<List<Double>>();
        int warm = count == FRAMES ? WARM : 0;
        Platform.runLater(() -> new AnimationTimer() {
            private final List<Double> times = new ArrayList<>();
            private long last;
            private int frame;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (frame > warm) {
                    times.add((time - last) / 1e6);
                } else if (count == FRAMES) {
                    cpu = processor();
                }
                last = time;
                if (frame == count + warm) {
                    stop();
                    if (count == FRAMES) {
                        cpu = (processor() - cpu) / count;
                    }
                    done.complete(times);
                } else {
                    action.accept(frame++);
                }
            }
        }.start());
        return done.get(120, TimeUnit.SECONDS);
    }

    /// Processor time of all threads so far, in milliseconds: it hardly depends on what else the machine does.
    private static double processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private void report(String what, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(Locale.ROOT, "%-20s %8.1f %8.1f %8.1f", what, sorted[sorted.length / 2],
                sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)], cpu));
    }
}
