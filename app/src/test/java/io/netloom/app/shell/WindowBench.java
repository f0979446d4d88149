package io.netloom.app.shell;

import io.netloom.app.document.Document;
import io.netloom.app.document.Folders;
import io.netloom.app.document.Workspace.Event;
import io.netloom.app.ui.Display;
import io.netloom.graph.Edge;
import io.netloom.graph.Graph;
import io.netloom.graph.GraphEdit;
import io.netloom.graph.Node;
import io.netloom.layer.Catalogue;
import io.netloom.project.Project;
import io.netloom.project.ProjectFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long the whole window takes to come up, to open a project of 1,000 blocks, and to follow an edit in it. Its name
/// keeps it out of the ordinary tests; on a quiet machine:
///
///     mvn -q test -pl app -am -Dtest=WindowBench -Dsurefire.failIfNoSpecifiedTests=false
class WindowBench {
    private static final int BLOCKS = 1000;
    private static final int EDITS = 300;

    @TempDir
    private Path home;
    private ShellWindow window;

    @Test
    void openingAndEditingAThousandBlocks() throws Exception {
        System.setProperty("javafx.animation.fullspeed", "true");
        System.setProperty("prism.order", "sw");
        System.setProperty("prism.vsync", "false");
        if (System.getenv("DISPLAY") == null) {
            Display.start();
        }
        Path file = home.resolve("big.netloom");
        Project empty = Project.empty();
        ProjectFile.write(new Project(chain(), empty.data(), empty.plan()), file);
        say("before the window, from the start of the virtual machine",
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
        long begun = System.nanoTime();
        var painted = new CompletableFuture<Long>();
        Platform.startup(() -> {
            window = new ShellWindow(new Stage(), new Folders(home, home), Path.of("../samples"), _ -> {});
            afterFrames(2, painted);
        });
        say("window", (painted.get(60, TimeUnit.SECONDS) - begun) / 1e6);
        say("opening, first time", open(file));
        Files.copy(file, home.resolve("again.netloom"));
        say("opening another", open(home.resolve("again.netloom")));
        edits();
        Platform.runLater(() -> window.scene().getWindow().hide());
        window.close();
    }

    private double open(Path file) throws InterruptedException, ExecutionException, TimeoutException {
        var painted = new CompletableFuture<Long>();
        long begun = System.nanoTime();
        Platform.runLater(() -> {
            window.model().workspace().listen(event -> {
                if (event instanceof Event.Shown) {
                    afterFrames(2, painted);
                }
            });
            window.open(List.of(file));
        });
        return (painted.get(60, TimeUnit.SECONDS) - begun) / 1e6;
    }

    private void edits() throws InterruptedException, ExecutionException, TimeoutException {
        var times = new ArrayList<Double>();
        for (int i = 0; i < EDITS; i++) {
            int edit = i;
            var done = new CompletableFuture<Long>();
            long begun = System.nanoTime();
            Platform.runLater(() -> {
                Document document = window.model().workspace().shown().orElseThrow();
                document.apply(new GraphEdit.Rename("b" + (100 + edit), "c" + (100 + edit)));
                afterFrames(1, done);
            });
            times.add((done.get(60, TimeUnit.SECONDS) - begun) / 1e6);
        }
        List<Double> sorted = times.stream().sorted().toList();
        say("edit, median", sorted.get(EDITS / 2));
        say("edit, 95 of 100", sorted.get(EDITS * 95 / 100));
    }

    /// Says when so many frames are painted from now on.
    private static void afterFrames(int count, CompletableFuture<Long> done) {
        new AnimationTimer() {
            private int frame;

            @Override
            public void handle(long now) {
                if (frame++ == count) {
                    stop();
                    done.complete(System.nanoTime());
                }
            }
        }.start();
    }

    private static void say(String what, double millis) {
        System.out.println(String.format(Locale.ROOT, "%-20s %8.1f ms", what, millis));
    }

    /// Blocks in rows, each fed by the one before.
    private static Graph chain() {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        List<String> types = List.of("Conv2d", "BatchNorm", "ReLU");
        for (int i = 0; i < BLOCKS; i++) {
            String type = i == 0 ? "Input" : i == BLOCKS - 1 ? "Output" : types.get(i % 3);
            nodes.add(new Node("b" + i, Catalogue.standard().find(type).defaults(), i % 32 * 240, i / 32 * 160));
            if (i > 0) {
                edges.add(Edge.of("b" + (i - 1), "b" + i));
            }
        }
        return Graph.of(nodes, edges);
    }
}
